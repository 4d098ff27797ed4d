package org.virtualwindow.kiosk;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.virtualwindow.kiosk.driver.Device;
import org.virtualwindow.kiosk.driver.DeviceDriver;
import org.virtualwindow.kiosk.driver.DeviceFault;
import org.virtualwindow.kiosk.driver.Found;
import org.virtualwindow.kiosk.driver.Settings;
import org.virtualwindow.kiosk.driver.Status;
import org.virtualwindow.kiosk.driver.Use;
import org.virtualwindow.protocol.DeviceResult;
import org.virtualwindow.protocol.DeviceTask;
import org.virtualwindow.protocol.values.Capability;

/** A driver with one device that does what a test says. */
public final class FakeDevice implements DeviceDriver, Device {
    /** What it does with a task. */
    public interface Doing {
        DeviceResult run(DeviceTask task, Use use) throws DeviceFault, InterruptedException;
    }

    /** What it does of {@link Device#takeBack}. */
    public interface TakingBack {
        void take(Set<String> names) throws DeviceFault, InterruptedException;
    }

    /** A look or a question that may go wrong. */
    public interface Saying<T> {
        T say() throws InterruptedException;
    }

    public final AtomicInteger effects = new AtomicInteger();
    public final AtomicInteger opened = new AtomicInteger();
    public final AtomicInteger forgotten = new AtomicInteger();
    public volatile Doing doing = (task, use) -> new DeviceResult.WasPrinted();
    public volatile Saying<List<Found>> finding;
    public volatile Saying<Status> status = () -> Status.OK;

    public volatile TakingBack takingBack = names -> {};

    private final String id;

    public FakeDevice(String id, Capability... can) {
        this.id = id;
        finding = () -> List.of(new Found("1", "Fake " + id, List.of(can), true));
    }

    /** Comes back from a task only when the latch is open, whoever interrupts it. */
    public static void hang(CountDownLatch until) {
        while (true) {
            try {
                until.await();
                return;
            } catch (InterruptedException neverMind) {
                // this is what it is for
            }
        }
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public List<Found> find(Settings settings) throws InterruptedException {
        return finding.say();
    }

    @Override
    public Device open(Found found, Settings settings) {
        opened.incrementAndGet();
        return this;
    }

    @Override
    public Status status() throws InterruptedException {
        return status.say();
    }

    @Override
    public DeviceResult run(DeviceTask task, Use use) throws DeviceFault, InterruptedException {
        effects.incrementAndGet();
        return doing.run(task, use);
    }

    @Override
    public void takeBack(Set<String> names) throws DeviceFault, InterruptedException {
        takingBack.take(names);
    }

    @Override
    public void forget() {
        forgotten.incrementAndGet();
    }

    @Override
    public void close() {}
}
