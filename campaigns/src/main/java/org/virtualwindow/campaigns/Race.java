package org.virtualwindow.campaigns;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.virtualwindow.protocol.CallCommand;
import org.virtualwindow.protocol.FromHall;
import org.virtualwindow.protocol.FromKiosk;
import org.virtualwindow.protocol.RoomMessage;
import org.virtualwindow.protocol.ToClerk;
import org.virtualwindow.protocol.ToHall;
import org.virtualwindow.protocol.ToKiosk;
import org.virtualwindow.protocol.ids.CallId;
import org.virtualwindow.protocol.ids.ClerkId;
import org.virtualwindow.protocol.ids.OpId;
import org.virtualwindow.protocol.ids.RoomId;

/** One call, from the press until it is over: when it rings, everybody of its plan acts at once; then it is brought to its end. */
final class Race {
    private static final long LOOK_AGAIN = 20_000_000;

    private final RacePlan plan;
    private final Person<ToKiosk> kiosk;
    private final List<Person<ToClerk>> clerks;
    private final Person<ToHall> manager;
    private final ScheduledExecutorService timer;
    private Optional<Person<ToClerk>> rangFirst = Optional.empty();

    Race(
            RacePlan plan,
            Person<ToKiosk> kiosk,
            List<Person<ToClerk>> clerks,
            Person<ToHall> manager,
            ScheduledExecutorService timer) {
        this.plan = plan;
        this.kiosk = kiosk;
        this.clerks = clerks;
        this.manager = manager;
        this.timer = timer;
    }

    void run() throws InterruptedException {
        RoomId room = kiosk.room().map(RoomMessage.RoomSnapshot::room).orElse(null);
        if (room == null) {
            room = Meeting.opensARoom(kiosk);
        }
        CallId before = shown().map(ToKiosk.KioskCall::call).orElse(null);
        Meeting.calls(kiosk, room);
        Await.until(
                () -> shown().filter(call -> !call.call().equals(before)).isPresent(),
                Play.PATIENCE,
                () -> kiosk.who() + " sees the call it asked for");
        CallId call = shown().orElseThrow().call();
        Await.until(
                () -> isOver(call) || ringsAt(call).isPresent(),
                Play.PATIENCE,
                () -> "it rings for " + kiosk.who() + ": " + shown());
        everybodyAtOnce(call, room);
        toTheEnd(call);
    }

    private void everybodyAtOnce(CallId call, RoomId room) {
        Person<ToClerk> other = clerks.get(plan.other());
        rangFirst = ringsAt(call);
        rangFirst.ifPresent(clerk -> at(plan.clerkAfter(), () -> clerkActs(clerk, call)));
        at(plan.kioskAfter(), () -> kioskActs(call, room));
        if (plan.intruder()) {
            at(plan.intrudes(), () -> does(other, op -> new CallCommand.AnswerCall(op, call)));
        }
        if (plan.manager()) {
            at(plan.assigns(), () -> does(manager, op -> new FromHall.AssignCall(op, call, id(other))));
        }
    }

    private void clerkActs(Person<ToClerk> clerk, CallId call) {
        switch (plan.clerk()) {
            case ANSWER -> does(clerk, op -> new CallCommand.AnswerCall(op, call));
            case DECLINE -> does(clerk, op -> new CallCommand.DeclineCall(op, call));
            case DROP -> clerk.page().drop(plan.away());
            case CANCEL, HANG_UP, END_VISIT, NOTHING -> {}
        }
    }

    private void kioskActs(CallId call, RoomId room) {
        switch (plan.kiosk()) {
            case CANCEL -> does(kiosk, op -> new CallCommand.CancelCall(op, call));
            case HANG_UP -> does(kiosk, op -> new CallCommand.HangUp(op, call));
            case DROP -> kiosk.page().drop(plan.away());
            case END_VISIT -> does(kiosk, op -> new FromKiosk.EndVisit(op, room));
            case ANSWER, DECLINE, NOTHING -> {}
        }
    }

    /** Whatever came of it: whose desk rings answers, who talks hangs up. */
    private void toTheEnd(CallId call) throws InterruptedException {
        long acted = System.nanoTime() + longest().toNanos();
        long until = System.nanoTime() + Play.PATIENCE.toNanos();
        Optional<OpId> last = Optional.empty();
        long lastAt = acted - LOOK_AGAIN;
        while (!isOver(call) || System.nanoTime() < acted || !kiosk.page().isWhole()) {
            // A screen shows what is committed: who was refused looks at it again a moment later.
            boolean mayAct = System.nanoTime() >= Math.max(acted, lastAt + LOOK_AGAIN)
                    && last.map(this::isAnswered).orElse(true);
            if (mayAct && kiosk.page().isOpen()) {
                last = nextStep(call);
                lastAt = System.nanoTime();
            }
            if (System.nanoTime() > until) {
                throw new IllegalStateException(kiosk.who() + ": the call " + call + " does not end: " + shown());
            }
            Await.passing(Duration.ofMillis(1));
        }
    }

    private Optional<OpId> nextStep(CallId call) throws InterruptedException {
        Optional<Person<ToClerk>> ringing = ringsAt(call);
        if (ringing.isPresent() && plan.clerk() != RacePlan.Act.NOTHING) {
            return Optional.of(does(ringing.get(), op -> new CallCommand.AnswerCall(op, call)));
        }
        Optional<Person<ToClerk>> talking = clerks.stream()
                .filter(clerk -> clerk.call(ToClerk.InCall.class)
                        .filter(it -> it.call().equals(call))
                        .isPresent())
                .findFirst();
        boolean talks = kiosk.call(ToKiosk.Talking.class).isPresent();
        if (talks && talking.isPresent() && plan.clerkHangsUp()) {
            Await.passing(plan.talk());
            return Optional.of(does(talking.get(), op -> new CallCommand.HangUp(op, call)));
        }
        if (talks) {
            Await.passing(plan.talk());
            return Optional.of(does(kiosk, op -> new CallCommand.HangUp(op, call)));
        }
        // Somebody who never answers: the applicant gives up when the desk has stopped ringing, or the next one rings.
        boolean ringsElsewhere = ringing.isPresent() && !ringing.equals(rangFirst);
        boolean waits = kiosk.call(ToKiosk.Waiting.class)
                .filter(it -> !it.ringing() || ringsElsewhere)
                .isPresent();
        boolean suspended = kiosk.call(ToKiosk.Suspended.class).isPresent();
        return waits && plan.clerk() == RacePlan.Act.NOTHING || suspended
                ? Optional.of(does(kiosk, op -> new CallCommand.CancelCall(op, call)))
                : Optional.empty();
    }

    private boolean isAnswered(OpId op) {
        return kiosk.isAnswered(op) || clerks.stream().anyMatch(clerk -> clerk.isAnswered(op));
    }

    private Duration longest() {
        Duration longest = plan.clerkAfter();
        for (Duration each : List.of(
                plan.kioskAfter(),
                plan.intruder() ? plan.intrudes() : Duration.ZERO,
                plan.manager() ? plan.assigns() : Duration.ZERO)) {
            longest = longest.compareTo(each) < 0 ? each : longest;
        }
        return longest;
    }

    private Optional<ToKiosk.KioskCall> shown() {
        return kiosk.call(ToKiosk.KioskCall.class);
    }

    private boolean isOver(CallId call) {
        return shown().filter(it -> it.call().equals(call) && !(it instanceof ToKiosk.Ended))
                .isEmpty();
    }

    private Optional<Person<ToClerk>> ringsAt(CallId call) {
        return clerks.stream()
                .filter(clerk -> clerk.call(ToClerk.Ringing.class)
                        .filter(ringing -> ringing.call().equals(call))
                        .isPresent())
                .findFirst();
    }

    private void at(Duration after, Runnable act) {
        timer.schedule(act, after.toNanos(), TimeUnit.NANOSECONDS);
    }

    private static OpId does(Person<?> who, Function<OpId, Object> message) {
        OpId op = who.newOp();
        who.does(op, message.apply(op));
        return op;
    }

    private static ClerkId id(Person<ToClerk> clerk) {
        return new ClerkId(clerk.who().substring("CLERK:".length()));
    }
}
