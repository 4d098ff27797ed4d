package org.virtualwindow.campaigns;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.virtualwindow.benchmarks.Crowd;
import org.virtualwindow.benchmarks.Figures;
import org.virtualwindow.benchmarks.Percentiles;
import org.virtualwindow.benchmarks.Server;
import org.virtualwindow.campaigns.history.Fact;
import org.virtualwindow.campaigns.history.History;
import org.virtualwindow.campaigns.history.Invariant;
import org.virtualwindow.campaigns.history.Violation;
import org.virtualwindow.campaigns.proxy.TcpProxy;
import org.virtualwindow.protocol.ToClerk;
import org.virtualwindow.protocol.ToKiosk;
import org.virtualwindow.protocol.ids.RoomId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "flap",
        mixinStandardHelpOptions = true,
        description =
                "The network of one or both who talk is cut for a while as they type, by resets, frost and holes in"
                        + " one direction.")
final class FlapCampaign implements Callable<Integer>, Run.Course {
    private static final int USUAL_RUNS = 12;
    private static final String BACK =
            "a network is there again → who was cut off is back, and all they had said is answered";

    @Mixin
    private Settings settings = new Settings();

    @Option(names = "--cut", defaultValue = "10", description = "seconds (${DEFAULT-VALUE})")
    private int seconds;

    @Option(names = "--pairs", defaultValue = "4", description = "how many talk at once (${DEFAULT-VALUE})")
    private int pairs;

    private final Queue<Long> back = new ConcurrentLinkedQueue<>();

    @Override
    public Integer call() throws Exception {
        String more = " --cut " + seconds + " --pairs " + pairs;
        return Run.of("flap", settings.command("flap", runs(), more), settings, this);
    }

    private int runs() {
        return settings.runs(USUAL_RUNS);
    }

    @Override
    public void take(Run run) throws Exception {
        run.report()
                .says(runs() + " cuts of " + seconds + " s, " + pairs + " pairs at a time, seed " + settings.seed()
                        + ".");
        Crowd crowd = Crowd.seed(run.data(), pairs, pairs);
        try (Server server = Server.start(run.data());
                Play play = new Play(run.history())) {
            flap(server.origin(), new Cast(crowd, settings.seed(), play), run.report());
        }
    }

    private void flap(String origin, Cast cast, Report report) throws Exception {
        List<Pair> all = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(settings.seed());
        report.isAt("bringing the pairs together");
        try (var drivers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int number = 1; number <= pairs; number++) {
                all.add(Pair.meets(origin, cast, number, random.split()));
            }
            report.isAt("cutting");
            List<Future<?>> cutting = new ArrayList<>();
            for (Pair pair : all) {
                int times = runs() / pairs + (pair.number <= runs() % pairs ? 1 : 0);
                cutting.add(drivers.submit(() -> {
                    for (int i = 1; i <= times; i++) {
                        pair.isCut(i, Duration.ofSeconds(seconds), back);
                    }
                    return null;
                }));
            }
            try {
                for (Future<?> each : cutting) {
                    each.get();
                }
            } finally {
                drivers.shutdownNow();
            }
            report.isAt("settling after the last cut");
            for (Pair pair : all) {
                pair.stops();
            }
            cast.play().settles();
        } finally {
            for (Pair pair : all) {
                pair.close();
            }
        }
    }

    @Override
    public Figures figures(Run run, List<Fact> facts, List<Violation> violations) {
        Percentiles times = Percentiles.of(back);
        Figures figures = new Figures("flap");
        figures.add("cuts", runs(), "of " + seconds + " s, at random by reset, frost and a hole up or down");
        figures.add("acknowledged", Answers.in(facts).accepted(), "operations");
        figures.add(
                "lost",
                Report.count(violations, Invariant.I1_KEPT, Invariant.I4_NO_CALL_VANISHES),
                0,
                "acknowledged, and not kept or changed");
        figures.add("twice", Report.count(violations, Invariant.I5_ONCE), 0, "effects that came more than once");
        figures.add(
                "gaps_or_duplicates",
                Report.count(violations, Invariant.I11_NO_GAP_NO_DUPLICATE),
                0,
                "events that somebody was not told, or told twice");
        figures.add("violations", violations.size(), 0, "of I1 to I5, I10 and I11 together");
        figures.add("back_p50_s", times.millis(50) / 1000, BACK);
        if (seconds >= 10) {
            figures.add("back_p95_s", times.millis(95) / 1000, 2, "");
        } else {
            figures.add("back_p95_s", times.millis(95) / 1000, "a silence is noticed after 6 s");
        }
        return figures;
    }

    /** Two who talk and type, each with a network of their own. */
    private static final class Pair implements AutoCloseable {
        private final int number;
        private final SplittableRandom random;
        private final History history;
        private final List<TcpProxy> networks;
        private final List<Person<?>> people;
        private final List<Typist> typists;

        private Pair(
                int number,
                SplittableRandom random,
                History history,
                List<TcpProxy> networks,
                List<Person<?>> people,
                List<Typist> typists) {
            this.number = number;
            this.random = random;
            this.history = history;
            this.networks = networks;
            this.people = people;
            this.typists = typists;
        }

        static Pair meets(String origin, Cast cast, int number, SplittableRandom random)
                throws IOException, InterruptedException {
            TcpProxy kiosks = network(origin, random.nextLong());
            TcpProxy clerks = network(origin, random.nextLong());
            Person<ToKiosk> applicant = cast.kiosk("http://127.0.0.1:" + kiosks.port(), number);
            Person<ToClerk> clerk = cast.clerk("http://127.0.0.1:" + clerks.port(), number);
            RoomId room = Meeting.opensTheForm(applicant);
            Meeting.meets(applicant, clerk, room);
            List<Typist> typists = List.of(
                    new Typist(applicant, room, List.of("/tradeName", "/industryWord"), "甲", random.split()),
                    new Typist(clerk, room, List.of("/regionWord", "/industryWord"), "乙", random.split()));
            typists.forEach(Typist::begin);
            return new Pair(
                    number, random, cast.play().history(), List.of(kiosks, clerks), List.of(applicant, clerk), typists);
        }

        private static TcpProxy network(String origin, long seed) throws IOException {
            int port = URI.create(origin).getPort();
            return TcpProxy.to(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), seed);
        }

        /** Once: of one, of the other or of both, for so long. @param count of this pair's cuts, from 1 */
        void isCut(int count, Duration time, Queue<Long> back) throws InterruptedException {
            Cut cut = Cut.values()[random.nextInt(Cut.values().length)];
            List<Integer> whose = List.of(List.of(0), List.of(1), List.of(0, 1)).get(random.nextInt(3));
            Await.passing(Duration.ofMillis(random.nextInt(200, 1_200)));
            String what = "pair " + number + ", cut " + count + ": " + cut + " of " + whose;
            history.add(new Fact.Broke(history.now(), what));
            whose.forEach(one -> cut.begins(networks.get(one)));
            Await.passing(time);
            whose.forEach(one -> cut.ends(networks.get(one), time));
            history.add(new Fact.Broke(history.now(), "pair " + number + ": mended"));
            List<Person<?>> cutOff = new ArrayList<>();
            whose.forEach(one -> cutOff.add(people.get(one)));
            try {
                Play.awaitBack(cutOff, (person, took) -> back.add(took));
            } catch (IllegalStateException e) {
                throw new IllegalStateException(what, e);
            }
        }

        void stops() throws InterruptedException {
            for (Typist typist : typists) {
                typist.stop();
            }
        }

        @Override
        public void close() throws IOException {
            for (TcpProxy network : networks) {
                network.close();
            }
        }
    }
}
