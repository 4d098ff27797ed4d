package org.virtualwindow.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "form",
        mixinStandardHelpOptions = true,
        description =
                "Many people typing into shared forms: how soon a value is safe on disk, and a keystroke on the other"
                        + " screen.")
final class FormBench implements Callable<Integer> {
    private static final int TURNS = 60;

    @Option(
            names = "--rooms",
            defaultValue = "100",
            description = "kiosks, each talking with a clerk (${DEFAULT-VALUE})")
    private int rooms;

    @Option(
            names = "--warm-up",
            defaultValue = "5",
            description = "seconds of typing before it counts (${DEFAULT-VALUE})")
    private int warmUp;

    @Option(names = "--seconds", defaultValue = "20", description = "seconds of typing that count (${DEFAULT-VALUE})")
    private int seconds;

    @Override
    public Integer call() throws Exception {
        try (ScratchFolder scratch = Machine.makeReady(2 * rooms + 200)) {
            Path data = scratch.path().resolve("data");
            Crowd crowd = Crowd.seed(data, rooms, rooms);
            try (Server server = Server.start(data)) {
                List<TypingRoom> all = new ArrayList<>();
                try {
                    for (int i = 0; i < rooms; i++) {
                        all.add(TypingRoom.begin(
                                server.origin(),
                                crowd.kiosks().get(i),
                                crowd.clerks().get(i)));
                    }
                    long here = all.getFirst().typesAlone();
                    long yjs = Keystrokes.overYjs(ScratchFolder.home());
                    System.out.printf(
                            "%d rooms talk; typing for %d s, of which the last %d count.%n",
                            rooms, warmUp + seconds, seconds);
                    Figures figures = measure(server, all);
                    double keystrokes = Keystrokes.count();
                    figures.add(
                            "bytes_per_keystroke",
                            here / keystrokes,
                            "up and down, at both ends, a text's writing in it");
                    figures.add("bytes_per_keystroke_yjs", yjs / keystrokes, "the same texts over y-websocket");
                    figures.add("bytes_per_keystroke_vs_yjs", here / (double) yjs, "");
                    Percentiles pages = Percentiles.of(PageTurns.measure(server, TURNS));
                    figures.add(
                            "page_painted_p50_ms", pages.millis(50), "下一步 touched → the next page drawn, in a browser");
                    figures.add("page_painted_p95_ms", pages.millis(95), 300, "");
                    LargestItems.now().addTo(figures, scratch.path());
                    figures.print();
                } finally {
                    all.forEach(TypingRoom::close);
                }
            }
        }
        return 0;
    }

    private Figures measure(Server server, List<TypingRoom> all) throws Exception {
        long start = System.nanoTime();
        long from = start + TimeUnit.SECONDS.toNanos(warmUp);
        long until = from + TimeUnit.SECONDS.toNanos(seconds);
        Random random = new Random(1);
        Tally tally = new Tally(from, until);
        List<Thread> typists = new ArrayList<>();
        for (TypingRoom room : all) {
            long begins = start + random.nextLong(TimeUnit.SECONDS.toNanos(1));
            typists.add(Thread.ofVirtual().start(() -> room.type(begins, tally)));
        }
        TimeUnit.NANOSECONDS.sleep(from - System.nanoTime());
        CpuUse before = CpuUse.now(server);
        TimeUnit.NANOSECONDS.sleep(until - System.nanoTime());
        CpuUse cpu = CpuUse.now(server).since(before);
        for (Thread typist : typists) {
            typist.join();
        }
        tally.awaitAnswers();
        long lost = all.stream().filter(room -> !room.isOpen()).count();
        if (lost > 0) {
            throw new IllegalStateException(lost + " rooms lost a connection; nothing of this counts");
        }
        return figures(tally, cpu);
    }

    private Figures figures(Tally tally, CpuUse cpu) {
        Percentiles acks = Percentiles.of(tally.acks());
        Percentiles drafts = Percentiles.of(tally.drafts());
        Figures figures = new Figures("form");
        figures.add("rooms", rooms, "one kiosk and one clerk each");
        figures.add("ack_p50_ms", acks.millis(50), "a value sent → accepted, after its commit");
        figures.add("ack_p95_ms", acks.millis(95), 25, "");
        figures.add("ack_p99_ms", acks.millis(99), "");
        figures.add("draft_p50_ms", drafts.millis(50), "a draft sent → shown on the other side");
        figures.add("draft_p95_ms", drafts.millis(95), 10, "");
        figures.add("draft_p99_ms", drafts.millis(99), "");
        figures.add("operations", acks.count(), "values accepted");
        figures.add("operations_per_s", acks.count() / (double) seconds, "");
        figures.add("drafts_per_s", drafts.count() / (double) seconds, "");
        figures.add("unanswered", tally.unanswered(), 0, "values and drafts that never came through");
        figures.add(
                "server_cpu_ms_per_operation",
                cpu.server() / (double) acks.count(),
                "the server's JVM; the drafts are in it, 1.75 to an operation");
        figures.add("database_cpu_ms_per_operation", cpu.database() / (double) acks.count(), "PostgreSQL");
        figures.add(
                "generator_late_p95_ms",
                Percentiles.of(tally.lateness()).millis(95),
                "how late the generator itself was; included nowhere above");
        figures.add(
                "other_programs_cpu_percent",
                cpu.othersPercent(seconds),
                "of the machine; well above 10, the latencies are not the server's own");
        return figures;
    }
}
