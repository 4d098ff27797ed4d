package org.virtualwindow.benchmarks;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "storm",
        mixinStandardHelpOptions = true,
        description = "All kiosks come back at once: after a cut, and after the server was killed and started again.")
final class StormBench implements Callable<Integer> {
    private static final int QUIETLY = 64;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Option(names = "--kiosks", defaultValue = "10000", description = "how many (${DEFAULT-VALUE})")
    private int kiosks;

    @Option(names = "--cuts", defaultValue = "3", description = "how often they are cut off (${DEFAULT-VALUE})")
    private int cuts;

    @Option(names = "--kills", defaultValue = "3", description = "how often the server is killed (${DEFAULT-VALUE})")
    private int kills;

    @Option(
            names = "--quiet",
            defaultValue = "12",
            description = "seconds in which they only beat, before each cut (${DEFAULT-VALUE})")
    private int quiet;

    private final List<Double> warm = new ArrayList<>();
    private final List<Double> cold = new ArrayList<>();
    private final List<Double> coldFromStart = new ArrayList<>();
    private long warmCpu;
    private int turnedAway;

    @Override
    public Integer call() throws Exception {
        try (ScratchFolder scratch = Machine.makeReady(kiosks + 500)) {
            Cores cores = Cores.shareOut();
            Path data = scratch.path().resolve("data");
            Crowd crowd = Crowd.seed(data, kiosks, 0);
            Server server = Server.launch(data, "0", cores.server()).ready();
            try (Kiosks all = new Kiosks(crowd.kiosks())) {
                all.come(server.origin(), QUIETLY, PATIENCE);
                System.out.printf("%d kiosks are connected, %s.%n", kiosks, cores);
                for (int round = 1; round <= cuts; round++) {
                    TimeUnit.SECONDS.sleep(quiet);
                    cutAndCome(server, all);
                }
                for (int round = 1; round <= kills; round++) {
                    TimeUnit.SECONDS.sleep(quiet);
                    server = killAndCome(server, data, cores, all);
                }
            } finally {
                server.close();
            }
            figures().print();
        }
        return 0;
    }

    private void cutAndCome(Server server, Kiosks all) throws InterruptedException {
        long cpu = server.cpuMillis();
        long start = System.nanoTime();
        all.cut();
        int away = all.come(server.origin(), kiosks, PATIENCE);
        double seconds = since(start);
        cpu = server.cpuMillis() - cpu;
        warmCpu += cpu;
        turnedAway += away;
        warm.add(seconds);
        System.out.printf(
                "cut: all are served again after %.2f s (%.2f s of processor time); %d were turned away meanwhile%n",
                seconds, cpu / 1e3, away);
    }

    private Server killAndCome(Server server, Path data, Cores cores, Kiosks all) throws Exception {
        String origin = server.origin();
        int port = Integer.parseInt(origin.substring(origin.lastIndexOf(':') + 1));
        server.kill();
        long start = System.nanoTime();
        Server again = Server.launch(data, Integer.toString(port), cores.server());
        while (!accepts(port)) {
            if (!again.isAlive()) {
                return again.ready(); // which says why it is not
            }
            TimeUnit.MILLISECONDS.sleep(5);
        }
        long opened = System.nanoTime();
        long cpu = again.cpuMillis();
        int away = all.come(origin, kiosks, PATIENCE);
        double seconds = since(opened);
        turnedAway += away;
        cold.add(seconds);
        coldFromStart.add(since(start));
        System.out.printf(
                "kill: the port opened after %.2f s (%.2f s of processor time), all are served %.2f s later (%.2f s);"
                        + " %d were turned away meanwhile%n",
                (opened - start) / 1e9, cpu / 1e3, seconds, (again.cpuMillis() - cpu) / 1e3, away);
        return again.ready();
    }

    private static boolean accepts(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port));
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private Figures figures() {
        Figures figures = new Figures("storm");
        figures.add("kiosks", kiosks, "each with its cookie, through the kiosks' door");
        figures.add(
                "warm_s",
                Percentiles.median(warm),
                6,
                "all sockets reset → all show the lobby again, median of the rounds");
        figures.add("warm_worst_s", Percentiles.greatest(warm), "");
        figures.add(
                "warm_cpu_ms_per_kiosk",
                warmCpu / (double) kiosks / cuts,
                "the server's JVM: a connection lost, and one made");
        figures.add(
                "cold_s",
                Percentiles.median(cold),
                10,
                "killed and started again: the port opens → all show the lobby, median of the rounds");
        figures.add("cold_worst_s", Percentiles.greatest(cold), "");
        figures.add(
                "cold_from_start_s",
                Percentiles.median(coldFromStart),
                "the new process starts → all show the lobby, median of the rounds");
        figures.add("turned_away", turnedAway, "connections that failed and were made again, in all rounds");
        return figures;
    }
}
