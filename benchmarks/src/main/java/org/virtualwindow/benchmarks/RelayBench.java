package org.virtualwindow.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.virtualwindow.protocol.MediaMessage.Candidates;
import org.virtualwindow.protocol.MediaMessage.MediaSignal;
import org.virtualwindow.protocol.json.WireCodec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "relay",
        mixinStandardHelpOptions = true,
        description = "Signalling between kiosks and clerks who talk, beside a Jetty that only relays.")
final class RelayBench implements Callable<Integer> {
    private static final int MESSAGES_OF_A_BARE_CALL = 22;
    private static final long SETTLE_MILLIS = 500;

    @Option(names = "--pairs", defaultValue = "600", description = "kiosks that talk with a clerk (${DEFAULT-VALUE})")
    private int pairs;

    @Option(names = "--callers", defaultValue = "24", description = "pairs that make whole calls (${DEFAULT-VALUE})")
    private int callers;

    @Option(
            names = "--warm-up",
            defaultValue = "60",
            description = "seconds of full load before it counts, for each server: as long as its compiler is busy,"
                    + " that is what would be measured (${DEFAULT-VALUE})")
    private int warmUp;

    @Option(
            names = "--calls",
            defaultValue = "15",
            description = "seconds of whole calls, before it counts and while it does (${DEFAULT-VALUE})")
    private int callSeconds;

    @Option(names = "--windows", defaultValue = "5", description = "for each server, in turns (${DEFAULT-VALUE})")
    private int windows;

    @Option(names = "--seconds", defaultValue = "4", description = "of a window (${DEFAULT-VALUE})")
    private int seconds;

    private final Reactor reactor = new Reactor("pairs");
    private double callCpuMillis;
    private double callDatabaseCpuMillis;
    private double callsPerSecond;

    @Override
    public Integer call() throws Exception {
        try (ScratchFolder scratch = Machine.makeReady(6 * pairs + 500)) {
            Cores cores = Cores.shareOut();
            System.out.println(cores + ".");
            wholeCalls(scratch.path().resolve("calls"), cores);
            relay(scratch.path().resolve("talks"), cores);
        }
        return 0;
    }

    private void wholeCalls(Path data, Cores cores) throws Exception {
        Crowd crowd = Crowd.seed(data, callers, callers);
        try (Server server = Server.launch(data, "0", cores.server()).ready()) {
            System.out.printf("Whole calls at %d kiosks, for %d s.%n", callers, 2 * callSeconds);
            WholeCalls calls = new WholeCalls(server.origin());
            calls.start(crowd);
            TimeUnit.SECONDS.sleep(callSeconds);
            long made = calls.made();
            CpuUse before = CpuUse.now(server);
            TimeUnit.SECONDS.sleep(callSeconds);
            CpuUse cpu = CpuUse.now(server).since(before);
            made = calls.made() - made;
            calls.stop();
            callsPerSecond = made / (double) callSeconds;
            callCpuMillis = cpu.server() / (double) made;
            callDatabaseCpuMillis = cpu.database() / (double) made;
        }
    }

    private void relay(Path data, Cores cores) throws Exception {
        Crowd crowd = Crowd.seed(data, pairs, pairs);
        List<Talk> talks = new ArrayList<>();
        try (Server server = Server.launch(data, "0", cores.server()).ready();
                BareServer withNative = BareServer.start("native", cores);
                BareServer withJakarta = BareServer.start("jakarta", cores)) {
            for (int i = 0; i < pairs; i++) {
                talks.add(Talk.begin(
                        server.origin(), crowd.kiosks().get(i), crowd.clerks().get(i)));
            }
            List<Contender> all = List.of(
                    new Contender("product", talking(talks), server::cpuMillis),
                    new Contender("Jetty, native API", bare(withNative, talks), withNative::cpuMillis),
                    new Contender("Jetty, Jakarta API", bare(withJakarta, talks), withJakarta::cpuMillis));
            System.out.printf("%d pairs talk; %d s of warm-up each, then windows of %d s.%n", pairs, warmUp, seconds);
            for (Contender each : all) {
                each.run(warmUp);
            }
            System.out.printf("%-20s %12s %12s %14s%n", "window", "messages/s", "µs/message", "held back");
            for (int i = 0; i < windows; i++) {
                for (Contender each : all) {
                    each.measure(seconds);
                }
            }
            figures(all.get(0), better(all.get(1), all.get(2))).print();
        } finally {
            talks.forEach(Talk::close);
            reactor.close();
        }
    }

    /** Each signal is of the talk's plan and names the other. */
    private RelayPairs talking(List<Talk> talks) {
        RelayPairs made = new RelayPairs(Line.reactor());
        for (Talk talk : talks) {
            made.add(talk.kiosk().wire(), signal(talk, "clerk"), talk.clerk().wire(), signal(talk, "kiosk"));
        }
        return made;
    }

    private RelayPairs bare(BareServer server, List<Talk> talks) throws Exception {
        RelayPairs made = new RelayPairs(reactor);
        for (int i = 0; i < talks.size(); i++) {
            made.add(
                    connect(server, i, "a"),
                    signal(talks.get(i), "clerk"),
                    connect(server, i, "b"),
                    signal(talks.get(i), "kiosk"));
        }
        return made;
    }

    private Wire connect(BareServer server, int pair, String end) throws Exception {
        CompletableFuture<Wire> opened = new CompletableFuture<>();
        reactor.connect(
                URI.create("ws://localhost:" + server.port() + "/relay?pair=" + pair + "&end=" + end),
                Map.of(),
                new Wire.Ear() {
                    @Override
                    public void opened(Wire wire) {
                        opened.complete(wire);
                    }

                    @Override
                    public void hears(Wire wire, ByteBuffer text) {}

                    @Override
                    public void closed(Wire wire, String why) {
                        opened.completeExceptionally(new IOException(why));
                    }
                });
        return opened.get(20, TimeUnit.SECONDS);
    }

    /** About 300 bytes. */
    private static String signal(Talk talk, String to) {
        return WireCodec.encode(new MediaSignal(
                talk.call(), talk.epoch(), "", to, WireCodec.encode(new Candidates(List.of(WholeCalls.CANDIDATE)))));
    }

    private static Contender better(Contender one, Contender other) {
        return one.perCpuSecond() >= other.perCpuSecond() ? one : other;
    }

    /** One of those who relay, and what its windows showed. */
    private record Contender(String name, RelayPairs pairs, LongSupplier cpu, List<Double> rates, List<Double> costs) {
        Contender(String name, RelayPairs pairs, LongSupplier cpu) {
            this(name, pairs, cpu, new ArrayList<>(), new ArrayList<>());
        }

        void run(int seconds) throws InterruptedException {
            pairs.start();
            TimeUnit.SECONDS.sleep(seconds);
            pairs.stop();
            TimeUnit.MILLISECONDS.sleep(SETTLE_MILLIS);
        }

        void measure(int seconds) throws InterruptedException {
            pairs.start();
            TimeUnit.MILLISECONDS.sleep(SETTLE_MILLIS);
            long relayed = pairs.relayed();
            long rested = pairs.rested();
            long used = cpu.getAsLong();
            long start = System.nanoTime();
            TimeUnit.SECONDS.sleep(seconds);
            relayed = pairs.relayed() - relayed;
            double took = (System.nanoTime() - start) / 1e9;
            used = cpu.getAsLong() - used;
            rested = pairs.rested() - rested;
            pairs.stop();
            pairs.refuseIfBroken();
            TimeUnit.MILLISECONDS.sleep(SETTLE_MILLIS);
            rates.add(relayed / took);
            costs.add(used * 1000.0 / relayed);
            System.out.printf(
                    "%-20s %12.0f %12.2f %14s%n",
                    name, relayed / took, used * 1000.0 / relayed, rested > 0 ? "by the limit" : "");
        }

        double rate() {
            return Percentiles.median(rates);
        }

        double micros() {
            return Percentiles.median(costs);
        }

        double perCpuSecond() {
            return 1e6 / micros();
        }
    }

    private Figures figures(Contender ours, Contender bare) {
        Figures figures = new Figures("relay");
        figures.add("pairs", pairs, "a kiosk and a clerk each, in a call");
        figures.addAtLeast(
                "vs_raw_jetty",
                ours.perCpuSecond() / bare.perCpuSecond(),
                0.8,
                "messages a second of the server's processor time, beside " + bare.name());
        figures.add("vs_raw_jetty_wall", ours.rate() / bare.rate(), "messages a second of the clock");
        figures.add("messages_per_s", ours.rate(), "parsed, allowed, relayed; median of the windows");
        figures.add("raw_messages_per_s", bare.rate(), "only relayed");
        figures.add("cpu_us_per_message", ours.micros(), "the server's processor time");
        figures.add("raw_cpu_us_per_message", bare.micros(), "");
        figures.add(
                "cpu_ms_per_call",
                callCpuMillis,
                "the server's JVM: room opened, called, answered, 6 media messages, hung up, wrapped up, room ended");
        figures.add("database_cpu_ms_per_call", callDatabaseCpuMillis, "PostgreSQL, for what of it is kept");
        figures.add("calls_per_s", callsPerSecond, "while that was measured");
        figures.add(
                "negotiation_cpu_ms_per_call", 6 * ours.micros() / 1000, "6 relayed messages, what a call takes here");
        figures.add(
                "raw_cpu_ms_per_call",
                MESSAGES_OF_A_BARE_CALL * bare.micros() / 1000,
                "22 relayed messages, what a call takes where candidates go one by one");
        return figures;
    }
}
