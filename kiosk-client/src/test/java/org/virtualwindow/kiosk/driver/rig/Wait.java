package org.virtualwindow.kiosk.driver.rig;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.virtualwindow.kiosk.driver.Device;
import org.virtualwindow.kiosk.driver.DeviceDriver;
import org.virtualwindow.kiosk.driver.Found;
import org.virtualwindow.kiosk.driver.Settings;

/** Waits for what somebody else does. */
public final class Wait {
    private Wait() {}

    /** Until it is so; no longer than the time. */
    public static void until(Duration longest, String what, Callable<Boolean> isSo) throws Exception {
        long end = System.nanoTime() + longest.toNanos();
        while (!isSo.call()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Not within " + longest + ": " + what);
            }
            Thread.sleep(20);
        }
    }

    /** The first device that is found, opened. On a machine with much to do, it may take more than one look. */
    public static Device open(DeviceDriver driver, Settings settings) throws Exception {
        List<Found> found = driver.find(settings);
        for (int looks = 0; found.isEmpty() && looks < 20; looks++) {
            Thread.sleep(100);
            found = driver.find(settings);
        }
        return driver.open(found.getFirst(), settings);
    }
}
