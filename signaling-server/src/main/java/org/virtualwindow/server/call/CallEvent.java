package org.virtualwindow.server.call;

import java.time.Instant;
import java.util.Optional;
import org.virtualwindow.protocol.CallCommand.Outcome;
import org.virtualwindow.protocol.CallEnd;
import org.virtualwindow.protocol.ids.ClerkId;

/** What happens to a call. */
public sealed interface CallEvent {
    /** The line, or a hall manager, chose this clerk. */
    record ClerkChosen(ClerkId clerk, Instant until) implements CallEvent {}

    /** The clerk did not answer in time, declined, or went away. */
    record RingEnded(ClerkId clerk) implements CallEvent {}

    record Answered(ClerkId clerk, String code, Instant at) implements CallEvent {}

    record Cancelled() implements CallEvent {}

    /** @param how who put it down */
    record HungUp(CallEnd how, Instant at) implements CallEvent {}

    /** The kiosk was away for longer than the grace. */
    record KioskLost(Instant at) implements CallEvent {}

    /** The clerk was away for longer than the grace. */
    record ClerkLost() implements CallEvent {}

    record KioskBack() implements CallEvent {}

    /** @param outcome what became of a question */
    record WrappedUp(Optional<Outcome> outcome) implements CallEvent {}
}
