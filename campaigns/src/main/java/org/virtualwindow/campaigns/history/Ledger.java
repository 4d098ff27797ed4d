package org.virtualwindow.campaigns.history;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.stream.Stream;
import org.virtualwindow.campaigns.history.Fact.Answered;
import org.virtualwindow.campaigns.history.Fact.KeptCall;
import org.virtualwindow.campaigns.history.Fact.KeptDuty;
import org.virtualwindow.campaigns.history.Fact.KeptEvent;
import org.virtualwindow.campaigns.history.Fact.Sent;

/**
 * A history, sorted so that the checks find what they look for.
 *
 * @param sent the first sending of each operation
 * @param answers all answers to each operation
 * @param rooms each room's journal, in its order
 * @param calls the desk's entries about calls, in their order
 * @param effects where each operation stands in a journal; a room's or the desk's
 * @param replays what each room was after each of its events
 */
record Ledger(
        List<Fact> history,
        Map<Op, Sent> sent,
        Map<Op, List<Answered>> answers,
        Map<String, List<KeptEvent>> rooms,
        List<KeptCall> calls,
        Map<Op, List<Effect>> effects,
        Map<String, NavigableMap<Long, Replay>> replays) {
    static final String DESK = "desk";

    /** An operation of somebody; two people may by chance use the same name. */
    record Op(String who, String op) {}

    /** @param stream the room, or {@link #DESK} */
    record Effect(String stream, long seq, Fact entry) {}

    static Ledger of(List<Fact> history) {
        Ledger ledger = new Ledger(
                history,
                new LinkedHashMap<>(),
                new HashMap<>(),
                new HashMap<>(),
                new ArrayList<>(),
                new HashMap<>(),
                new HashMap<>());
        history.forEach(ledger::take);
        ledger.rooms.values().forEach(events -> events.sort(Comparator.comparing(KeptEvent::seq)));
        ledger.calls.sort(Comparator.comparing(KeptCall::seq));
        return ledger;
    }

    private void take(Fact fact) {
        switch (fact) {
            case Sent it -> sent.putIfAbsent(new Op(it.who(), it.op()), it);
            case Answered it ->
                answers.computeIfAbsent(new Op(it.who(), it.op()), op -> new ArrayList<>())
                        .add(it);
            case KeptEvent it -> {
                rooms.computeIfAbsent(it.room(), room -> new ArrayList<>()).add(it);
                effect(it.by(), it.op(), new Effect(it.room(), it.seq(), it));
            }
            case KeptCall it -> {
                calls.add(it);
                effect(it.by(), it.op(), new Effect(DESK, it.seq(), it));
            }
            case KeptDuty it -> effect(it.by(), it.op(), new Effect(DESK, it.seq(), it));
            case Fact _ -> {}
        }
    }

    private void effect(String by, String op, Effect effect) {
        if (!op.isEmpty()) {
            effects.computeIfAbsent(new Op(by, op), any -> new ArrayList<>()).add(effect);
        }
    }

    <F extends Fact> Stream<F> all(Class<F> kind) {
        return history.stream().filter(kind::isInstance).map(kind::cast);
    }

    boolean accepted(Op op) {
        return answers.getOrDefault(op, List.of()).stream().anyMatch(Answered::accepted);
    }

    List<KeptEvent> room(String room) {
        return rooms.getOrDefault(room, List.of());
    }

    /** What a room was at a place of its journal. */
    Replay replay(String room, long seq) {
        NavigableMap<Long, Replay> states = replays.computeIfAbsent(room, it -> Replay.of(this, it));
        return Objects.requireNonNull(states.floorEntry(seq)).getValue();
    }

    /** What an operation brought about, in order; it is named with the last of it. */
    List<KeptEvent> broughtAbout(KeptEvent last) {
        List<KeptEvent> events = room(last.room());
        int to = Collections.binarySearch(events, last, Comparator.comparing(KeptEvent::seq)) + 1;
        int from = to - 1;
        while (from > 0
                && events.get(from - 1).op().isEmpty()
                && events.get(from - 1).by().equals(last.by())) {
            from--;
        }
        return events.subList(from, to);
    }

    List<Effect> effects(Op op) {
        return effects.getOrDefault(op, List.of());
    }
}
