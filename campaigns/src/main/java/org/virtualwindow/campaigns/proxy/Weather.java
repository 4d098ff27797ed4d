package org.virtualwindow.campaigns.proxy;

import java.time.Duration;

/**
 * What the network does to everything that goes one way.
 *
 * @param latency how much later it arrives
 * @param jitter up to how much later still
 * @param bytesPerSecond what passes in a second; 0: as much as comes
 * @param loss the probability that a segment of a TCP connection has to be sent again, which holds up what is behind it;
 *     datagrams have {@link Luck}
 * @param hole nothing arrives, and nobody is told
 */
public record Weather(Duration latency, Duration jitter, long bytesPerSecond, double loss, boolean hole) {
    public static final Weather CLEAR = new Weather(Duration.ZERO, Duration.ZERO, 0, 0, false);
    public static final Weather HOLE = new Weather(Duration.ZERO, Duration.ZERO, 0, 0, true);

    public static Weather late(Duration latency, Duration jitter) {
        return new Weather(latency, jitter, 0, 0, false);
    }

    public static Weather narrow(long bytesPerSecond) {
        return new Weather(Duration.ZERO, Duration.ZERO, bytesPerSecond, 0, false);
    }

    /** @param latency one way */
    public static Weather poor(Duration latency, long bytesPerSecond, double loss) {
        return new Weather(latency, Duration.ZERO, bytesPerSecond, loss, false);
    }
}
