package org.virtualwindow.campaigns.history;

import static org.virtualwindow.campaigns.history.Invariant.I10_APART;
import static org.virtualwindow.campaigns.history.Invariant.I1_KEPT;
import static org.virtualwindow.campaigns.history.Invariant.I2_SAME_FOR_ALL;
import static org.virtualwindow.campaigns.history.Invariant.I3_ONE_OWNER;
import static org.virtualwindow.campaigns.history.Invariant.I5_ONCE;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.virtualwindow.campaigns.history.Fact.Answered;
import org.virtualwindow.campaigns.history.Fact.KeptEvent;
import org.virtualwindow.campaigns.history.Fact.Sent;
import org.virtualwindow.campaigns.history.Fact.Wish;
import org.virtualwindow.campaigns.history.Ledger.Effect;
import org.virtualwindow.campaigns.history.Ledger.Op;
import org.virtualwindow.protocol.RoomEvent;

/** What was asked for, what was answered, and what came of it. */
final class OperationChecks {
    /** Where these are accepted something is always written; others may find that all is as they wish already. */
    private static final Set<String> LEAVE_A_TRACE = Set.of(
            "SetField",
            "Undo",
            "AddRow",
            "RemoveRow",
            "Suggest",
            "TakeSuggestion",
            "DropSuggestion",
            "RetractSuggestion",
            "Say",
            "AnswerCall",
            "CancelCall",
            "HangUp",
            "DeclineCall",
            "FinishWrapUp",
            "AssignCall");

    private OperationChecks() {}

    static void check(Ledger ledger, List<Violation> found) {
        ledger.sent().forEach((op, sent) -> {
            List<Effect> effects = ledger.effects(op);
            if (ledger.accepted(op)) {
                kept(ledger, op, sent, effects, found);
            }
            once(op, ledger.answers().getOrDefault(op, List.of()), effects, found);
        });
        ledger.answers().keySet().stream()
                .filter(op -> !ledger.sent().containsKey(op))
                .forEach(op -> found.add(
                        new Violation(I10_APART, op.who() + " was answered " + op.op() + ", which it never asked")));
        sameWordsTwice(ledger, found);
        inTheOrderOfTime(ledger, found);
    }

    private static void kept(Ledger ledger, Op op, Sent sent, List<Effect> effects, List<Violation> found) {
        if (effects.isEmpty()) {
            if (LEAVE_A_TRACE.contains(sent.wish().kind()) || !wasSoAlready(ledger, op, sent.wish())) {
                found.add(new Violation(I1_KEPT, op + " was accepted and is not kept: " + sent.wish()));
            }
            return;
        }
        boolean asAsked = effects.getFirst().entry() instanceof KeptEvent kept
                ? isAsAsked(ledger, sent.wish(), kept)
                : effects.getFirst().stream().equals(Ledger.DESK);
        if (!asAsked) {
            found.add(new Violation(I1_KEPT, op + " was accepted as " + sent.wish() + " and kept as " + effects));
        }
    }

    private static boolean isAsAsked(Ledger ledger, Wish wish, KeptEvent kept) {
        List<KeptEvent> events = ledger.broughtAbout(kept);
        Replay before = ledger.replay(kept.room(), events.getFirst().seq() - 1);
        // A room has no name yet when it is asked for.
        return AsAsked.is(wish, events.stream().map(KeptEvent::event).toList(), before)
                && (wish.where().isEmpty() || kept.room().equals(wish.where()));
    }

    private static boolean wasSoAlready(Ledger ledger, Op op, Wish wish) {
        return ledger.answers().getOrDefault(op, List.of()).stream()
                .filter(Answered::accepted)
                .allMatch(answer -> AsAsked.isAlready(wish, ledger.replay(wish.where(), answer.seq())));
    }

    private static void once(Op op, List<Answered> answers, List<Effect> effects, List<Violation> found) {
        if (effects.size() > 1) {
            found.add(new Violation(I5_ONCE, op + " had several effects: " + effects));
        }
        if (answers.stream().map(Answered::accepted).distinct().count() > 1) {
            found.add(new Violation(I5_ONCE, op + " was accepted and refused"));
        }
        if (!effects.isEmpty() && answers.stream().anyMatch(answer -> !answer.accepted())) {
            found.add(new Violation(I5_ONCE, op + " was refused and had an effect: " + effects));
        }
        List<Long> places = answers.stream()
                .filter(Answered::accepted)
                .map(Answered::seq)
                .distinct()
                .toList();
        if (places.size() > 1 && !effects.isEmpty()) {
            found.add(new Violation(I5_ONCE, op + " was accepted at several places: " + places));
        }
    }

    /** Also where an operation came in under another name the second time. */
    private static void sameWordsTwice(Ledger ledger, List<Violation> found) {
        record Words(String by, String room, String text) {}
        Map<Words, Long> asked = ledger.sent().values().stream()
                .filter(sent -> sent.wish().kind().equals("Say"))
                .collect(Collectors.groupingBy(
                        sent -> new Words(
                                sent.who(), sent.wish().where(), sent.wish().text()),
                        Collectors.counting()));
        ledger.rooms().values().stream()
                .flatMap(List::stream)
                .filter(kept -> kept.event() instanceof RoomEvent.Said)
                .collect(Collectors.groupingBy(
                        kept -> new Words(
                                kept.by(),
                                kept.room(),
                                ((RoomEvent.Said) kept.event()).text().text()),
                        Collectors.counting()))
                .forEach((words, times) -> {
                    if (times > asked.getOrDefault(words, 0L)) {
                        found.add(new Violation(
                                I5_ONCE, words + " stands " + times + " times in the journal, asked for less often"));
                    }
                });
    }

    /** Whatever was answered before something else was asked for stands before it. */
    private static void inTheOrderOfTime(Ledger ledger, List<Violation> found) {
        record Moment(long at, boolean answered, Op op, Effect effect) {}
        List<Moment> moments = new ArrayList<>();
        ledger.effects().forEach((op, effects) -> {
            Sent sent = ledger.sent().get(op);
            if (sent != null) {
                moments.add(new Moment(sent.at(), false, op, effects.getFirst()));
            }
            ledger.answers().getOrDefault(op, List.of()).stream()
                    .filter(Answered::accepted)
                    .findFirst()
                    .ifPresent(answer -> moments.add(new Moment(answer.at(), true, op, effects.getFirst())));
        });
        moments.sort(Comparator.comparingLong(Moment::at));
        Map<String, Moment> latest = new HashMap<>();
        for (Moment moment : moments) {
            Moment before = latest.get(moment.effect.stream());
            boolean later = before == null || moment.effect.seq() > before.effect.seq();
            if (moment.answered && later) {
                latest.put(moment.effect.stream(), moment);
            } else if (!moment.answered && !later) {
                found.add(new Violation(
                        moment.effect.stream().equals(Ledger.DESK) ? I3_ONE_OWNER : I2_SAME_FOR_ALL,
                        moment.op + " was asked for after " + before + " was answered, and stands before it: "
                                + moment.effect));
            }
        }
    }
}
