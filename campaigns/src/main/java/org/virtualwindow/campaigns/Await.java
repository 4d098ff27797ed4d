package org.virtualwindow.campaigns;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waiting for a condition. */
final class Await {
    private static final long LOOK_AGAIN = 1_000_000;
    /** Many wait at once, on processors that what they wait for needs, too. */
    private static final long SELDOM = 10_000_000;

    private static final int OF_THE_TIME = 16;

    private Await() {}

    /** @param what for whoever reads that it did not come true */
    static void until(BooleanSupplier condition, Duration patience, Supplier<String> what) throws InterruptedException {
        long began = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            long waited = System.nanoTime() - began;
            if (waited > patience.toNanos()) {
                throw new IllegalStateException("after " + patience.toSeconds() + " s still not: " + what.get());
            }
            LockSupport.parkNanos(Math.clamp(waited / OF_THE_TIME, LOOK_AGAIN, SELDOM));
        }
    }

    static void passing(Duration time) throws InterruptedException {
        Thread.sleep(time);
    }
}
