package org.virtualwindow.server.desk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.virtualwindow.protocol.CallCommand.Outcome;
import org.virtualwindow.protocol.CallEnd;
import org.virtualwindow.protocol.ClerkState;
import org.virtualwindow.protocol.ids.CallId;
import org.virtualwindow.protocol.ids.ClerkId;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.ids.ServiceItemId;
import org.virtualwindow.protocol.values.Refusal;
import org.virtualwindow.server.call.CallEvent;
import org.virtualwindow.server.call.CallMachine;
import org.virtualwindow.server.call.CallState;
import org.virtualwindow.server.config.DeskTimes;
import org.virtualwindow.server.directory.Directory;

/**
 * What a command does to the desk, and what is due by itself. Pure but for the directory, which says who serves what and when a
 * centre opens. Empty changes: everything is so already; no changes: this cannot happen any more.
 */
final class DeskRules {
    private static final Verdict NO_CALL = new Verdict.Refuses(Refusal.NO_CALL, Optional.empty());

    private final Directory directory;
    private final DeskTimes times;

    DeskRules(Directory directory, DeskTimes times) {
        this.directory = directory;
        this.times = times;
    }

    /** @param id the call's, if it is a new one */
    Verdict requested(DeskState desk, Caller caller, CallId id, Instant now) {
        Optional<Call> going = desk.callAt(caller.kiosk());
        if (going.isPresent()) {
            return new Verdict.Happens(
                    move(going.get(), new CallEvent.KioskBack()).orElse(List.of()));
        }
        Optional<Verdict> refused = mayCall(desk, caller, now);
        return refused.orElseGet(() -> new Verdict.Happens(List.of(new Call(
                id,
                caller.room(),
                caller.kiosk(),
                caller.item(),
                caller.near(),
                caller.owner(),
                caller.helper(),
                new CallState.Waiting(new CallState.Place(now, false)),
                caller.resumed()))));
    }

    private Optional<Verdict> mayCall(DeskState desk, Caller caller, Instant now) {
        boolean served = directory.clerksOf(caller.owner()).stream()
                .anyMatch(clerk -> directory.serves(clerk.id(), caller.item()));
        Optional<Directory.CentreEntry> owner = directory.centre(caller.owner());
        if (owner.isEmpty() || !served) {
            return Optional.of(new Verdict.Refuses(Refusal.NOT_SERVED, Optional.empty()));
        }
        if (!owner.get().openAt(now)) {
            return Optional.of(new Verdict.Refuses(Refusal.CLOSED, owner.get().opensAfter(now)));
        }
        return desk.line().size() >= times.longestLine()
                ? Optional.of(new Verdict.Refuses(Refusal.LINE_FULL, Optional.empty()))
                : Optional.empty();
    }

    Verdict cancelled(DeskState desk, CallId id, KioskId kiosk) {
        return atKiosk(desk, id, kiosk, new CallEvent.Cancelled());
    }

    Verdict hungUp(DeskState desk, CallId id, KioskId kiosk, Instant now) {
        return atKiosk(desk, id, kiosk, new CallEvent.HungUp(CallEnd.APPLICANT_HUNG_UP, now));
    }

    Verdict hungUp(DeskState desk, CallId id, ClerkId clerk, Instant now) {
        return ofClerk(desk, id, clerk, new CallEvent.HungUp(CallEnd.CLERK_HUNG_UP, now));
    }

    /** @param code both say it aloud, to know that they are in the same call */
    Verdict answered(DeskState desk, CallId id, ClerkId clerk, String code, Instant now) {
        return ofClerk(desk, id, clerk, new CallEvent.Answered(clerk, code, now));
    }

    /** The next one's desk rings; this clerk is away from now on. */
    Verdict declined(DeskState desk, CallId id, ClerkId clerk, Instant now) {
        return ofClerk(desk, id, new CallEvent.RingEnded(clerk), new Duty(clerk, false, now));
    }

    Verdict wrappedUp(DeskState desk, CallId id, Optional<Outcome> outcome, Duty then) {
        boolean question = callOf(desk, id, then.clerk())
                .filter(call -> call.item().equals(ServiceItemId.QUESTION))
                .isPresent();
        return question && outcome.isEmpty()
                ? new Verdict.Refuses(Refusal.INCOMPLETE, Optional.empty())
                : ofClerk(desk, id, new CallEvent.WrappedUp(outcome), then);
    }

    /** The call that goes on in this room goes on in the next. */
    Optional<List<DeskChange>> movedOn(DeskState desk, RoomId from, Left left, RoomId next, ServiceItemId item) {
        return desk.calls().values().stream()
                .filter(call -> call.goesOn() && call.room().equals(from))
                .findFirst()
                .map(call -> List.of(call.about(left, next, item)));
    }

    /** Something happens to a call at this kiosk; one that is elsewhere is as good as none. */
    private static Verdict atKiosk(DeskState desk, CallId id, KioskId kiosk, CallEvent event) {
        return unlessLate(
                desk.call(id).filter(call -> call.kiosk().equals(kiosk)).flatMap(call -> move(call, event)));
    }

    /** Something happens to a call of this clerk; another's is as good as none. */
    private static Verdict ofClerk(DeskState desk, CallId id, ClerkId clerk, CallEvent event) {
        return unlessLate(callOf(desk, id, clerk).flatMap(call -> move(call, event)));
    }

    /** As above, and from then on the clerk takes calls or is away. */
    private static Verdict ofClerk(DeskState desk, CallId id, CallEvent event, Duty then) {
        return unlessLate(callOf(desk, id, then.clerk())
                .flatMap(call -> move(call, event))
                .map(moved -> List.of(moved.getFirst(), then)));
    }

    Verdict saysReady(DeskState desk, Duty duty) {
        Duty before = desk.duties().get(duty.clerk());
        boolean same = before != null && before.ready().equals(duty.ready());
        return new Verdict.Happens(same ? List.of() : List.of(duty));
    }

    /** A hall manager chose who answers; the clerk must be free and assigned to the item. */
    Verdict assigned(DeskState desk, CallId id, ClerkId clerk, Instant now) {
        Optional<Call> call = desk.call(id).filter(found -> found.place().isPresent());
        if (call.isEmpty()) {
            return NO_CALL;
        }
        return desk.stateOf(clerk) == ClerkState.READY && suits(clerk, call.get())
                ? unlessLate(move(call.get(), new CallEvent.ClerkChosen(clerk, now.plus(times.ring()))))
                : new Verdict.Refuses(Refusal.NOT_FREE, Optional.empty());
    }

    /** Whoever stood at the kiosk has left: this call is over. */
    Optional<List<DeskChange>> visitEnded(Call call, Instant now) {
        return move(call, new CallEvent.HungUp(CallEnd.APPLICANT_HUNG_UP, now))
                .or(() -> move(call, new CallEvent.Cancelled()));
    }

    Optional<List<DeskChange>> kioskBack(DeskState desk, KioskId kiosk) {
        return desk.callAt(kiosk).flatMap(call -> move(call, new CallEvent.KioskBack()));
    }

    /** Whom a waiting call rings at now. */
    Optional<List<DeskChange>> nextRing(DeskState desk, Instant now) {
        return AssignmentPolicy.next(desk.line(), desk.readyClerks(), this::suits)
                .flatMap(match -> move(match.call(), new CallEvent.ClerkChosen(match.clerk(), now.plus(times.ring()))));
    }

    /** What happens to a call because a time has come: it rang long enough, or somebody was away for too long. */
    Optional<List<DeskChange>> due(Call call, Instant now, Predicate<KioskId> kioskLost, Predicate<ClerkId> clerkLost) {
        if (call.state() instanceof CallState.Ringing ringing
                && !ringing.until().isAfter(now)) {
            return move(call, new CallEvent.RingEnded(ringing.clerk()))
                    .map(moved -> List.of(moved.getFirst(), new Duty(ringing.clerk(), false, now)));
        }
        if (call.goesOn() && kioskLost.test(call.kiosk())) {
            return move(call, new CallEvent.KioskLost(now));
        }
        return call.clerk()
                .filter(clerkLost)
                .flatMap(clerk -> move(call, new CallEvent.ClerkLost())
                        .or(() -> move(call, new CallEvent.RingEnded(clerk)))
                        .or(() -> move(call, new CallEvent.WrappedUp(Optional.empty()))));
    }

    private boolean suits(ClerkId clerk, Call call) {
        return directory.clerk(call.owner(), clerk).isPresent() && directory.serves(clerk, call.item());
    }

    private static Optional<Call> callOf(DeskState desk, CallId id, ClerkId clerk) {
        return desk.call(id).filter(call -> call.clerk().equals(Optional.of(clerk)));
    }

    private static Optional<List<DeskChange>> move(Call call, CallEvent event) {
        return CallMachine.next(call.state(), event).map(next -> List.of(call.moved(next)));
    }

    private static Verdict unlessLate(Optional<? extends List<? extends DeskChange>> changes) {
        return changes.<Verdict>map(Verdict.Happens::new).orElse(NO_CALL);
    }
}
