package org.virtualwindow.server.mailbox;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The threads that mailboxes borrow: a virtual one for each time one has work. */
public final class Threads implements Executor, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Threads.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ExecutorService running = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("task-", 0).factory());

    /** Once closed, nothing more is begun: what nobody was told yet is as lost as it is when the machine stops. */
    @Override
    public void execute(Runnable task) {
        try {
            running.execute(task);
        } catch (RejectedExecutionException stopped) {
            log.debug("Not begun any more: the server stops");
        }
    }

    /** Waits for what is under way, so that the database and the files it writes to may be closed; not for longer than 5 s. */
    @Override
    public void close() {
        running.shutdown();
        try {
            if (!running.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                log.warn("Something still ran when the server stopped");
                running.shutdownNow();
            }
        } catch (InterruptedException e) {
            running.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
