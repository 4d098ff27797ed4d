package org.virtualwindow.server.connection;

import java.time.Duration;
import java.time.Instant;

/** How much one peer may say: a bucket that fills steadily. Used by the connection's own thread. */
final class RateLimit {
    /** A person who types, points and moves the mouse sends at most about 40 a second. */
    static final double PER_SECOND = 80;

    static final double BURST = 400;

    private double left = BURST;
    private Instant filled;

    RateLimit(Instant now) {
        this.filled = now;
    }

    boolean allows(Instant now) {
        double seconds = Math.max(0, Duration.between(filled, now).toNanos() / 1e9);
        left = Math.min(BURST, left + seconds * PER_SECOND);
        filled = now;
        if (left < 1) {
            return false;
        }
        left -= 1;
        return true;
    }
}
