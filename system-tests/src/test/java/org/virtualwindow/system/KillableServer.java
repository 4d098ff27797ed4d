package org.virtualwindow.system;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.virtualwindow.protocol.ids.KioskId;

/** A server in a process of its own that can be killed, and started again on the port and the data it had. */
final class KillableServer implements Served {
    private final Path data;
    private final List<String> options;
    private ServerProcess process;

    private KillableServer(Path data, List<String> options, ServerProcess process) {
        this.data = data;
        this.options = options;
        this.process = process;
    }

    static KillableServer start(Path data, String... options) throws IOException {
        List<String> always = List.of(options);
        return new KillableServer(data, always, ready(data, always, "0"));
    }

    /** As kill -9 does; its PostgreSQL lives on. */
    void kill() throws InterruptedException {
        process.kill();
    }

    void startAgain() throws IOException {
        String origin = process.origin();
        process = ready(data, options, origin.substring(origin.lastIndexOf(':') + 1));
    }

    @Override
    public String origin() {
        return process.origin();
    }

    /** From what the server printed at its last start, so once per kiosk and start. */
    @Override
    public String launchCode(KioskId kiosk) {
        return process.said().stream()
                .filter(line -> line.contains("#launch="))
                .skip(kiosk.equals(WalkTest.ENTRANCE) ? 0 : 1)
                .map(line -> line.replaceFirst(".*#launch=", "").strip())
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() throws InterruptedException {
        process.close();
    }

    private static ServerProcess ready(Path data, List<String> options, String port) throws IOException {
        ServerProcess started = ServerProcess.start(
                data, Stream.concat(Stream.of("--port", port), options.stream()).toArray(String[]::new));
        if (!started.ready()) {
            throw new IllegalStateException("the server did not start: " + started.said());
        }
        return started;
    }
}
