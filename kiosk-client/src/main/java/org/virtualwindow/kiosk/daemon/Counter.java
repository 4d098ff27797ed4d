package org.virtualwindow.kiosk.daemon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Counts the connections made with a key, over all starts of the daemon. Each number is on disk before it is used, so that none is
 * used twice: who comes to the server with one it has seen has a copy of the key.
 */
final class Counter {
    private final Path file;
    private long last;

    private Counter(Path file, long last) {
        this.file = file;
        this.last = last;
    }

    private static Path beside(Path key) {
        return key.resolveSibling(key.getFileName() + ".counter");
    }

    static Counter begin(Path key) throws IOException {
        OwnFile.write(beside(key), "0");
        return new Counter(beside(key), 0);
    }

    /** To begin again from 0 would look like a copy, so a key whose count is lost is of no use. */
    static Counter of(Path key) throws IOException {
        Path file = beside(key);
        try {
            return new Counter(file, Long.parseLong(Files.readString(file).strip()));
        } catch (NoSuchFileException | NumberFormatException lost) {
            throw new IOException(file + " is lost, and the key is of no use without it; enrol this kiosk anew", lost);
        }
    }

    synchronized long next() throws IOException {
        OwnFile.write(file, Long.toString(last + 1));
        last++;
        return last;
    }
}
