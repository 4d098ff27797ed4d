package org.virtualwindow.kiosk.command;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledFuture;
import org.jspecify.annotations.Nullable;
import org.virtualwindow.kiosk.device.Attached;
import org.virtualwindow.protocol.DeviceResult;
import org.virtualwindow.protocol.FromDevice.CommandProgress;
import org.virtualwindow.protocol.ToDevice.DoCommand;
import org.virtualwindow.protocol.values.Trouble;

/** A command that is not over. Of the thread of {@link Commands} alone. */
final class Task {
    final DoCommand asked;
    final Attached device;
    private final ScheduledFuture<?> deadline;

    /** Once its device is free for it. */
    @Nullable
    Run run;

    @Nullable
    ScheduledFuture<?> ticks;

    @Nullable
    CommandProgress told;

    boolean began;

    /** Done when it is over. */
    final CompletableFuture<Void> over = new CompletableFuture<>();

    /** Why it is being stopped. */
    @Nullable
    DeviceResult stopped;

    Task(DoCommand asked, Attached device, ScheduledFuture<?> deadline) {
        this.asked = asked;
        this.device = device;
        this.deadline = deadline;
    }

    /** Why it took too long: who never laid a card is told that, not that something took long. */
    Trouble late() {
        return Optional.ofNullable(run)
                .flatMap(Run::heard)
                .flatMap(CommandProgress::waitsFor)
                .filter(Trouble.NO_CARD::equals)
                .orElse(Trouble.TIMED_OUT);
    }

    void noMoreTimers() {
        deadline.cancel(false);
        if (ticks != null) {
            ticks.cancel(false);
        }
    }
}
