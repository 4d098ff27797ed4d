package org.virtualwindow.server.room;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import org.virtualwindow.protocol.Answer;
import org.virtualwindow.protocol.ClerkCard;
import org.virtualwindow.protocol.RoomEvent;
import org.virtualwindow.protocol.RoomMessage.ItemRenewed;
import org.virtualwindow.protocol.RoomMessage.RoomLeft;
import org.virtualwindow.protocol.RoomMessage.RoomSnapshot;
import org.virtualwindow.protocol.RoomOperation;
import org.virtualwindow.protocol.RoomSignal;
import org.virtualwindow.protocol.ids.CallId;
import org.virtualwindow.protocol.ids.ClerkId;
import org.virtualwindow.protocol.ids.OpId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.values.Author;
import org.virtualwindow.protocol.values.Refusal;
import org.virtualwindow.protocol.values.Role;
import org.virtualwindow.server.directory.Directory.HelperEntry;
import org.virtualwindow.server.form.ItemPackage;
import org.virtualwindow.server.journal.Ledger;
import org.virtualwindow.server.journal.Operations;
import org.virtualwindow.server.journal.Projection;
import org.virtualwindow.server.journal.Stream;
import org.virtualwindow.server.licence.Registers;
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
    private final Threshold threshold;
    private final RoomLookups lookups;
    private final RoomUses uses;
    private final RoomPhones phones;

    Room(
            RoomId id,
            Executor threads,
            InstantSource clock,
            Filing filing,
            KioskDevices devices,
            Documents documents,
            Registers registers,
            RoomPhones.Unwanted unwanted,
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
        this.matter = new Matter(id, clock, ledger, company, gestures, listener(devices, documents, unwanted), state);
        this.lookups = new RoomLookups(id, mailbox, threads, matter, registers, clock);
        this.absence = new Absence(id, matter, ledger, company, clock);
        this.judge = new Judge(matter, ledger, locks, filing, inForce, clock, mailbox, devices, registers);
        this.threshold = new Threshold(mailbox, matter, ledger, company, judge, forget);
        this.uses = new RoomUses(mailbox, threshold, matter, ledger, company, locks, devices, documents, clock);
        this.phones = new RoomPhones(mailbox, matter, ledger, unwanted);
    }

    private RoomListener listener(KioskDevices devices, Documents documents, RoomPhones.Unwanted unwanted) {
        RoomListener milestones = new CaseMilestones();
        RoomListener errands = new UseErrands(devices);
        RoomListener receipts = new DocumentErrands(documents);
        RoomListener deleting = RoomPhones.deleting(unwanted);
        return (room, before, after) -> {
            milestones.changed(room, before, after);
            errands.changed(room, before, after);
            receipts.changed(room, before, after);
            looksUp(before, after);
            deleting.changed(room, before, after);
        };
    }

    private void looksUp(RoomState before, RoomState after) {
        lookups.changed(before, after);
    }

    public RoomId id() {
        return id;
    }

    /** As far as is on disk; any thread. */
    public RoomFacts facts() {
        return new RoomFacts(matter.onDisk());
    }

    /** What the kiosk's devices say to this room. */
    public RoomUses uses() {
        return uses;
    }

    /** What phones bring into this room. */
    public RoomPhones phones() {
        return phones;
    }

    /** This room was read from the journal: nobody answers any more what was asked before. */
    void readAgain() {
        lookups.interrupted();
    }

    /** As far as is on disk; any thread. */
    RoomState onDisk() {
        return matter.onDisk();
    }

    /** Answers what opened this room as it was answered then. Any other of its kind comes too late, and so does this once it is over. */
    public void repeat(Speaker who, OpId opId, Object message) {
        threshold.once(who, opId, message, Refusal.ALREADY, asked -> asked.refused(Refusal.ALREADY));
    }

    /** Shows the room to somebody who sits down in it, or whose connection is new. The newest of a seat wins. */
    public void enter(Speaker who) {
        threshold.whileWhole(who, () -> {
            if (threshold.author(who).isEmpty()) {
                return;
            }
            RoomSnapshot snapshot = RoomView.snapshot(id, ledger.seq(), matter.state(), who.role(), gestures.now());
            Optional<ItemRenewed> renewed = renewed();
            ledger.afterCommit(() -> {
                company.sits(who);
                who.peer().send(snapshot);
                who.peer().send(uses.shown());
                renewed.ifPresent(who.peer()::send);
            });
        });
    }

    /** The connection is gone; the seat stays. */
    public void leave(Speaker who) {
        mailbox.execute(() -> {
            if (company.leaves(who)) {
                threshold.author(who).ifPresent(author -> gestures.end(matter.state(), who, author));
            }
        });
    }

    /** Judges an operation; the answer goes to the speaker once what it did is on disk. */
    public void operate(Speaker who, RoomOperation operation) {
        threshold.once(
                who,
                operation.opId(),
                operation,
                Refusal.NO_ROOM,
                asked -> judge.hear(asked, operation),
                asked -> judge.hearAgain(asked, operation));
    }

    /** Shows the others what somebody does just now. What may not be shown is dropped. */
    public void signal(Speaker who, RoomSignal signal) {
        threshold.whileWhole(
                who,
                () -> threshold
                        .author(who)
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
        threshold.atKiosk(who, opId, message, () -> SeatRules.helperArrives(matter.state(), helper));
    }

    public void helperLeaves(Speaker who, OpId opId, Object message) {
        threshold.atKiosk(who, opId, message, () -> SeatRules.helperLeaves(matter.state()));
    }

    /** The applicant's card was read; what it says stands in the form, or is proposed where they wrote something else. */
    public void cardRead(Speaker who, OpId opId, Object message, RoomEvent.CardRead read) {
        threshold.decided(
                who,
                opId,
                message,
                asked -> PrefillRules.cardRead(matter.state(), locks, asked.by(), read, clock.instant()));
    }

    /** The applicant wants what stood in their earlier case. Nobody wants it for them. */
    public void earlierTaken(Speaker who, OpId opId, Object message, RoomEvent.EarlierTaken taken) {
        threshold.decided(
                who,
                opId,
                message,
                asked -> PrefillRules.earlierTaken(matter.state(), locks, asked.by(), taken, clock.instant()));
    }

    /** The other person at the kiosk types and presses from now on. */
    public void handOver(Speaker who, OpId opId, Object message, Role to) {
        if (to == Role.APPLICANT || to == Role.HELPER) {
            threshold.atKiosk(who, opId, message, () -> SeatRules.handOver(matter.state(), to));
        } else {
            threshold.refuse(who, opId, Refusal.INVALID);
        }
    }

    /**
     * The visit is over. {@code then} runs when that is on disk; then everybody is told, and may begin anew.
     *
     * @param row ends the room's projection
     */
    public void end(Speaker who, OpId opId, RoomEvent.RoomEnd how, Projection row, Runnable then) {
        threshold.whileWhole(who, () -> {
            if (matter.state().ended()) {
                threshold.refuse(who, opId, Refusal.NO_ROOM);
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

    /**
     * The visit goes on in the next room, which is on disk; whoever is here will be shown that one. Doing it twice does nothing.
     *
     * @param kept this matter can be taken up again with its code
     * @param then runs when that is on disk
     */
    public void movedOn(RoomId next, boolean kept, Runnable then) {
        mailbox.execute(() -> {
            RoomState state = matter.state();
            if (!state.ended() && !state.visits().aside()) {
                List<RoomEvent> events = kept ? SeatRules.putAside(state) : SeatRules.everybodyMovesOn(state, next);
                matter.happen(SYSTEM, null, events, List.of());
                ledger.afterCommit(() -> {
                    forget.run();
                    then.run();
                });
            }
        });
    }

    /** A code is made with which the matter can be taken up again. {@code then} runs when that is on disk. */
    public void mayBeResumed(Speaker who, OpId opId, Object message, Instant until, Projection row, Runnable then) {
        threshold.once(who, opId, message, Refusal.NO_ROOM, asked -> absence.mayBeResumed(asked, until, row, then));
    }

    /**
     * The applicant leaves with the code. {@code then} runs when that is on disk and everybody was told to forget.
     *
     * @param row keeps that, and who had it last
     */
    public void putAside(Speaker who, OpId opId, Function<Optional<ClerkId>, Projection> row, Runnable then) {
        threshold.whileWhole(
                who,
                () -> absence.putAside(who, opId, row, () -> {
                    forget.run();
                    then.run();
                }));
    }

    /** The applicant is back; whoever sits at a kiosk in this room lets go of it. {@code then} runs when that is on disk. */
    public void resume(
            Speaker who, OpId opId, Object message, RoomEvent.WasResumed back, Projection row, Runnable then) {
        threshold.once(
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

    private void beginAgain() {
        threshold.beginAgain();
    }
}
