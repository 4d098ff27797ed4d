package org.virtualwindow.campaigns;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import org.virtualwindow.benchmarks.Crowd;
import org.virtualwindow.benchmarks.Figures;
import org.virtualwindow.benchmarks.Server;
import org.virtualwindow.campaigns.history.Fact;
import org.virtualwindow.campaigns.history.Invariant;
import org.virtualwindow.campaigns.history.Violation;
import org.virtualwindow.protocol.FromKiosk;
import org.virtualwindow.protocol.ToClerk;
import org.virtualwindow.protocol.ToKiosk;
import org.virtualwindow.protocol.ids.OpId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.values.Role;
import org.virtualwindow.protocol.values.SignInCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "cofill",
        mixinStandardHelpOptions = true,
        description = "An applicant, a helper and a clerk write, propose, undo, add rows, allow and declare in one form"
                + " while their lines drop; then everybody is compared with everybody, and in the end with what"
                + " was kept.")
final class CofillCampaign implements Callable<Integer>, Run.Course {
    private static final int USUAL_RUNS = 200;
    private static final int DROPS = 3;
    private static final int LONGEST_AWAY_MILLIS = 200;
    private static final int SPELL_MILLIS = 150;
    private static final List<String> FIELDS = List.of("/tradeName", "/industryWord", "/regionWord");
    private static final String HELPER = "HELPER:310117-H1";

    @Mixin
    private Settings settings = new Settings();

    @Option(
            names = "--rooms",
            defaultValue = "8",
            description = "forms that are filled in at a time (${DEFAULT-VALUE})")
    private int rooms;

    private final LongAdder apart = new LongAdder();
    private final LongAdder drops = new LongAdder();

    @Override
    public Integer call() throws Exception {
        return Run.of("cofill", settings.command("cofill", runs(), " --rooms " + rooms), settings, this);
    }

    private int runs() {
        return settings.runs(USUAL_RUNS);
    }

    @Override
    public void take(Run run) throws Exception {
        run.report().says(runs() + " runs in " + rooms + " rooms, seed " + settings.seed() + ".");
        Crowd crowd = Crowd.seed(run.data(), rooms, rooms);
        SplittableRandom random = new SplittableRandom(settings.seed());
        try (Server server = Server.start(run.data());
                Play play = new Play(run.history());
                ExecutorService drivers = Executors.newVirtualThreadPerTaskExecutor()) {
            Cast cast = new Cast(crowd, settings.seed(), play);
            String code = helpersCode(run.data());
            run.report().isAt("bringing everybody together");
            List<Trio> trios = new ArrayList<>();
            for (int number = 1; number <= rooms; number++) {
                trios.add(Trio.meets(server.origin(), cast, number, code, random.split()));
            }
            run.report().isAt("writing");
            List<Future<?>> writing = new ArrayList<>();
            for (Trio trio : trios) {
                int times = runs() / rooms + (trio.number <= runs() % rooms ? 1 : 0);
                writing.add(drivers.submit(() -> {
                    for (int i = 1; i <= times; i++) {
                        trio.writes(i);
                        drops.add(2 * DROPS);
                        if (!trio.agree()) {
                            apart.increment();
                        }
                    }
                    return null;
                }));
            }
            for (Future<?> each : writing) {
                each.get();
            }
            run.report().isAt("settling");
            play.settles();
        }
    }

    /** The demo's helper, whom the server has made at its start. */
    private static String helpersCode(Path data) throws IOException {
        return Files.readAllLines(data.resolve("demo-sign-ins")).stream()
                .filter(line -> line.startsWith("helper.zhoumin "))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public Figures figures(Run run, List<Fact> facts, List<Violation> violations) {
        Answers answers = Answers.in(facts);
        run.report().says("Accepted/refused/said again: " + Kinds.in(facts).text() + ".");
        Figures figures = new Figures("cofill");
        figures.add("runs", runs(), "in each an applicant, then a helper, and all the time a clerk");
        figures.add("acknowledged", answers.accepted(), "operations");
        figures.add("refused", answers.refused(), "for a conflict, for want of leave, or because it was gone");
        figures.add(
                "drops", drops.sum(), "of a line, for up to " + LONGEST_AWAY_MILLIS + " ms, with what was on its way");
        figures.add(
                "divergences",
                apart.sum() + Report.count(violations, Invariant.I2_SAME_FOR_ALL),
                0,
                "runs after which two pages differ, and pages that differ from what was kept");
        figures.add("unanswered", unanswered(facts), 0, "operations that nobody answered");
        figures.add(
                "lost",
                Report.count(violations, Invariant.I1_KEPT, Invariant.I5_ONCE),
                0,
                "acknowledged and not kept, or with two effects");
        figures.add("violations", violations.size(), 0, "of I1 to I5, I10 and I11 together");
        return figures;
    }

    private static long unanswered(List<Fact> facts) {
        Set<String> answered = facts.stream()
                .filter(Fact.Answered.class::isInstance)
                .map(fact -> ((Fact.Answered) fact).op())
                .collect(Collectors.toSet());
        return facts.stream()
                .filter(Fact.Sent.class::isInstance)
                .map(fact -> ((Fact.Sent) fact).op())
                .distinct()
                .filter(op -> !answered.contains(op))
                .count();
    }

    /** Three who fill in one form. */
    private static final class Trio {
        private final int number;
        private final Person<ToKiosk> kiosk;
        private final Person<ToClerk> clerk;
        private final RoomId room;
        private final String applicant;
        private final SplittableRandom random;

        private Trio(int number, Person<ToKiosk> kiosk, Person<ToClerk> clerk, RoomId room, SplittableRandom random) {
            this.number = number;
            this.kiosk = kiosk;
            this.clerk = clerk;
            this.room = room;
            this.applicant = kiosk.who();
            this.random = random;
        }

        static Trio meets(String origin, Cast cast, int number, String helpersCode, SplittableRandom random)
                throws InterruptedException {
            Person<ToKiosk> kiosk = cast.kiosk(origin, number);
            Person<ToClerk> clerk = cast.clerk(origin, number);
            RoomId room = Meeting.opensTheForm(kiosk);
            Meeting.meets(kiosk, clerk, room);
            Trio trio = new Trio(number, kiosk, clerk, room, random);
            OpId op = kiosk.newOp();
            kiosk.achieves(op, new FromKiosk.HelperSignIn(op, room, new SignInCode(helpersCode)));
            kiosk.givesPlaceTo(HELPER);
            trio.handsOver(Role.APPLICANT);
            return trio;
        }

        /** Once: the clerk writes, and beside them first the applicant and then the helper, while lines drop. */
        void writes(int count) throws InterruptedException {
            Typist clerks = typist(clerk, "丙" + count);
            clerks.begin();
            spell(typist(kiosk, "甲" + count));
            handsOver(Role.HELPER);
            spell(typist(kiosk, "乙" + count));
            handsOver(Role.APPLICANT);
            clerks.stop();
            Play.awaitQuiet(List.of(kiosk, clerk));
        }

        /** Whoever is at the kiosk writes for a while and is answered. */
        private void spell(Typist typist) throws InterruptedException {
            typist.begin();
            for (int drop = 0; drop < DROPS; drop++) {
                Await.passing(Duration.ofMillis(random.nextInt(SPELL_MILLIS)));
                Person<?> whose = random.nextBoolean() ? kiosk : clerk;
                whose.page().drop(Duration.ofMillis(random.nextInt(LONGEST_AWAY_MILLIS)));
            }
            typist.stop();
            Play.awaitWhole(kiosk);
        }

        private void handsOver(Role to) throws InterruptedException {
            OpId op = kiosk.newOp();
            kiosk.achieves(op, new FromKiosk.HandOver(op, room, to));
            kiosk.givesPlaceTo(to == Role.HELPER ? HELPER : applicant);
        }

        private Typist typist(Person<?> person, String mark) {
            Hands hands = new Hands(room, FIELDS, random.split());
            return new Typist(person, room, FIELDS, mark, random.split(), Optional.of(hands));
        }

        boolean agree() {
            Optional<Witness.Held> atKiosk = kiosk.page().held(room.value());
            Optional<Witness.Held> atConsole = clerk.page().held(room.value());
            return atKiosk.isPresent()
                    && atConsole.isPresent()
                    && atConsole.get().equals(atKiosk.get().seenBy(clerk.who()));
        }
    }
}
