package org.virtualwindow.server.connection;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.virtualwindow.protocol.Answer;

/** What is counted of all connections: who is there, what waits to be written, what was answered, and how connections ended. */
final class Traffic {
    private final MeterRegistry registry;
    private final LongAdder waiting = new LongAdder();
    private final DistributionSummary depth;
    private final Counter received;
    private final Counter accepted;
    private final Counter refused;
    private final Counter limited;
    private final Counter forgotten;

    Traffic(MeterRegistry registry) {
        this.registry = registry;
        Gauge.builder("virtualwindow.outbox.waiting", waiting::sum)
                .description("Messages that wait for a socket")
                .register(registry);
        this.depth = DistributionSummary.builder("virtualwindow.outbox.depth")
                .description("Messages that waited for one socket when another was sent to it")
                .register(registry);
        this.received = counter("virtualwindow.messages.received", "Messages from browsers and daemons");
        this.limited = counter("virtualwindow.rate.limited", "Messages beyond what one peer may say");
        this.forgotten = counter("virtualwindow.outbox.forgotten", "Messages that no socket took any more");
        this.accepted = answers("accepted");
        this.refused = answers("refused");
    }

    /** Counts the connections of one door. */
    AtomicInteger at(String door) {
        AtomicInteger connected = new AtomicInteger();
        Gauge.builder("virtualwindow.connections", connected::get)
                .description("Connected browsers and daemons")
                .tag("door", door)
                .register(registry);
        return connected;
    }

    void received() {
        received.increment();
    }

    void limited() {
        limited.increment();
    }

    void sent(Object message) {
        switch (message) {
            case Answer.Accepted _ -> accepted.increment();
            case Answer.Refused _ -> refused.increment();
            default -> {}
        }
    }

    void queued(int before) {
        waiting.increment();
        depth.record(before);
    }

    /** These no longer wait: written, or forgotten with their connection. */
    void left(int messages) {
        waiting.add(-messages);
    }

    /** These were never written: their peer is gone, or reads too slowly. */
    void forgotten(int messages) {
        left(messages);
        forgotten.increment(messages);
    }

    void closed(int code) {
        Counter.builder("virtualwindow.closed")
                .description("Connections that ended, by their close code")
                .tag("code", known(code))
                .register(registry)
                .increment();
    }

    /** A browser may name any code of four digits: only those that mean something become a label. */
    private static String known(int code) {
        boolean meant = code >= 1000 && code <= 1015 || code >= 4400 && code <= 4599;
        return meant ? String.valueOf(code) : "other";
    }

    private Counter answers(String answer) {
        return Counter.builder("virtualwindow.answers")
                .description("Operations that were answered")
                .tag("answer", answer)
                .register(registry);
    }

    private Counter counter(String name, String description) {
        return Counter.builder(name).description(description).register(registry);
    }
}
