package org.virtualwindow.campaigns.history;

import static org.virtualwindow.campaigns.history.Invariant.I3_ONE_OWNER;
import static org.virtualwindow.campaigns.history.Invariant.I4_NO_CALL_VANISHES;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.virtualwindow.campaigns.history.Fact.CallShown;
import org.virtualwindow.campaigns.history.Fact.HoldsCall;
import org.virtualwindow.campaigns.history.Fact.KeptCall;
import org.virtualwindow.campaigns.history.Fact.KeptRow;
import org.virtualwindow.campaigns.history.Ledger.Op;
import org.virtualwindow.protocol.ids.CallId;
import org.virtualwindow.protocol.ids.ClerkId;
import org.virtualwindow.server.call.CallState;
import org.virtualwindow.server.desk.Call;

/** Goes through the desk's journal as if it were the desk, and compares with what people were told. */
final class CallChecks {
    private static final Comparator<Call> ORDER = Comparator.comparing(
                    (Call call) -> !call.place().orElseThrow().cutOff())
            .thenComparing(call -> call.place().orElseThrow().since())
            .thenComparing(call -> call.id().value());

    private final Ledger ledger;
    private final List<Violation> found;
    /** Each call as it was last kept. */
    private final Map<CallId, Call> calls = new LinkedHashMap<>();

    private final Map<CallId, Call> waiting = new HashMap<>();
    private final Map<ClerkId, CallId> busy = new HashMap<>();
    private final Set<Shown> talks = new HashSet<>();

    /** @param who the clerk or the applicant */
    private record Shown(String who, String call, String code) {}

    private CallChecks(Ledger ledger, List<Violation> found) {
        this.ledger = ledger;
        this.found = found;
    }

    static void check(Ledger ledger, List<Violation> found) {
        CallChecks checks = new CallChecks(ledger, found);
        ledger.calls().forEach(checks::follow);
        checks.requested();
        checks.shown();
        checks.heldInTheEnd();
        checks.rows();
    }

    private void follow(KeptCall kept) {
        Call next = kept.call();
        Call before = calls.put(next.id(), next);
        begins(before, kept);
        oneOwner(before, kept);
        if (next.state() instanceof CallState.Waiting) {
            waiting.put(next.id(), next);
        } else {
            waiting.remove(next.id());
        }
        inOrder(before, kept);
        if (next.state() instanceof CallState.Talking talking) {
            talks.add(new Shown("CLERK:" + talking.clerk(), next.id().value(), talking.code()));
            talks.add(new Shown("APPLICANT:" + next.kiosk(), next.id().value(), talking.code()));
        }
    }

    private void begins(@Nullable Call before, KeptCall kept) {
        if (before == null && !(kept.call().state() instanceof CallState.Waiting)) {
            found.add(new Violation(I4_NO_CALL_VANISHES, "began in no line: " + kept));
        }
        if (before != null && before.state() instanceof CallState.Over) {
            found.add(new Violation(I4_NO_CALL_VANISHES, "was over, and went on: " + kept));
        }
    }

    private void oneOwner(@Nullable Call before, KeptCall kept) {
        Call next = kept.call();
        Optional<ClerkId> owner = next.clerk();
        if (before != null) {
            before.clerk()
                    .filter(clerk -> !owner.equals(Optional.of(clerk)))
                    .ifPresent(clerk -> busy.remove(clerk, next.id()));
        }
        owner.ifPresent(clerk -> {
            CallId other = busy.put(clerk, next.id());
            if (other != null && !other.equals(next.id())) {
                found.add(new Violation(I3_ONE_OWNER, clerk + " has " + other + " and " + kept));
            }
        });
        boolean answered = next.state() instanceof CallState.Talking;
        if (answered
                && !(before != null
                        && before.state() instanceof CallState.Ringing
                        && before.clerk().equals(owner))) {
            found.add(new Violation(I3_ONE_OWNER, "answered by who it did not ring at: " + kept + " after " + before));
        }
        boolean byClerk = kept.by().startsWith("CLERK:");
        if (byClerk
                && !(before != null
                        && before.clerk().map(clerk -> "CLERK:" + clerk).equals(Optional.of(kept.by())))) {
            found.add(
                    new Violation(I3_ONE_OWNER, "moved by a clerk who did not have it: " + kept + " after " + before));
        }
        boolean byKiosk = kept.by().startsWith("APPLICANT:");
        if (byKiosk && !kept.by().equals("APPLICANT:" + next.kiosk())) {
            found.add(new Violation(I3_ONE_OWNER, "moved from another kiosk: " + kept));
        }
    }

    /** The desk rings for the first in the line; only a hall manager may choose another. */
    private void inOrder(@Nullable Call before, KeptCall kept) {
        boolean chosenByTheLine = before != null
                && before.state() instanceof CallState.Waiting
                && kept.call().state() instanceof CallState.Ringing
                && !kept.by().startsWith("HALL_MANAGER:");
        if (chosenByTheLine) {
            waiting.values().stream()
                    .filter(call -> call.owner().equals(kept.call().owner())
                            && call.item().equals(kept.call().item())
                            && ORDER.compare(call, kept.call()) < 0)
                    .forEach(first ->
                            found.add(new Violation(I4_NO_CALL_VANISHES, "was passed over: " + first + " by " + kept)));
        }
    }

    /** Who was told that they stand in the line does. */
    private void requested() {
        ledger.sent().forEach((op, sent) -> {
            if (sent.wish().kind().equals("RequestCall") && ledger.accepted(op)) {
                boolean stands = !ledger.effects(op).isEmpty()
                        || hadOneAlready(op, sent.wish().where());
                if (!stands) {
                    found.add(new Violation(I4_NO_CALL_VANISHES, op + " was accepted and there is no such call"));
                }
            }
        });
    }

    private boolean hadOneAlready(Op op, String room) {
        return calls.values().stream()
                .anyMatch(call -> op.who().equals("APPLICANT:" + call.kiosk())
                        && call.room().value().equals(room));
    }

    /** A screen that showed a talk showed one that was kept, with its own clerk and its own kiosk. */
    private void shown() {
        ledger.all(CallShown.class)
                .filter(shown -> !shown.code().isEmpty())
                .filter(shown -> !talks.contains(new Shown(shown.who(), shown.call(), shown.code())))
                .forEach(shown -> found.add(new Violation(I3_ONE_OWNER, "was shown a talk that never was: " + shown)));
    }

    private void heldInTheEnd() {
        ledger.all(HoldsCall.class)
                .filter(holds -> holds.who().startsWith("APPLICANT:"))
                .forEach(holds -> {
                    Optional<Call> goesOn = calls.values().stream()
                            .filter(call -> holds.who().equals("APPLICANT:" + call.kiosk()) && call.goesOn())
                            .findFirst();
                    boolean thinksSo =
                            !holds.state().isEmpty() && !holds.state().equals("Ended");
                    boolean same = goesOn.map(
                                    call -> thinksSo && call.id().value().equals(holds.call()))
                            .orElse(!thinksSo);
                    if (!same) {
                        found.add(new Violation(I4_NO_CALL_VANISHES, holds + " and kept is " + goesOn));
                    }
                });
    }

    /** What the desk begins from after a restart is what its journal says. */
    private void rows() {
        Map<CallId, Call> rows = new HashMap<>();
        ledger.all(KeptRow.class).forEach(row -> rows.put(row.call().id(), row.call()));
        calls.forEach((id, call) -> {
            if (!Objects.equals(rows.get(id), call)) {
                found.add(
                        new Violation(I4_NO_CALL_VANISHES, "the journal has " + call + ", the table " + rows.get(id)));
            }
        });
    }
}
