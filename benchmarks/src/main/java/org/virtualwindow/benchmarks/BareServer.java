package org.virtualwindow.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A {@link BareRelay} in a process of its own, on the same core as the product's server. */
record BareServer(Process process, int port) implements AutoCloseable {
    static BareServer start(String api, Cores cores) throws IOException {
        List<String> command = new ArrayList<>(cores.server());
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                BareRelay.class.getName(),
                api));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String port = process.inputReader().readLine();
        if (port == null) {
            throw new IOException("the bare relay did not start");
        }
        return new BareServer(process, Integer.parseInt(port));
    }

    long cpuMillis() {
        return Machine.cpuMillis(process.pid());
    }

    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}
