package org.virtualwindow.server.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs a program to its end. */
final class Command {
    private Command() {}

    /** What a program said, and the code it left with. */
    record Outcome(int code, String output) {
        boolean succeeded() {
            return code == 0;
        }

        String lastLine() {
            List<String> lines = output.strip().lines().toList();
            return lines.isEmpty() ? "it said nothing" : lines.getLast();
        }
    }

    static boolean succeeds(List<String> command) {
        try {
            return run(command).succeeded();
        } catch (UncheckedIOException noSuchProgram) {
            return false;
        }
    }

    static Outcome run(List<String> command) {
        try {
            // A file, not a pipe: a daemon the program leaves behind would hold the pipe open for ever.
            Path output = Files.createTempFile("virtual-window-", ".out");
            try {
                var builder =
                        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
                builder.environment().put("LC_ALL", "C");
                // Where every account may be; the server's own folder may be closed to nobody.
                builder.directory(Path.of("/").toFile());
                int code = builder.start().waitFor();
                return new Outcome(code, Files.readString(output));
            } finally {
                Files.delete(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + command.getFirst(), e);
        }
    }
}
