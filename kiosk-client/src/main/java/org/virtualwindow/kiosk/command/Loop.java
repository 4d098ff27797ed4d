package org.virtualwindow.kiosk.command;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread of {@link Commands}: what goes wrong in one piece of work does not stop the next. */
final class Loop {
    private static final Logger LOG = LoggerFactory.getLogger(Loop.class);

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("commands").factory());

    void post(Runnable work) {
        try {
            thread.execute(guarded(work));
        } catch (RejectedExecutionException closed) {
            LOG.debug("The daemon stops", closed);
        }
    }

    ScheduledFuture<?> later(Duration after, Runnable work) {
        return thread.schedule(guarded(work), after.toMillis(), TimeUnit.MILLISECONDS);
    }

    ScheduledFuture<?> every(Duration pause, Runnable work) {
        return thread.scheduleWithFixedDelay(guarded(work), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    boolean isOver() {
        return thread.isShutdown();
    }

    void end() {
        thread.shutdownNow();
    }

    private static Runnable guarded(Runnable work) {
        return () -> {
            try {
                work.run();
            } catch (RuntimeException bug) {
                LOG.error("A command went wrong", bug);
            }
        };
    }
}
