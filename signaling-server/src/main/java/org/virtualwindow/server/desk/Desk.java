package org.virtualwindow.server.desk;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
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
import org.virtualwindow.protocol.CallEnd;
import org.virtualwindow.protocol.ids.CallId;
import org.virtualwindow.protocol.ids.ClerkId;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.protocol.ids.OpId;
import org.virtualwindow.protocol.values.Refusal;
import org.virtualwindow.server.call.CallEvent;
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
    private final Grace<KioskId> kiosks;
    private final Grace<ClerkId> clerks;
    private final Published published;
    private final SecureRandom random = new SecureRandom();
    /** Kiosks that came or went since the desk last looked: where thousands do at once, that is a few changes and not thousands. */
    private final Queue<SeatNews> seatNews = new ConcurrentLinkedQueue<>();

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
        this.kiosks = new Grace<>(times.grace());
        this.clerks = new Grace<>(times.grace());
        Instant now = millis();
        this.state = found.ringingUntil(now.plus(times.ring()));
        this.published = new Published(state);
        // after a restart nobody is connected, and every time that was running begins anew
        found.calls().values().forEach(call -> {
            kiosks.isGone(call.kiosk(), now);
            call.clerk().ifPresent(clerk -> clerks.isGone(clerk, now));
        });
    }

    /** The desk as far as it is on disk. Any thread. */
    public DeskState now() {
        return published.now();
    }

    /** Runs in order with the changes the listeners are told. Must not wait. */
    public void inOrder(Consumer<DeskState> task) {
        mailbox.execute(() -> task.accept(published.now()));
    }

    /** Whether the mailbox takes a task within this time. Waits for it. */
    public boolean answersWithin(Duration bound) {
        CompletableFuture<Boolean> answered = new CompletableFuture<>();
        mailbox.execute(() -> answered.complete(true));
        return answered.completeOnTimeout(false, bound.toMillis(), TimeUnit.MILLISECONDS)
                .join();
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
        command(
                peer,
                cancel,
                applicant(kiosk),
                _ -> rules.atKiosk(state, cancel.call(), kiosk, new CallEvent.Cancelled()));
    }

    public void hangUp(Peer peer, HangUp hangUp, KioskId kiosk) {
        command(
                peer,
                hangUp,
                applicant(kiosk),
                now -> rules.atKiosk(
                        state, hangUp.call(), kiosk, new CallEvent.HungUp(CallEnd.APPLICANT_HUNG_UP, now)));
    }

    public void hangUp(Peer peer, HangUp hangUp, ClerkId clerk) {
        command(
                peer,
                hangUp,
                clerk(clerk),
                now -> rules.ofClerk(state, hangUp.call(), clerk, new CallEvent.HungUp(CallEnd.CLERK_HUNG_UP, now)));
    }

    public void answer(Peer peer, AnswerCall answer, ClerkId clerk) {
        command(
                peer,
                answer,
                clerk(clerk),
                now -> rules.ofClerk(
                        state,
                        answer.call(),
                        clerk,
                        new CallEvent.Answered(clerk, "%04d".formatted(random.nextInt(CODES)), now)));
    }

    /** The next one's desk rings; this clerk is away from now on. */
    public void decline(Peer peer, DeclineCall decline, ClerkId clerk) {
        command(
                peer,
                decline,
                clerk(clerk),
                now -> rules.ofClerk(
                        state, decline.call(), new CallEvent.RingEnded(clerk), new Duty(clerk, false, now)));
    }

    public void finishWrapUp(Peer peer, FinishWrapUp finish, ClerkId clerk) {
        command(
                peer,
                finish,
                clerk(clerk),
                now -> rules.ofClerk(
                        state, finish.call(), new CallEvent.WrappedUp(), new Duty(clerk, finish.ready(), now)));
    }

    public void setReady(Peer peer, SetReady set, ClerkId clerk) {
        command(peer, set, clerk(clerk), now -> rules.saysReady(state, new Duty(clerk, set.ready(), now)));
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
     * @param here asked when the desk gets to it: of two news that overtake each other the later one is right
     */
    public void kioskSeat(KioskId kiosk, BooleanSupplier here) {
        seatNews.add(new SeatNews(kiosk, here));
        mailbox.execute(this::takeSeatNews);
    }

    private void takeSeatNews() {
        Map<KioskId, Boolean> news = new LinkedHashMap<>();
        for (SeatNews next = seatNews.poll(); next != null; next = seatNews.poll()) {
            news.put(next.kiosk, next.here.getAsBoolean());
        }
        if (news.isEmpty()) {
            return; // the task of one before them has taken it along
        }
        become(state.withKiosks(news));
        news.forEach((kiosk, isHere) -> {
            if (isHere) {
                kiosks.isHere(kiosk);
                rules.kioskBack(state, kiosk).ifPresent(this::happen);
            } else {
                kiosks.isGone(kiosk, millis());
            }
        });
    }

    private record SeatNews(KioskId kiosk, BooleanSupplier here) {}

    /** The clerk's console came or went; {@code here} as in {@link #kioskSeat}. */
    public void clerkSeat(ClerkId clerk, BooleanSupplier here) {
        mailbox.execute(() -> {
            boolean isHere = here.getAsBoolean();
            become(state.withClerk(clerk, isHere));
            if (isHere) {
                clerks.isHere(clerk);
                ringWhereSomebodyIsFree();
            } else {
                clerks.isGone(clerk, millis());
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
                                call, now, kiosk -> kiosks.isOver(kiosk, now), clerk -> clerks.isOver(clerk, now)))
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
