package org.virtualwindow.kiosk.daemon;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next try: doubling from half a second to half a minute, each shortened by chance by up to half,
 * so that a hundred kiosks do not come back in the same instant.
 */
final class Backoff {
    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final RandomGenerator chance;
    private Duration next = FIRST;

    Backoff(RandomGenerator chance) {
        this.chance = chance;
    }

    Duration next() {
        Duration full = next;
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        return Duration.ofMillis(full.toMillis() / 2 + chance.nextLong(full.toMillis() / 2 + 1));
    }

    /** A try went well. */
    void reset() {
        next = FIRST;
    }
}
