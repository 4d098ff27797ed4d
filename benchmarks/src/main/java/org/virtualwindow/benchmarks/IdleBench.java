package org.virtualwindow.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "idle",
        mixinStandardHelpOptions = true,
        description = "Kiosks that are connected and wait: what one of them costs the server in memory.")
final class IdleBench implements Callable<Integer> {
    private static final int COMING_AT_ONCE = 16;
    private static final int FIRST = 100;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Option(names = "--connections", defaultValue = "9000", description = "how many kiosks (${DEFAULT-VALUE})")
    private int connections;

    @Option(names = "--seconds", defaultValue = "30", description = "how long they wait and beat (${DEFAULT-VALUE})")
    private int seconds;

    @Override
    public Integer call() throws Exception {
        try (ScratchFolder scratch = Machine.makeReady(connections + 500)) {
            Path data = scratch.path().resolve("data");
            Crowd crowd = Crowd.seed(data, connections, 0);
            try (Server server = Server.start(data)) {
                // Classes, compiled code and buffers that the first connections bring are not the price of one more.
                try (Kiosks first = new Kiosks(crowd.kiosks().subList(0, Math.min(FIRST, connections)))) {
                    first.come(server.origin(), COMING_AT_ONCE, PATIENCE);
                }
                TimeUnit.SECONDS.sleep(1);
                Server.Memory before = server.memory();
                long start = System.nanoTime();
                try (Kiosks all = new Kiosks(crowd.kiosks())) {
                    all.come(server.origin(), COMING_AT_ONCE, PATIENCE);
                    double connected = (System.nanoTime() - start) / 1e9;
                    System.out.printf("%d kiosks are connected; beating for %d s.%n", connections, seconds);
                    long cpu = server.cpuMillis();
                    TimeUnit.SECONDS.sleep(seconds);
                    cpu = server.cpuMillis() - cpu;
                    Server.Memory after = server.memory();
                    figures(before, after, all.connected(), connected, cpu).print();
                }
            }
        }
        return 0;
    }

    private Figures figures(Server.Memory before, Server.Memory after, long open, double connected, long cpu) {
        Figures figures = new Figures("idle");
        figures.add("connections", open, "still connected at the end, of " + connections);
        figures.add(
                "rss_kb_per_connection",
                (after.rssKilobytes() - before.rssKilobytes()) / (double) connections,
                32,
                "resident memory with them less without, each after full collections");
        figures.add(
                "live_heap_kb_per_connection",
                (after.liveHeapKilobytes() - before.liveHeapKilobytes()) / (double) connections,
                16,
                "objects alive with them less without");
        figures.add("rss_mb_before", before.rssKilobytes() / 1024.0, "the server without them");
        figures.add("rss_mb_after", after.rssKilobytes() / 1024.0, "the server with them");
        figures.add("connected_in_s", connected, "until each showed its lobby, sixteen on their way at a time");
        figures.add("cpu_percent", cpu / 10.0 / seconds, "of one core, while they wait");
        return figures;
    }
}
