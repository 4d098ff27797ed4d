package org.virtualwindow.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.virtualwindow.server.config.Refusal;

/** The server as {@code ./run} starts it, on any free port and without its lobby of simulated kiosks. */
public final class Server implements AutoCloseable {
    private static final int STOP_SECONDS = 60;

    private final Process process;
    private final Path data;
    private final List<String> banner;

    private Server(Process process, Path data, List<String> banner) {
        this.process = process;
        this.data = data;
        this.banner = banner;
    }

    public static Server start(Path data) throws IOException {
        return start(data, "0");
    }

    /**
     * @param port where another has listened before, or 0
     * @param options of {@code ./run}, beside
     */
    public static Server start(Path data, String port, String... options) throws IOException {
        return launch(data, port, List.of(), options).ready();
    }

    /**
     * Starts it; {@link #ready} waits for it.
     *
     * @param before what stands in front of the command, like {@code taskset}
     */
    static Server launch(Path data, String port, List<String> before, String... options) throws IOException {
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of(
                ScratchFolder.home().resolve("run").toString(),
                "--port",
                port,
                "--data",
                data.toString(),
                "--no-lobby"));
        command.addAll(List.of(options));
        // The script becomes the server: it ends in an exec, so the process is the server's own.
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new Server(process, data, new ArrayList<>());
    }

    /** Waits until it has said everything that it says at its start. */
    Server ready() throws IOException {
        Path log = log(data);
        BufferedReader output = process.inputReader();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            banner.add(line);
            // The hall managers' sign-ins are the last that it says.
            if (line.strip().startsWith("Hall ")) {
                Thread.ofVirtual().start(() -> passOn(output, log));
                return this;
            }
        }
        throw new Refusal("The server did not start:\n" + String.join("\n", banner));
    }

    /** What it says after its start. */
    public static Path log(Path data) {
        return data.resolveSibling(data.getFileName() + ".err");
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** What the server says from now on goes to a file; somebody must read it, or the server would wait. */
    private static void passOn(BufferedReader output, Path log) {
        try (var to = Files.newBufferedWriter(log)) {
            output.transferTo(to);
        } catch (IOException closed) {
            // The server has stopped.
        }
    }

    /** The origin of all pages, like {@code http://localhost:8080}. */
    public String origin() {
        return after("Hall").replaceFirst("/hall/$", "");
    }

    /** For starting it again where everybody looks for it. */
    public String port() {
        String origin = origin();
        return origin.substring(origin.lastIndexOf(':') + 1);
    }

    public long pid() {
        return process.pid();
    }

    /** The first process of the PostgreSQL that belongs to this server. */
    public long postmaster() throws IOException {
        return Long.parseLong(Files.readAllLines(data.resolve("postgres/postmaster.pid"))
                .getFirst()
                .strip());
    }

    /** A demo kiosk's launch link; it opens once. */
    String launchLink() {
        return banner.stream()
                .filter(line -> line.contains("#launch="))
                .map(line -> line.substring(line.indexOf("http")).strip())
                .findFirst()
                .orElseThrow();
    }

    /** A demo clerk's password. */
    String password(String account) {
        return after(account);
    }

    /** What stands behind a word in the banner. */
    private String after(String word) {
        return banner.stream()
                .filter(line -> line.contains(word + " "))
                .map(line -> line.substring(line.indexOf(word) + word.length()).strip())
                .findFirst()
                .orElseThrow();
    }

    long cpuMillis() {
        return Machine.cpuMillis(process.pid());
    }

    /** The processor time of the PostgreSQL that belongs to this server. */
    long databaseCpuMillis() throws IOException {
        long postmaster = postmaster();
        return Machine.cpuMillis(postmaster)
                + ProcessHandle.of(postmaster).stream()
                        .flatMap(ProcessHandle::children)
                        .mapToLong(each -> Machine.cpuMillis(each.pid()))
                        .sum();
    }

    /** What it holds after a full collection. */
    Memory memory() throws IOException, InterruptedException {
        jcmd("GC.run");
        jcmd("GC.run");
        long rss = Machine.rssKilobytes(process.pid());
        String histogram = jcmd("GC.class_histogram"); // collects once more and counts what lives
        String total = histogram
                .lines()
                .filter(line -> line.startsWith("Total"))
                .findFirst()
                .orElseThrow();
        return new Memory(rss, Long.parseLong(total.strip().split("\\s+")[2]) / 1024);
    }

    record Memory(long rssKilobytes, long liveHeapKilobytes) {}

    private String jcmd(String command) throws IOException, InterruptedException {
        Process jcmd = new ProcessBuilder(tool("jcmd"), Long.toString(process.pid()), command)
                .redirectErrorStream(true)
                .start();
        String said = new String(jcmd.getInputStream().readAllBytes());
        if (jcmd.waitFor() != 0) {
            throw new IOException("jcmd " + command + ": " + said);
        }
        return said;
    }

    private static String tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    /** As {@code kill -9} does; its PostgreSQL lives on until the next server on the same data. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** As Ctrl-C ends it; it stops its PostgreSQL itself. */
    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
            throw new IllegalStateException("the server did not stop in " + STOP_SECONDS + " s");
        }
    }
}
