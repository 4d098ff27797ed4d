package org.virtualwindow.server.identity;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/** Lets two people at a time have a secret checked: each takes 19 MiB and a core, and calls must not feel it. */
public final class SlowHashing {
    private static final int AT_ONCE = 2;
    private static final long PATIENCE_SECONDS = 3;

    private final Semaphore places = new Semaphore(AT_ONCE, true);
    private final LongAdder refused = new LongAdder();

    /** Counts who waits for a place, and who was turned away. */
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("virtualwindow.hashing.waiting", places, Semaphore::getQueueLength)
                .description("Sign-ins that wait for their secret to be checked")
                .register(registry);
        FunctionCounter.builder("virtualwindow.hashing.refused", refused, LongAdder::sum)
                .description("Sign-ins that waited in vain")
                .register(registry);
    }

    /** Empty when no place was free in time. */
    <T> Optional<T> run(Supplier<T> work) {
        boolean admitted;
        try {
            admitted = places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        if (!admitted) {
            refused.increment();
            return Optional.empty();
        }
        try {
            return Optional.of(work.get());
        } finally {
            places.release();
        }
    }
}
