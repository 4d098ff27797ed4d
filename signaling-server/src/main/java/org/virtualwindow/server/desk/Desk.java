package org.virtualwindow.server.desk;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.virtualwindow.protocol.Answer;
import org.virtualwindow.protocol.CallCommand;
import org.virtualwindow.protocol.CallEnd;
import org.virtualwindow.protocol.ClerkState;
import org.virtualwindow.protocol.ids.CallId;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.protocol.ids.ClerkId;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.protocol.ids.OpId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.ids.ServiceItemId;
import org.virtualwindow.protocol.json.WireCodec;
import org.virtualwindow.protocol.values.Refusal;
import org.virtualwindow.server.call.CallEvent;
import org.virtualwindow.server.call.CallMachine;
import org.virtualwindow.server.call.CallState;
import org.virtualwindow.server.connection.Peer;
import org.virtualwindow.server.directory.Directory;
import org.virtualwindow.server.identity.Secrets;
import org.virtualwindow.server.journal.Operation;
import org.virtualwindow.server.journal.Operations;
import org.virtualwindow.server.journal.Releases;
import org.virtualwindow.server.journal.Stream;
import org.virtualwindow.server.mailbox.Mailbox;

/**
 * The one owner of the line, the clerks and every call. Everything below {@link #mailbox} runs in it, one task at a time. What
 * others are told of a change waits for its commit.
 */
public final class Desk {
    private static final String SYSTEM = "SYSTEM:desk";
    private static final int CODES = 10_000;
    private static final Verdict NO_CALL = new Verdict.Refuses(Refusal.NO_CALL, Optional.empty());

    private final Mailbox mailbox;
    private final InstantSource clock;
    private final DeskTimes times;
    private final Directory directory;
    private final Stream stream;
    private final Operations operations;
    private final Runnable failed;
    private final List<DeskListener> listeners = new CopyOnWriteArrayList<>();
    private final SecureRandom random = new SecureRandom();
    private final Map<KioskId, Instant> kioskGone = new HashMap<>();
    private final Map<ClerkId, Instant> clerkGone = new HashMap<>();
    private final Releases releases;
    private DeskState state;
    private volatile DeskState published;

    Desk(
            Executor threads,
            InstantSource clock,
            DeskTimes times,
            Directory directory,
            Stream stream,
            Operations operations,
            DeskState found,
            Runnable failed) {
        this.mailbox = new Mailbox(threads);
        this.clock = clock;
        this.times = times;
        this.directory = directory;
        this.stream = stream;
        this.operations = operations;
        this.releases = new Releases(stream.seq());
        this.failed = failed;
        Instant now = clock.instant();
        this.state = found.ringingUntil(millis().plus(times.ring()));
        this.published = state;
        // after a restart nobody is connected, and every time that was running begins anew
        found.calls().values().forEach(call -> {
            kioskGone.put(call.kiosk(), now);
            call.clerk().ifPresent(clerk -> clerkGone.put(clerk, now));
        });
    }

    /** The desk as far as it is on disk. Any thread. */
    public DeskState now() {
        return published;
    }

    /** Runs in order with the changes the listeners are told. Must not wait. */
    public void inOrder(Consumer<DeskState> task) {
        mailbox.execute(() -> task.accept(published));
    }

    public void listen(DeskListener listener) {
        listeners.add(listener);
    }

    /** 呼叫人工. A second press is the same call. */
    public void requestCall(Peer peer, CallCommand.RequestCall request, Caller caller) {
        command(peer, request.opId(), request, "APPLICANT:" + caller.kiosk(), () -> {
            Optional<Call> going = state.callAt(caller.kiosk());
            if (going.filter(call -> call.room().equals(caller.room())).isPresent()) {
                return new Verdict.Happens(
                        move(going.get(), new CallEvent.KioskBack()).orElse(List.of()));
            }
            // whoever is at the kiosk now is somebody else: the call of the one before them is over
            going.ifPresent(left -> visitEnded(left, millis()));
            return mayCall(caller)
                    .map(refused -> (Verdict) refused)
                    .orElseGet(() -> new Verdict.Happens(List.of(call(caller))));
        });
    }

    /** Who calls, from where, for what. */
    public record Caller(
            KioskId kiosk, CentreId near, RoomId room, CentreId owner, ServiceItemId item, boolean helper) {}

    private Call call(Caller caller) {
        return new Call(
                new CallId(Secrets.token().substring(0, 16)),
                caller.room(),
                caller.kiosk(),
                caller.item(),
                caller.near(),
                caller.owner(),
                caller.helper(),
                new CallState.Waiting(new CallState.Place(millis(), false)));
    }

    private Optional<Verdict.Refuses> mayCall(Caller caller) {
        Instant now = clock.instant();
        boolean served = directory.clerksOf(caller.owner()).stream()
                .anyMatch(clerk -> directory.serves(clerk.id(), caller.item()));
        Optional<Directory.CentreEntry> owner = directory.centre(caller.owner());
        if (owner.isEmpty() || !served) {
            return Optional.of(new Verdict.Refuses(Refusal.NOT_SERVED, Optional.empty()));
        }
        if (!owner.get().openAt(now)) {
            return Optional.of(new Verdict.Refuses(Refusal.CLOSED, owner.get().opensAfter(now)));
        }
        return state.line().size() >= times.longestLine()
                ? Optional.of(new Verdict.Refuses(Refusal.LINE_FULL, Optional.empty()))
                : Optional.empty();
    }

    public void cancelCall(Peer peer, CallCommand.CancelCall cancel, KioskId kiosk) {
        ofCall(
                peer,
                cancel,
                "APPLICANT:" + kiosk,
                () -> ofKiosk(cancel.call(), kiosk).flatMap(call -> move(call, new CallEvent.Cancelled())));
    }

    public void hangUp(Peer peer, CallCommand.HangUp hangUp, KioskId kiosk) {
        ofCall(
                peer,
                hangUp,
                "APPLICANT:" + kiosk,
                () -> ofKiosk(hangUp.call(), kiosk)
                        .flatMap(call -> move(call, new CallEvent.HungUp(CallEnd.APPLICANT_HUNG_UP, millis()))));
    }

    public void hangUp(Peer peer, CallCommand.HangUp hangUp, ClerkId clerk) {
        ofCall(
                peer,
                hangUp,
                "CLERK:" + clerk,
                () -> ofClerk(hangUp.call(), clerk)
                        .flatMap(call -> move(call, new CallEvent.HungUp(CallEnd.CLERK_HUNG_UP, millis()))));
    }

    public void answer(Peer peer, CallCommand.AnswerCall answer, ClerkId clerk) {
        ofCall(
                peer,
                answer,
                "CLERK:" + clerk,
                () -> ofClerk(answer.call(), clerk)
                        .flatMap(call -> move(
                                call,
                                new CallEvent.Answered(clerk, "%04d".formatted(random.nextInt(CODES)), millis()))));
    }

    /** The next one's desk rings; this clerk is away from now on. */
    public void decline(Peer peer, CallCommand.DeclineCall decline, ClerkId clerk) {
        ofCall(
                peer,
                decline,
                "CLERK:" + clerk,
                () -> ofClerk(decline.call(), clerk)
                        .flatMap(call -> move(call, new CallEvent.RingEnded(clerk)))
                        .map(moved -> List.<DeskChange>of(moved.getFirst(), new Duty(clerk, false, millis()))));
    }

    public void finishWrapUp(Peer peer, CallCommand.FinishWrapUp finish, ClerkId clerk) {
        ofCall(
                peer,
                finish,
                "CLERK:" + clerk,
                () -> ofClerk(finish.call(), clerk)
                        .flatMap(call -> move(call, new CallEvent.WrappedUp()))
                        .map(moved ->
                                List.<DeskChange>of(moved.getFirst(), new Duty(clerk, finish.ready(), millis()))));
    }

    public void setReady(Peer peer, CallCommand.SetReady set, ClerkId clerk) {
        command(peer, set.opId(), set, "CLERK:" + clerk, () -> {
            Duty before = state.duties().get(clerk);
            boolean same = before != null && before.ready().equals(set.ready());
            return new Verdict.Happens(same ? List.of() : List.of(new Duty(clerk, set.ready(), millis())));
        });
    }

    /** A hall manager chose who answers; the clerk must be free and assigned to the item. */
    public void assign(Peer peer, OpId opId, Object message, String manager, CallId call, ClerkId clerk) {
        command(peer, opId, message, "HALL_MANAGER:" + manager, () -> {
            Optional<Call> waiting =
                    state.call(call).filter(found -> found.place().isPresent());
            if (waiting.isEmpty()) {
                return NO_CALL;
            }
            return state.stateOf(clerk) == ClerkState.READY && suits(clerk, waiting.get())
                    ? happensUnlessLate(
                            move(waiting.get(), new CallEvent.ClerkChosen(clerk, millis().plus(times.ring()))))
                    : new Verdict.Refuses(Refusal.NOT_FREE, Optional.empty());
        });
    }

    /** Windows or opening hours changed: somebody may suit now who did not before. */
    public void look() {
        mailbox.execute(() -> {
            publish(state);
            ringWhereSomebodyIsFree();
        });
    }

    /**
     * The kiosk's page came or went.
     *
     * @param here asked when the desk gets to it: of two news that overtake each other the later one is right
     */
    public void kioskSeat(KioskId kiosk, BooleanSupplier here) {
        mailbox.execute(() -> {
            boolean isHere = here.getAsBoolean();
            publish(state.withKiosk(kiosk, isHere));
            if (isHere) {
                kioskGone.remove(kiosk);
                state.callAt(kiosk)
                        .flatMap(call -> move(call, new CallEvent.KioskBack()))
                        .ifPresent(moved -> happen(null, null, null, SYSTEM, moved));
            } else {
                kioskGone.putIfAbsent(kiosk, clock.instant());
            }
        });
    }

    /** The clerk's console came or went; {@code here} as in {@link #kioskSeat}. */
    public void clerkSeat(ClerkId clerk, BooleanSupplier here) {
        mailbox.execute(() -> {
            boolean isHere = here.getAsBoolean();
            publish(state.withClerk(clerk, isHere));
            if (isHere) {
                clerkGone.remove(clerk);
                ringWhereSomebodyIsFree();
            } else {
                clerkGone.putIfAbsent(clerk, clock.instant());
            }
        });
    }

    /** The applicant ends the visit: whatever call there is, is over. */
    public void visitEnded(KioskId kiosk) {
        mailbox.execute(() -> {
            state.callAt(kiosk).ifPresent(call -> visitEnded(call, millis()));
            publish(state.forgotten(kiosk));
        });
    }

    private void visitEnded(Call call, Instant at) {
        move(call, new CallEvent.HungUp(CallEnd.APPLICANT_HUNG_UP, at))
                .or(() -> move(call, new CallEvent.Cancelled()))
                .ifPresent(moved -> happen(null, null, null, SYSTEM, moved));
    }

    /** Looks whether a time has come. Called four times a second. */
    public void tick() {
        mailbox.execute(() -> {
            Instant now = clock.instant();
            for (CallId id : List.copyOf(state.calls().keySet())) {
                // one change may have brought another: each call is looked at as it is by then
                state.call(id)
                        .flatMap(call -> due(call, now))
                        .ifPresent(changes -> happen(null, null, null, SYSTEM, changes));
            }
        });
    }

    private Optional<List<DeskChange>> due(Call call, Instant now) {
        if (call.state() instanceof CallState.Ringing ringing
                && !ringing.until().isAfter(now)) {
            return move(call, new CallEvent.RingEnded(ringing.clerk()))
                    .map(moved -> List.of(moved.getFirst(), new Duty(ringing.clerk(), false, millis())));
        }
        if (call.goesOn() && isOver(kioskGone.get(call.kiosk()), now)) {
            return move(call, new CallEvent.KioskLost(millis()));
        }
        return call.clerk()
                .filter(clerk -> isOver(clerkGone.get(clerk), now))
                .flatMap(clerk -> move(call, new CallEvent.ClerkLost())
                        .or(() -> move(call, new CallEvent.RingEnded(clerk)))
                        .or(() -> move(call, new CallEvent.WrappedUp())));
    }

    private boolean isOver(@Nullable Instant gone, Instant now) {
        return gone != null && !gone.plus(times.grace()).isAfter(now);
    }

    private boolean suits(ClerkId clerk, Call call) {
        return directory
                        .clerk(clerk)
                        .filter(entry -> entry.centre().equals(call.owner()))
                        .isPresent()
                && directory.serves(clerk, call.item());
    }

    private void ringWhereSomebodyIsFree() {
        Optional<AssignmentPolicy.Match> match = AssignmentPolicy.next(state.line(), state.readyClerks(), this::suits);
        match.flatMap(found ->
                        move(found.call(), new CallEvent.ClerkChosen(found.clerk(), millis().plus(times.ring()))))
                .ifPresent(moved -> happen(null, null, null, SYSTEM, moved));
    }

    private static Verdict happensUnlessLate(Optional<? extends List<? extends DeskChange>> changes) {
        return changes.<Verdict>map(Verdict.Happens::new).orElse(NO_CALL);
    }

    /** A command about a call that may have moved on or be somebody else's: then there is no such call. */
    private void ofCall(
            Peer peer,
            CallCommand command,
            String author,
            Supplier<Optional<? extends List<? extends DeskChange>>> changes) {
        command(peer, command.opId(), command, author, () -> happensUnlessLate(changes.get()));
    }

    /** Judges a command once; the same sent again gets the same answer. */
    private void command(Peer peer, OpId opId, Object message, String author, Supplier<Verdict> judge) {
        mailbox.execute(() -> {
            Operation sent = stream.operation(opId, message);
            Optional<Operations.Done> before = operations.find(author, opId);
            if (before.isPresent()) {
                if (before.get().hash().equals(sent.hash())) {
                    accept(peer, opId, before.get().seq());
                } else {
                    peer.send(new Answer.Refused(opId, Refusal.MISMATCH));
                }
                return;
            }
            switch (judge.get()) {
                case Verdict.Happens(List<? extends DeskChange> changes) -> happen(peer, opId, sent, author, changes);
                case Verdict.Refuses(Refusal why, Optional<Instant> until) ->
                    peer.send(new Answer.Refused(opId, why, Optional.empty(), List.of(), until));
            }
        });
    }

    private Optional<Call> ofKiosk(CallId id, KioskId kiosk) {
        return state.call(id).filter(call -> call.kiosk().equals(kiosk));
    }

    private Optional<Call> ofClerk(CallId id, ClerkId clerk) {
        return state.call(id).filter(call -> call.clerk().equals(Optional.of(clerk)));
    }

    private Optional<List<DeskChange>> move(Call call, CallEvent event) {
        return CallMachine.next(call.state(), event).map(next -> List.of(call.moved(next)));
    }

    /** Moves on and appends; answers and tells after the commit; then sees who can be rung now. */
    private void happen(
            @Nullable Peer peer,
            @Nullable OpId opId,
            @Nullable Operation operation,
            String author,
            List<? extends DeskChange> changes) {
        if (changes.isEmpty()) {
            if (peer != null && opId != null) {
                accept(peer, opId, stream.seq());
            }
            return;
        }

        state = with(state, changes);

        long seq = stream.seq() + changes.size();
        if (operation != null) {
            operations.add(author, operation, seq);
        }
        stream.append(
                events(changes, author, operation),
                changes.stream().map(DeskChange::row).toList(),
                () -> mailbox.execute(() -> {
                    if (peer != null && opId != null) {
                        peer.send(new Answer.Accepted(opId, seq));
                    }
                    tell(changes);
                    releases.committed(seq);
                }),
                failed);
        ringWhereSomebodyIsFree();
    }

    private static DeskState with(DeskState before, List<? extends DeskChange> changes) {
        DeskState next = before;
        for (DeskChange change : changes) {
            next = change.in(next);
        }
        return next;
    }

    private List<Stream.Event> events(
            List<? extends DeskChange> changes, String author, @Nullable Operation operation) {
        return changes.stream()
                .map(change -> new Stream.Event(
                        millis(),
                        author,
                        change == changes.getLast() ? operation : null,
                        change.getClass().getSimpleName(),
                        WireCodec.bytes(change)))
                .toList();
    }

    /** Nothing new is written for this answer, but what it rests on must be on disk. */
    private void accept(Peer peer, OpId opId, long seq) {
        releases.after(stream.seq(), () -> peer.send(new Answer.Accepted(opId, seq)));
    }

    /** What is on disk now, on top of what was before; connections come and go without being written. */
    private void tell(List<? extends DeskChange> changes) {

        DeskState next = with(published, changes);

        show(new DeskState(next.calls(), next.duties(), state.kiosks(), state.clerks(), next.lastEnded()));
    }

    /** A change that is not written down: who is connected, what a kiosk no longer shows. */
    private void publish(DeskState next) {
        state = next;
        DeskState shown = published;
        Map<KioskId, DeskState.EndedCall> ended = new HashMap<>(shown.lastEnded());
        ended.keySet().retainAll(next.lastEnded().keySet());
        show(new DeskState(shown.calls(), shown.duties(), next.kiosks(), next.clerks(), ended));
    }

    private void show(DeskState next) {
        DeskState before = published;
        published = next;
        listeners.forEach(listener -> listener.changed(before, next));
    }

    private Instant millis() {
        return Instant.ofEpochMilli(clock.instant().toEpochMilli());
    }
}
