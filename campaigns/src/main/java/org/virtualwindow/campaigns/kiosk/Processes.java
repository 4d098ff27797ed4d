package org.virtualwindow.campaigns.kiosk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Waiting for processes that others have started: the JDK looks for their end a few times a second only. */
public final class Processes {
    private static final Duration PATIENCE = Duration.ofSeconds(180);

    private Processes() {}

    /** Returns within some milliseconds of its end. */
    public static void awaitEnd(ProcessHandle process) throws InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (runs(process.pid())) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException(process.pid() + " does not end");
            }
            TimeUnit.MILLISECONDS.sleep(2);
        }
    }

    /** Of one that has ended only its number may be left, until somebody asks how. */
    private static boolean runs(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"), StandardCharsets.ISO_8859_1);
            return !stat.substring(stat.lastIndexOf(')') + 1).strip().startsWith("Z");
        } catch (IOException gone) {
            return false;
        }
    }
}
