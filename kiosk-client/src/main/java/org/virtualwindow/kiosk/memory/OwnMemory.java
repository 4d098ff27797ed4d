package org.virtualwindow.kiosk.memory;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * This program's own memory. What it let go of an applicant, like a card that was read or the titles and addresses that a browser
 * reports, stays readable there until something else is put over it.
 */
public final class OwnMemory {
    private static final int HEADER = 16;
    /** Too large for the stretch that each thread takes from the heap for itself, so these lie side by side without gaps. */
    private static final int LARGE = (64 << 10) - HEADER;

    /** Fills what the large ones leave at the end of a space, and collections carry it into the others. */
    private static final int SMALL = 1_000;

    /** Nothing but headers, for what is left then. */
    private static final int TINY = 0;

    /** Left to whoever needs memory meanwhile. */
    private static final long RESERVE = 64L << 20;

    /** As much as the JDK reads by way of the stack. */
    private static final int READ = 8_192;

    /** Deeper than any way from a loop that reads to the native read. */
    private static final int DEEP = 60;

    private OwnMemory() {}

    /**
     * Puts zeros over what is free of the heap; what is still held is not touched. Any thread. Takes some 50 ms, in which the heap is up to twice as
     * large. Written for the serial collector.
     */
    public static synchronized void overwrite() {
        System.gc();
        fill(LARGE);
        fill(SMALL);
        fill(TINY);
        System.gc();
    }

    /** As much as the heap is, all of it held until the last is there, so that none lies where another did. */
    private static void fill(int length) {
        Runtime heap = Runtime.getRuntime();
        long spare = heap.maxMemory() - heap.totalMemory() - RESERVE;
        long bytes = Math.clamp(spare, 0, heap.totalMemory());
        byte[][] zeros = new byte[Math.toIntExact(bytes / (HEADER + length))][];
        for (int i = 0; i < zeros.length; i++) {
            zeros[i] = new byte[length];
        }
    }

    /**
     * Puts zeros over what streams left of what they read on the stack of this thread, which outlasts the thread. To be called where the
     * loop was that read from them.
     */
    public static void overwriteStack() {
        try (InputStream zeros = new FileInputStream("/dev/zero")) {
            readDeeper(zeros, DEEP);
        } catch (IOException notLinux) {
            // then nobody promised anything
        }
    }

    /** Each time a little further down, so that it does not matter how far down the others were. */
    private static void readDeeper(InputStream zeros, int times) throws IOException {
        if (times > 0 && zeros.read(new byte[READ]) == READ) {
            readDeeper(zeros, times - 1);
        }
    }

    /**
     * The same on the stack of the thread by which the JDK reads what a process had still said when it ended. To be called after that:
     * the thread is kept for the next process that ends, of which it reads zeros.
     */
    public static void overwriteReaper() throws InterruptedException {
        try {
            new ProcessBuilder("head", "-c", String.valueOf(READ), "/dev/zero")
                    .start()
                    .waitFor();
        } catch (IOException notLinux) {
            // then nobody promised anything
        }
    }
}
