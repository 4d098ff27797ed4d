package org.virtualwindow.kiosk.device;

import java.time.Duration;

/**
 * @param between from one look for devices to the next
 * @param patience a driver that takes longer over one call than this hangs
 */
public record Pace(Duration between, Duration patience) {
    public static final Pace USUAL = new Pace(Duration.ofSeconds(3), Duration.ofSeconds(15));
}
