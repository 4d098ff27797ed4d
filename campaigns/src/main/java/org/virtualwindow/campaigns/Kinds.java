package org.virtualwindow.campaigns;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.virtualwindow.campaigns.history.Fact;

/** How often operations of each kind were accepted, refused and said again, as a history tells. */
final class Kinds {
    private final Map<String, Count> counts = new TreeMap<>();

    private static final class Count {
        private int accepted;
        private int refused;
        private int again;

        @Override
        public String toString() {
            return accepted + "/" + refused + "/" + again;
        }
    }

    static Kinds in(List<Fact> history) {
        Kinds kinds = new Kinds();
        Map<String, Count> operations = new HashMap<>();
        for (Fact fact : history) {
            switch (fact) {
                case Fact.Sent sent -> {
                    String kind = sent.wish().kind();
                    Count count = kinds.counts.computeIfAbsent(kind, it -> new Count());
                    if (operations.put(sent.op(), count) != null) {
                        count.again++;
                    }
                }
                case Fact.Answered answered -> {
                    Count count = operations.computeIfAbsent(answered.op(), it -> new Count());
                    if (answered.accepted()) {
                        count.accepted++;
                    } else {
                        count.refused++;
                    }
                }
                case Fact _ -> {}
            }
        }
        return kinds;
    }

    /** As {@code SetField 12/3/4}; a second answer counts again. */
    String text() {
        return counts.entrySet().stream()
                .map(each -> each.getKey() + " " + each.getValue())
                .collect(Collectors.joining(", "));
    }
}
