package org.virtualwindow.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import org.virtualwindow.server.config.Refusal;

/** What is measured on. A figure without it says nothing. */
public final class Machine {
    private Machine() {}

    /** Says what is measured on, and gives a folder to measure in. @param files so many may have to be open in this process */
    static ScratchFolder makeReady(int files) throws IOException {
        needFiles(files);
        ScratchFolder scratch = ScratchFolder.make();
        System.out.println(describe(scratch.path()));
        return scratch;
    }

    /** In one line; {@code data} is where the server would write. */
    public static String describe(Path data) throws IOException {
        var system = ManagementFactory.getOperatingSystemMXBean();
        return String.format(
                "%d cores, %s, %s %s, JDK %s, data on %s; load average %.2f before; %s",
                system.getAvailableProcessors(),
                memory(),
                system.getName(),
                system.getVersion(),
                Runtime.version(),
                Files.getFileStore(data).type(),
                system.getSystemLoadAverage(),
                OffsetDateTime.now().format(DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm xxx")));
    }

    /** Every connection takes a file descriptor on each side; the JVM raises the soft limit to the hard one by itself. */
    private static void needFiles(int files) throws IOException {
        String limit = line("/proc/self/limits", "Max open files").strip().split("\\s+")[4];
        if (!limit.equals("unlimited") && Long.parseLong(limit) < files) {
            throw new Refusal("This needs " + files + " open files in a process and the machine allows " + limit
                    + "; raise the hard limit (ulimit -Hn) or ask for fewer.");
        }
    }

    /** The processor time a process has used, in milliseconds. */
    public static long cpuMillis(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            String[] afterName = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            long ticks = Long.parseLong(afterName[11]) + Long.parseLong(afterName[12]);
            return ticks * 10; // Linux counts a hundred ticks a second for every program
        } catch (IOException gone) {
            return 0;
        }
    }

    /** The processor time all programs together have used, in milliseconds. */
    static long cpuMillis() throws IOException {
        String[] ticks = line("/proc/stat", "cpu ").split("\\s+");
        long all = 0;
        for (int i = 1; i < ticks.length && i <= 8; i++) {
            boolean idle = i == 4 || i == 5;
            all += idle ? 0 : Long.parseLong(ticks[i]);
        }
        return all * 10;
    }

    /** Its resident memory. */
    public static long rssKilobytes(long pid) throws IOException {
        return Long.parseLong(line("/proc/" + pid + "/status", "VmRSS").replaceAll("\\D", ""));
    }

    private static String memory() throws IOException {
        return Long.parseLong(line("/proc/meminfo", "MemTotal").replaceAll("\\D", "")) / 1024 + " MB";
    }

    private static String line(String file, String start) throws IOException {
        return Files.readAllLines(Path.of(file)).stream()
                .filter(line -> line.startsWith(start))
                .findFirst()
                .orElseThrow(() -> new IOException(file + " does not name " + start));
    }
}
