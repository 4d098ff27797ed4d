package org.virtualwindow.server.desk;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.virtualwindow.protocol.Answer;
import org.virtualwindow.protocol.CallCommand;
import org.virtualwindow.protocol.CallCommand.AnswerCall;
import org.virtualwindow.protocol.CallCommand.CancelCall;
import org.virtualwindow.protocol.CallCommand.DeclineCall;
import org.virtualwindow.protocol.CallCommand.FinishWrapUp;
import org.virtualwindow.protocol.CallCommand.HangUp;
import org.virtualwindow.protocol.CallCommand.RequestCall;
import org.virtualwindow.protocol.CallCommand.SetReady;
import org.virtualwindow.protocol.ids.CallId;
import org.virtualwindow.protocol.ids.ClerkId;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.protocol.ids.OpId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.ids.ServiceItemId;
import org.virtualwindow.protocol.values.Refusal;
import org.virtualwindow.server.config.DeskTimes;
import org.virtualwindow.server.connection.Peer;
import org.virtualwindow.server.directory.Directory;
import org.virtualwindow.server.identity.Secrets;
import org.virtualwindow.server.journal.Ledger;
import org.virtualwindow.server.journal.Operation;
import org.virtualwindow.server.journal.Operations;
import org.virtualwindow.server.journal.Stream;
import org.virtualwindow.server.mailbox.Mailbox;

/**
 * The one owner of the line, the clerks and every call. Everything below {@link #mailbox} runs in it, one task at a time: {@link
 * DeskRules} says what a command changes, {@link #happen} writes it down. What others are told of a change waits for its commit.
 */
public final class Desk {
    private static final String SYSTEM = "SYSTEM:desk";
    private static final int CODES = 10_000;

    private final Mailbox mailbox;
    private final InstantSource clock;
    private final DeskRules rules;
    private final Ledger ledger;
    private final Presence presence;
    private final Published published;
    private final SecureRandom random = new SecureRandom();

    private DeskState state;

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
        this.rules = new DeskRules(directory, times);
        this.ledger = new Ledger(stream, operations, mailbox, failed);
        this.presence = new Presence(times.grace());
        Instant now = millis();
        this.state = found.ringingUntil(now.plus(times.ring()));
        this.published = new Published(state);
        presence.nobodyIn(found.calls(), now);
    }

    /** The desk as far as it is on disk. Any thread. */
    public DeskState now() {
        return published.now();
    }

    /** Runs in order with the changes the listeners are told. Must not wait. */
    public void inOrder(Consumer<DeskState> task) {
        mailbox.execute(() -> task.accept(published.now()));
    }

    /** Whether the desk gets to a task within this time. Waits for it. */
    public boolean answersWithin(Duration bound) {
        return mailbox.answersWithin(bound);
    }

    public void listen(DeskListener listener) {
        published.listen(listener);
    }

    /** 呼叫人工. A second press is the same call. */
    public void requestCall(Peer peer, RequestCall request, Caller caller) {
        command(peer, request, applicant(caller.kiosk()), now -> {
            // whoever is at the kiosk now may be somebody else: then the call of the one before them is over
            state.callAt(caller.kiosk())
                    .filter(left -> !left.room().equals(caller.room()))
                    .flatMap(left -> rules.visitEnded(left, now))
                    .ifPresent(this::happen);
            return rules.requested(state, caller, new CallId(Secrets.token().substring(0, 16)), now);
        });
    }

    public void cancelCall(Peer peer, CancelCall cancel, KioskId kiosk) {
        command(peer, cancel, applicant(kiosk), _ -> rules.cancelled(state, cancel.call(), kiosk));
    }

    public void hangUp(Peer peer, HangUp hangUp, KioskId kiosk) {
        command(peer, hangUp, applicant(kiosk), now -> rules.hungUp(state, hangUp.call(), kiosk, now));
    }

    public void hangUp(Peer peer, HangUp hangUp, ClerkId clerk) {
        command(peer, hangUp, clerk(clerk), now -> rules.hungUp(state, hangUp.call(), clerk, now));
    }

    public void answer(Peer peer, AnswerCall answer, ClerkId clerk) {
        command(peer, answer, clerk(clerk), now -> rules.answered(state, answer.call(), clerk, code(), now));
    }

    public void decline(Peer peer, DeclineCall decline, ClerkId clerk) {
        command(peer, decline, clerk(clerk), now -> rules.declined(state, decline.call(), clerk, now));
    }

    public void finishWrapUp(Peer peer, FinishWrapUp finish, ClerkId clerk) {
        command(
                peer,
                finish,
                clerk(clerk),
                now -> rules.wrappedUp(state, finish.call(), finish.outcome(), new Duty(clerk, finish.ready(), now)));
    }

    public void setReady(Peer peer, SetReady set, ClerkId clerk) {
        command(peer, set, clerk(clerk), now -> rules.saysReady(state, new Duty(clerk, set.ready(), now)));
    }

    /** The visit went on from one room to the next, and the call with it. Where the call is over by now, nothing happens. */
    public void movesOn(RoomId from, Left left, RoomId next, ServiceItemId item) {
        mailbox.execute(() -> rules.movedOn(state, from, left, next, item).ifPresent(this::happen));
    }

    /** A hall manager chose who answers. */
    public void assign(Peer peer, OpId opId, Object message, String manager, CallId call, ClerkId clerk) {
        command(peer, opId, message, "HALL_MANAGER:" + manager, now -> rules.assigned(state, call, clerk, now));
    }

    /** Windows or opening hours changed: somebody may suit now who did not before. */
    public void look() {
        mailbox.execute(() -> {
            become(state);
            ringWhereSomebodyIsFree();
        });
    }

    /**
     * The kiosk's page came or went.
     *
     * @param here asked when the desk gets to it
     */
    public void kioskSeat(KioskId kiosk, BooleanSupplier here) {
        presence.tell(kiosk, here);
        mailbox.execute(() -> {
            Map<KioskId, Boolean> news = presence.news(millis());
            if (!news.isEmpty()) { // else the task of one before has taken it along
                become(state.withKiosks(news));
                news.keySet().stream()
                        .filter(news::get)
                        .forEach(back -> rules.kioskBack(state, back).ifPresent(this::happen));
            }
        });
    }

    /** The clerk's console came or went; {@code here} as in {@link #kioskSeat}. */
    public void clerkSeat(ClerkId clerk, BooleanSupplier here) {
        mailbox.execute(() -> {
            boolean isHere = here.getAsBoolean();
            presence.clerk(clerk, isHere, millis());
            become(state.withClerk(clerk, isHere));
            if (isHere) {
                ringWhereSomebodyIsFree();
            }
        });
    }

    /** The applicant ends the visit: whatever call there is, is over. */
    public void visitEnded(KioskId kiosk) {
        mailbox.execute(() -> {
            state.callAt(kiosk)
                    .flatMap(call -> rules.visitEnded(call, millis()))
                    .ifPresent(this::happen);
            become(state.forgotten(kiosk));
        });
    }

    /** Looks whether a time has come. Called four times a second. */
    public void tick() {
        mailbox.execute(() -> {
            Instant now = millis();
            for (CallId id : List.copyOf(state.calls().keySet())) {
                // one change may have brought another: each call is looked at as it is by then
                state.call(id)
                        .flatMap(call -> rules.due(
                                call, now, kiosk -> presence.isLost(kiosk, now), clerk -> presence.isLost(clerk, now)))
                        .ifPresent(this::happen);
            }
        });
    }

    private void ringWhereSomebodyIsFree() {
        rules.nextRing(state, millis()).ifPresent(this::happen);
    }

    private void command(Peer peer, CallCommand command, String author, Function<Instant, Verdict> judge) {
        command(peer, command.opId(), command, author, judge);
    }

    /** Judges a command once; the same sent again gets the same answer. */
    private void command(Peer peer, OpId opId, Object message, String author, Function<Instant, Verdict> judge) {
        mailbox.execute(() -> {
            Operation sent = ledger.operation(opId, message);
            if (!ledger.answeredBefore(author, opId, sent, peer::send)) {
                switch (judge.apply(millis())) {
                    case Verdict.Happens(List<? extends DeskChange> changes) ->
                        happen(author, sent, changes, seq -> ledger.accept(opId, seq, peer::send));
                    case Verdict.Refuses(Refusal why, Optional<Instant> until) ->
                        peer.send(new Answer.Refused(opId, why, Optional.empty(), List.of(), until));
                }
            }
        });
    }

    private void happen(List<DeskChange> changes) {
        happen(SYSTEM, null, changes, _ -> {});
    }

    /** Moves on and appends; answers and tells after the commit; then sees who can be rung now. */
    private void happen(
            String author, @Nullable Operation operation, List<? extends DeskChange> changes, LongConsumer answer) {
        state = state.after(changes);
        answer.accept(ledger.append(
                millis(),
                author,
                operation,
                changes,
                change -> change,
                changes.stream().map(DeskChange::row).toList()));
        if (!changes.isEmpty()) {
            ledger.afterCommit(() -> published.committed(changes, state));
            ringWhereSomebodyIsFree();
        }
    }

    /** Something changed that is not written down. */
    private void become(DeskState next) {
        state = next;
        published.unwritten(next);
    }

    private String code() {
        return "%04d".formatted(random.nextInt(CODES));
    }

    private static String applicant(KioskId kiosk) {
        return "APPLICANT:" + kiosk;
    }

    private static String clerk(ClerkId clerk) {
        return "CLERK:" + clerk;
    }

    private Instant millis() {
        return Instant.ofEpochMilli(clock.instant().toEpochMilli());
    }
}
