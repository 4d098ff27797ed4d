package org.virtualwindow.kiosk.device;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.virtualwindow.kiosk.driver.Device;
import org.virtualwindow.kiosk.driver.Status;
import org.virtualwindow.protocol.SelfTest.TestOutcome;
import org.virtualwindow.protocol.SelfTest.TestPart;
import org.virtualwindow.protocol.SelfTest.Tried;
import org.virtualwindow.protocol.values.Capability;
import org.virtualwindow.protocol.values.DeviceCondition;
import org.virtualwindow.protocol.values.Trouble;

/** Asks every device anew how it is. Blocks. */
final class SelfTesting {
    private static final long PATIENCE_SECONDS = 5;

    private SelfTesting() {}

    /** @param devices that can do it */
    static Tried tried(Capability capability, List<Attached> devices) {
        if (devices.isEmpty()) {
            return new Tried(part(capability), TestOutcome.NOT_TRIED, Optional.of(Trouble.NOT_PRESENT));
        }
        Optional<Trouble> why = Optional.empty();
        for (Attached device : devices) {
            Optional<Status> status = status(device);
            if (status.filter(SelfTesting::works).isPresent()) {
                return new Tried(
                        part(capability),
                        TestOutcome.ANSWERED,
                        status.get().troubles().stream().findFirst());
            }
            why = status.map(said -> said.troubles().stream().findFirst().orElse(Trouble.IO_ERROR))
                    .or(device::unusable)
                    .or(() -> Optional.of(Trouble.TIMED_OUT));
        }
        return new Tried(part(capability), TestOutcome.FAILED, why);
    }

    private static boolean works(Status status) {
        return switch (status.condition()) {
            case OK, WARNING, BUSY -> true;
            case UNKNOWN, FAULT, DISABLED -> false;
        };
    }

    /** Empty where it is not open, or does not answer in time. */
    private static Optional<Status> status(Attached attached) {
        Optional<Device> device = attached.device();
        if (device.isEmpty()) {
            return Optional.empty();
        }
        var answer = new CompletableFuture<Status>();
        Thread.ofPlatform().daemon().name("self-test " + attached.id()).start(() -> {
            try {
                answer.complete(device.get().status());
            } catch (Throwable anything) { // a driver may die of any error
                answer.complete(Status.of(DeviceCondition.FAULT, Trouble.DRIVER_LOST));
            }
        });
        return Optional.ofNullable(answer.completeOnTimeout(null, PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join());
    }

    private static TestPart part(Capability capability) {
        return switch (capability) {
            case READ_CARD -> TestPart.CARD;
            case SCAN -> TestPart.SCAN;
            case PRINT -> TestPart.PRINT;
            case CAPTURE, SIGN -> throw new IllegalArgumentException(capability + " is the page's");
        };
    }
}
