package org.virtualwindow.benchmarks;

import java.io.IOException;
import java.util.List;

/**
 * Which cores the server may use, and which the load. A server of one core knows that it has one and chooses its collector and
 * its threads by it.
 *
 * @param server in front of the server's command
 */
record Cores(List<String> server) {
    /** Gives the first core to the server with its database, the others to this program; where there is one, both share it. */
    static Cores shareOut() throws IOException, InterruptedException {
        int all = Runtime.getRuntime().availableProcessors();
        if (all < 2) {
            return new Cores(List.of());
        }
        String pid = Long.toString(ProcessHandle.current().pid());
        Process moving = new ProcessBuilder("taskset", "-a", "-p", "-c", "1-" + (all - 1), pid)
                .redirectErrorStream(true)
                .start();
        String said = new String(moving.getInputStream().readAllBytes());
        if (moving.waitFor() != 0) {
            throw new IOException("taskset: " + said);
        }
        return new Cores(List.of("taskset", "-c", "0"));
    }

    @Override
    public String toString() {
        return server.isEmpty()
                ? "server and load on the same core"
                : "server and database on core 0, the load on the others";
    }
}
