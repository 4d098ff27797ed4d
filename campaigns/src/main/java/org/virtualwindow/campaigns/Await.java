package org.virtualwindow.campaigns;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waiting for a condition. */
final class Await {
    private static final long LOOK_AGAIN = 1_000_000;

    private Await() {}

    /** @param what for whoever reads that it did not come true */
    static void until(BooleanSupplier condition, Duration patience, Supplier<String> what) throws InterruptedException {
        long until = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            if (System.nanoTime() > until) {
                throw new IllegalStateException("after " + patience.toSeconds() + " s still not: " + what.get());
            }
            LockSupport.parkNanos(LOOK_AGAIN);
        }
    }

    static void passing(Duration time) throws InterruptedException {
        Thread.sleep(time);
    }
}
