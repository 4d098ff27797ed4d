package org.virtualwindow.campaigns;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.virtualwindow.benchmarks.Crowd;
import org.virtualwindow.benchmarks.Figures;
import org.virtualwindow.benchmarks.ScratchFolder;
import org.virtualwindow.campaigns.history.Fact;
import org.virtualwindow.campaigns.history.History;
import org.virtualwindow.campaigns.history.Invariant;
import org.virtualwindow.campaigns.history.Violation;
import org.virtualwindow.protocol.CallCommand;
import org.virtualwindow.protocol.ClerkState;
import org.virtualwindow.protocol.ToClerk;
import org.virtualwindow.protocol.ToHall;
import org.virtualwindow.protocol.ToKiosk;
import org.virtualwindow.protocol.ids.OpId;
import org.virtualwindow.server.Wiring;
import org.virtualwindow.server.call.CallState;
import org.virtualwindow.server.config.DeskTimes;
import org.virtualwindow.server.config.ServerConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "race",
        mixinStandardHelpOptions = true,
        description = "Clerks answer, decline and lose their line, applicants cancel, hang up, leave and lose theirs, a"
                + " manager assigns and the ringing runs out, all at once.")
final class RaceCampaign implements Callable<Integer> {
    private static final int USUAL_RUNS = 1_000;
    private static final int KIOSKS = 24;
    private static final int CLERKS = 16;
    /** So short that time-outs take part in the race. */
    private static final DeskTimes TIMES =
            new DeskTimes(Duration.ofMillis(400), Duration.ofMillis(600), 500, Duration.ofMinutes(12));

    @Mixin
    private Settings settings = new Settings();

    @Override
    public Integer call() throws Exception {
        int runs = settings.runs(USUAL_RUNS);
        try (ScratchFolder scratch = ScratchFolder.make();
                History history = History.begin(Settings.history("race"))) {
            Path data = scratch.path().resolve("data");
            String command = "./campaign race --runs " + runs + " --seed " + settings.seed();
            Report report = new Report("race", command, settings, scratch.path());
            report.says(runs + " races of " + KIOSKS + " kiosks for " + CLERKS + " clerks, seed " + settings.seed()
                    + "; a desk rings for " + TIMES.ring().toMillis() + " ms, a lost line is waited for "
                    + TIMES.grace().toMillis() + " ms.");
            Crowd crowd = Crowd.seed(data, KIOSKS, CLERKS);
            long took;
            try (Wiring server = new Wiring(ServerConfig.local(data).with(TIMES));
                    Play play = new Play(history)) {
                long start = System.nanoTime();
                race(server.origin(), new Cast(crowd, settings.seed(), play), runs, report);
                took = System.nanoTime() - start;
                play.settles();
            }
            Kept.addTo(history, data);
            history.flush();
            List<Fact> facts = History.read(history.file());
            List<Violation> violations = report.check(history);
            return report.end(history, violations, figures(facts, runs, took, violations));
        }
    }

    private void race(String origin, Cast cast, int runs, Report report) throws Exception {
        List<Person<ToClerk>> clerks = new ArrayList<>();
        for (int i = 1; i <= CLERKS; i++) {
            clerks.add(cast.clerk(origin, i, RaceCampaign::keepsAtWork));
        }
        Person<ToHall> manager = cast.manager(origin);
        AtomicInteger done = new AtomicInteger();
        try (ScheduledExecutorService timer = Executors.newScheduledThreadPool(4);
                var drivers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = IntStream.range(0, KIOSKS)
                    .<Future<?>>mapToObj(number -> drivers.submit(() -> {
                        Person<ToKiosk> kiosk = cast.kiosk(origin, number + 1);
                        for (int race = number; race < runs; race += KIOSKS) {
                            RacePlan plan = RacePlan.of(settings.seed(), race, CLERKS);
                            new Race(plan, kiosk, clerks, manager, timer).run();
                            int finished = done.incrementAndGet();
                            if (finished % 1_000 == 0) {
                                report.mentions(finished + " races");
                            }
                        }
                        return null;
                    }))
                    .toList();
            try {
                for (Future<?> each : all) {
                    each.get();
                }
            } finally {
                drivers.shutdownNow();
                timer.shutdownNow();
            }
        }
    }

    /** A clerk who is away takes calls again, and one whose call is over is done with it. */
    private static void keepsAtWork(Person<ToClerk> clerk, ToClerk heard) {
        OpId op = clerk.newOp();
        if (heard instanceof ToClerk.DeskView view && view.state() == ClerkState.AWAY) {
            clerk.does(op, new CallCommand.SetReady(op, true));
        } else if (heard instanceof ToClerk.ClerkCallChanged(var call)
                && call.orElse(null) instanceof ToClerk.WrapUp wrapUp) {
            clerk.does(op, new CallCommand.FinishWrapUp(op, wrapUp.call(), true));
        }
    }

    private static Figures figures(List<Fact> facts, int runs, long took, List<Violation> violations) {
        Answers answers = Answers.in(facts);
        Figures figures = new Figures("race");
        figures.add("races", runs, "calls, each from its press to its end");
        figures.add("contested", answers.contested(), "in which somebody moved the call and somebody came too late");
        figures.add(
                "double_owned",
                Report.count(violations, Invariant.I3_ONE_OWNER),
                0,
                "calls with two clerks, clerks with two calls, calls moved by who did not have them");
        figures.add(
                "lost",
                Report.count(violations, Invariant.I1_KEPT, Invariant.I4_NO_CALL_VANISHES),
                0,
                "calls that vanished or were passed over, commands acknowledged and not kept");
        figures.add("violations", violations.size(), 0, "of I1 to I5, I10 and I11 together");
        figures.add("acknowledged", answers.accepted(), "commands");
        figures.add("refused", answers.refused(), "commands");
        figures.add("talks", talks(facts), "calls that were answered");
        figures.add("races_per_s", runs / (took / 1e9), "");
        return figures;
    }

    private static long talks(List<Fact> facts) {
        return facts.stream()
                .filter(fact ->
                        fact instanceof Fact.KeptCall kept && kept.call().state() instanceof CallState.Talking)
                .count();
    }
}
