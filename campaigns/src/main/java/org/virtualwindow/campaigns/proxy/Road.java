package org.virtualwindow.campaigns.proxy;

import java.util.random.RandomGenerator;

/** Says when what sets out in this weather arrives. Used by one thread. */
final class Road {
    private final RandomGenerator random;
    private long freeAt = Long.MIN_VALUE;

    Road(RandomGenerator random) {
        this.random = random;
    }

    /** The moment at which this many bytes, which set out now, have arrived. */
    long arrival(Weather weather, int bytes, long now) {
        long passed = now;
        if (weather.bytesPerSecond() > 0) {
            freeAt = Math.max(freeAt, now) + bytes * 1_000_000_000L / weather.bytesPerSecond();
            passed = freeAt;
        }
        // One number is drawn for everything, so that the weather decides nothing about what is drawn later.
        double share = random.nextDouble();
        return passed
                + weather.latency().toNanos()
                + (long) (share * weather.jitter().toNanos());
    }
}
