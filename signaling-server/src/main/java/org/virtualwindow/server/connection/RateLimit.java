package org.virtualwindow.server.connection;

import java.time.Duration;
import java.time.Instant;
import org.virtualwindow.server.config.ConnectionLimits;

/** How much one peer may say: a bucket that fills steadily. Used by the connection's own thread. */
final class RateLimit {
    private final ConnectionLimits limits;
    private double left;
    private Instant filled;

    RateLimit(ConnectionLimits limits, Instant now) {
        this.limits = limits;
        this.left = limits.burst();
        this.filled = now;
    }

    boolean allows(Instant now) {
        double seconds = Math.max(0, Duration.between(filled, now).toNanos() / 1e9);
        left = Math.min(limits.burst(), left + seconds * limits.messagesPerSecond());
        filled = now;
        if (left < 1) {
            return false;
        }
        left -= 1;
        return true;
    }
}
