package org.virtualwindow.campaigns.proxy;

import java.util.random.RandomGenerator;

/** Says when what sets out in this weather arrives. Used by one thread. */
final class Road {
    private final RandomGenerator random;
    private static final int SEGMENT = 1_448;
    /** The least that a sender waits beyond a round trip before it sends again, as Linux has it. */
    private static final long LEAST_PATIENCE = 200_000_000;
    /** So often it is tried; then it counts as arrived. */
    private static final int TRIES = 6;

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

    /** How much later they have arrived because segments of a TCP connection were lost: each waits twice as long as the time before. */
    long heldUp(Weather weather, int bytes) {
        long longest = 0;
        for (int segment = 0; segment < Math.ceilDiv(bytes, SEGMENT); segment++) {
            long held = 0;
            long patience = 2 * weather.latency().toNanos() + LEAST_PATIENCE;
            for (int tries = 0; tries < TRIES && random.nextDouble() < weather.loss(); tries++) {
                held += patience;
                patience *= 2;
            }
            longest = Math.max(longest, held);
        }
        return longest;
    }
}
