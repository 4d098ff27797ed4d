package org.virtualwindow.campaigns;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.virtualwindow.benchmarks.Crowd;
import org.virtualwindow.benchmarks.Figures;
import org.virtualwindow.benchmarks.Percentiles;
import org.virtualwindow.benchmarks.Server;
import org.virtualwindow.campaigns.history.Fact;
import org.virtualwindow.campaigns.history.Invariant;
import org.virtualwindow.campaigns.history.Violation;
import org.virtualwindow.protocol.ToClerk;
import org.virtualwindow.protocol.ToKiosk;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.server.config.Refusal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "kill",
        mixinStandardHelpOptions = true,
        description = "The server is killed at random moments while three people type and one waits in the line.")
final class KillCampaign implements Callable<Integer>, Run.Course {
    private static final int USUAL_RUNS = 20;
    private static final int LATEST_KILL_MILLIS = 1_500;
    private static final int WATCHED = 100;

    @Mixin
    private Settings settings = new Settings();

    @Option(names = "--strace", description = "show as well that a disk is synchronised before each acknowledgement")
    private boolean strace;

    private final List<Long> back = new ArrayList<>();
    private final List<Long> backAlone = new ArrayList<>();
    private final List<Long> up = new ArrayList<>();
    private boolean synced = true;

    @Override
    public Integer call() throws Exception {
        if (strace && !Strace.isPossible()) {
            throw new Refusal("--strace wants strace, and that it may watch other processes.");
        }
        int code = Run.of("kill", settings.command("kill", runs(), strace ? " --strace" : ""), settings, this);
        return synced ? code : 1;
    }

    private int runs() {
        return settings.runs(USUAL_RUNS);
    }

    @Override
    public void take(Run run) throws Exception {
        SplittableRandom random = new SplittableRandom(settings.seed());
        run.report().says(runs() + " kills, seed " + settings.seed() + ".");
        Crowd crowd = Crowd.seed(run.data(), 3, 1);
        Server server = Server.start(run.data());
        try (Play play = new Play(run.history())) {
            run.report().isAt("bringing four people together");
            Stage stage = Stage.set(server.origin(), new Cast(crowd, settings.seed(), play), random.split());
            stage.begins();
            for (int kill = 1; kill <= runs(); kill++) {
                run.report().isAt("kill " + kill + " of " + runs());
                Await.passing(Duration.ofMillis(random.nextInt(LATEST_KILL_MILLIS)));
                run.history().add(new Fact.Broke(run.history().now(), "kill " + kill));
                long killed = System.nanoTime();
                String port = server.port();
                server.kill();
                server = Server.start(run.data(), port);
                up.add(System.nanoTime() - killed);
                Play.awaitBack(play.people(), (person, took) -> (person == stage.alone() ? backAlone : back).add(took));
                if (kill % 20 == 0) {
                    run.report().mentions(kill + " kills");
                }
            }
            run.report().isAt("settling after the last kill");
            stage.ends();
            play.settles();
        } finally {
            server.close();
        }
    }

    private void watchSyncs(Path folder, Figures figures) throws Exception {
        SyncOrder found = Strace.watch(folder, WATCHED);
        figures.add(
                "watched", found.answers(), "acknowledgements, one after the other, seen by strace on their way out");
        figures.add("syncs", found.syncs(), "fdatasync and fsync of PostgreSQL meanwhile");
        figures.add("before_sync", found.early().size(), 0, "acknowledgements with no sync since the one before");
        synced = found.early().isEmpty() && found.answers() == WATCHED;
    }

    @Override
    public Figures figures(Run run, List<Fact> facts, List<Violation> violations) throws Exception {
        Figures figures = new Figures("kill");
        figures.add("kills", runs(), "of the server, as kill -9 does");
        figures.add("acknowledged", Answers.in(facts).accepted(), "operations");
        figures.add(
                "lost",
                Report.count(violations, Invariant.I1_KEPT, Invariant.I4_NO_CALL_VANISHES),
                0,
                "acknowledged, and not kept or changed");
        figures.add("twice", Report.count(violations, Invariant.I5_ONCE), 0, "effects that came more than once");
        figures.add("violations", violations.size(), 0, "of I1 to I5, I10 and I11 together");
        figures.add("up_p95_s", Percentiles.of(up).millis(95) / 1000, "killed → listens again");
        figures.add(
                "back_p95_s",
                Percentiles.of(back).millis(95) / 1000,
                2,
                "listens → who talks or waits is back, and all they had said is answered");
        figures.add("back_alone_p95_s", Percentiles.of(backAlone).millis(95) / 1000, "who fills in a form alone");
        if (strace) {
            run.report().isAt("watching with strace");
            watchSyncs(run.folder(), figures);
        }
        return figures;
    }

    /** Two talk over one form, one fills in another alone, one waits for the clerk. */
    private record Stage(List<Typist> typists, Person<ToKiosk> alone) {
        static Stage set(String origin, Cast cast, SplittableRandom random) throws InterruptedException {
            Person<ToKiosk> applicant = cast.kiosk(origin, 1);
            Person<ToKiosk> alone = cast.kiosk(origin, 2);
            Person<ToKiosk> waiting = cast.kiosk(origin, 3);
            Person<ToClerk> clerk = cast.clerk(origin, 1);
            RoomId talk = Meeting.opensTheForm(applicant);
            Meeting.meets(applicant, clerk, talk);
            RoomId other = Meeting.opensTheForm(alone);
            Meeting.calls(waiting, Meeting.opensTheForm(waiting));
            return new Stage(
                    List.of(
                            new Typist(applicant, talk, List.of("/tradeName", "/industryWord"), "甲", random.split()),
                            new Typist(clerk, talk, List.of("/regionWord", "/industryWord"), "乙", random.split()),
                            new Typist(alone, other, List.of("/tradeName", "/industryWord"), "丙", random.split())),
                    alone);
        }

        void begins() {
            typists.forEach(Typist::begin);
        }

        void ends() throws InterruptedException {
            for (Typist typist : typists) {
                typist.stop();
            }
        }
    }
}
