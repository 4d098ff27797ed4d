package org.virtualwindow.kiosk.driver.scanimage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.virtualwindow.kiosk.driver.DeviceFault;
import org.virtualwindow.kiosk.driver.Settings;
import org.virtualwindow.kiosk.driver.Use;
import org.virtualwindow.protocol.values.Trouble;

/** One run of {@code scanimage}. Closed, it is gone. */
final class ScanProcess implements AutoCloseable {
    private static final Pattern PROGRESS = Pattern.compile("Progress: (\\d+)(\\.\\d+)?%");
    private static final int LONGEST_DETAIL = 200;

    /**
     * So long it may take to end, and what it wrote to be read. In about two of a hundred faults scanimage 1.2 says what is wrong and
     * hangs, and backends may leave a child behind that holds its output open for ever.
     */
    private static final Duration TO_ITS_END = Duration.ofSeconds(2);

    private final Process process;
    private final Thread errors;
    private final BlockingQueue<Optional<String>> lines = new LinkedBlockingQueue<>();
    private boolean reading;
    private final CompletableFuture<Void> failed = new CompletableFuture<>();
    private volatile String lastWords = "";
    private volatile IntConsumer progress = percent -> {};

    private ScanProcess(Process process) {
        this.process = process;
        errors = Thread.ofVirtual().start(this::listen);
    }

    static ScanProcess start(Settings settings, List<String> words) throws DeviceFault {
        List<String> command = new ArrayList<>();
        command.add(settings.get("program", "scanimage"));
        command.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(command);
        settings.get("config").ifPresent(folder -> builder.environment().put("SANE_CONFIG_DIR", folder));
        builder.environment().put("LC_ALL", "C");
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            return new ScanProcess(process);
        } catch (IOException notInstalled) {
            throw new DeviceFault(Trouble.NOT_PRESENT, "scanimage is not installed");
        }
    }

    void onProgress(IntConsumer listener) {
        progress = listener;
    }

    /** Progress comes as "\r", everything else as lines. */
    private void listen() {
        try (var in = new InputStreamReader(process.getErrorStream(), UTF_8)) {
            StringBuilder line = new StringBuilder();
            for (int c = in.read(); c >= 0; c = in.read()) {
                if (c == '\r' || c == '\n') {
                    heard(line.toString());
                    line.setLength(0);
                } else if (line.length() < 4 * LONGEST_DETAIL) {
                    line.append((char) c);
                }
            }
            heard(line.toString());
        } catch (IOException gone) {
            // the process was ended
        }
    }

    private void heard(String line) {
        Matcher said = PROGRESS.matcher(line);
        if (said.find()) {
            progress.accept(Integer.parseInt(said.group(1)));
        } else if (line.startsWith("scanimage: ")) {
            lastWords = line.substring("scanimage: ".length());
            if (lastWords.startsWith("sane_")) {
                failed.complete(null);
            }
        }
    }

    /** What it writes next, once it has; empty when it writes no more. Unlike a pipe, this can be interrupted. */
    Optional<String> nextLine() throws InterruptedException {
        if (!reading) {
            reading = true;
            Thread.ofVirtual().start(this::read);
            atItsEnd(() -> lines.add(Optional.empty()));
        }
        return lines.take();
    }

    private void read() {
        try (BufferedReader out = process.inputReader(UTF_8)) {
            out.lines().map(Optional::of).forEach(lines::add);
        } catch (IOException | UncheckedIOException gone) {
            // the process was ended
        } finally {
            lines.add(Optional.empty());
        }
    }

    /** Everything it writes, once it has ended well. An interrupt ends it. */
    byte[] awaitOutput(Duration longest) throws IOException, DeviceFault, InterruptedException {
        FutureTask<byte[]> reading = new FutureTask<>(() -> {
            try (InputStream out = process.getInputStream()) {
                return out.readNBytes(Use.LARGEST_PAGE + 1);
            }
        });
        Thread.ofVirtual().start(reading);
        atItsEnd(() -> reading.cancel(true));
        try {
            byte[] all = reading.get(longest.toMillis(), TimeUnit.MILLISECONDS);
            if (all.length > Use.LARGEST_PAGE) {
                throw new DeviceFault(Trouble.TOO_LARGE);
            }
            awaitEnd();
            return all;
        } catch (CancellationException neverRead) {
            awaitEnd();
            throw new IOException("what it wrote cannot be read to its end");
        } catch (TimeoutException slow) {
            throw new DeviceFault(Trouble.TIMED_OUT);
        } catch (ExecutionException broken) {
            throw new IOException(broken.getCause());
        }
    }

    /** @throws DeviceFault it did not end well */
    void awaitEnd() throws DeviceFault, InterruptedException {
        boolean hangs = failed.isDone() && !process.waitFor(TO_ITS_END);
        if (hangs) {
            process.destroyForcibly();
            throw new DeviceFault(ofStatus(lastWords), lastWords());
        }
        int code = process.waitFor();
        errors.join(TO_ITS_END);
        if (code != 0) {
            String words = lastWords();
            throw new DeviceFault(trouble(code, words), words.isEmpty() ? "scanimage ended with " + code : words);
        }
    }

    private String lastWords() {
        return lastWords.substring(0, Math.min(lastWords.length(), LONGEST_DETAIL));
    }

    private void atItsEnd(Runnable then) {
        Executor later = CompletableFuture.delayedExecutor(TO_ITS_END.toMillis(), TimeUnit.MILLISECONDS);
        CompletableFuture.anyOf(process.onExit(), failed).thenRunAsync(then, later);
    }

    /** It ends with SANE's status; of a device that it cannot even open, only its words tell more than 1. */
    private static Trouble trouble(int code, String words) {
        return switch (code) {
            case 1 -> ofOpening(words.toLowerCase(Locale.ROOT));
            case 3 -> Trouble.BUSY;
            case 6 -> Trouble.MEDIA_JAM;
            case 7 -> Trouble.NO_DOCUMENT;
            case 8 -> Trouble.COVER_OPEN;
            case 11 -> Trouble.ACCESS_DENIED;
            default -> Trouble.IO_ERROR;
        };
    }

    /** What SANE calls its states (sane_strstatus). */
    private static Trouble ofStatus(String words) {
        String status = words.substring(words.indexOf(':') + 1).strip();
        return switch (status) {
            case "Device busy" -> Trouble.BUSY;
            case "Document feeder jammed" -> Trouble.MEDIA_JAM;
            case "Document feeder out of documents" -> Trouble.NO_DOCUMENT;
            case "Scanner cover is open" -> Trouble.COVER_OPEN;
            case "Access to resource has been denied" -> Trouble.ACCESS_DENIED;
            default -> Trouble.IO_ERROR;
        };
    }

    private static Trouble ofOpening(String words) {
        if (!words.contains("open of device") && !words.contains("no sane devices")) {
            return Trouble.IO_ERROR;
        }
        if (words.contains("busy")) {
            return Trouble.BUSY;
        }
        if (words.contains("denied")) {
            return Trouble.ACCESS_DENIED;
        }
        return Trouble.OFFLINE;
    }

    /** Asks it first, because only it can stop the motor. */
    @Override
    public void close() {
        process.destroy();
        boolean interrupted = Thread.interrupted();
        try {
            if (!process.waitFor(2, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException again) {
            process.destroyForcibly();
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
