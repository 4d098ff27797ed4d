package org.virtualwindow.kiosk.browser;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.virtualwindow.kiosk.memory.OwnMemory;
import org.virtualwindow.protocol.ids.CommandId;

/**
 * Keeps the kiosk's browser running: starts it, starts it anew when it died or hangs, and wipes it after every applicant. A wipe asks
 * nobody: the browser is killed, its profile deleted and the daemon forgets, whether or not there is a server.
 */
public final class Browser implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Browser.class);
    /** Who ended sooner than this is not started again at once for ever. */
    private static final Duration SHORT = Duration.ofSeconds(10);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);
    private static final int MOST_DOUBLINGS = 10;
    private static final long WIPE_PATIENCE_SECONDS = 5;

    private final String origin;
    private final LaunchCodes codes;
    private final Consumer<Optional<CommandId>> stop;
    private final Runnable forget;
    private final InstantSource clock;
    private volatile BrowserOptions options;
    private volatile @Nullable BrowserRun current;
    private volatile @Nullable CompletableFuture<Void> wiping;
    private volatile boolean closed;
    private volatile boolean outOfUse;
    private volatile long restarts;
    private boolean covers;

    /**
     * @param origin of our pages; nothing else is ever shown
     * @param stop the applicant pressed 停止, for the command that the page names; called on a thread of its own, at once
     * @param forget whatever else this machine keeps of an applicant is to go; called once for each wipe
     */
    public Browser(
            BrowserOptions options,
            String origin,
            LaunchCodes codes,
            Consumer<Optional<CommandId>> stop,
            Runnable forget,
            InstantSource clock) {
        this.options = options;
        this.origin = origin;
        this.codes = codes;
        this.stop = stop;
        this.forget = forget;
        this.clock = clock;
    }

    /** Keeps it running on a thread of its own until this is closed. */
    public void start() {
        Thread.ofPlatform().name("browser").daemon().start(this::keep);
    }

    /** Whether a page of ours is shown and answers. Any thread. */
    public boolean isUp() {
        BrowserRun run = current;
        return run != null && run.isUp();
    }

    /** How often it had to be started anew because it had died or hung. Any thread. */
    public long restarts() {
        return restarts;
    }

    /** The process, while there is one. */
    public long pid() {
        BrowserRun run = current;
        return run == null ? 0 : run.pid();
    }

    /** No applicant is served here any more: the last is wiped, and that is shown until the daemon ends. Any thread. */
    public void takeOutOfUse() {
        outOfUse = true;
        wipe();
    }

    /** Everything of the applicant goes. Returns at once; a new browser follows by itself. Any thread. */
    public void wipe() {
        BrowserRun run = current;
        if (run == null) {
            forget.run();
            OwnMemory.overwrite();
            return;
        }
        run.expectEnd();
        wiping = CompletableFuture.allOf(onItsOwn("wipe-browser", run::close), onItsOwn("wipe-rest", forget));
    }

    /** The page says that nobody uses it, or there is none. Any thread. */
    public CompletableFuture<Boolean> isFree() {
        BrowserRun run = current;
        // What follows may wait, which the thread that reads from the browser must not.
        return run == null
                ? CompletableFuture.completedFuture(true)
                : run.isFree().thenApplyAsync(free -> free, Thread::startVirtualThread);
    }

    private static CompletableFuture<Void> onItsOwn(String name, Runnable work) {
        return CompletableFuture.runAsync(
                work, task -> Thread.ofVirtual().name(name).start(task));
    }

    @Override
    public void close() {
        closed = true;
        BrowserRun run = current;
        if (run != null) {
            run.expectEnd();
            run.close();
        }
    }

    private void keep() {
        Profile.deleteLeftBehind(options.profiles());
        int soon = 0;
        while (!closed) {
            Instant started = clock.instant();
            boolean expected = keepGuarded();
            if (closed) {
                return;
            }
            if (expected) {
                soon = 0;
            } else {
                restarts++;
                soon = started.plus(SHORT).isAfter(clock.instant()) ? soon + 1 : 0;
                Duration pause = pauseAfter(soon);
                LOG.warn("The browser ended; it starts anew in {} ms", pause.toMillis());
                pause(pause);
            }
        }
    }

    /** Whatever goes wrong with one browser, the next is started. Returns whether its end was expected. */
    private boolean keepGuarded() {
        boolean expected = false;
        try {
            expected = keepOne();
        } catch (Throwable anything) { // no memory for a moment, for instance
            LOG.error("The browser could not be minded: {}", anything.getClass().getName());
        }
        current = null;
        try {
            awaitWipe();
            overwriteMemory();
        } catch (Throwable anything) {
            LOG.error(
                    "What a browser left could not be overwritten: {}",
                    anything.getClass().getName());
        }
        return expected;
    }

    private void overwriteMemory() {
        try {
            OwnMemory.overwriteReaper();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            closed = true;
        }
        OwnMemory.overwrite();
    }

    /** One browser from its start to its end, of which nothing is held afterwards. Returns whether its end was expected. */
    private boolean keepOne() {
        try (BrowserRun run = new BrowserRun(options, covers, origin, codes, this::wipe, stop, () -> outOfUse, clock)) {
            current = run;
            if (!closed) {
                run.talk();
                run.missing().filter(size -> !size.isEmpty()).ifPresent(size -> options = options.sized(size));
                covers = covers || run.missing().equals(Optional.of(""));
            }
            return run.isEndExpected();
        } catch (IOException e) {
            LOG.error("The browser could not be started: {}", e.getMessage());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            closed = true;
        }
        return false;
    }

    private void awaitWipe() {
        CompletableFuture<Void> going = wiping;
        if (going != null) {
            going.orTimeout(WIPE_PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .exceptionally(failure -> {
                        LOG.error("Not everything of the last applicant could be wiped", failure);
                        return null;
                    })
                    .join();
            wiping = null;
        }
    }

    /** @param soon how many in a row ended soon after their start; the first may just have been unlucky */
    static Duration pauseAfter(int soon) {
        if (soon < 2) {
            return Duration.ZERO;
        }
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(soon - 2, MOST_DOUBLINGS));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    private static void pause(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
