package org.virtualwindow.server.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.virtualwindow.protocol.Answer;
import org.virtualwindow.protocol.CallCommand;
import org.virtualwindow.protocol.ClerkState;
import org.virtualwindow.protocol.ids.CallId;
import org.virtualwindow.protocol.ids.ClerkId;
import org.virtualwindow.server.call.CallState;
import org.virtualwindow.server.config.DeskTimes;
import org.virtualwindow.server.postgres.Database;
import org.virtualwindow.server.postgres.WithPostgres;

/** Everybody does anything at any time. {@code -Ddesk.race.steps} makes it longer, {@code -Ddesk.race.seed} makes it another. */
@ExtendWith(WithPostgres.class)
class DeskRaceTest {
    private static final int STEPS = Integer.getInteger("desk.race.steps", 300);
    private static final long SEED = Long.getLong("desk.race.seed", 20260304);
    private static final int KIOSKS = 9;
    private static final int CLERKS = 4;

    @TempDir
    static Path folder = Path.of("");

    private final Database database;
    private final Random random = new Random(SEED);
    private final Map<DeskScenario.Kiosk, CallId> owed = new HashMap<>();
    private final Map<DeskScenario.Kiosk, Instant> away = new HashMap<>();
    private final Map<CallId, Instant> since = new HashMap<>();

    DeskRaceTest(Database database) {
        this.database = database;
    }

    @Test
    void whateverHappensNoCallIsLostAndNoClerkHasTwo() {
        try (DeskScenario desk = new DeskScenario(database, folder)) {
            desk.neverCloses();
            List<DeskScenario.Clerk> clerks = clerks(desk);
            List<DeskScenario.Kiosk> kiosks = kiosks(desk);
            for (int step = 0; step < STEPS; step++) {
                String did = random.nextBoolean()
                        ? atKiosk(desk, kiosks.get(random.nextInt(KIOSKS)))
                        : random.nextInt(5) > 0
                                ? atConsole(desk, clerks.get(random.nextInt(CLERKS)))
                                : around(desk, clerks.get(random.nextInt(CLERKS)), kiosks);
                hold(desk, "step " + step + ", seed " + SEED + ": " + did);
            }
            assertThat(desk.failures()).isZero();
            assertThat(since).as("calls in this race").hasSizeGreaterThan(STEPS / 30);
        }
    }

    /** As above with everybody at once, on as many threads: between the steps only what each published state must hold. */
    @Test
    void everybodyAtOnceNeverGivesAClerkTwoCallsOrACallTwoClerks() throws InterruptedException {
        Queue<String> broken = new ConcurrentLinkedQueue<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                DeskScenario desk = new DeskScenario(database, folder, DeskTimes.USUAL, threads)) {
            List<DeskScenario.Clerk> clerks = clerks(desk);
            List<DeskScenario.Kiosk> kiosks = kiosks(desk);
            desk.desk().listen((before, after) -> twice(after).ifPresent(broken::add));
            List<Thread> people = new ArrayList<>();
            clerks.forEach(clerk -> people.add(person(people.size(), chance -> rush(desk, clerk, chance))));
            kiosks.forEach(kiosk -> people.add(person(people.size(), chance -> rush(desk, kiosk, chance))));
            for (Thread person : people) {
                person.join();
            }
            desk.settle();
            assertThat(broken).isEmpty();
            assertThat(suitableIdle(desk.state())).isEmpty();
            assertThat(desk.failures()).isZero();
            assertThat(desk.openCalls()).isEqualTo(desk.state().calls().size());
            clerks.forEach(clerk -> answeredOnceEach(clerk.ear()));
            kiosks.forEach(kiosk -> answeredOnceEach(kiosk.ear()));
        }
    }

    private List<DeskScenario.Clerk> clerks(DeskScenario desk) {
        return IntStream.range(0, CLERKS)
                .mapToObj(number -> desk.clerk("clerk" + number).sitsDown())
                .toList();
    }

    private List<DeskScenario.Kiosk> kiosks(DeskScenario desk) {
        return IntStream.range(0, KIOSKS)
                .mapToObj(number -> desk.kiosk("kiosk" + number))
                .toList();
    }

    private String atKiosk(DeskScenario desk, DeskScenario.Kiosk kiosk) {
        CallId call = owed.getOrDefault(kiosk, new CallId("none"));
        switch (random.nextInt(8)) {
            case 0, 1, 2 -> {
                if (kiosk.pressesCall() instanceof Answer.Accepted) {
                    owed.put(kiosk, kiosk.call().id());
                }
                return kiosk.id() + " calls";
            }
            case 3 -> {
                over(kiosk, kiosk.cancels(call));
                return kiosk.id() + " cancels";
            }
            case 4 -> {
                over(kiosk, kiosk.hangsUp(call));
                return kiosk.id() + " hangs up";
            }
            case 5 -> {
                away.putIfAbsent(kiosk, desk.clock());
                kiosk.lineIsCut();
                return kiosk.id() + " is cut off";
            }
            case 6 -> {
                kiosk.endsTheVisit();
                owed.remove(kiosk);
                return kiosk.id() + " ends the visit";
            }
            default -> {
                away.remove(kiosk);
                kiosk.comesBack();
                return kiosk.id() + " is back";
            }
        }
    }

    private String atConsole(DeskScenario desk, DeskScenario.Clerk clerk) {
        CallId call = desk.state().callOf(clerk.id()).map(Call::id).orElse(anyCall(desk));
        switch (random.nextInt(9)) {
            case 0, 1, 2 -> clerk.answers(random.nextInt(4) > 0 ? call : anyCall(desk));
            case 3 -> clerk.declines(call);
            case 4 -> {
                Answer answer = clerk.hangsUp(call);
                owed.entrySet().removeIf(owner -> owner.getValue().equals(call) && answer instanceof Answer.Accepted);
            }
            case 5 -> clerk.finishes(call);
            case 6 -> clerk.lineIsCut();
            case 7 -> clerk.comesBack();
            default -> clerk.saysReady(random.nextInt(3) > 0);
        }
        return clerk.id() + " does something about " + call;
    }

    private String around(DeskScenario desk, DeskScenario.Clerk clerk, List<DeskScenario.Kiosk> kiosks) {
        switch (random.nextInt(6)) {
            case 0 -> {
                Map<CallId, Call> before = desk.state().calls();
                desk.restart();
                assertThat(desk.state().calls().keySet()).isEqualTo(before.keySet());
                clerksAndKiosksAreBack(desk, kiosks);
                return "restart";
            }
            case 1, 2 -> {
                desk.assigns(DeskScenario.op(), anyCall(desk), clerk.id());
                return "the hall manager assigns " + clerk.id();
            }
            default -> {
                desk.timePasses(Duration.ofSeconds(1 + random.nextInt(70)));
                Duration grace = DeskTimes.USUAL.grace();
                away.forEach((kiosk, from) -> {
                    boolean waits = Optional.ofNullable(owed.get(kiosk))
                            .map(call -> desk.state().callAt(kiosk.id()).isEmpty())
                            .orElse(false);
                    if (waits && !from.plus(grace).isAfter(desk.clock())) {
                        owed.remove(kiosk);
                    }
                });
                return "time passes";
            }
        }
    }

    /** A server that has just started knows of no connection, and counts every grace from its start. */
    private void clerksAndKiosksAreBack(DeskScenario desk, List<DeskScenario.Kiosk> kiosks) {
        away.clear();
        kiosks.forEach(DeskScenario.Kiosk::comesBack);
        IntStream.range(0, CLERKS)
                .forEach(number -> desk.clerk("clerk" + number).comesBack());
    }

    private void over(DeskScenario.Kiosk kiosk, Answer answer) {
        if (answer instanceof Answer.Accepted) {
            owed.remove(kiosk);
        }
    }

    /** By their kiosk, because the names of calls are another at every run. */
    private CallId anyCall(DeskScenario desk) {
        List<Call> calls = desk.state().calls().values().stream()
                .sorted(Comparator.comparing(call -> call.kiosk().value()))
                .toList();
        return calls.isEmpty()
                ? new CallId("none")
                : calls.get(random.nextInt(calls.size())).id();
    }

    private void hold(DeskScenario desk, String step) {
        DeskState state = desk.state();
        assertThat(twice(state)).as(step).isEmpty();
        assertThat(suitableIdle(state)).as(step).isEmpty();
        owed.forEach((kiosk, call) -> assertThat(state.callAt(kiosk.id()).map(Call::id))
                .as("%s; the call of %s", step, kiosk.id())
                .contains(call));
        state.line().forEach(call -> {
            Instant from = call.place().orElseThrow().since();
            assertThat(since.computeIfAbsent(call.id(), id -> from)).as(step).isEqualTo(from);
        });
        assertThat(desk.openCalls()).as(step).isEqualTo(state.calls().size());
    }

    /** A clerk who has two calls, or a kiosk that does. */
    private static Optional<String> twice(DeskState state) {
        Set<Object> seen = new HashSet<>();
        return state.calls().values().stream()
                .filter(call ->
                        (call.clerk().isPresent() && !seen.add(call.clerk().get()))
                                || (call.goesOn() && !seen.add(call.kiosk())))
                .map(Call::toString)
                .findFirst();
    }

    /** Somebody waits although somebody is ready; here every clerk suits every call. */
    private static Optional<ClerkId> suitableIdle(DeskState state) {
        boolean waits = state.calls().values().stream().anyMatch(call -> call.state() instanceof CallState.Waiting);
        return waits
                ? state.clerks().stream()
                        .filter(clerk -> state.stateOf(clerk) == ClerkState.READY)
                        .findFirst()
                : Optional.empty();
    }

    private static Thread person(int salt, Consumer<Random> acts) {
        Random chance = new Random(SEED + salt);
        return Thread.startVirtualThread(() -> IntStream.range(0, STEPS / 4).forEach(act -> acts.accept(chance)));
    }

    private static void rush(DeskScenario desk, DeskScenario.Clerk clerk, Random chance) {
        CallId call = desk.state().callOf(clerk.id()).map(Call::id).orElse(new CallId("none"));
        switch (chance.nextInt(6)) {
            case 0, 1 ->
                desk.desk().answer(clerk.ear(), new CallCommand.AnswerCall(DeskScenario.op(), call), clerk.id());
            case 2 ->
                desk.desk().decline(clerk.ear(), new CallCommand.DeclineCall(DeskScenario.op(), call), clerk.id());
            case 3 -> desk.desk().hangUp(clerk.ear(), new CallCommand.HangUp(DeskScenario.op(), call), clerk.id());
            case 4 ->
                desk.desk()
                        .finishWrapUp(
                                clerk.ear(),
                                new CallCommand.FinishWrapUp(DeskScenario.op(), call, true, Optional.empty()),
                                clerk.id());
            default -> desk.desk().setReady(clerk.ear(), new CallCommand.SetReady(DeskScenario.op(), true), clerk.id());
        }
    }

    private static void rush(DeskScenario desk, DeskScenario.Kiosk kiosk, Random chance) {
        CallId call = desk.state().callAt(kiosk.id()).map(Call::id).orElse(new CallId("none"));
        switch (chance.nextInt(4)) {
            case 0 ->
                desk.desk().cancelCall(kiosk.ear(), new CallCommand.CancelCall(DeskScenario.op(), call), kiosk.id());
            case 1 -> desk.desk().hangUp(kiosk.ear(), new CallCommand.HangUp(DeskScenario.op(), call), kiosk.id());
            default -> kiosk.request(DeskScenario.op());
        }
    }

    private static void answeredOnceEach(Ear ear) {
        assertThat(ear.all().stream().map(Answer::opId)).doesNotHaveDuplicates();
        assertThat(ear.all()).hasSizeGreaterThanOrEqualTo(STEPS / 4);
    }
}
