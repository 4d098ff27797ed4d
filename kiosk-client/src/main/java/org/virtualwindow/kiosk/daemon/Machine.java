package org.virtualwindow.kiosk.daemon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much room this machine has left. */
final class Machine {
    private static final long MB = 1024 * 1024;
    private static final long KB_PER_MB = 1024;

    private Machine() {}

    /** What programs may still take, as Linux estimates it; 0 where it does not say. */
    static long memoryMb() {
        try (var lines = Files.lines(Path.of("/proc/meminfo"))) {
            return lines.filter(line -> line.startsWith("MemAvailable:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / KB_PER_MB)
                    .findFirst()
                    .orElse(0);
        } catch (IOException | NumberFormatException elsewhere) {
            return 0;
        }
    }

    /** What is free on the disk of this file. */
    static long diskMb(Path file) {
        try {
            return Files.getFileStore(file).getUsableSpace() / MB;
        } catch (IOException gone) {
            return 0;
        }
    }
}
