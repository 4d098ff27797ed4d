package org.virtualwindow.server.journal;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Collection;

/** What is counted of the journal. */
final class CommitFigures {
    private final Timer commits;
    private final DistributionSummary batch;
    private final Counter failures;

    CommitFigures(MeterRegistry registry, Collection<Append> queue) {
        Gauge.builder("virtualwindow.journal.waiting", queue, Collection::size)
                .description("Appends that wait for the journal's thread")
                .register(registry);
        this.commits = Timer.builder("virtualwindow.journal.commit")
                .description("How long a commit took, also one that failed")
                .register(registry);
        this.batch = DistributionSummary.builder("virtualwindow.journal.batch")
                .description("Appends in one commit")
                .register(registry);
        this.failures = Counter.builder("virtualwindow.journal.failures")
                .description("Appends that could not be written for good")
                .register(registry);
    }

    Timer commits() {
        return commits;
    }

    void batch(int appends) {
        batch.record(appends);
    }

    void failed() {
        failures.increment();
    }
}
