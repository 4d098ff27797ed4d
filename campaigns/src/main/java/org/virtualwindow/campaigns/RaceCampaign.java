package org.virtualwindow.campaigns;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.virtualwindow.benchmarks.Crowd;
import org.virtualwindow.benchmarks.Figures;
import org.virtualwindow.benchmarks.Server;
import org.virtualwindow.campaigns.history.Fact;
import org.virtualwindow.campaigns.history.Invariant;
import org.virtualwindow.campaigns.history.Violation;
import org.virtualwindow.protocol.CallCommand;
import org.virtualwindow.protocol.ClerkState;
import org.virtualwindow.protocol.ToClerk;
import org.virtualwindow.protocol.ToHall;
import org.virtualwindow.protocol.ToKiosk;
import org.virtualwindow.protocol.ids.OpId;
import org.virtualwindow.server.call.CallState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "race",
        mixinStandardHelpOptions = true,
        description = "Clerks answer, decline and lose their line, applicants cancel, hang up, leave and lose theirs, a"
                + " manager assigns and the ringing runs out, all at once.")
final class RaceCampaign implements Callable<Integer>, Run.Course {
    private static final int USUAL_RUNS = 1_000;
    private static final int KIOSKS = 24;
    private static final int CLERKS = 16;
    /** So short that time-outs take part in the race. */
    private static final int RING_MILLIS = 400;

    private static final int GRACE_MILLIS = 600;
    private static final String CONFIG = """
        desk:
          ring: %d ms
          grace: %d ms
        """.formatted(RING_MILLIS, GRACE_MILLIS);

    @Mixin
    private Settings settings = new Settings();

    private long took;

    @Override
    public Integer call() throws Exception {
        return Run.of("race", settings.command("race", runs(), ""), settings, this);
    }

    private int runs() {
        return settings.runs(USUAL_RUNS);
    }

    @Override
    public void take(Run run) throws Exception {
        run.report()
                .says(runs() + " races of " + KIOSKS + " kiosks for " + CLERKS + " clerks, seed " + settings.seed()
                        + "; a desk rings for " + RING_MILLIS + " ms, a lost line is waited for " + GRACE_MILLIS
                        + " ms.");
        Crowd crowd = Crowd.seed(run.data(), KIOSKS, CLERKS);
        Path config = Files.writeString(run.folder().resolve("race.yaml"), CONFIG);
        try (Server server = Server.start(run.data(), "0", "--config", config.toString());
                Play play = new Play(run.history())) {
            run.report().isAt("racing");
            long start = System.nanoTime();
            race(server.origin(), new Cast(crowd, settings.seed(), play), run.report());
            took = System.nanoTime() - start;
            run.report().isAt("settling after the last race");
            play.settles();
        }
    }

    private void race(String origin, Cast cast, Report report) throws Exception {
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
                        for (int race = number; race < runs(); race += KIOSKS) {
                            RacePlan plan = RacePlan.of(settings.seed(), race, CLERKS);
                            try {
                                new Race(plan, kiosk, clerks, manager, timer).run();
                            } catch (IllegalStateException e) {
                                throw new IllegalStateException("race " + race + ": " + plan, e);
                            }
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
            clerk.does(op, new CallCommand.FinishWrapUp(op, wrapUp.call(), true, Optional.empty()));
        }
    }

    @Override
    public Figures figures(Run run, List<Fact> facts, List<Violation> violations) {
        Answers answers = Answers.in(facts);
        Figures figures = new Figures("race");
        figures.add("races", runs(), "calls, each from its press to its end");
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
        figures.add("races_per_s", runs() / (took / 1e9), "");
        return figures;
    }

    private static long talks(List<Fact> facts) {
        return facts.stream()
                .filter(fact ->
                        fact instanceof Fact.KeptCall kept && kept.call().state() instanceof CallState.Talking)
                .count();
    }
}
