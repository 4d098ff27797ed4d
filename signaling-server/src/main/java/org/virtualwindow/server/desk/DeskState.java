package org.virtualwindow.server.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.virtualwindow.protocol.CallEnd;
import org.virtualwindow.protocol.ClerkState;
import org.virtualwindow.protocol.ids.CallId;
import org.virtualwindow.protocol.ids.ClerkId;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.server.call.CallState;

/**
 * The desk at one moment. Immutable, so that screens are drawn from it outside the mailbox.
 *
 * @param calls all that are not over
 * @param kiosks whose page is connected
 * @param clerks whose console is connected
 * @param lastEnded how each kiosk's last call ended, until it calls again; not kept over a restart
 */
public record DeskState(
        Calls calls,
        Map<ClerkId, Duty> duties,
        Set<KioskId> kiosks,
        Set<ClerkId> clerks,
        Map<KioskId, EndedCall> lastEnded) {

    static final DeskState EMPTY = new DeskState(Calls.NONE, Map.of(), Set.of(), Set.of(), Map.of());

    public record EndedCall(CallId call, CallEnd how) {}

    /** Those who were cut off first, then who came first. */
    private static final Comparator<Call> ORDER = Comparator.comparing(
                    (Call call) -> !call.place().orElseThrow().cutOff())
            .thenComparing(call -> call.place().orElseThrow().since())
            .thenComparing(call -> call.id().value());

    /** Waiting and ringing calls in the order in which they are answered. */
    public List<Call> line() {
        return calls.values().stream()
                .filter(call -> call.place().isPresent())
                .sorted(ORDER)
                .toList();
    }

    public Optional<Call> call(CallId id) {
        return Optional.ofNullable(calls.get(id));
    }

    /** The call that goes on at this kiosk. */
    public Optional<Call> callAt(KioskId kiosk) {
        return calls.at(kiosk);
    }

    /** The call that rings at, is talked in by, or is wrapped up by this clerk. */
    public Optional<Call> callOf(ClerkId clerk) {
        return calls.of(clerk);
    }

    public boolean talking(CallId id) {
        return call(id).filter(call -> call.state() instanceof CallState.Talking)
                .isPresent();
    }

    /** The call in which a clerk sits in this room. */
    public Optional<CallId> talkingIn(RoomId room) {
        return calls.talkingIn(room);
    }

    public ClerkState stateOf(ClerkId clerk) {
        Optional<Call> call = callOf(clerk);
        if (call.isPresent()) {
            return switch (call.get().state()) {
                case CallState.Ringing _ -> ClerkState.RINGING;
                case CallState.Talking _ -> ClerkState.TALKING;
                case CallState.WrapUp _ -> ClerkState.WRAP_UP;
                case CallState.Waiting _, CallState.Suspended _, CallState.Over _ ->
                    throw new IllegalStateException("a call without a clerk was found by its clerk");
            };
        }
        if (!clerks.contains(clerk)) {
            return ClerkState.OFFLINE;
        }
        return isReady(clerk) ? ClerkState.READY : ClerkState.AWAY;
    }

    /** Since when the clerk is in the state of {@link #stateOf}, as far as it is written down. */
    public Optional<Instant> since(ClerkId clerk) {
        return Optional.ofNullable(duties.get(clerk)).map(Duty::since);
    }

    private boolean isReady(ClerkId clerk) {
        Duty duty = duties.get(clerk);
        return duty != null && duty.ready();
    }

    DeskState after(List<? extends DeskChange> changes) {
        DeskState next = this;
        for (DeskChange change : changes) {
            next = change.in(next);
        }
        return next;
    }

    /** With the call where it is now; one that is over is no longer here. */
    DeskState with(Call call) {
        Map<CallId, Call> next = new HashMap<>(calls);
        Map<KioskId, EndedCall> ended = lastEnded;
        switch (call.state()) {
            case CallState.Over over -> {
                next.remove(call.id());
                ended = ended(call, over.how());
            }
            case CallState.WrapUp wrapUp -> {
                next.put(call.id(), call);
                ended = ended(call, wrapUp.how());
            }
            case CallState.Waiting _ -> {
                next.put(call.id(), call);
                ended = new HashMap<>(lastEnded);
                ended.remove(call.kiosk());
            }
            case CallState.Ringing _, CallState.Talking _, CallState.Suspended _ -> next.put(call.id(), call);
        }
        return new DeskState(new Calls(next), duties, kiosks, clerks, ended);
    }

    private Map<KioskId, EndedCall> ended(Call call, CallEnd how) {
        boolean known =
                lastEnded.containsKey(call.kiosk()) || callAt(call.kiosk()).isPresent();
        if (!known) {
            return lastEnded; // the applicant has left meanwhile
        }
        Map<KioskId, EndedCall> next = new HashMap<>(lastEnded);
        callAt(call.kiosk())
                .filter(now -> now.id().equals(call.id()))
                .ifPresent(_ -> next.put(call.kiosk(), new EndedCall(call.id(), how)));
        return next;
    }

    /** The applicant has left this kiosk. */
    DeskState forgotten(KioskId kiosk) {
        Map<KioskId, EndedCall> next = new HashMap<>(lastEnded);
        next.remove(kiosk);
        return new DeskState(calls, duties, kiosks, clerks, next);
    }

    /** Every desk that rings does so until then. */
    DeskState ringingUntil(Instant until) {
        Map<CallId, Call> next = new HashMap<>(calls);
        next.replaceAll((id, call) -> call.state() instanceof CallState.Ringing ringing
                ? call.moved(new CallState.Ringing(ringing.place(), ringing.clerk(), until))
                : call);
        return new DeskState(new Calls(next), duties, kiosks, clerks, lastEnded);
    }

    DeskState with(Duty duty) {
        Map<ClerkId, Duty> next = new HashMap<>(duties);
        next.put(duty.clerk(), duty);
        return new DeskState(calls, next, kiosks, clerks, lastEnded);
    }

    /** @param news whether each of these is connected */
    DeskState withKiosks(Map<KioskId, Boolean> news) {
        Set<KioskId> next = new HashSet<>(kiosks);
        news.forEach((kiosk, here) -> {
            if (here) {
                next.add(kiosk);
            } else {
                next.remove(kiosk);
            }
        });
        return new DeskState(calls, duties, next, clerks, lastEnded);
    }

    DeskState withClerk(ClerkId clerk, boolean here) {
        Set<ClerkId> next = new HashSet<>(clerks);
        if (here) {
            next.add(clerk);
        } else {
            next.remove(clerk);
        }
        return new DeskState(calls, duties, kiosks, next, lastEnded);
    }

    /** Kiosks came or went since then, and nothing else happened. */
    public boolean differsInKiosksOnly(DeskState other) {
        return kiosks != other.kiosks
                && calls == other.calls
                && duties == other.duties
                && clerks.equals(other.clerks)
                && lastEnded.equals(other.lastEnded);
    }

    /** Who is ready, longest first, so that work is shared fairly. */
    List<ClerkId> readyClerks() {
        List<ClerkId> ready = new ArrayList<>(clerks.stream()
                .filter(clerk -> stateOf(clerk) == ClerkState.READY)
                .toList());
        ready.sort(Comparator.comparing((ClerkId clerk) -> since(clerk).orElse(Instant.EPOCH))
                .thenComparing(ClerkId::value));
        return ready;
    }
}
