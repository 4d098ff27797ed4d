package org.virtualwindow.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.virtualwindow.protocol.values.Trouble;

/**
 * A kiosk that tried itself, as far as that goes without a person.
 *
 * @param at when it began
 * @param parts each once
 */
public record SelfTest(Instant at, List<Tried> parts) {

    /**
     * @param why it failed, or was not tried
     */
    public record Tried(
            TestPart part,
            TestOutcome outcome,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Trouble> why) {}

    /** What is tried. The first two are the page's, the others the daemon's. */
    public enum TestPart {
        /** The loudspeaker plays a tone that the microphone hears. */
        TONE(true),
        /** The camera has a picture that is neither dark nor frozen. */
        PICTURE(true),
        /** The card that lies on the reader is read and forgotten; where none does, the reader is asked how it is. */
        CARD(false),
        /** The scanner answers; nothing is scanned. */
        SCAN(false),
        /** A page is printed where that is wanted; else the printer is asked how it is. */
        PRINT(false);

        private final boolean ofPage;

        TestPart(boolean ofPage) {
            this.ofPage = ofPage;
        }

        public boolean isOfPage() {
            return ofPage;
        }
    }

    public enum TestOutcome {
        /** It was done. */
        PASSED,
        /** The device says that it is well; nothing was done with it. */
        ANSWERED,
        FAILED,
        NOT_TRIED
    }
}
