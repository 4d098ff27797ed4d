package org.virtualwindow.kiosk.browser;

import java.util.Optional;
import org.virtualwindow.protocol.ids.CommandId;
import org.virtualwindow.protocol.values.Malformed;

/** What the page says to this daemon through its binding. */
sealed interface PageWord {
    String STOP = "stop";
    String GOES_ON = "goes on";
    String NOTHING_GOES_ON = "nothing goes on";

    /** Everything of the applicant goes. */
    record Wipe() implements PageWord {}

    /** A matter is under way at the server, so that the page goes on with it when it is loaded anew. */
    record GoesOn(boolean now) implements PageWord {}

    /** @param command what the applicant stopped, where the page names it */
    record Stop(Optional<CommandId> command) implements PageWord {}

    record Unknown() implements PageWord {}

    static PageWord of(String word) {
        if (word.equals("wipe")) {
            return new Wipe();
        }
        if (word.equals(GOES_ON) || word.equals(NOTHING_GOES_ON)) {
            return new GoesOn(word.equals(GOES_ON));
        }
        return word.equals(STOP) || word.startsWith(STOP + " ") ? new Stop(command(word)) : new Unknown();
    }

    /** Whatever a page says beside that it stops, it stops. */
    private static Optional<CommandId> command(String word) {
        try {
            return word.equals(STOP) ? Optional.empty() : Optional.of(new CommandId(word.substring(STOP.length() + 1)));
        } catch (Malformed noCommand) {
            return Optional.empty();
        }
    }
}
