package org.virtualwindow.campaigns.kiosk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.virtualwindow.kiosk.daemon.KioskDaemon;

/** A device daemon of its own with a simulated scanner and printer, whose sheets lie in a folder. */
public final class PrintingKiosk implements AutoCloseable {
    private static final int START_SECONDS = 60;
    private static final int STOP_SECONDS = 20;
    private static final String ARCHIVES = "-XX:ArchiveClassesAtExit=";
    private static final String CONFIG = """
        server: %s
        state: kiosk-key.json
        devices:
          - driver: simulated
            devices: scanner, printer
            sheets: %s
            pace: 5
        """;

    private final Path folder;
    private Process process;

    private PrintingKiosk(Path folder, Process process) {
        this.folder = folder;
        this.process = process;
    }

    /**
     * @param folder empty; holds the key, the log of commands, what the daemon says and the sheets
     * @param code enrols it
     */
    public static PrintingKiosk start(Path folder, String origin, String code) throws IOException {
        Files.createDirectories(sheets(folder));
        Files.writeString(folder.resolve("kiosk.yaml"), CONFIG.formatted(origin, sheets(folder)));
        List<String> flags = Files.exists(classes(folder)) ? List.of() : List.of(ARCHIVES + classes(folder));
        return new PrintingKiosk(folder, daemon(folder, flags, "--enrol", code));
    }

    /**
     * Of the first of several beside each other: it ends in order and is started again, and from then on all find its classes loaded,
     * which halves what a start costs.
     */
    public void leavesItsClasses() throws IOException, InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (!Files.exists(folder.resolve("kiosk-key.json.commands")) && System.nanoTime() < until) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        close();
        process = daemon(folder, List.of());
    }

    private static Path classes(Path folder) {
        return folder.resolveSibling("daemon.jsa");
    }

    private static Path sheets(Path folder) {
        return folder.resolve("sheets");
    }

    private static Process daemon(Path folder, List<String> flags, String... more) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        if (Files.exists(classes(folder))) {
            command.add("-XX:SharedArchiveFile=" + classes(folder));
        }
        command.addAll(flags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), KioskDaemon.class.getName()));
        command.addAll(List.of("--config", folder.resolve("kiosk.yaml").toString()));
        command.addAll(List.of(more));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("daemon.log").toFile()))
                .start();
    }

    /** How many sheets have come out by now. */
    public long sheets() throws IOException {
        try (Stream<Path> all = Files.list(sheets(folder))) {
            return all.count();
        }
    }

    /** As {@code kill -9} does; then it is started again. */
    public void dies() throws IOException, InterruptedException {
        process.destroyForcibly().waitFor();
        process = daemon(folder, List.of());
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
