package org.virtualwindow.kiosk.driver.simulated;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.virtualwindow.kiosk.driver.DeviceFault;
import org.virtualwindow.kiosk.driver.Settings;
import org.virtualwindow.kiosk.driver.Status;
import org.virtualwindow.kiosk.driver.Use;
import org.virtualwindow.kiosk.driver.simulated.Script.Misdeed;
import org.virtualwindow.kiosk.driver.simulated.Script.Step;
import org.virtualwindow.protocol.values.DeviceCondition;
import org.virtualwindow.protocol.values.Trouble;

/**
 * What is wrong with one simulated device just now. It is said by a script of the settings, or by a file in the control folder that has
 * the device's name: while that is there it counts alone, and an empty one means that nothing is wrong. Any thread.
 */
final class Faults {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);
    private static final Set<Trouble> WARNINGS = Set.of(Trouble.MEDIA_LOW, Trouble.TONER_LOW);
    /** They are about what lies there, not about the device. */
    private static final Set<Trouble> OF_A_TASK = Set.of(Trouble.NO_DOCUMENT, Trouble.NO_CARD, Trouble.CARD_UNREADABLE);

    private final Script script;
    private final Optional<Path> control;
    private final InstantSource clock;
    private final Map<Step, Instant> noticed = new HashMap<>();
    private int done;

    Faults(String device, Settings settings, InstantSource clock) {
        script = Script.of(settings.get(device, ""));
        control = settings.get("control").map(folder -> Path.of(folder, device));
        this.clock = clock;
    }

    /** A sheet, a page, a card. */
    synchronized void didOne() {
        done++;
    }

    List<Trouble> troubles() {
        return present().flatMap(step -> step.trouble().stream()).distinct().toList();
    }

    Status status() {
        List<Trouble> troubles = troubles().stream()
                .filter(trouble -> !OF_A_TASK.contains(trouble))
                .toList();
        if (troubles.isEmpty()) {
            return Status.OK;
        }
        return new Status(WARNINGS.containsAll(troubles) ? DeviceCondition.WARNING : DeviceCondition.FAULT, troubles);
    }

    /** Waits, as a printer does, while one of these is there; whatever else is wrong ends the task. */
    void waitOut(Set<Trouble> troubles, Use use) throws DeviceFault, InterruptedException {
        misbehave(use);
        Optional<Trouble> said = Optional.empty();
        while (true) {
            Optional<Trouble> now = worst();
            if (now.isEmpty()) {
                return;
            }
            if (!troubles.contains(now.get())) {
                throw new DeviceFault(now.get(), "simulated");
            }
            if (!now.equals(said)) {
                use.waitsFor(now.get());
                said = now;
            }
            Thread.sleep(LOOK_AGAIN);
        }
    }

    boolean does(Misdeed misdeed) {
        return present().anyMatch(step -> step.misdeed().filter(misdeed::equals).isPresent());
    }

    private Optional<Trouble> worst() {
        return troubles().stream()
                .filter(trouble -> !WARNINGS.contains(trouble))
                .findFirst();
    }

    private void misbehave(Use use) throws InterruptedException {
        if (does(Misdeed.CRASH)) {
            throw new IllegalStateException("scripted");
        }
        while (does(Misdeed.FLOOD)) {
            for (int i = 0; i < 1_000; i++) {
                use.progress(i % 100);
            }
            Thread.sleep(1);
        }
        while (does(Misdeed.HANG)) {
            try {
                Thread.sleep(LOOK_AGAIN);
            } catch (InterruptedException neverMind) {
                // this is what it is for
            }
        }
    }

    private synchronized Stream<Step> present() {
        return controlled()
                .map(now -> now.steps().stream())
                .orElseGet(() -> script.steps().stream().filter(this::isPresent));
    }

    private boolean isPresent(Step step) {
        if (done < step.after()) {
            return false;
        }
        Instant now = clock.instant();
        Instant since = noticed.computeIfAbsent(step, _ -> now);
        return step.lasts().isEmpty() || now.isBefore(since.plus(step.lasts().get()));
    }

    private Optional<Script> controlled() {
        if (control.isEmpty() || !Files.isRegularFile(control.get())) {
            return Optional.empty();
        }
        try {
            return Optional.of(Script.of(Files.readString(control.get())));
        } catch (IOException | IllegalArgumentException halfWritten) {
            return Optional.of(Script.NONE);
        }
    }
}
