package org.virtualwindow.server.card;

import java.util.Optional;
import java.util.SequencedMap;
import org.virtualwindow.protocol.ToKiosk;
import org.virtualwindow.protocol.ToKiosk.SimulatedCard;
import org.virtualwindow.protocol.values.LocalText;

/** A reader on which somebody lays one of these cards by choosing it. Every screen says that it is a simulation. */
public final class SimulatedReader implements CardReader {
    private final SequencedMap<String, IdentityCard> cards;

    /** @param cards by what the page calls them */
    public SimulatedReader(SequencedMap<String, IdentityCard> cards) {
        this.cards = cards;
    }

    @Override
    public Optional<ToKiosk.CardReader> view() {
        return Optional.of(new ToKiosk.CardReader(cards.entrySet().stream()
                .map(each -> new SimulatedCard(
                        each.getKey(),
                        new LocalText(each.getValue().name(), each.getValue().name())))
                .toList()));
    }

    @Override
    public Optional<IdentityCard> read(String card) {
        return Optional.ofNullable(cards.get(card));
    }
}
