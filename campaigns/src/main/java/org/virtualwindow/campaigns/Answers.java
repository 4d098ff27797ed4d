package org.virtualwindow.campaigns;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.virtualwindow.campaigns.history.Fact;

/** What a history says of answers, for figures. */
record Answers(long accepted, long refused, long contested) {
    /** contested: calls that somebody could still move when somebody else was too late. */
    static Answers in(List<Fact> history) {
        Set<String> accepted = new HashSet<>();
        Set<String> refused = new HashSet<>();
        Map<String, String> calls = new HashMap<>();
        for (Fact fact : history) {
            switch (fact) {
                case Fact.Sent sent
                when !sent.wish().kind().equals("RequestCall") ->
                    calls.put(sent.op(), sent.wish().where());
                case Fact.Answered answered when answered.accepted() -> accepted.add(answered.op());
                case Fact.Answered answered -> refused.add(answered.op());
                case Fact _ -> {}
            }
        }
        Set<String> moved = places(accepted, calls);
        moved.retainAll(places(refused, calls));
        return new Answers(accepted.size(), refused.size(), moved.size());
    }

    private static Set<String> places(Set<String> operations, Map<String, String> calls) {
        Set<String> places = new HashSet<>();
        operations.forEach(op -> places.add(calls.getOrDefault(op, "")));
        places.remove("");
        return places;
    }
}
