package org.virtualwindow.server.room;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.virtualwindow.protocol.Answer;
import org.virtualwindow.protocol.ClerkCard;
import org.virtualwindow.protocol.CloseCode;
import org.virtualwindow.protocol.RoomEvent;
import org.virtualwindow.protocol.RoomMessage.FiledCase;
import org.virtualwindow.protocol.RoomMessage.ItemRenewed;
import org.virtualwindow.protocol.RoomMessage.RoomLeft;
import org.virtualwindow.protocol.RoomMessage.RoomSnapshot;
import org.virtualwindow.protocol.RoomOperation;
import org.virtualwindow.protocol.RoomSignal;
import org.virtualwindow.protocol.ServiceItem.What;
import org.virtualwindow.protocol.ids.CallId;
import org.virtualwindow.protocol.ids.CaseNo;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.protocol.ids.ClerkId;
import org.virtualwindow.protocol.ids.OpId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.ids.ServiceItemId;
import org.virtualwindow.protocol.values.Author;
import org.virtualwindow.protocol.values.FieldValue;
import org.virtualwindow.protocol.values.LastDigits;
import org.virtualwindow.protocol.values.Refusal;
import org.virtualwindow.protocol.values.Role;
import org.virtualwindow.server.directory.Directory.HelperEntry;
import org.virtualwindow.server.form.ItemPackage;
import org.virtualwindow.server.journal.Ledger;
import org.virtualwindow.server.journal.Operations;
import org.virtualwindow.server.journal.Projection;
import org.virtualwindow.server.journal.Stream;
import org.virtualwindow.server.mailbox.Mailbox;

/**
 * One matter and the people in it. Everything below {@link #mailbox} runs in it, one task at a time.
 *
 * <p>The matter moves on at once; what others learn of it waits in the {@link #ledger} until the journal says that it is on disk.
 */
public final class Room {
    private static final Author SYSTEM = new Author(Role.SYSTEM, "room", "");

    private final RoomId id;
    private final Mailbox mailbox;
    private final InstantSource clock;
    private final Runnable forget;
    private final Supplier<Optional<ItemPackage>> inForce;
    private final Ledger ledger;
    private final Company company = new Company();
    private final FieldLocks locks = new FieldLocks();
    private final Gestures gestures;
    private final Matter matter;
    private final Judge judge;
    private final Absence absence;
    private boolean broken;

    Room(
            RoomId id,
            Executor threads,
            InstantSource clock,
            Filing filing,
            RoomListener listener,
            Runnable forget,
            Supplier<Optional<ItemPackage>> inForce,
            Stream stream,
            RoomState state,
            Operations operations) {
        this.id = id;
        this.mailbox = new Mailbox(threads);
        this.clock = clock;
        this.forget = forget;
        this.inForce = inForce;
        this.ledger = new Ledger(stream, operations, mailbox, this::beginAgain);
        this.gestures = new Gestures(id, company, locks);
        this.matter = new Matter(id, clock, ledger, company, gestures, listener, state);
        this.absence = new Absence(id, matter, ledger, company, clock);
        this.judge = new Judge(matter, ledger, locks, filing, inForce, clock, mailbox);
    }

    public RoomId id() {
        return id;
    }

    public ServiceItemId item() {
        return matter.onDisk().form().item().item();
    }

    /** The centre that decides. */
    public CentreId owner() {
        return matter.onDisk().owner();
    }

    /** As far as is on disk; any thread. */
    public boolean hasHelper() {
        return matter.onDisk().helper().isPresent();
    }

    /** The room of the same visit that came before this one. */
    public Optional<RoomId> after() {
        return matter.onDisk().after();
    }

    /** The helper types and presses, as far as is on disk; any thread. */
    public boolean helperActs() {
        return matter.onDisk().atKiosk() == Role.HELPER;
    }

    /** As far as is on disk; any thread. */
    RoomState onDisk() {
        return matter.onDisk();
    }

    /** The case this room was filed as, as far as is on disk; any thread. */
    public Optional<CaseNo> filedAs() {
        return matter.onDisk().filed().map(FiledCase::caseNo);
    }

    /** Answers what opened this room as it was answered then. Any other of its kind comes too late, and so does this once it is over. */
    public void repeat(Speaker who, OpId opId, Object message) {
        once(who, opId, message, Refusal.ALREADY, asked -> asked.refused(Refusal.ALREADY));
    }

    /** Shows the room to somebody who sits down in it, or whose connection is new. The newest of a seat wins. */
    public void enter(Speaker who) {
        whileWhole(who, () -> {
            if (author(who).isEmpty()) {
                return;
            }
            RoomSnapshot snapshot = RoomView.snapshot(id, ledger.seq(), matter.state(), who.role(), gestures.now());
            Optional<ItemRenewed> renewed = renewed();
            ledger.afterCommit(() -> {
                company.sits(who);
                who.peer().send(snapshot);
                renewed.ifPresent(who.peer()::send);
            });
        });
    }

    /** The connection is gone; the seat stays. */
    public void leave(Speaker who) {
        mailbox.execute(() -> {
            if (company.leaves(who)) {
                author(who).ifPresent(author -> gestures.end(matter.state(), who, author));
            }
        });
    }

    /** Judges an operation; the answer goes to the speaker once what it did is on disk. */
    public void operate(Speaker who, RoomOperation operation) {
        once(who, operation.opId(), operation, Refusal.NO_ROOM, asked -> judge.hear(asked, operation));
    }

    /** Shows the others what somebody does just now. What may not be shown is dropped. */
    public void signal(Speaker who, RoomSignal signal) {
        whileWhole(
                who,
                () -> author(who)
                        .ifPresent(author -> gestures.make(matter.state(), who, author, signal, clock.instant())));
    }

    /** Packages came into force: if the room may go on by one of them, everybody in it is told. */
    void packagesChanged() {
        mailbox.execute(() ->
                renewed().ifPresent(told -> ledger.afterCommit(() -> company.hear(_ -> Optional.of(told)))));
    }

    private Optional<ItemRenewed> renewed() {
        return MigrationRules.newer(matter.state(), inForce.get())
                .map(newer -> new ItemRenewed(id, newer.item().version(), newer.hash()));
    }

    /** A clerk answered the call of this room. Seating the same again does nothing. */
    public void seat(CallId call, ClerkCard clerk) {
        mailbox.execute(() -> matter.happen(SYSTEM, null, SeatRules.clerkSits(matter.state(), call, clerk), List.of()));
    }

    /** The clerk's call is over, or another clerk takes it. */
    public void unseat(CallId call) {
        mailbox.execute(() -> {
            if (matter.state().clerk().filter(seat -> seat.call().equals(call)).isPresent()) {
                matter.happen(SYSTEM, null, SeatRules.clerkLeaves(matter.state()), List.of());
                ledger.afterCommit(() -> company.asked(Role.CLERK, new RoomLeft(id)));
                gestures.nobodyPoints();
            }
        });
    }

    /** After a restart: no call has this room's clerk in it any more. */
    void unseatUnless(Optional<CallId> talking) {
        mailbox.execute(() -> matter.state()
                .clerk()
                .map(seat -> seat.call())
                .filter(call -> !talking.equals(Optional.of(call)))
                .ifPresent(this::unseat));
    }

    /** A local helper, whose code was checked, sits down beside the applicant and types from now on. */
    public void helperArrives(Speaker who, OpId opId, Object message, HelperEntry helper) {
        atKiosk(who, opId, message, () -> SeatRules.helperArrives(matter.state(), helper));
    }

    public void helperLeaves(Speaker who, OpId opId, Object message) {
        atKiosk(who, opId, message, () -> SeatRules.helperLeaves(matter.state()));
    }

    /** The applicant's card was read; what it says stands in the form, or is proposed where they wrote something else. */
    public void cardRead(Speaker who, OpId opId, Object message, RoomEvent.CardRead read) {
        decided(
                who,
                opId,
                message,
                asked -> PrefillRules.cardRead(matter.state(), locks, asked.by(), read, clock.instant()));
    }

    /** The applicant wants what stood in their earlier case. Nobody wants it for them. */
    public void earlierTaken(Speaker who, OpId opId, Object message, RoomEvent.EarlierTaken taken) {
        decided(
                who,
                opId,
                message,
                asked -> PrefillRules.earlierTaken(matter.state(), locks, asked.by(), taken, clock.instant()));
    }

    /** What the card said, as far as is on disk; any thread. */
    public Optional<FieldValue> cardSays(What what) {
        return matter.onDisk().person().map(person -> person.card().get(what));
    }

    /** The other person at the kiosk types and presses from now on. */
    public void handOver(Speaker who, OpId opId, Object message, Role to) {
        if (to == Role.APPLICANT || to == Role.HELPER) {
            atKiosk(who, opId, message, () -> SeatRules.handOver(matter.state(), to));
        } else {
            refuse(who, opId, Refusal.INVALID);
        }
    }

    /**
     * The visit is over. {@code then} runs when that is on disk; then everybody is told, and may begin anew.
     *
     * @param row ends the room's projection
     */
    public void end(Speaker who, OpId opId, RoomEvent.RoomEnd how, Projection row, Runnable then) {
        whileWhole(who, () -> {
            if (matter.state().ended()) {
                refuse(who, opId, Refusal.NO_ROOM);
                return;
            }
            long seq = matter.happen(SYSTEM, null, SeatRules.everybodyLeaves(matter.state(), how), List.of(row));
            ledger.afterCommit(() -> {
                forget.run();
                then.run();
                who.peer().send(new Answer.Accepted(opId, seq));
                company.parts(new RoomLeft(id));
            });
        });
    }

    /** The visit goes on in the next room, which is on disk; whoever is here will be shown that one. Doing it twice does nothing. */
    public void movedOn(RoomId next) {
        mailbox.execute(() -> {
            if (!matter.state().ended()) {
                matter.happen(SYSTEM, null, SeatRules.everybodyMovesOn(matter.state(), next), List.of());
                ledger.afterCommit(forget);
            }
        });
    }

    /** As far as is on disk; any thread. */
    public RoomFacts facts() {
        return RoomFacts.of(matter.onDisk());
    }

    /** Whether somebody who shows this is the applicant, as far as is on disk; any thread. */
    public boolean isOf(Optional<FieldValue> idNo, Optional<LastDigits> mobile) {
        return SecondFactor.fits(matter.onDisk(), idNo, mobile);
    }

    /** A code is made with which the matter can be taken up again. {@code then} runs when that is on disk. */
    public void mayBeResumed(Speaker who, OpId opId, Object message, Instant until, Projection row, Runnable then) {
        once(who, opId, message, Refusal.NO_ROOM, asked -> absence.mayBeResumed(asked, until, row, then));
    }

    /**
     * The applicant leaves with the code. {@code then} runs when that is on disk and everybody was told to forget.
     *
     * @param row keeps that, and who had it last
     */
    public void putAside(Speaker who, OpId opId, Function<Optional<ClerkId>, Projection> row, Runnable then) {
        whileWhole(who, () -> absence.putAside(who, opId, row, then));
    }

    /** The applicant is back; whoever sits at a kiosk in this room lets go of it. {@code then} runs when that is on disk. */
    public void resume(
            Speaker who, OpId opId, Object message, RoomEvent.WasResumed back, Projection row, Runnable then) {
        once(
                who,
                opId,
                message,
                Refusal.NO_ROOM,
                asked -> absence.resume(asked, back, row, () -> {
                    then.run();
                    enter(who);
                    repeat(who, opId, message);
                }));
    }

    /** Nobody came back in time. */
    void expire(Projection row) {
        mailbox.execute(() -> absence.expire(row, forget));
    }

    /**
     * Lets somebody ask for something; what was accepted before is answered as it was then.
     *
     * @param without what who has no seat here is told
     */
    private void once(Speaker who, OpId opId, Object message, Refusal without, Consumer<Asked> then) {
        whileWhole(who, () -> {
            Optional<Author> author = author(who);
            if (author.isEmpty()) {
                refuse(who, opId, without);
                return;
            }
            Asked asked = new Asked(who, author.get(), opId, ledger.operation(opId, message));
            if (!ledger.answeredBefore(Operations.name(asked.by()), opId, asked.sent(), who.peer()::send)) {
                then.accept(asked);
            }
        });
    }

    /** What the kiosk's people do beside the form. */
    private void atKiosk(Speaker who, OpId opId, Object message, Supplier<List<RoomEvent>> events) {
        once(who, opId, message, Refusal.NO_ROOM, asked -> matter.accept(asked, events.get(), List.of()));
    }

    private void decided(Speaker who, OpId opId, Object message, Function<Asked, Decision> rules) {
        once(who, opId, message, Refusal.NO_ROOM, asked -> judge.decided(asked, rules.apply(asked)));
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
        company.isSentAway(CloseCode.COME_BACK);
    }

    /** Who speaks, if they have a seat here. */
    private Optional<Author> author(Speaker who) {
        return SeatRules.author(matter.state(), who);
    }

    private static void refuse(Speaker who, OpId opId, Refusal why) {
        who.peer().send(new Answer.Refused(opId, why));
    }
}
