package org.virtualwindow.server;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.virtualwindow.server.mailbox.Load;
import org.virtualwindow.server.mailbox.Mailbox;

/** What everything runs on. */
record Around(Executor threads, ScheduledExecutorService timer, MeterRegistry registry, InstantSource clock) {
    /** What one tick may be late does not matter: the desk usually rings for 20 s. */
    static ScheduledExecutorService oneTimer() {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().name("timer").daemon().factory());
        timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        timer.setContinueExistingPeriodicTasksAfterShutdownPolicy(false);
        return timer;
    }

    /** For mailboxes of this kind. */
    Load load(String kind) {
        return new Load(threads, registry, kind);
    }

    /** The only one of its kind. */
    Mailbox mailbox(String kind) {
        return new Mailbox(load(kind));
    }
}
