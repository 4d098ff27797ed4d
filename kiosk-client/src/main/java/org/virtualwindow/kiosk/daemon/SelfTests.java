package org.virtualwindow.kiosk.daemon;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.virtualwindow.kiosk.command.Commands;
import org.virtualwindow.kiosk.device.Devices;
import org.virtualwindow.protocol.DeviceResult;
import org.virtualwindow.protocol.DeviceResult.TaskFailed;
import org.virtualwindow.protocol.DeviceTask;
import org.virtualwindow.protocol.DeviceTask.ReadIdCard;
import org.virtualwindow.protocol.SelfTest.TestOutcome;
import org.virtualwindow.protocol.SelfTest.TestPart;
import org.virtualwindow.protocol.SelfTest.Tried;
import org.virtualwindow.protocol.values.Trouble;

/**
 * The kiosk tries its devices, as far as that goes without a person: a card that lies on the reader is read, which nobody is shown, a
 * page is printed where that is wanted, and the others are asked how they are. Whoever sits down meanwhile comes first; where somebody is
 * there already, none of it is done.
 */
final class SelfTests {
    private static final Duration A_CARD = Duration.ofSeconds(4);
    private static final Duration A_PAGE = Duration.ofSeconds(90);

    private final Devices devices;
    private final Commands commands;

    SelfTests(Devices devices, Commands commands) {
        this.devices = devices;
        this.commands = commands;
    }

    /** While somebody is there: every device only says how it is. Blocks. */
    List<Tried> asked() {
        return devices.tested().stream()
                .map(asked -> asked.outcome() == TestOutcome.ANSWERED && asked.part() != TestPart.SCAN
                        ? other(asked, TestOutcome.NOT_TRIED, Trouble.BUSY)
                        : asked)
                .toList();
    }

    /** What was on it has to be forgotten. */
    static boolean readACard(List<Tried> tried) {
        return tried.stream().anyMatch(part -> part.part() == TestPart.CARD && part.outcome() == TestOutcome.PASSED);
    }

    /** Blocks until all is tried. */
    List<Tried> tried(boolean print) {
        return devices.tested().stream().map(asked -> tried(asked, print)).toList();
    }

    private Tried tried(Tried asked, boolean print) {
        if (asked.outcome() != TestOutcome.ANSWERED) {
            return asked;
        }
        return switch (asked.part()) {
            case CARD -> done(asked, new ReadIdCard(Optional.empty()), A_CARD);
            case PRINT -> print ? done(asked, TestPage.PRINTED, A_PAGE) : asked;
            case SCAN, TONE, PICTURE -> asked;
        };
    }

    private Tried done(Tried asked, DeviceTask task, Duration within) {
        DeviceResult result = commands.attempt(task, within)
                .completeOnTimeout(
                        new TaskFailed(Trouble.TIMED_OUT), within.plusSeconds(5).toMillis(), TimeUnit.MILLISECONDS)
                .join();
        return switch (result) {
            case DeviceResult.TaskCancelled _ -> other(asked, TestOutcome.NOT_TRIED, Trouble.BUSY);
            case TaskFailed failed ->
                switch (failed.why()) {
                    case NO_CARD -> other(asked, TestOutcome.ANSWERED, Trouble.NO_CARD);
                    case BUSY -> other(asked, TestOutcome.NOT_TRIED, Trouble.BUSY);
                    default -> other(asked, TestOutcome.FAILED, failed.why());
                };
            default -> new Tried(asked.part(), TestOutcome.PASSED, asked.why());
        };
    }

    private static Tried other(Tried asked, TestOutcome outcome, Trouble why) {
        return new Tried(asked.part(), outcome, Optional.of(why));
    }
}
