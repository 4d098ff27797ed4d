package org.virtualwindow.server.hall;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.virtualwindow.protocol.ToHall.WaitingCount;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.server.desk.Call;

/**
 * How many calls that concern a centre waited in the last hour, since this server began: each time the number changed. Only in
 * the desk's mailbox.
 */
final class WaitingHistory {
    private static final Duration KEPT = Duration.ofHours(1);

    private final Map<CentreId, Deque<WaitingCount>> counts = new HashMap<>();
    private final WaitingCount nobody;

    WaitingHistory(Instant begins) {
        this.nobody = new WaitingCount(begins, 0L);
    }

    void note(Instant now, Collection<Call> line) {
        Map<CentreId, Long> waiting = new HashMap<>();
        for (Call call : line) {
            Stream.of(call.near(), call.owner()).distinct().forEach(centre -> waiting.merge(centre, 1L, Long::sum));
        }
        Set<CentreId> centres = new HashSet<>(counts.keySet());
        centres.addAll(waiting.keySet());
        centres.forEach(centre -> note(centre, now, waiting.getOrDefault(centre, 0L)));
    }

    private void note(CentreId centre, Instant now, long waiting) {
        Deque<WaitingCount> kept = counts.computeIfAbsent(centre, _ -> new ArrayDeque<>(List.of(nobody)));
        if (kept.getLast().waiting() != waiting) {
            kept.addLast(new WaitingCount(now, waiting));
        }
        Instant begin = now.minus(KEPT);
        // What was true when the hour began is still needed.
        WaitingCount first = kept.removeFirst();
        while (!kept.isEmpty() && !kept.getFirst().at().isAfter(begin)) {
            first = kept.removeFirst();
        }
        kept.addFirst(first);
    }

    /** From the first number that was true within the hour to the one that is true now. */
    List<WaitingCount> of(CentreId centre) {
        Deque<WaitingCount> kept = counts.get(centre);
        return kept == null ? List.of(nobody) : List.copyOf(kept);
    }
}
