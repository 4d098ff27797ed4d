package org.virtualwindow.campaigns;

import java.time.Duration;
import java.util.Optional;
import org.virtualwindow.protocol.CloseCode;

/** When a page comes back, as {@code reconnect.ts} has it; both are held to the same samples. */
final class Reconnecting {
    static final int NO_CODE = 1006;
    static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(6);
    static final Duration BUSY_BEAT = Duration.ofSeconds(2);
    static final Duration CALM_BEAT = Duration.ofSeconds(10);
    static final int MISSED_BEATS = 3;
    private static final long BUSY = 1_500;
    private static final long CALM = 8_000;

    private Reconnecting() {}

    /** From the start of one attempt to the start of the next; empty where only a person brings the line back. */
    static Optional<Duration> after(int code, int failures, boolean busy, double chance) {
        if (is(code, CloseCode.TAKEN_ELSEWHERE) || is(code, CloseCode.NOT_SIGNED_IN) || is(code, CloseCode.FORBIDDEN)) {
            return Optional.empty();
        }
        double millis;
        if (is(code, CloseCode.TOO_MANY) || is(code, CloseCode.UNREADABLE)) {
            millis = CALM * (0.75 + chance / 4);
        } else if (failures == 0) {
            millis = 200 + 800 * chance;
        } else {
            millis = Math.min(longest(busy), 700 * Math.pow(2, Math.min(failures, 10))) * (0.7 + 0.3 * chance);
        }
        return Optional.of(Duration.ofNanos(Math.round(millis * 1e6)));
    }

    /** How long a page waits for a sign that the server can be reached. */
    static Duration probeTimeout(boolean busy, int failures) {
        boolean longLook = failures >= 6 && failures % 3 == 0;
        return Duration.ofMillis(!busy ? CALM : longLook ? 2 * BUSY : BUSY);
    }

    private static long longest(boolean busy) {
        return busy ? BUSY : CALM;
    }

    private static boolean is(int code, CloseCode which) {
        return code == which.code();
    }
}
