package org.virtualwindow.server.device;

import java.util.List;
import java.util.Optional;
import org.virtualwindow.protocol.DemoCards;
import org.virtualwindow.protocol.DeviceView;
import org.virtualwindow.protocol.IdentityDocument;
import org.virtualwindow.protocol.ToKiosk;
import org.virtualwindow.protocol.ToKiosk.SimulatedCard;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.protocol.values.Capability;
import org.virtualwindow.protocol.values.LocalText;

/**
 * What reads identity cards at a kiosk: a reader of its daemon, or in the demo, where no daemon has one, one that is simulated here.
 * The server asks it and nobody tells the server: a page cannot say what a card says. Any thread.
 */
final class Readers {
    private final Lines daemons;
    private final boolean demo;

    Readers(Lines daemons, boolean demo) {
        this.daemons = daemons;
        this.demo = demo;
    }

    boolean ofDaemon(KioskId kiosk) {
        return find(kiosk).isPresent();
    }

    ToKiosk.CardReader view(KioskId kiosk) {
        Optional<DeviceView> reader = find(kiosk);
        boolean simulated = reader.map(DeviceView::simulated).orElse(demo);
        return new ToKiosk.CardReader(reader.isPresent() || demo, simulated ? cards() : List.of());
    }

    /** The card that was laid on the reader that is simulated here. */
    Optional<IdentityDocument> here(Optional<String> card) {
        return card.filter(_ -> demo).map(DemoCards.all()::get);
    }

    private Optional<DeviceView> find(KioskId kiosk) {
        return daemons.devices(kiosk).stream()
                .filter(device -> device.can().contains(Capability.READ_CARD))
                .findFirst();
    }

    private static List<SimulatedCard> cards() {
        return DemoCards.all().entrySet().stream()
                .map(each -> new SimulatedCard(
                        each.getKey(),
                        new LocalText(each.getValue().name(), each.getValue().name())))
                .toList();
    }
}
