package org.virtualwindow.server.room;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.virtualwindow.protocol.FieldState;
import org.virtualwindow.protocol.RoomEvent;
import org.virtualwindow.protocol.values.Issue;
import org.virtualwindow.protocol.values.Refusal;

/** What the rules say to an operation. */
sealed interface Decision {
    /** It happens, as these events in this order; none where everything is so already. */
    record Happens(List<RoomEvent> events) implements Decision {}

    /** It is refused and changes nothing. */
    record Refuses(Refusal why, Optional<FieldState> current, List<Issue> issues, Optional<Instant> until)
            implements Decision {}

    /** It may be filed; the case number is still to be drawn. */
    record MayFile() implements Decision {}

    static Decision happens(RoomEvent... events) {
        return new Happens(List.of(events));
    }

    static Decision refuse(Refusal why) {
        return new Refuses(why, Optional.empty(), List.of(), Optional.empty());
    }
}
