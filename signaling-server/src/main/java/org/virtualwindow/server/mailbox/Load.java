package org.virtualwindow.server.mailbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/** Threads that all mailboxes of one kind borrow, and what is counted of their work: what waits, how long a task takes, what failed. */
public final class Load implements Executor {
    private final Executor threads;
    private final LongAdder waiting = new LongAdder();
    private final DistributionSummary depth;
    private final Timer tasks;
    private final Counter failures;

    /** @param kind whose mailboxes: few, and never the name of a single one */
    public Load(Executor threads, MeterRegistry registry, String kind) {
        this.threads = threads;
        Gauge.builder("virtualwindow.mailbox.waiting", waiting::sum)
                .description("Tasks that wait in mailboxes of this kind")
                .tag("kind", kind)
                .register(registry);
        this.depth = DistributionSummary.builder("virtualwindow.mailbox.depth")
                .description("Tasks that waited in one mailbox when another was posted to it")
                .tag("kind", kind)
                .register(registry);
        this.tasks = Timer.builder("virtualwindow.mailbox.task")
                .description("How long a task kept its mailbox")
                .tag("kind", kind)
                .register(registry);
        this.failures = Counter.builder("virtualwindow.mailbox.failures")
                .description("Tasks that threw")
                .tag("kind", kind)
                .register(registry);
    }

    /** These threads, counted nowhere where they are not counted already. */
    static Load of(Executor threads) {
        return threads instanceof Load load ? load : new Load(threads, new CompositeMeterRegistry(), "any");
    }

    @Override
    public void execute(Runnable task) {
        threads.execute(task);
    }

    void posted(int before) {
        waiting.increment();
        depth.record(before);
    }

    void done(long nanos) {
        waiting.decrement();
        tasks.record(nanos, TimeUnit.NANOSECONDS);
    }

    void failed() {
        failures.increment();
    }
}
