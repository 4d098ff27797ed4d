package org.virtualwindow.campaigns.kiosk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A screen that nobody sees, for programs that want one; it chooses its own number. */
public final class Xvfb implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/bin/Xvfb");

    private final Process process;
    private final String display;

    private Xvfb(Process process, String display) {
        this.process = process;
        this.display = display;
    }

    /** The package is {@code xvfb}. */
    public static boolean isThere() {
        return Files.isExecutable(PROGRAM);
    }

    /** Returns when it can be drawn on. */
    public static Xvfb start(int width, int height) throws IOException {
        Process process = new ProcessBuilder(
                        PROGRAM.toString(),
                        "-displayfd",
                        "1",
                        "-screen",
                        "0",
                        width + "x" + height + "x24",
                        "-nolisten",
                        "tcp",
                        "-noreset")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String number = process.inputReader().readLine();
        if (number == null) {
            throw new IOException("Xvfb does not start");
        }
        return new Xvfb(process, ":" + number.strip());
    }

    /** Like {@code :7}. */
    public String display() {
        return display;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
