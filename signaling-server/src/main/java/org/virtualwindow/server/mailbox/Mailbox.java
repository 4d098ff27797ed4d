package org.virtualwindow.server.mailbox;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs what it is given one task at a time, in order, on borrowed threads. The only lock of the domain is in here. Tasks must not
 * wait. With {@code Runnable::run} for threads, a test sees the same order as production.
 */
public final class Mailbox implements Executor {
    private static final Logger log = LoggerFactory.getLogger(Mailbox.class);

    private final Executor threads;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private boolean busy;

    public Mailbox(Executor threads) {
        this.threads = threads;
    }

    @Override
    public void execute(Runnable task) {
        synchronized (waiting) {
            waiting.add(task);
            if (busy) {
                return;
            }
            busy = true;
        }
        threads.execute(this::drain);
    }

    private void drain() {
        for (Runnable task = take(); task != null; task = take()) {
            try {
                task.run();
            } catch (Throwable e) {
                log.error(
                        "A task failed in its mailbox", e); // one bad task, or an error in it, must not stop its owner
            }
        }
    }

    private @Nullable Runnable take() {
        synchronized (waiting) {
            Runnable task = waiting.poll();
            if (task == null) {
                busy = false;
            }
            return task;
        }
    }
}
