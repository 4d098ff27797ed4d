package org.virtualwindow.kiosk.driver;

import java.util.Set;
import org.virtualwindow.protocol.DeviceResult;
import org.virtualwindow.protocol.DeviceTask;

/** An open device. The daemon asks one thing of it at a time, except for {@link #status} and {@link #close}. */
public interface Device extends AutoCloseable {
    /** How it is. Any thread, also while it does a task; blocks for less than two seconds. */
    Status status() throws InterruptedException;

    /**
     * Does the task and blocks until it is over. An interrupt ends it: the device stops, what it holds of the task is gone, and
     * the method leaves with {@link InterruptedException}.
     *
     * @throws DeviceFault what was asked did not happen, and why; {@link org.virtualwindow.protocol.values.Trouble#OUTCOME_UNKNOWN} where it may still
     *     happen, also instead of the {@link InterruptedException}
     */
    DeviceResult run(DeviceTask task, Use use) throws DeviceFault, InterruptedException;

    /**
     * Takes back what was begun here, by a daemon that died, too, and could still happen, like a job that waits for paper. Said after it was
     * opened, which it is anew after {@link org.virtualwindow.protocol.values.Trouble#OUTCOME_UNKNOWN}; the device is not used until this goes well.
     *
     * @param names of the uses ({@link Use#name}) that have no known end
     */
    default void takeBack(Set<String> names) throws DeviceFault, InterruptedException {}

    /** Gives the device back. Also after a fault; never throws. */
    @Override
    void close();
}
