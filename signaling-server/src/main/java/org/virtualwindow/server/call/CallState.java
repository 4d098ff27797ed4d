package org.virtualwindow.server.call;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.Optional;
import org.virtualwindow.protocol.CallCommand.Outcome;
import org.virtualwindow.protocol.CallEnd;
import org.virtualwindow.protocol.ids.ClerkId;

/** Where a call is. Each state carries exactly what is true in it; the place in line is never lost on the way. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
public sealed interface CallState {
    /**
     * The place in line.
     *
     * @param since when the applicant pressed Call; never changes
     * @param cutOff the applicant was talking already when the line broke, and stands before all who were not
     */
    record Place(Instant since, Boolean cutOff) {}

    record Waiting(Place place) implements CallState {}

    /** @param until then the next clerk's desk rings */
    record Ringing(Place place, ClerkId clerk, Instant until) implements CallState {}

    /** @param code four digits that both screens show */
    record Talking(Place place, ClerkId clerk, String code, Instant since) implements CallState {}

    /** The kiosk was away for longer than the grace. The place is kept. */
    record Suspended(Place place, Instant since) implements CallState {}

    /** For the applicant it is over; the clerk still finishes. */
    record WrapUp(ClerkId clerk, Instant since, CallEnd how) implements CallState {}

    /** @param outcome what became of a question */
    record Over(CallEnd how, Optional<Outcome> outcome) implements CallState {
        public Over(CallEnd how) {
            this(how, Optional.empty());
        }
    }
}
