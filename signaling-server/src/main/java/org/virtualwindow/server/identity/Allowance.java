package org.virtualwindow.server.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** How much of something each may take: a bucket for everybody, full at first, that fills steadily. */
final class Allowance {
    private final InstantSource clock;
    private final long most;
    private final double perSecond;
    private final Map<String, Bucket> buckets = new HashMap<>();

    /**
     * @param most what may be taken at once
     * @param refill how long an empty bucket takes to be full again
     */
    Allowance(InstantSource clock, long most, Duration refill) {
        this.clock = clock;
        this.most = most;
        this.perSecond = most / (double) refill.toSeconds();
    }

    private record Bucket(double left, Instant at) {}

    /** Takes that much where there is that much left; else nothing. */
    synchronized boolean take(String who, long amount) {
        Instant now = clock.instant();
        buckets.values().removeIf(bucket -> left(bucket, now) >= most);
        double left = left(buckets.getOrDefault(who, new Bucket(most, now)), now);
        if (left < amount) {
            return false;
        }
        buckets.put(who, new Bucket(left - amount, now));
        return true;
    }

    private double left(Bucket bucket, Instant now) {
        double seconds = Math.max(0, Duration.between(bucket.at, now).toMillis() / 1e3);
        return Math.min(most, bucket.left + seconds * perSecond);
    }
}
