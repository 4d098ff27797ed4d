package org.virtualwindow.server.config;

import java.time.Duration;

/**
 * The desk's times and bounds.
 *
 * @param ring a desk rings this long, then the next one does
 * @param grace who is cut off may be away this long
 * @param longestLine calls that may wait at once
 * @param typicalCall how long a call keeps a clerk, until enough were measured
 * @param longWait whoever waits this long is pointed out to clerks and hall managers
 */
public record DeskTimes(Duration ring, Duration grace, int longestLine, Duration typicalCall, Duration longWait) {
    public static final DeskTimes USUAL = new DeskTimes(
            Duration.ofSeconds(20), Duration.ofSeconds(180), 500, Duration.ofMinutes(12), Duration.ofMinutes(10));
}
