package org.virtualwindow.kiosk.host;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.virtualwindow.kiosk.driver.Device;
import org.virtualwindow.kiosk.driver.DeviceDriver;
import org.virtualwindow.kiosk.driver.DeviceFault;
import org.virtualwindow.kiosk.driver.Found;
import org.virtualwindow.kiosk.driver.Settings;
import org.virtualwindow.protocol.values.Trouble;

/**
 * A driver in a process of its own. The process is started when it is needed; one that died or hung is replaced after a while, which
 * doubles up to a minute until something goes well. Any thread.
 */
public final class HostedDriver implements DeviceDriver {
    static final Duration PATIENCE = Duration.ofSeconds(8);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final String id;
    private @Nullable Child child;
    private Duration pause = FIRST_PAUSE;
    private long notBefore = System.nanoTime();
    private boolean worked;

    /** @param id of a driver that the class path has */
    public HostedDriver(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public List<Found> find(Settings settings) throws InterruptedException {
        try {
            FromHost answer = child().ask(call -> new ToHost.Find(call, settings.values()), PATIENCE);
            if (answer instanceof FromHost.FoundAre are) {
                wentWell();
                return are.found();
            }
            throw new IllegalStateException("no answer to what was asked");
        } catch (DeviceFault lost) {
            throw new IllegalStateException(lost);
        }
    }

    @Override
    public Device open(Found found, Settings settings) throws DeviceFault, InterruptedException {
        HostedDevice device = new HostedDevice(this, found, settings);
        device.inChild();
        return device;
    }

    /** What native code keeps goes with its process, so one that did something is ended; the next is started by whoever asks next. */
    @Override
    public synchronized void forget() {
        if (child != null && worked) {
            child.kill();
            child = null;
        }
        worked = false;
    }

    synchronized void works() {
        worked = true;
    }

    /** Ends the process. It is started anew when somebody needs it. */
    public synchronized void stop() {
        if (child != null) {
            child.kill();
        }
    }

    /**
     * The process that runs, started where none does.
     *
     * @throws DeviceFault {@link Trouble#DRIVER_LOST} where it may not be started again yet, or cannot be
     */
    synchronized Child child() throws DeviceFault {
        Child running = child;
        if (running != null && !running.isGone()) {
            return running;
        }
        long now = System.nanoTime();
        if (running != null && now - notBefore < 0) {
            throw running.lost();
        }
        notBefore = now + pause.toNanos();
        Duration doubled = pause.multipliedBy(2);
        pause = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
        try {
            Child started = Child.start(id);
            child = started;
            return started;
        } catch (IOException e) {
            throw new DeviceFault(Trouble.DRIVER_LOST, "its process cannot be started");
        }
    }

    private synchronized void wentWell() {
        pause = FIRST_PAUSE;
    }
}
