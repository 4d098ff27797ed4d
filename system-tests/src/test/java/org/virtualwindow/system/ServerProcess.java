package org.virtualwindow.system;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The server as people run it, in a process of its own that can be killed. */
final class ServerProcess implements AutoCloseable {
    private static final int STOP_SECONDS = 20;

    private final Process process;
    private final List<String> said;
    private final String origin;

    private ServerProcess(Process process, List<String> said, String origin) {
        this.process = process;
        this.said = said;
        this.origin = origin;
    }

    /** Returns when the server is ready, or has said why it will not be. */
    static ServerProcess start(Path data, String... options) throws IOException {
        return start(List.of(), data, options);
    }

    /** As {@code ./run} starts it: it knows where the device daemon is. */
    static ServerProcess asRun(Path data, String... options) throws IOException {
        String daemon = System.getProperty("virtualwindow.kioskJar", "");
        return start(List.of("-Dvirtualwindow.daemon=" + daemon), data, options);
    }

    private static ServerProcess start(List<String> properties, Path data, String... options) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(properties);
        command.addAll(List.of("-jar", System.getProperty("virtualwindow.serverJar", ""), "--data", data.toString()));
        command.addAll(List.of(options));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        List<String> said = new ArrayList<>();
        BufferedReader output = process.inputReader();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            said.add(line);
            if (line.strip().startsWith("Hall ")) {
                String origin = line.strip().replaceFirst("Hall +", "").replaceFirst("/hall/$", "");
                // Somebody must go on reading, or the server would wait for it in its next line.
                Thread.ofVirtual().start(() -> drain(output));
                return new ServerProcess(process, said, origin);
            }
        }
        return new ServerProcess(process, said, "");
    }

    private static void drain(BufferedReader output) {
        try {
            while (output.read() >= 0) {}
        } catch (IOException closed) {
            // The process was killed; there is nothing more to read.
        }
    }

    boolean ready() {
        return !origin.isEmpty();
    }

    /** The programs it started that run still. */
    List<ProcessHandle> children() {
        return process.children().toList();
    }

    String origin() {
        return origin;
    }

    /** What it printed until it was ready or gave up. */
    List<String> said() {
        return said;
    }

    /** As a power cut would end it. Its PostgreSQL stays behind. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** As Ctrl-C or the service manager would end it. */
    int stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the server did not stop in " + STOP_SECONDS + " s");
        }
        return process.exitValue();
    }

    @Override
    public void close() throws InterruptedException {
        if (process.isAlive()) {
            stop();
        }
    }
}
