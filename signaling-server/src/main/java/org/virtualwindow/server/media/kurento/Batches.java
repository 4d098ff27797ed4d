package org.virtualwindow.server.media.kurento;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.virtualwindow.protocol.MediaMessage.Candidate;
import org.virtualwindow.server.media.Relay.Stream;

/** Collects the candidates of each stream for a moment, so that few messages carry them. */
final class Batches {
    private final ScheduledExecutorService timer;
    private final Duration moment;
    private final Map<Stream, List<Candidate>> collected = new HashMap<>();

    Batches(ScheduledExecutorService timer, Duration moment) {
        this.timer = timer;
        this.moment = moment;
    }

    synchronized void add(Stream stream, Candidate candidate, Consumer<List<Candidate>> send) {
        List<Candidate> batch = collected.get(stream);
        if (batch == null) {
            batch = new ArrayList<>();
            collected.put(stream, batch);
            timer.schedule(() -> flush(stream, send), moment.toMillis(), TimeUnit.MILLISECONDS);
        }
        batch.add(candidate);
    }

    /** What is collected goes at once, in front of whatever is sent after this. */
    void flush(Stream stream, Consumer<List<Candidate>> send) {
        List<Candidate> batch;
        synchronized (this) {
            batch = collected.remove(stream);
        }
        if (batch != null) {
            send.accept(List.copyOf(batch));
        }
    }
}
