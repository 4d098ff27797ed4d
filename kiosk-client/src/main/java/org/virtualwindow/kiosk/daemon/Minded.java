package org.virtualwindow.kiosk.daemon;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.virtualwindow.kiosk.browser.Browser;
import org.virtualwindow.protocol.FromHall.Restarted;
import org.virtualwindow.protocol.values.Trouble;

/** The browser that the daemon minds, where it minds one. */
final class Minded implements Restarts, AutoCloseable {
    private volatile @Nullable Browser browser;

    void start(Browser minded) {
        browser = minded;
        // Whoever stops the daemon leaves nothing of an applicant behind. Where it is killed, the next start looks
        // after that.
        Runtime.getRuntime().addShutdownHook(new Thread(minded::close, "close-browser"));
        minded.start();
    }

    /** Empty where nobody minds one. */
    Optional<Boolean> isUp() {
        Browser minded = browser;
        return minded == null ? Optional.empty() : Optional.of(minded.isUp());
    }

    long restarts() {
        Browser minded = browser;
        return minded == null ? 0 : minded.restarts();
    }

    @Override
    public CompletableFuture<Optional<Trouble>> whyNot(Restarted what) {
        Browser minded = browser;
        return minded == null
                ? DAEMON_ALONE.whyNot(what)
                : minded.isFree().thenApply(free -> free ? Optional.empty() : Optional.of(Trouble.BUSY));
    }

    @Override
    public void browserAnew() {
        Browser minded = browser;
        if (minded != null) {
            minded.wipe();
        }
    }

    /** Wipes, and says so on the screen for as long as this program runs, which then is until somebody ends it. */
    void takeOutOfUse() throws InterruptedException {
        Browser minded = browser;
        if (minded != null) {
            minded.takeOutOfUse();
            Thread.sleep(Long.MAX_VALUE);
        }
    }

    @Override
    public void close() {
        Browser minded = browser;
        if (minded != null) {
            minded.close();
        }
    }
}
