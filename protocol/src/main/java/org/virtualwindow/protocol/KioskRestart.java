package org.virtualwindow.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;
import org.virtualwindow.protocol.FromHall.Restarted;
import org.virtualwindow.protocol.ids.OpId;
import org.virtualwindow.protocol.values.Trouble;

/**
 * What came of a restart that a hall manager ordered.
 *
 * @param order of {@link FromHall.RestartKiosk}
 * @param at when it was ordered
 * @param why it was declined
 */
public record KioskRestart(
        OpId order,
        Restarted what,
        Instant at,
        RestartOutcome outcome,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Trouble> why) {

    public enum RestartOutcome {
        /** The kiosk was told and has not answered yet. */
        AWAITED,
        DONE,
        /** Somebody sat there by then, or there is nothing of it there. */
        DECLINED,
        /** A minute has gone by. It may answer yet. */
        NO_ANSWER
    }

    public KioskRestart with(RestartOutcome next, Optional<Trouble> reason) {
        return new KioskRestart(order, what, at, next, reason);
    }
}
