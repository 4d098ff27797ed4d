package org.virtualwindow.server.room;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.virtualwindow.protocol.ClerkCard;
import org.virtualwindow.protocol.RoomEvent;
import org.virtualwindow.protocol.ServiceItem;
import org.virtualwindow.protocol.ids.CallId;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.protocol.ids.ClerkId;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.protocol.values.Author;
import org.virtualwindow.protocol.values.GrantScope;
import org.virtualwindow.protocol.values.LocalText;
import org.virtualwindow.protocol.values.Role;
import org.virtualwindow.server.form.FormState;

/** Rooms of a kiosk in Songjiang over an item of Nanxun's, as the rules meet them. */
final class OpenRooms {
    static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");
    static final Author APPLICANT = new Author(Role.APPLICANT, "k1", "");
    static final Author CLERK = new Author(Role.CLERK, "c1", "沈建华");

    private OpenRooms() {}

    /** A clerk sits in it; one event has happened. */
    static RoomState talking(ServiceItem item) {
        return open(item, Optional.empty()).apply(1, NOON, CLERK, seated("call", 1));
    }

    /** @param withdrawn what the applicant had taken from the clerk in the matter before */
    static RoomState open(ServiceItem item, Optional<GrantScope> withdrawn) {
        return RoomState.open(
                new RoomEvent.RoomOpened(
                        item.item(),
                        item.version(),
                        new CentreId("310117"),
                        new CentreId("330503"),
                        new KioskId("k1"),
                        List.of(),
                        Optional.empty(),
                        Optional.of("salt"),
                        Optional.empty(),
                        withdrawn),
                FormState.of(item));
    }

    static RoomEvent.ClerkSeated seated(String call, long epoch) {
        var none = new LocalText("", "");
        return new RoomEvent.ClerkSeated(
                new CallId(call), new ClerkCard(new ClerkId("c1"), "沈建华", "NX1001", none, none), epoch);
    }
}
