package org.virtualwindow.kiosk.device;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.virtualwindow.protocol.DeviceView;
import org.virtualwindow.protocol.SelfTest.Tried;
import org.virtualwindow.protocol.values.Capability;

/** The devices of one kiosk. Any thread. */
public final class Devices implements AutoCloseable {
    private final List<Driven> drivers;
    private final Pace pace;
    private final Consumer<List<DeviceView>> changed;
    private final ScheduledExecutorService watchdog = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("watchdog").factory());
    private List<DeviceView> told = List.of();

    /**
     * @param unended tells the names of uses that may still have an effect ({@link org.virtualwindow.kiosk.driver.Device#takeBack})
     * @param changed told of the devices whenever one of them came, went or changed
     */
    public Devices(
            List<Configured> configured, Pace pace, Supplier<Set<String>> unended, Consumer<List<DeviceView>> changed) {
        this.pace = pace;
        this.changed = changed;
        drivers = configured.stream()
                .map(each -> new Driven(each, pace, unended, this::tell))
                .toList();
    }

    /** Looks for devices from now on. */
    public void start() {
        drivers.forEach(Driven::start);
        long often =
                Driven.shorter(pace.between(), pace.patience().dividedBy(4)).toMillis();
        watchdog.scheduleWithFixedDelay(this::checkAll, often, often, TimeUnit.MILLISECONDS);
    }

    /** As they are now. */
    public List<DeviceView> views() {
        List<DeviceView> views = new ArrayList<>();
        for (Driven driver : drivers) {
            driver.attached().forEach(device -> views.add(device.view(driver.isBroken())));
        }
        return List.copyOf(views);
    }

    /** One that can do this, best one that works and has nothing to do; empty where there is none at all. */
    public Optional<Attached> find(Capability capability) {
        return drivers.stream()
                .flatMap(driver -> driver.attached().stream())
                .filter(device -> device.can(capability))
                .min(Comparator.comparing((Attached device) -> device.unusable().isPresent())
                        .thenComparing(Attached::isBusy)
                        .thenComparing(device -> device.view(false).condition())
                        .thenComparing(device -> device.id().value()));
    }

    /** Asks each kind of device anew how it is. Blocks for some seconds where drivers do not answer. */
    public List<Tried> tested() {
        return Stream.of(Capability.READ_CARD, Capability.SCAN, Capability.PRINT)
                .map(capability -> SelfTesting.tried(
                        capability,
                        drivers.stream()
                                .flatMap(driver -> driver.attached().stream())
                                .filter(device -> device.can(capability))
                                .toList()))
                .toList();
    }

    /** Whoever was here has left. Nothing may run for them any more. */
    public void forget() {
        drivers.forEach(Driven::forget);
    }

    @Override
    public void close() {
        watchdog.shutdownNow();
        drivers.forEach(Driven::close);
    }

    private void checkAll() {
        long now = System.nanoTime();
        drivers.forEach(driver -> driver.checkThatItComesBack(now));
    }

    private synchronized void tell() {
        List<DeviceView> now = views();
        if (!now.equals(told)) {
            told = now;
            changed.accept(now);
        }
    }
}
