package org.virtualwindow.kiosk.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** A program with the flags of {@code ./kiosk} reads many cards and forgets them; its memory is looked through from outside. */
class OwnMemoryTest {
    private static final String SECRET = "zqxjkv-forgotten";
    private static final List<String> FLAGS = List.of(
            "-Xms12m",
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:MinHeapFreeRatio=10",
            "-XX:MaxHeapFreeRatio=20",
            "-XX:-ShrinkHeapInSteps",
            "-XX:MarkSweepAlwaysCompactCount=1",
            "-Djdk.nio.maxCachedBufferSize=0");

    @Test
    void nothingThatWasForgottenStaysReadable() throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Forgetful.class.getName()));
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("GLIBC_TUNABLES", "glibc.malloc.perturb=1:glibc.malloc.tcache_count=0");
        Process process = builder.start();
        try (BufferedReader says = process.inputReader()) {
            for (int visit = 1; visit <= 3; visit++) {
                assertThat(says.readLine()).isEqualTo("forgot");
                assertThat(traces(process.pid())).as("before").isPositive();
                goesOn(process);
                assertThat(says.readLine()).isEqualTo("overwrote");
                assertThat(traces(process.pid())).as("after").isZero();
                goesOn(process);
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static void goesOn(Process process) throws IOException {
        process.outputWriter().write("\n");
        process.outputWriter().flush();
    }

    private static int traces(long pid) throws IOException {
        int found = 0;
        try (RandomAccessFile memory = new RandomAccessFile("/proc/" + pid + "/mem", "r")) {
            for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/maps"))) {
                if (line.contains(" rw")) {
                    String[] range = line.substring(0, line.indexOf(' ')).split("-");
                    long from = Long.parseUnsignedLong(range[0], 16);
                    found += traces(memory, from, Long.parseUnsignedLong(range[1], 16) - from);
                }
            }
        }
        return found;
    }

    private static int traces(RandomAccessFile memory, long from, long size) {
        int found = 0;
        byte[] window = new byte[1 << 20];
        for (long at = 0; at < size; at += window.length) {
            try {
                memory.seek(from + at);
                int read = memory.read(window, 0, (int) Math.min(window.length, size - at));
                String text = new String(window, 0, Math.max(read, 0), StandardCharsets.ISO_8859_1);
                found += text.split(SECRET, -1).length - 1;
            } catch (IOException notMapped) {
                return found; // reserved, and never written to
            }
        }
        return found;
    }

    static final class Forgetful {
        /** The secret with the last bit of each letter turned round. */
        private static final String MASKED = "{pykjw,gnsfnuudo";

        private static final List<byte[]> KEPT = new ArrayList<>();

        static void main(String[] arguments) throws IOException {
            SplittableRandom random = new SplittableRandom(1);
            while (true) {
                readsCards(random);
                sendsCards(random);
                System.out.println("forgot");
                System.in.read();
                OwnMemory.overwrite();
                System.out.println("overwrote");
                System.in.read();
            }
        }

        /** Some live long and grow old, some are large, and between them lies what is kept. */
        private static void readsCards(SplittableRandom random) {
            List<byte[]> held = new ArrayList<>();
            for (int i = 0; i < 40_000; i++) {
                byte[] card = card(random.nextInt(500) == 0 ? 2_000 : 1);
                if (random.nextInt(30) == 0) {
                    held.add(card);
                }
                if (random.nextInt(4) == 0) {
                    KEPT.add(new byte[random.nextInt(100)]);
                }
                if (KEPT.size() > 8_000) {
                    KEPT.remove(random.nextInt(KEPT.size()));
                }
            }
        }

        /** Through buffers outside the heap, by threads that end: what one that stays had in a register may lie in its stack. */
        private static void sendsCards(SplittableRandom random) {
            List<Thread> senders = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                senders.add(Thread.ofPlatform().start(new Sender(1 + random.nextInt(500))));
            }
            for (Thread sender : senders) {
                while (sender.isAlive()) {
                    Thread.onSpinWait();
                }
            }
        }

        /** No lambda, and nothing private: either would load the class around it, which has the secret in it. */
        record Sender(int times) implements Runnable {
            @Override
            public void run() {
                try (FileChannel nowhere = FileChannel.open(Path.of("/dev/null"), StandardOpenOption.WRITE)) {
                    nowhere.write(ByteBuffer.wrap(card(times)));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }

        static byte[] card(int times) {
            byte[] card = new byte[MASKED.length() * times];
            for (int i = 0; i < card.length; i++) {
                card[i] = (byte) (MASKED.charAt(i % MASKED.length()) ^ 1);
            }
            return card;
        }
    }
}
