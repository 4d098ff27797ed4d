package org.virtualwindow.kiosk.host;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.virtualwindow.kiosk.driver.Device;
import org.virtualwindow.kiosk.driver.DeviceFault;
import org.virtualwindow.kiosk.driver.Found;
import org.virtualwindow.kiosk.driver.Settings;
import org.virtualwindow.kiosk.driver.Status;
import org.virtualwindow.kiosk.driver.Use;
import org.virtualwindow.kiosk.host.Child.Call;
import org.virtualwindow.protocol.DeviceResult;
import org.virtualwindow.protocol.DeviceTask;
import org.virtualwindow.protocol.values.Trouble;

/** A device in another process; opened again in the next one where that died. */
final class HostedDevice implements Device {
    private static final Duration PATIENCE_WITH_STATUS = Duration.ofSeconds(4);
    /** Less than the time in which a stop has to be over; then the process is killed. */
    private static final Duration TIME_TO_STOP = Duration.ofMillis(150);

    private final HostedDriver driver;
    private final Found found;
    private final Settings settings;
    private @Nullable Child openedIn;

    HostedDevice(HostedDriver driver, Found found, Settings settings) {
        this.driver = driver;
        this.found = found;
        this.settings = settings;
    }

    /** The process in which it is open. */
    synchronized Child inChild() throws DeviceFault, InterruptedException {
        Child child = driver.child();
        if (child != openedIn) {
            FromHost answer = child.ask(call -> new ToHost.Open(call, found, settings.values()), HostedDriver.PATIENCE);
            if (!(answer instanceof FromHost.Opened)) {
                throw fault(answer);
            }
            openedIn = child;
        }
        return child;
    }

    @Override
    public Status status() throws InterruptedException {
        try {
            FromHost answer = inChild().ask(call -> new ToHost.AskStatus(call, found.key()), PATIENCE_WITH_STATUS);
            if (answer instanceof FromHost.StatusIs is) {
                return is.status();
            }
            throw new IllegalStateException(fault(answer));
        } catch (DeviceFault lost) {
            throw new IllegalStateException(lost);
        }
    }

    @Override
    public DeviceResult run(DeviceTask task, Use use) throws DeviceFault, InterruptedException {
        Child child = inChild();
        driver.works();
        try (Call call = child.call()) {
            try {
                call.say(new ToHost.RunTask(call.number, found.key(), task, use.name()));
                return serve(call, use);
            } catch (InterruptedException stopped) {
                stop(child, call);
                throw stopped;
            }
        }
    }

    @Override
    public synchronized void close() {
        Child child = openedIn;
        if (child != null && !child.isGone()) {
            try (Call call = child.call()) {
                call.say(new ToHost.Close(call.number, found.key()));
            } catch (DeviceFault goneMeanwhile) {
                // then it is closed
            }
        }
    }

    /** Until it is over, with everything that it asks for. */
    private static DeviceResult serve(Call call, Use use) throws DeviceFault, InterruptedException {
        var page = new ByteArrayOutputStream();
        boolean tooLarge = false;
        while (true) {
            switch (call.next()) {
                case FromHost.Ended ended -> {
                    return ended.result();
                }
                case FromHost.Progress progress -> use.progress(Math.clamp(progress.percent(), 0, 100));
                case FromHost.WaitsFor waits -> use.waitsFor(waits.trouble());
                case FromHost.PagePart next -> {
                    tooLarge = tooLarge || page.size() > Use.LARGEST_PAGE;
                    if (!tooLarge) {
                        page.writeBytes(Frames.bytes(next.part()));
                    }
                    if (next.last()) {
                        call.say(
                                tooLarge
                                        ? new ToHost.Refused(call.number, Trouble.TOO_LARGE)
                                        : kept(call, use, page.toByteArray(), next.mediaType()));
                        page.reset();
                        tooLarge = false;
                    }
                }
                case FromHost.WantsDocument wants -> hand(call, use, wants);
                case FromHost other -> throw over(other);
            }
        }
    }

    private static ToHost kept(Call call, Use use, byte[] page, String mediaType) throws InterruptedException {
        try {
            return new ToHost.PageIsKept(call.number, use.keep(page, mediaType));
        } catch (DeviceFault fault) {
            return new ToHost.Refused(call.number, fault.why());
        }
    }

    private static void hand(Call call, Use use, FromHost.WantsDocument wants)
            throws DeviceFault, InterruptedException {
        byte[] document;
        try (InputStream stream = use.fetch(wants.document())) {
            document = stream.readAllBytes();
        } catch (DeviceFault fault) {
            call.say(new ToHost.Refused(call.number, fault.why()));
            return;
        } catch (IOException e) {
            call.say(new ToHost.Refused(call.number, Trouble.NOT_REACHED));
            return;
        }
        int from = 0;
        do {
            call.say(new ToHost.DocumentPart(call.number, Frames.part(document, from), Frames.isLast(document, from)));
            from += Frames.PART;
        } while (from < document.length);
    }

    private static DeviceFault over(FromHost answer) throws InterruptedException {
        if (answer instanceof FromHost.Stopped) {
            throw new InterruptedException();
        }
        return fault(answer);
    }

    private static DeviceFault fault(FromHost answer) {
        return switch (answer) {
            case FromHost.Failed failed ->
                new DeviceFault(failed.why(), failed.detail().orElse(null));
            case FromHost.Threw threw -> new DeviceFault(Trouble.DRIVER_LOST, threw.what());
            default -> new DeviceFault(Trouble.MALFORMED);
        };
    }

    /** Native code listens to nobody: whoever does not stop at once is killed. */
    private static void stop(Child child, Call call) {
        try {
            call.say(new ToHost.Stop(call.number));
            long end = System.nanoTime() + TIME_TO_STOP.toNanos();
            while (true) {
                Optional<FromHost> came = call.next(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
                if (came.isEmpty()) {
                    child.kill();
                    return;
                }
                if (came.get() instanceof FromHost.Ended
                        || came.get() instanceof FromHost.Failed
                        || came.get() instanceof FromHost.Threw
                        || came.get() instanceof FromHost.Stopped) {
                    return;
                }
            }
        } catch (DeviceFault | InterruptedException alreadyGone) {
            child.kill();
        }
    }
}
