package org.virtualwindow.server.licence;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;

/**
 * Counts what is asked and how it is answered.
 *
 * @param asked who is really asked
 */
public record CountedRegisters(Registers asked, MeterRegistry registry) implements Registers {
    @Override
    public boolean connected() {
        return asked.connected();
    }

    @Override
    public RegisterAnswer ask(RegisterQuery query) {
        long from = System.nanoTime();
        RegisterAnswer answer = asked.ask(query);
        Timer.builder("virtualwindow.lookups")
                .description("Queries to authorities, by how they were answered")
                .tag("answer", name(answer))
                .register(registry)
                .record(Duration.ofNanos(System.nanoTime() - from));
        return answer;
    }

    private static String name(RegisterAnswer answer) {
        return switch (answer) {
            case RegisterAnswer.Found _ -> "found";
            case RegisterAnswer.NotFound _ -> "not-found";
            case RegisterAnswer.Differs _ -> "differs";
            case RegisterAnswer.Unavailable unavailable ->
                unavailable.why().name().toLowerCase(Locale.ROOT).replace('_', '-');
        };
    }
}
