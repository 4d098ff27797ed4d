package org.virtualwindow.campaigns.proxy;

import java.time.Duration;

/**
 * What the network does to everything that goes one way.
 *
 * @param latency how much later it arrives
 * @param jitter up to how much later still
 * @param bytesPerSecond what passes in a second; 0: as much as comes
 * @param hole nothing arrives, and nobody is told
 */
public record Weather(Duration latency, Duration jitter, long bytesPerSecond, boolean hole) {
    public static final Weather CLEAR = new Weather(Duration.ZERO, Duration.ZERO, 0, false);
    public static final Weather HOLE = new Weather(Duration.ZERO, Duration.ZERO, 0, true);

    public static Weather late(Duration latency, Duration jitter) {
        return new Weather(latency, jitter, 0, false);
    }

    public static Weather narrow(long bytesPerSecond) {
        return new Weather(Duration.ZERO, Duration.ZERO, bytesPerSecond, false);
    }
}
