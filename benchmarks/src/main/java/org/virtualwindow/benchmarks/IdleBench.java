package org.virtualwindow.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.virtualwindow.protocol.Beat;
import org.virtualwindow.protocol.ToKiosk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "idle",
        mixinStandardHelpOptions = true,
        description = "Kiosks that are connected and wait: what one of them costs the server in memory.")
final class IdleBench implements Callable<Integer> {
    private static final Duration BEAT = Duration.ofSeconds(10);
    private static final int COMING_AT_ONCE = 16;
    private static final int FIRST = 100;

    @Option(names = "--kiosks", defaultValue = "2000", description = "how many (${DEFAULT-VALUE})")
    private int kiosks;

    @Option(names = "--seconds", defaultValue = "30", description = "how long they wait and beat (${DEFAULT-VALUE})")
    private int seconds;

    @Override
    public Integer call() throws Exception {
        Machine.needFiles(kiosks + 500);
        try (ScratchFolder scratch = ScratchFolder.make()) {
            Machine.print(scratch.path());
            Path data = scratch.path().resolve("data");
            Crowd crowd = Crowd.seed(data, kiosks, 0);
            try (Server server = Server.start(data)) {
                // Classes, compiled code and buffers that the first connections bring are not the price of one more.
                comeAndGo(server.origin(), crowd.kiosks().subList(0, Math.min(FIRST, kiosks)));
                Server.Memory before = server.memory();
                long start = System.nanoTime();
                List<Line<ToKiosk>> lines = connect(server.origin(), crowd.kiosks());
                double connected = (System.nanoTime() - start) / 1e9;
                System.out.printf("%d kiosks are connected; beating for %d s.%n", kiosks, seconds);
                try {
                    long cpu = server.cpuMillis();
                    TimeUnit.SECONDS.sleep(seconds);
                    cpu = server.cpuMillis() - cpu;
                    Server.Memory after = server.memory();
                    long open = lines.stream().filter(Line::isOpen).count();
                    figures(before, after, open, connected, cpu).print();
                } finally {
                    lines.forEach(Line::close);
                }
            }
        }
        return 0;
    }

    private static void comeAndGo(String origin, List<String> cookies) throws Exception {
        connect(origin, cookies).forEach(Line::close);
        TimeUnit.SECONDS.sleep(1);
    }

    /** Each has come when its first beat was answered. */
    private static List<Line<ToKiosk>> connect(String origin, List<String> cookies) throws Exception {
        List<Line<ToKiosk>> lines = new ArrayList<>();
        try (var pool = Executors.newFixedThreadPool(COMING_AT_ONCE)) {
            List<Future<Line<ToKiosk>>> coming = new ArrayList<>();
            cookies.forEach(cookie -> coming.add(pool.submit(() -> {
                var line = new Line<>(origin, "kiosk", cookie, ToKiosk.class, BEAT);
                line.say(new Beat(0L));
                line.await(Beat.class, any -> true);
                line.listen((text, at) -> {});
                return line;
            })));
            try {
                for (Future<Line<ToKiosk>> each : coming) {
                    lines.add(each.get());
                }
            } catch (InterruptedException e) {
                pool.shutdownNow();
                throw e;
            }
        }
        return lines;
    }

    private Figures figures(Server.Memory before, Server.Memory after, long open, double connected, long cpu) {
        Figures figures = new Figures("idle");
        figures.add("connections", open, "still connected at the end, of " + kiosks);
        figures.add(
                "rss_kb_per_connection",
                (after.rssKilobytes() - before.rssKilobytes()) / (double) kiosks,
                40,
                "resident memory with them less without, each after full collections");
        figures.add(
                "live_heap_kb_per_connection",
                (after.liveHeapKilobytes() - before.liveHeapKilobytes()) / (double) kiosks,
                "objects alive with them less without");
        figures.add("rss_mb_before", before.rssKilobytes() / 1024.0, "the server without them");
        figures.add("rss_mb_after", after.rssKilobytes() / 1024.0, "the server with them");
        figures.add("connected_in_s", connected, "until each had its first beat answered");
        figures.add("cpu_percent", cpu / 10.0 / seconds, "of one core, while they wait");
        return figures;
    }
}
