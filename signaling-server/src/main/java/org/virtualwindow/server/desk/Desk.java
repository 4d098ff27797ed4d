package org.virtualwindow.server.desk;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
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
import org.virtualwindow.server.journal.Projection;
import org.virtualwindow.server.journal.Stream;
import org.virtualwindow.server.mailbox.Mailbox;

/**
 * The one owner of the line, the clerks and every call. Everything below {@link #mailbox} runs in it, one task at a time. What
 * others are told of a change waits for its commit.
 */
public final class Desk {
    private static final String SYSTEM = "SYSTEM:desk";
    private static final int CODES = 10_000;

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
        this.state = found;
        this.published = found;
        this.failed = failed;
        Instant now = clock.instant();
        // after a restart nobody is connected, and every grace begins anew
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
        command(peer, request, "APPLICANT:" + caller.kiosk(), () -> {
            Optional<Call> going = state.callAt(caller.kiosk());
            if (going.isPresent()) {
                return move(going.get(), new CallEvent.KioskBack()).or(() -> Optional.of(List.of()));
            }
            Optional<Answer.Refused> refused = mayCall(request.opId(), caller);
            if (refused.isPresent()) {
                peer.send(refused.get());
                return Optional.empty();
            }
            Call call = new Call(
                    new CallId(Secrets.token().substring(0, 16)),
                    caller.room(),
                    caller.kiosk(),
                    caller.item(),
                    caller.near(),
                    caller.owner(),
                    caller.helper(),
                    new CallState.Waiting(new CallState.Place(millis(), false)));
            return Optional.of(List.of(call));
        });
    }

    /** Who calls, from where, for what. */
    public record Caller(
            KioskId kiosk, CentreId near, RoomId room, CentreId owner, ServiceItemId item, boolean helper) {}

    private Optional<Answer.Refused> mayCall(OpId opId, Caller caller) {
        Instant now = clock.instant();
        boolean served = directory.clerksOf(caller.owner()).stream()
                .anyMatch(clerk -> directory.serves(clerk.id(), caller.item()));
        Optional<Directory.CentreEntry> owner = directory.centre(caller.owner());
        if (owner.isEmpty() || !served) {
            return Optional.of(new Answer.Refused(opId, Refusal.NOT_SERVED));
        }
        if (!owner.get().openAt(now)) {
            return Optional.of(new Answer.Refused(
                    opId,
                    Refusal.CLOSED,
                    Optional.empty(),
                    List.of(),
                    owner.get().opensAfter(now)));
        }
        return state.line().size() >= times.longestLine()
                ? Optional.of(new Answer.Refused(opId, Refusal.LINE_FULL))
                : Optional.empty();
    }

    public void cancelCall(Peer peer, CallCommand.CancelCall cancel, KioskId kiosk) {
        command(
                peer,
                cancel,
                "APPLICANT:" + kiosk,
                () -> ofKiosk(cancel.call(), kiosk).flatMap(call -> move(call, new CallEvent.Cancelled())));
    }

    public void hangUp(Peer peer, CallCommand.HangUp hangUp, KioskId kiosk) {
        command(
                peer,
                hangUp,
                "APPLICANT:" + kiosk,
                () -> ofKiosk(hangUp.call(), kiosk)
                        .flatMap(call -> move(call, new CallEvent.HungUp(CallEnd.APPLICANT_HUNG_UP, millis()))));
    }

    public void hangUp(Peer peer, CallCommand.HangUp hangUp, ClerkId clerk) {
        command(
                peer,
                hangUp,
                "CLERK:" + clerk,
                () -> ofClerk(hangUp.call(), clerk)
                        .flatMap(call -> move(call, new CallEvent.HungUp(CallEnd.CLERK_HUNG_UP, millis()))));
    }

    public void answer(Peer peer, CallCommand.AnswerCall answer, ClerkId clerk) {
        command(
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
        command(
                peer,
                decline,
                "CLERK:" + clerk,
                () -> ofClerk(decline.call(), clerk)
                        .flatMap(call -> move(call, new CallEvent.RingEnded(clerk)))
                        .map(moved -> List.<Object>of(moved.getFirst(), new Duty(clerk, false, millis()))));
    }

    public void finishWrapUp(Peer peer, CallCommand.FinishWrapUp finish, ClerkId clerk) {
        command(
                peer,
                finish,
                "CLERK:" + clerk,
                () -> ofClerk(finish.call(), clerk)
                        .flatMap(call -> move(call, new CallEvent.WrappedUp()))
                        .map(moved -> List.<Object>of(moved.getFirst(), new Duty(clerk, true, millis()))));
    }

    public void setReady(Peer peer, CallCommand.SetReady set, ClerkId clerk) {
        command(peer, set, "CLERK:" + clerk, () -> {
            Duty before = state.duties().get(clerk);
            boolean same = before != null && before.ready().equals(set.ready());
            return Optional.of(same ? List.of() : List.of(new Duty(clerk, set.ready(), millis())));
        });
    }

    /** A hall manager chose who answers; the clerk must be free and assigned to the item. */
    public void assign(Peer peer, OpId opId, Object message, String manager, CallId call, ClerkId clerk) {
        mailbox.execute(() -> {
            Optional<Call> waiting =
                    state.call(call).filter(found -> found.place().isPresent());
            if (waiting.isEmpty()) {
                peer.send(new Answer.Refused(opId, Refusal.NO_CALL));
            } else if (state.stateOf(clerk) != ClerkState.READY || !suits(clerk, waiting.get())) {
                peer.send(new Answer.Refused(opId, Refusal.NOT_FREE));
            } else {
                move(waiting.get(), new CallEvent.ClerkChosen(clerk, millis().plus(times.ring())))
                        .ifPresent(moved ->
                                happen(peer, opId, Operations.of(opId, message), "HALL_MANAGER:" + manager, moved));
            }
        });
    }

    /** Windows or opening hours changed: somebody may suit now who did not before. */
    public void look() {
        mailbox.execute(() -> {
            publish(state);
            ringWhereSomebodyIsFree();
        });
    }

    public void kioskCame(KioskId kiosk) {
        mailbox.execute(() -> {
            kioskGone.remove(kiosk);
            publish(state.withKiosk(kiosk, true));
            state.callAt(kiosk)
                    .flatMap(call -> move(call, new CallEvent.KioskBack()))
                    .ifPresent(moved -> happen(null, null, null, SYSTEM, moved));
        });
    }

    public void kioskWent(KioskId kiosk) {
        mailbox.execute(() -> {
            kioskGone.put(kiosk, clock.instant());
            publish(state.withKiosk(kiosk, false));
        });
    }

    public void clerkCame(ClerkId clerk) {
        mailbox.execute(() -> {
            clerkGone.remove(clerk);
            publish(state.withClerk(clerk, true));
            ringWhereSomebodyIsFree();
        });
    }

    public void clerkWent(ClerkId clerk) {
        mailbox.execute(() -> {
            clerkGone.put(clerk, clock.instant());
            publish(state.withClerk(clerk, false));
        });
    }

    /** The applicant ends the visit: whatever call there is, is over. */
    public void visitEnded(KioskId kiosk) {
        mailbox.execute(() -> {
            state.callAt(kiosk)
                    .flatMap(call -> move(call, new CallEvent.HungUp(CallEnd.APPLICANT_HUNG_UP, millis()))
                            .or(() -> move(call, new CallEvent.Cancelled())))
                    .ifPresent(moved -> happen(null, null, null, SYSTEM, moved));
            publish(state.forgotten(kiosk));
        });
    }

    /** Looks whether a time has come. Called four times a second. */
    public void tick() {
        mailbox.execute(() -> {
            Instant now = clock.instant();
            for (Call call : List.copyOf(state.calls().values())) {
                due(call, now).ifPresent(changes -> happen(null, null, null, SYSTEM, changes));
            }
        });
    }

    private Optional<List<Object>> due(Call call, Instant now) {
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

    /** Judges a command once; the same sent again gets the same answer. Empty means refused. */
    private void command(Peer peer, CallCommand command, String author, Supplier<Optional<? extends List<?>>> judge) {
        mailbox.execute(() -> {
            Operation sent = Operations.of(command.opId(), command);
            Optional<Operations.Done> before = operations.find(author, command.opId());
            if (before.isPresent()) {
                boolean same = before.get().hash().equals(sent.hash());
                peer.send(
                        same
                                ? new Answer.Accepted(
                                        command.opId(), before.get().seq())
                                : new Answer.Refused(command.opId(), Refusal.MISMATCH));
                return;
            }
            Optional<? extends List<?>> changes = judge.get();
            if (changes.isPresent()) {
                happen(peer, command.opId(), sent, author, changes.get());
            } else if (!(command instanceof CallCommand.RequestCall)) {
                peer.send(new Answer.Refused(command.opId(), Refusal.NO_CALL));
            }
        });
    }

    private Optional<Call> ofKiosk(CallId id, KioskId kiosk) {
        return state.call(id).filter(call -> call.kiosk().equals(kiosk));
    }

    private Optional<Call> ofClerk(CallId id, ClerkId clerk) {
        return state.call(id).filter(call -> call.clerk().equals(Optional.of(clerk)));
    }

    private Optional<List<Object>> move(Call call, CallEvent event) {
        return CallMachine.next(call.state(), event).map(next -> List.of(call.moved(next)));
    }

    /** Moves on and appends; answers and tells after the commit; then sees who can be rung now. */
    private void happen(
            @Nullable Peer peer, @Nullable OpId opId, @Nullable Operation operation, String author, List<?> changes) {
        if (changes.isEmpty()) {
            if (peer != null && opId != null) {
                peer.send(new Answer.Accepted(opId, stream.seq()));
            }
            return;
        }
        DeskState next = state;
        List<Stream.Event> events = new ArrayList<>();
        List<Projection> rows = new ArrayList<>();
        for (Object change : changes) {
            boolean last = change == changes.getLast();
            events.add(new Stream.Event(
                    millis(),
                    author,
                    last ? operation : null,
                    change.getClass().getSimpleName(),
                    WireCodec.bytes(change)));
            switch (change) {
                case Call call -> {
                    next = next.with(call);
                    rows.add(DeskRows.of(call));
                }
                case Duty duty -> {
                    next = next.with(duty);
                    rows.add(DeskRows.of(duty));
                }
                default -> throw new IllegalArgumentException(change.getClass().getName());
            }
        }
        state = next;
        long seq = stream.seq() + changes.size();
        if (operation != null) {
            operations.add(author, operation, seq);
        }
        stream.append(
                events,
                rows,
                () -> mailbox.execute(() -> {
                    if (peer != null && opId != null) {
                        peer.send(new Answer.Accepted(opId, seq));
                    }
                    tell(changes);
                }),
                failed);
        ringWhereSomebodyIsFree();
    }

    /** What is on disk now, on top of what was before; connections come and go without being written. */
    private void tell(List<?> changes) {
        DeskState next = published;
        for (Object change : changes) {
            next = change instanceof Call call ? next.with(call) : next.with((Duty) change);
        }
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
