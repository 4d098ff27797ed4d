package org.virtualwindow.server.card;

import java.util.Optional;
import org.virtualwindow.protocol.ToKiosk;

/**
 * Reads the identity card that lies on a kiosk's reader. The server asks it and nobody tells the server: a page cannot say what a
 * card says.
 */
public interface CardReader {
    /** What a kiosk without one is told: nothing. */
    CardReader NONE = new CardReader() {
        @Override
        public Optional<ToKiosk.CardReader> view() {
            return Optional.empty();
        }

        @Override
        public Optional<IdentityCard> read(String card) {
            return Optional.empty();
        }
    };

    /** What the kiosk's page is told of it. */
    Optional<ToKiosk.CardReader> view();

    /**
     * Empty where no card lies there.
     *
     * @param card which one, where the reader is simulated
     */
    Optional<IdentityCard> read(String card);
}
