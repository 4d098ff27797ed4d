package org.virtualwindow.kiosk.device;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.virtualwindow.kiosk.driver.Device;
import org.virtualwindow.kiosk.driver.DeviceFault;
import org.virtualwindow.kiosk.driver.Found;
import org.virtualwindow.kiosk.driver.Status;
import org.virtualwindow.protocol.DeviceView;
import org.virtualwindow.protocol.ids.DeviceId;
import org.virtualwindow.protocol.values.Capability;
import org.virtualwindow.protocol.values.DeviceCondition;
import org.virtualwindow.protocol.values.Trouble;

/**
 * A device that was found. Its {@link Driven} opens it and asks how it is; whoever gives it a task says when that begins and is over.
 * Any thread.
 */
public final class Attached {
    private static final int LONGEST_NAME = 80;
    private static final Status LOST = Status.of(DeviceCondition.FAULT, Trouble.DRIVER_LOST);
    private static final Status NONSENSE = Status.of(DeviceCondition.FAULT, Trouble.MALFORMED);

    private final DeviceId id;
    private final Found found;
    private final Runnable changed;
    private volatile @Nullable Device device;
    private volatile Status status = Status.of(DeviceCondition.UNKNOWN);
    private volatile boolean busy;
    private volatile boolean lost;

    Attached(DeviceId id, Found found, Runnable changed) {
        this.id = id;
        this.found = found;
        this.changed = changed;
    }

    public DeviceId id() {
        return id;
    }

    boolean can(Capability capability) {
        return found.can().contains(capability);
    }

    Found found() {
        return found;
    }

    /** Empty where it could not be opened, or is about to be opened anew. */
    public Optional<Device> device() {
        return lost ? Optional.empty() : Optional.ofNullable(device);
    }

    /** Why it cannot be used where {@link #device} is empty, or empty where it can. */
    public Optional<Trouble> unusable() {
        if (status.condition() == DeviceCondition.DISABLED) {
            return Optional.of(Trouble.SWITCHED_OFF);
        }
        if (device().isPresent()) {
            return Optional.empty();
        }
        return Optional.of(
                lost
                        ? Trouble.DRIVER_LOST
                        : status.troubles().stream().findFirst().orElse(Trouble.OFFLINE));
    }

    public boolean isBusy() {
        return busy;
    }

    /** It has a task from now on. */
    public void begins() {
        busy = true;
        changed.run();
    }

    /** Its task is over, and its driver has come back from it. */
    public void ends() {
        busy = false;
        changed.run();
    }

    /** Its driver broke or did not come back from a task: it is closed now, and opened anew once the driver has come back. */
    public void lose() {
        lost = true;
        changed.run();
        closeAside();
    }

    /** What it was asked last may still happen: it is closed now, and opened anew when that is taken back. */
    public void doubt() {
        status = Status.of(DeviceCondition.FAULT, Trouble.OUTCOME_UNKNOWN);
        closeAside();
        changed.run();
    }

    /** It may be opened anew. */
    boolean isLeft() {
        return device == null && !busy;
    }

    void opened(Device opened) {
        device = opened;
        lost = false;
    }

    void failed(DeviceFault fault) {
        status = Status.of(DeviceCondition.FAULT, fault.why());
        lost = false;
    }

    /** @param said what a driver returned, which may be anything */
    void is(@Nullable Status said) {
        status = made(said);
    }

    /** A driver whose {@code close} hangs keeps a thread, and nobody else. */
    void closeAside() {
        Device open = device;
        device = null;
        if (open != null) {
            Thread.ofPlatform().daemon().name("close " + id).start(() -> {
                try {
                    open.close();
                } catch (Throwable breaksItsWord) {
                    // it is gone either way
                }
            });
        }
    }

    /** @param hangs its driver does not answer */
    DeviceView view(boolean hangs) {
        Status now = hangs || lost ? LOST : status;
        boolean works = now.condition() == DeviceCondition.OK || now.condition() == DeviceCondition.WARNING;
        return new DeviceView(
                id,
                found.name().substring(0, Math.min(LONGEST_NAME, found.name().length())),
                found.can(),
                busy && works ? DeviceCondition.BUSY : now.condition(),
                now.troubles(),
                found.simulated());
    }

    private static Status made(@Nullable Status said) {
        if (said == null || said.condition() == null || said.troubles() == null) {
            return NONSENSE;
        }
        Set<Trouble> troubles = new HashSet<>(said.troubles());
        return troubles.contains(null)
                ? NONSENSE
                : new Status(said.condition(), troubles.stream().sorted().toList());
    }

    /** Each once and in one order, so that two can be compared. */
    static List<Capability> sorted(List<Capability> can) {
        return can.stream().distinct().sorted().toList();
    }
}
