package org.virtualwindow.protocol;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.virtualwindow.protocol.ids.OpId;
import org.virtualwindow.protocol.values.Issue;
import org.virtualwindow.protocol.values.Refusal;

/** The answer to an operation. Every operation gets exactly one; the same operation sent again gets the same. */
public sealed interface Answer extends ToKiosk, ToClerk, ToHall {
    OpId opId();

    /**
     * It is on disk and will not be lost.
     *
     * @param seq the operation's place in the stream it was written to
     */
    record Accepted(OpId opId, Long seq) implements Answer {}

    /**
     * It was refused and changed nothing.
     *
     * @param current with {@link Refusal#CONFLICT}: what stands in the field now
     * @param issues with {@link Refusal#INCOMPLETE}: what is missing
     * @param until with {@link Refusal#CLOSED}: when the centre opens; with {@link Refusal#LOCKED} and {@link
     *     Refusal#TOO_MANY}: when to try again
     */
    record Refused(OpId opId, Refusal why, Optional<FieldState> current, List<Issue> issues, Optional<Instant> until)
            implements Answer {
        public Refused(OpId opId, Refusal why) {
            this(opId, why, Optional.empty(), List.of(), Optional.empty());
        }
    }
}
