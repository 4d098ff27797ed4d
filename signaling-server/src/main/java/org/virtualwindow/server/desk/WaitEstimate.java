package org.virtualwindow.server.desk;

import org.virtualwindow.protocol.ToKiosk.Wait;

/** How long somebody at a place in line will wait, as a range. Pure. */
public final class WaitEstimate {
    /** Half as long and half as long again covers most calls of a hall, which vary about as much as their mean. */
    private static final double LOW = 0.5;

    private static final double HIGH = 1.5;

    private WaitEstimate() {}

    /**
     * @param ahead calls before this one
     * @param free clerks who are ready for it
     * @param onDuty clerks who are ready, ring, talk or wrap up for it
     * @param meanMinutes how long one call keeps a clerk
     */
    public static Wait of(long ahead, long free, long onDuty, double meanMinutes) {
        if (free > ahead) {
            return new Wait(ahead, onDuty, 0L, 1L);
        }
        double turns = (ahead - free + 1.0) / Math.max(1, onDuty);
        long least = (long) Math.floor(turns * meanMinutes * LOW);
        long most = (long) Math.ceil(turns * meanMinutes * HIGH);
        return new Wait(ahead, onDuty, least, Math.max(least + 1, most));
    }
}
