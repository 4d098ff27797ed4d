package org.virtualwindow.server.room;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.virtualwindow.protocol.Answer;
import org.virtualwindow.protocol.ClerkCard;
import org.virtualwindow.protocol.CloseCode;
import org.virtualwindow.protocol.FieldState;
import org.virtualwindow.protocol.RoomEvent;
import org.virtualwindow.protocol.RoomMessage.FiledCase;
import org.virtualwindow.protocol.RoomMessage.Revealed;
import org.virtualwindow.protocol.RoomMessage.RoomHappened;
import org.virtualwindow.protocol.RoomMessage.RoomLeft;
import org.virtualwindow.protocol.RoomMessage.RoomSnapshot;
import org.virtualwindow.protocol.RoomMessage.Shown;
import org.virtualwindow.protocol.RoomOperation;
import org.virtualwindow.protocol.RoomSignal;
import org.virtualwindow.protocol.ids.CallId;
import org.virtualwindow.protocol.ids.CaseNo;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.protocol.ids.OpId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.ids.ServiceItemId;
import org.virtualwindow.protocol.json.WireCodec;
import org.virtualwindow.protocol.values.Author;
import org.virtualwindow.protocol.values.FieldPath;
import org.virtualwindow.protocol.values.Issue;
import org.virtualwindow.protocol.values.Refusal;
import org.virtualwindow.protocol.values.Role;
import org.virtualwindow.server.directory.Directory.HelperEntry;
import org.virtualwindow.server.journal.Operation;
import org.virtualwindow.server.journal.Operations;
import org.virtualwindow.server.journal.Projection;
import org.virtualwindow.server.journal.Releases;
import org.virtualwindow.server.journal.Stream;
import org.virtualwindow.server.mailbox.Mailbox;

/**
 * One matter and the people in it. Everything below {@link #mailbox} runs in it, one task at a time.
 *
 * <p>The state moves on at once; what others learn of it waits in {@link #releases} until the journal says that it is on disk.
 */
public final class Room {
    private static final Author SYSTEM = new Author(Role.SYSTEM, "room", "");

    private final RoomId id;
    private final ServiceItemId item;
    private final CentreId owner;
    private final Mailbox mailbox;
    private final InstantSource clock;
    private final Filing filing;
    private final Runnable forget;
    private final Stream stream;
    private final FieldLocks locks = new FieldLocks();
    private final Operations operations;
    private final Company company = new Company();
    private final Releases releases;
    private RoomState state;

    private Optional<FieldPath> pointedAt = Optional.empty();
    private boolean filingUnderWay;
    private boolean broken;
    private volatile boolean hasHelper;
    private volatile Optional<CaseNo> filedAs;

    Room(
            RoomId id,
            Executor threads,
            InstantSource clock,
            Filing filing,
            Runnable forget,
            Stream stream,
            RoomState state,
            Operations operations) {
        this.id = id;
        this.item = state.form().item().item();
        this.owner = state.owner();
        this.mailbox = new Mailbox(threads);
        this.clock = clock;
        this.filing = filing;
        this.forget = forget;
        this.stream = stream;
        this.state = state;
        this.operations = operations;
        this.releases = new Releases(stream.seq());
        this.hasHelper = state.helper().isPresent();
        this.filedAs = state.filed().map(FiledCase::caseNo);
    }

    public RoomId id() {
        return id;
    }

    public ServiceItemId item() {
        return item;
    }

    /** The centre that decides. */
    public CentreId owner() {
        return owner;
    }

    /** As far as is on disk; any thread. */
    public boolean hasHelper() {
        return hasHelper;
    }

    /** The case this room was filed as, as far as is on disk; any thread. */
    public Optional<CaseNo> filedAs() {
        return filedAs;
    }

    /** Answers an operation that was accepted before; any other of its kind comes too late. */
    public void repeat(Speaker who, OpId opId, Object message) {
        whileWhole(
                who,
                () -> author(who)
                        .filter(author -> answeredBefore(who, author, opId, stream.operation(opId, message)))
                        .ifPresentOrElse(_ -> {}, () -> refuse(who, opId, Refusal.ALREADY)));
    }

    /** Shows the room to somebody who sits down in it, or whose connection is new. The newest of a seat wins. */
    public void enter(Speaker who) {
        whileWhole(who, () -> {
            if (state.ended() || (who instanceof Speaker.AtConsole console && !seated(console))) {
                return;
            }
            RoomSnapshot snapshot = RoomView.snapshot(id, stream.seq(), state, who.role(), pointedAt);
            afterCommit(() -> {
                company.sits(who);
                who.peer().send(snapshot);
            });
        });
    }

    /** The connection is gone; the seat stays. */
    public void leave(Speaker who) {
        mailbox.execute(() -> {
            if (company.leaves(who)) {
                author(who).ifPresent(author -> {
                    locks.release(author);
                    show(who, author, new RoomSignal.Focus(id, Optional.empty()));
                });
            }
        });
    }

    /** Judges an operation; the answer goes to the speaker once what it did is on disk. */
    public void operate(Speaker who, RoomOperation operation) {
        whileWhole(who, () -> {
            Operation sent = stream.operation(operation.opId(), operation);
            Author author = author(who).orElse(null);
            if (author == null) {
                refuse(who, operation.opId(), Refusal.NO_ROOM);
            } else if (!answeredBefore(who, author, operation.opId(), sent)) {
                judge(who, author, operation, sent);
            }
        });
    }

    /** Shows the others what somebody does just now. What may not be shown is dropped. */
    public void signal(Speaker who, RoomSignal signal) {
        whileWhole(
                who,
                () -> author(who).ifPresent(author -> {
                    if (RoomRules.mayShow(state, locks, author, signal, clock.instant())) {
                        if (signal instanceof RoomSignal.Point point) {
                            pointedAt = point.path();
                        }
                        show(who, author, signal);
                    }
                }));
    }

    /** A clerk answered the call of this room. Seating the same again does nothing. */
    public void seat(CallId call, ClerkCard clerk) {
        mailbox.execute(() -> {
            boolean seatedAlready = state.clerk()
                    .filter(seat ->
                            seat.call().equals(call) && seat.clerk().clerk().equals(clerk.clerk()))
                    .isPresent();
            if (!seatedAlready && !state.ended()) {
                List<RoomEvent> events = new ArrayList<>(RoomRules.clerkLeaves(state));
                events.add(new RoomEvent.ClerkSeated(call, clerk, state.epoch() + 1));
                happen(SYSTEM, null, events, List.of());
            }
        });
    }

    /** The clerk's call is over, or another clerk takes it. */
    public void unseat(CallId call) {
        mailbox.execute(() -> {
            if (state.clerk().filter(seat -> seat.call().equals(call)).isPresent()) {
                happen(SYSTEM, null, RoomRules.clerkLeaves(state), List.of());
                afterCommit(() -> company.asked(Role.CLERK, new RoomLeft(id)));
                pointedAt = Optional.empty();
            }
        });
    }

    /** After a restart: no call has this room's clerk in it any more. */
    void unseatUnless(Optional<CallId> talking) {
        mailbox.execute(() -> state.clerk()
                .map(seat -> seat.call())
                .filter(call -> !talking.equals(Optional.of(call)))
                .ifPresent(this::unseat));
    }

    /** A local helper, whose code was checked, sits down beside the applicant and types from now on. */
    public void helperArrives(Speaker who, OpId opId, Object message, HelperEntry helper) {
        atKiosk(
                who,
                opId,
                message,
                () -> state.helper().isPresent()
                        ? List.of()
                        : List.of(new RoomEvent.HelperArrived(helper.id(), helper.name())));
    }

    public void helperLeaves(Speaker who, OpId opId, Object message) {
        atKiosk(who, opId, message, () -> state.helper().isPresent() ? List.of(new RoomEvent.HelperLeft()) : List.of());
    }

    /** The other person at the kiosk types and presses from now on. */
    public void handOver(Speaker who, OpId opId, Object message, Role to) {
        boolean sits = to == Role.APPLICANT || to == Role.HELPER;
        if (!sits) {
            refuse(who, opId, Refusal.INVALID);
            return;
        }
        atKiosk(
                who,
                opId,
                message,
                () -> state.helper().isEmpty() || state.atKiosk() == to
                        ? List.of()
                        : List.of(new RoomEvent.HandedOver(to)));
    }

    /**
     * The visit is over. {@code then} runs when that is on disk and everybody was told to forget.
     *
     * @param row ends the room's projection
     */
    public void end(Speaker who, OpId opId, RoomEvent.RoomEnd how, Projection row, Runnable then) {
        whileWhole(who, () -> {
            if (state.ended()) {
                refuse(who, opId, Refusal.NO_ROOM);
                return;
            }
            List<RoomEvent> events = new ArrayList<>(RoomRules.clerkLeaves(state));
            events.add(new RoomEvent.RoomEnded(how));
            long seq = happen(SYSTEM, null, events, List.of(row));
            afterCommit(() -> {
                who.peer().send(new Answer.Accepted(opId, seq));
                company.parts(new RoomLeft(id));
                forget.run();
                then.run();
            });
        });
    }

    private void judge(Speaker who, Author author, RoomOperation operation, Operation sent) {
        switch (RoomRules.decide(state, locks, author, operation, clock.instant())) {
            case Decision.Happens(List<RoomEvent> events) -> {
                long seq = happen(author, sent, events, List.of());
                accept(who, operation.opId(), seq);
                if (operation instanceof RoomOperation.Reveal reveal) {
                    reveal(who, reveal.path());
                }
            }
            case Decision.Refuses refused ->
                who.peer()
                        .send(new Answer.Refused(
                                operation.opId(),
                                refused.why(),
                                currentFor(who, operation, refused),
                                refused.issues(),
                                refused.until()));
            case Decision.MayFile() -> file(who, author, (RoomOperation.Submit) operation, sent);
        }
    }

    private Optional<FieldState> currentFor(Speaker who, RoomOperation operation, Decision.Refuses refused) {
        return operation instanceof RoomOperation.SetField set
                ? RoomView.current(state.form(), set.path(), refused.current(), who.role())
                : refused.current();
    }

    /** Draws a case number outside, then judges again: the form may have moved on meanwhile. */
    private void file(Speaker who, Author author, RoomOperation.Submit submit, Operation sent) {
        if (filingUnderWay) {
            refuse(who, submit.opId(), Refusal.ALREADY);
            return;
        }
        filingUnderWay = true;
        filing.draw(
                state.owner(),
                drawn -> mailbox.execute(() -> {
                    filingUnderWay = false;
                    if (drawn.isEmpty()) {
                        refuse(who, submit.opId(), Refusal.TRY_AGAIN);
                    } else if (RoomRules.decide(state, locks, author, submit, clock.instant())
                            instanceof Decision.MayFile) {
                        Filing.Drawn number = drawn.get();
                        String formHash = state.form().hash();
                        var submitted =
                                new RoomEvent.Submitted(number.caseNo(), formHash, Optional.of(number.progress()));
                        Projection row = filing.row(id, state, number, formHash, clock.instant());
                        accept(who, submit.opId(), happen(author, sent, List.of(submitted), List.of(row)));
                    } else {
                        judge(who, author, submit, sent); // says why it may no longer be filed
                    }
                }));
    }

    /** What the kiosk's people do beside the form; accepted whether or not anything changes. */
    private void atKiosk(Speaker who, OpId opId, Object message, Supplier<List<RoomEvent>> events) {
        whileWhole(who, () -> {
            Operation sent = stream.operation(opId, message);
            Author author = state.authorAtKiosk();
            if (state.ended()) {
                refuse(who, opId, Refusal.NO_ROOM);
            } else if (!answeredBefore(who, author, opId, sent)) {
                accept(who, opId, happen(author, sent, events.get(), List.of()));
            }
        });
    }

    private boolean answeredBefore(Speaker who, Author author, OpId opId, Operation sent) {
        Optional<Operations.Done> before = operations.find(Operations.name(author), opId);
        before.ifPresent(done -> {
            if (done.hash().equals(sent.hash())) {
                accept(who, opId, done.seq());
            } else {
                refuse(who, opId, Refusal.MISMATCH);
            }
        });
        return before.isPresent();
    }

    /** Moves on and appends; the others are told after the commit. Returns the place of the last event. */
    private long happen(
            Author by, @Nullable Operation operation, List<RoomEvent> events, List<Projection> projections) {
        if (events.isEmpty()) {
            return stream.seq();
        }
        Instant now = Instant.ofEpochMilli(clock.instant().toEpochMilli());
        List<Stream.Event> entries = new ArrayList<>(events.size());
        long seq = stream.seq();
        for (RoomEvent event : events) {
            seq++;
            Operation named = event == events.getLast() ? operation : null;
            if (named != null) {
                operations.add(Operations.name(by), named, seq);
            }
            entries.add(new Stream.Event(
                    now,
                    Operations.name(by),
                    named,
                    event.getClass().getSimpleName(),
                    WireCodec.bytes(new RoomBody(by, event))));
            state = state.apply(seq, now, by, event);
            tellAfterCommit(seq, now, by, event);
        }
        long last = seq;
        stream.append(
                entries,
                projections,
                () -> mailbox.execute(() -> releases.committed(last)),
                () -> mailbox.execute(this::beginAgain));
        return last;
    }

    private void tellAfterCommit(long seq, Instant at, Author by, RoomEvent event) {
        RoomState after = state;
        releases.after(seq, () -> {
            hasHelper = after.helper().isPresent();
            filedAs = after.filed().map(FiledCase::caseNo);
            List<Issue> issues = after.form().issues();
            company.hear(role -> new RoomHappened(
                    id,
                    seq,
                    at,
                    by,
                    RoomView.event(after.form(), event, role),
                    after.form().rev(),
                    issues));
        });
    }

    /** Runs when everything appended so far is on disk, in order with what the others are told. */
    private void afterCommit(Runnable task) {
        releases.after(stream.seq(), task);
    }

    /** Whoever still speaks to a room that begins again is asked to come back and speak to the one on disk. */
    private void whileWhole(Speaker who, Runnable task) {
        mailbox.execute(() -> {
            if (broken) {
                who.peer().close(CloseCode.COME_BACK);
            } else {
                task.run();
            }
        });
    }

    /** The journal refused what was applied: this room in memory is wrong, the one on disk is right. */
    private void beginAgain() {
        if (broken) {
            return;
        }
        broken = true;
        forget.run();
        releases.forget();
        company.isSentAway(CloseCode.COME_BACK);
    }

    private void accept(Speaker who, OpId opId, long seq) {
        afterCommit(() -> who.peer().send(new Answer.Accepted(opId, seq)));
    }

    private static void refuse(Speaker who, OpId opId, Refusal why) {
        who.peer().send(new Answer.Refused(opId, why));
    }

    private void reveal(Speaker who, FieldPath path) {
        state.form()
                .field(path)
                .ifPresent(field -> afterCommit(() -> who.peer().send(new Revealed(id, path, field.value()))));
    }

    private void show(Speaker from, Author author, RoomSignal signal) {
        company.see(from.peer(), role -> RoomView.maySee(state.form(), signal, role), new Shown(author, signal));
    }

    private boolean seated(Speaker.AtConsole console) {
        return state.clerk()
                .filter(seat -> seat.clerk().clerk().equals(console.clerk()))
                .isPresent();
    }

    /** Who speaks, if they have a seat here. */
    private Optional<Author> author(Speaker who) {
        if (state.ended()) {
            return Optional.empty();
        }
        return switch (who) {
            case Speaker.AtKiosk _ -> Optional.of(state.authorAtKiosk());
            case Speaker.AtConsole console ->
                state.clerk()
                        .filter(seat -> seat.clerk().clerk().equals(console.clerk()))
                        .map(seat -> new Author(
                                Role.CLERK,
                                seat.clerk().clerk().value(),
                                seat.clerk().name()));
        };
    }
}
