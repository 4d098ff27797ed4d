package org.virtualwindow.kiosk.host;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.virtualwindow.kiosk.driver.Device;
import org.virtualwindow.kiosk.driver.DeviceDriver;
import org.virtualwindow.kiosk.driver.DeviceFault;
import org.virtualwindow.kiosk.driver.Settings;
import org.virtualwindow.protocol.values.Trouble;

/** The process of one driver: does what the daemon says on stdin, and ends with the daemon, because stdin does. */
public final class DriverHost {
    private static final int NO_SUCH_DRIVER = 2;

    private final DeviceDriver driver;
    private final OutputStream out;
    private final Map<String, Device> open = new ConcurrentHashMap<>();
    private final Map<Long, HostUse> running = new ConcurrentHashMap<>();

    private DriverHost(DeviceDriver driver, OutputStream out) {
        this.driver = driver;
        this.out = out;
    }

    /** @param arguments the driver's id */
    static void main(String[] arguments) throws IOException {
        PrintStream out = System.out;
        System.setOut(System.err); // what a driver prints is no frame
        for (DeviceDriver driver : ServiceLoader.load(DeviceDriver.class)) {
            if (driver.id().equals(arguments[0])) {
                new DriverHost(driver, out).serve(new BufferedInputStream(System.in));
            }
        }
        Runtime.getRuntime().halt(NO_SUCH_DRIVER);
    }

    /** Without shutdown hooks at the end: native code may hang in them, and nobody is left to kill this. */
    private void serve(InputStream in) throws IOException {
        while (true) {
            var told = Frames.read(in, ToHost.class);
            if (told.isEmpty()) {
                Runtime.getRuntime().halt(0);
                return;
            }
            take(told.get());
        }
    }

    private void take(ToHost told) {
        switch (told) {
            case ToHost.RunTask run -> {
                HostUse use = new HostUse(run.call(), run.name(), this::say);
                running.put(run.call(), use);
                use.runs(aside(
                        run,
                        () -> new FromHost.Ended(run.call(), device(run.key()).run(run.task(), use))));
            }
            case ToHost.Find find ->
                aside(find, () -> new FromHost.FoundAre(find.call(), driver.find(new Settings(find.settings()))));
            case ToHost.Open opening ->
                aside(opening, () -> {
                    Device before = open.put(
                            opening.found().key(), driver.open(opening.found(), new Settings(opening.settings())));
                    if (before != null) {
                        before.close();
                    }
                    return new FromHost.Opened(opening.call());
                });
            case ToHost.AskStatus ask ->
                aside(
                        ask,
                        () -> new FromHost.StatusIs(
                                ask.call(), device(ask.key()).status()));
            case ToHost.Close closing ->
                aside(closing, () -> {
                    Device closed = open.remove(closing.key());
                    if (closed != null) {
                        closed.close();
                    }
                    return null;
                });
            case ToHost.Stop stop -> use(stop).stop();
            case ToHost.PageIsKept kept -> use(kept).answered(kept);
            case ToHost.Refused refused -> use(refused).answered(refused);
            case ToHost.DocumentPart part -> use(part).answered(part);
        }
    }

    /** Of a task that is over by now, where it is not known any more. */
    private HostUse use(ToHost told) {
        HostUse use = running.get(told.call());
        return use == null ? new HostUse(told.call(), "", this::say) : use;
    }

    private Device device(String key) throws DeviceFault {
        Device device = open.get(key);
        if (device == null) {
            throw new DeviceFault(Trouble.NOT_PRESENT);
        }
        return device;
    }

    private interface Work {
        @Nullable
        FromHost answer() throws DeviceFault, InterruptedException;
    }

    private Thread aside(ToHost told, Work work) {
        Thread thread = Thread.ofPlatform().daemon().unstarted(() -> {
            FromHost answer = outcome(told.call(), work);
            running.remove(told.call());
            if (answer != null) {
                say(answer);
            }
        });
        thread.start();
        return thread;
    }

    private static @Nullable FromHost outcome(Long call, Work work) {
        try {
            return work.answer();
        } catch (DeviceFault fault) {
            return new FromHost.Failed(call, fault.why(), fault.detail());
        } catch (InterruptedException stopped) {
            return new FromHost.Stopped(call);
        } catch (Throwable anything) { // a driver may die of any error
            return new FromHost.Threw(call, anything.getClass().getName());
        }
    }

    private void say(FromHost frame) {
        try {
            Frames.write(out, frame);
        } catch (IOException daemonIsGone) {
            Runtime.getRuntime().halt(0);
        }
    }
}
