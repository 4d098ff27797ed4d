package org.virtualwindow.kiosk.command;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.virtualwindow.kiosk.device.Attached;
import org.virtualwindow.kiosk.driver.Device;
import org.virtualwindow.kiosk.driver.DeviceFault;
import org.virtualwindow.kiosk.driver.Use;
import org.virtualwindow.protocol.Blob;
import org.virtualwindow.protocol.DeviceResult;
import org.virtualwindow.protocol.DeviceResult.TaskFailed;
import org.virtualwindow.protocol.DeviceTask;
import org.virtualwindow.protocol.FromDevice.CommandProgress;
import org.virtualwindow.protocol.ids.CommandId;
import org.virtualwindow.protocol.values.Trouble;

/**
 * One command on its device, on a thread of its own: a driver may block it, spin on it or throw whatever it likes. Progress is a field
 * that others look at now and then, so no driver floods anybody.
 */
final class Run implements Use {
    final CommandId command;
    final DeviceTask task;
    final Attached device;

    private final CommandLog log;
    private final Pages pages;
    private final Thread thread;
    private final Set<Blob> kept = new HashSet<>();
    private volatile @Nullable CommandProgress progress;
    private volatile boolean stopped;
    private volatile boolean broke;
    private volatile boolean mayStillHappen;

    /**
     * @param began told when the command is on disk and the device is about to be asked
     * @param over told how it went, last of all
     */
    Run(
            CommandId command,
            DeviceTask task,
            Attached device,
            CommandLog log,
            Pages pages,
            Consumer<Run> began,
            BiConsumer<Run, DeviceResult> over) {
        this.command = command;
        this.task = task;
        this.device = device;
        this.log = log;
        this.pages = pages;
        thread = Thread.ofPlatform().daemon().name("command on " + device.id()).unstarted(() -> {
            DeviceResult result = outcome(began);
            if (broke) {
                device.lose();
            } else if (mayStillHappen) {
                device.doubt();
            }
            over.accept(this, result);
        });
    }

    /** As {@link Use#name} of this command. */
    static String name(CommandId command) {
        return NAMED + command;
    }

    void start() {
        thread.start();
    }

    /** The device stops as soon as it can; pages are not stored any more. */
    void stop() {
        stopped = true;
        thread.interrupt();
    }

    /** Empty until the driver said something. */
    Optional<CommandProgress> heard() {
        return Optional.ofNullable(progress);
    }

    private DeviceResult outcome(Consumer<Run> began) {
        try {
            log.begun(command);
        } catch (IOException e) {
            return new TaskFailed(Trouble.IO_ERROR, Optional.of("the daemon cannot write down what it begins"));
        }
        try {
            DeviceResult result = stopped ? new DeviceResult.TaskCancelled() : askDevice(began);
            if (broke || mayStillHappen) {
                log.lost(command);
            } else {
                log.ended(command);
            }
            return result;
        } catch (IOException e) {
            return new TaskFailed(Trouble.OUTCOME_UNKNOWN, Optional.of("the daemon cannot write down what ended"));
        }
    }

    private DeviceResult askDevice(Consumer<Run> began) {
        Optional<Device> open = device.device();
        if (open.isEmpty()) {
            return new TaskFailed(device.unusable().orElse(Trouble.OFFLINE));
        }
        began.accept(this);
        try {
            DeviceResult result = open.get().run(task, this);
            if (Results.fits(task, result, kept)) {
                return result;
            }
            broke = true;
            return new TaskFailed(Trouble.MALFORMED);
        } catch (DeviceFault fault) {
            broke = fault.why() == Trouble.DRIVER_LOST;
            mayStillHappen = fault.why() == Trouble.OUTCOME_UNKNOWN;
            return new TaskFailed(fault.why(), fault.detail().map(Results::shortened));
        } catch (InterruptedException _) {
            broke = !stopped; // nobody else interrupts it
            return broke ? new TaskFailed(Trouble.DRIVER_LOST) : new DeviceResult.TaskCancelled();
        } catch (Throwable anything) { // a driver may come with any jar, and die of any error
            broke = true;
            return new TaskFailed(
                    Trouble.DRIVER_LOST,
                    Optional.of(Results.shortened(anything.getClass().getName())));
        }
    }

    @Override
    public String name() {
        return name(command);
    }

    @Override
    public void progress(int percent) {
        progress =
                new CommandProgress(command, Optional.of(Long.valueOf(Math.clamp(percent, 0, 100))), Optional.empty());
    }

    @Override
    public void waitsFor(Trouble trouble) {
        CommandProgress before = progress;
        progress = new CommandProgress(
                command, before == null ? Optional.empty() : before.percent(), Optional.of(trouble));
    }

    @Override
    public Blob keep(byte[] page, String mediaType) throws DeviceFault, InterruptedException {
        try {
            if (stopped) {
                throw new InterruptedException();
            }
            if (page.length > LARGEST_PAGE) {
                throw new DeviceFault(Trouble.TOO_LARGE);
            }
            if (kept.size() >= Results.mostPages(task) || !Results.isPicture(page, mediaType)) {
                throw new DeviceFault(Trouble.MALFORMED);
            }
            Blob blob = pages.keep(command, page, mediaType);
            kept.add(blob);
            return blob;
        } finally {
            Arrays.fill(page, (byte) 0);
        }
    }

    @Override
    public InputStream fetch(Blob document) throws DeviceFault, InterruptedException {
        return pages.fetch(command, document);
    }
}
