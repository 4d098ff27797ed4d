package org.virtualwindow.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waiting for a condition. */
public final class Await {
    /** Longer than a busy machine takes for anything. */
    public static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final long LOOK_AGAIN = 2_000_000;

    private Await() {}

    /** @param what for whoever reads that it did not come */
    public static void await(String what, BooleanSupplier come) {
        await(PATIENCE, what, come);
    }

    public static void await(Duration longest, String what, BooleanSupplier come) {
        long until = System.nanoTime() + longest.toNanos();
        while (!come.getAsBoolean()) {
            assertThat(until - System.nanoTime())
                    .as("still waiting for " + what)
                    .isPositive();
            LockSupport.parkNanos(LOOK_AGAIN);
        }
    }
}
