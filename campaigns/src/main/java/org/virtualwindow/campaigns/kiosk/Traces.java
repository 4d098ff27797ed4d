package org.virtualwindow.campaigns.kiosk;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks for secrets where they may have stayed: in files and in the memory of processes, as UTF-8 and as UTF-16. */
public final class Traces {
    private static final int LARGEST = 64 << 20;

    private final List<String> secrets;
    private final List<String> marks;
    /** With which all of them begin. */
    private final String start;

    private final List<String> found = new ArrayList<>();
    private long files;
    private long bytes;

    public Traces(List<String> secrets) {
        this(secrets, List.of());
    }

    /** @param marks are looked for exactly as they are */
    public Traces(List<String> secrets, List<byte[]> marks) {
        this.secrets = secrets.stream().map(Traces::bytesOf).toList();
        this.marks = marks.stream()
                .map(mark -> new String(mark, StandardCharsets.ISO_8859_1))
                .toList();
        start = this.secrets.stream().reduce(Traces::common).orElse("");
    }

    private static String bytesOf(String secret) {
        return new String(secret.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static String common(String one, String other) {
        int same = 0;
        while (same < Math.min(one.length(), other.length()) && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        return one.substring(0, same);
    }

    /** Where something was, never what: like {@code /dev/shm/x}. */
    public List<String> found() {
        return found;
    }

    public long files() {
        return files;
    }

    public long bytes() {
        return bytes;
    }

    /**
     * @param deep how many folders below it
     * @param since what was written before is not read, in milliseconds since 1970
     */
    public void inFolder(Path folder, int deep, long since) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        Files.walkFileTree(folder, Set.of(), deep, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                boolean isNew = attributes.lastModifiedTime().toMillis() >= since;
                if (attributes.isRegularFile() && isNew && attributes.size() <= LARGEST) {
                    inFile(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path each, @Nullable IOException gone) {
                return FileVisitResult.CONTINUE;
            }
        });
    }

    public void inFile(Path file) {
        try {
            byte[] content = Files.readAllBytes(file);
            files++;
            in(file.toString(), content, content.length);
        } catch (IOException gone) {
            // what is not there any more holds nothing
        }
    }

    public void inText(String where, String text) {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        in(where, content, content.length);
    }

    /** All that a process has written and can read. Only who may trace it can look. */
    public void inMemory(String who, long pid) throws IOException {
        List<String> maps;
        try {
            maps = Files.readAllLines(Path.of("/proc/" + pid + "/smaps"));
        } catch (IOException gone) {
            return;
        }
        try (RandomAccessFile memory = new RandomAccessFile("/proc/" + pid + "/mem", "r")) {
            String range = "";
            for (String line : maps) {
                if (line.contains("-") && line.contains(" rw")) {
                    range = line.substring(0, line.indexOf(' '));
                } else if (line.startsWith("Rss:")) {
                    if (!range.isEmpty() && !line.matches("Rss: +0 kB")) {
                        long from = Long.parseUnsignedLong(range.split("-")[0], 16);
                        inRange(who, memory, from, Long.parseUnsignedLong(range.split("-")[1], 16) - from);
                    }
                    range = "";
                }
            }
        }
    }

    private void inRange(String who, RandomAccessFile memory, long from, long size) {
        int overlap = 128;
        byte[] window = new byte[4 << 20];
        for (long at = 0; at < size; at += window.length - overlap) {
            try {
                memory.seek(from + at);
                int read = memory.read(window, 0, (int) Math.min(window.length, size - at));
                if (read > 0) {
                    in("memory of " + who, window, read);
                }
            } catch (IOException notReadable) {
                return;
            }
        }
    }

    private void in(String where, byte[] content, int length) {
        bytes += length;
        String text = new String(content, 0, length, StandardCharsets.ISO_8859_1);
        // Strings of Java and of Chromium have one byte a letter where that is enough, and two where it is not.
        String wide = text.contains(String.join("\0", start.split(""))) ? text.replace("\0", "") : "";
        boolean mayBe = text.contains(start) || where.contains(start) || !wide.isEmpty();
        boolean isThere = mayBe
                && secrets.stream()
                        .anyMatch(each -> text.contains(each) || where.contains(each) || wide.contains(each));
        if (isThere || marks.stream().anyMatch(text::contains)) {
            found.add(where);
        }
    }
}
