package org.virtualwindow.server.mailbox;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs what it is given one task at a time, in order, on borrowed threads. The only lock of the domain is in here. Tasks of
 * rooms, the desk and calls must not wait; docs/CONCURRENCY.md says which others may. With {@code Runnable::run} for threads, a test sees the same order as production.
 */
public final class Mailbox implements Executor {
    private static final Logger log = LoggerFactory.getLogger(Mailbox.class);

    private final Load load;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private boolean busy;

    /** @param threads a {@link Load} counts what this mailbox does */
    public Mailbox(Executor threads) {
        this.load = Load.of(threads);
    }

    @Override
    public void execute(Runnable task) {
        synchronized (waiting) {
            load.posted(waiting.size());
            waiting.add(task);
            if (busy) {
                return;
            }
            busy = true;
        }
        load.execute(this::drain);
    }

    /** What this comes to in its turn. Waits for it, so never from a task of this mailbox; throws what it throws. */
    public <T> T ask(Supplier<T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        execute(() -> {
            try {
                answer.complete(question.get());
            } catch (Throwable e) {
                answer.completeExceptionally(e);
            }
        });
        try {
            return answer.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException ours ? ours : e;
        }
    }

    /** Whether it takes a task within this time. Waits for it. */
    public boolean answersWithin(Duration bound) {
        CompletableFuture<Boolean> answered = new CompletableFuture<>();
        execute(() -> answered.complete(true));
        return answered.completeOnTimeout(false, bound.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    private void drain() {
        for (Runnable task = take(); task != null; task = take()) {
            long began = System.nanoTime();
            try {
                task.run();
            } catch (Throwable e) {
                load.failed();
                log.error(
                        "A task failed in its mailbox", e); // one bad task, or an error in it, must not stop its owner
            } finally {
                load.done(System.nanoTime() - began);
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
