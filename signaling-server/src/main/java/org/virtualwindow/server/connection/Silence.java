package org.virtualwindow.server.connection;

import java.time.Duration;
import java.time.Instant;
import org.virtualwindow.server.config.ConnectionLimits;

/**
 * How long nothing was heard of a peer. Beats come every 2 s in a call and every 10 s otherwise; three missed are too many.
 *
 * <p>The pace cannot be told from the beats alone: a page beats at once when it connects and when its pace changes. Nor from the
 * call alone: a page learns of its call a moment later.
 */
final class Silence {
    private static final Duration FAST = Duration.ofSeconds(3);

    private final ConnectionLimits limits;
    private volatile Instant heard;
    private volatile boolean fast;
    private Instant lastBeat = Instant.MIN;

    Silence(ConnectionLimits limits, Instant now) {
        this.limits = limits;
        this.heard = now;
    }

    void heard(Instant now) {
        heard = now;
    }

    void beat(Instant now) {
        fast = lastBeat.isAfter(now.minus(FAST));
        lastBeat = now;
    }

    boolean isTooLong(Instant now, boolean inCall) {
        if (!inCall) {
            fast = false;
        }
        return heard.plus(fast ? limits.silenceInCall() : limits.silence()).isBefore(now);
    }
}
