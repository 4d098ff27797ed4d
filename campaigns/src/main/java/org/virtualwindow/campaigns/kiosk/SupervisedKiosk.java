package org.virtualwindow.campaigns.kiosk;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.virtualwindow.kiosk.daemon.KioskDaemon;
import org.virtualwindow.server.config.Refusal;

/**
 * The daemon with its simulated devices, in a process of its own with the flags of {@code ./kiosk}, and the Chromium that it minds. A
 * test reaches the page through a debugging port, which only this Chromium has: the daemon speaks through its pipe as everywhere.
 */
public final class SupervisedKiosk implements AutoCloseable {
    private static final int STOP_SECONDS = 20;
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Pattern PAGE = Pattern.compile("\"url\": *\"http");
    private static final List<String> FLAGS = List.of(
            "-Xms12m",
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xss512k",
            "-XX:MinHeapFreeRatio=10",
            "-XX:MaxHeapFreeRatio=20",
            "-XX:-ShrinkHeapInSteps",
            "-XX:MarkSweepAlwaysCompactCount=1",
            "-Djdk.nio.maxCachedBufferSize=0",
            "-Djava.awt.headless=true");
    private static final String CHROMIUM = """
        #!/bin/sh
        exec %s --remote-debugging-port=%d --use-fake-ui-for-media-stream --use-fake-device-for-media-stream --disable-gpu \
        --lang=zh-CN --accept-lang=zh-CN "$@"
        """;

    private static final String CONFIG = """
        devices:
          - driver: simulated
            control: %s
        """;

    /** A container often has 64 MB there, which Chromium needs for itself. */
    private static final long ENOUGH = 512L << 20;

    private final Path folder;
    private final Path profiles;
    private final String display;
    private final int port;
    private final long startedAt = System.nanoTime();
    private Process process;

    private SupervisedKiosk(Path folder, Path profiles, String display, int port, Process process) {
        this.folder = folder;
        this.profiles = profiles;
        this.display = display;
        this.port = port;
        this.process = process;
    }

    /**
     * @param folder empty; holds the key, what the daemon says, and the profiles
     * @param code enrols it
     * @param display an X display, like {@code :7}
     */
    public static SupervisedKiosk start(Path folder, Path chromium, String origin, String code, String display)
            throws IOException {
        Files.createDirectories(control(folder));
        Files.writeString(folder.resolve("kiosk.yaml"), CONFIG.formatted(control(folder)));
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Files.writeString(folder.resolve("chromium"), CHROMIUM.formatted(chromium, port));
        Files.setPosixFilePermissions(folder.resolve("chromium"), PosixFilePermissions.fromString("rwx------"));
        // Chromium takes no long name, and this is where they usually lie.
        Path memory = Path.of("/dev/shm");
        boolean roomy = Files.isWritable(memory) && Files.getFileStore(memory).getUsableSpace() >= ENOUGH;
        Path profiles = roomy ? Files.createTempDirectory(memory, "vw") : Files.createTempDirectory("vw");
        Process process = daemon(folder, profiles, display, "--server", origin, "--enrol", code);
        return new SupervisedKiosk(folder, profiles, display, port, process);
    }

    /** @throws Refusal where this machine has no screen to draw on, no hand for its keys, or no browser */
    public static void demandsItsMachine(Path chromium) {
        if (!Xvfb.isThere() || !Fingers.areThere() || !Files.isExecutable(chromium)) {
            throw new Refusal("This needs a screen and Chromium; on Debian,"
                    + " apt-get install xvfb libxtst6 libxi6 libxrender1 chromium.");
        }
    }

    private static Process daemon(Path folder, Path profiles, String display, String... more) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), KioskDaemon.class.getName()));
        command.addAll(List.of("--state", folder.resolve("kiosk-key.json").toString()));
        command.addAll(List.of("--config", folder.resolve("kiosk.yaml").toString()));
        command.addAll(List.of("--browser", folder.resolve("chromium").toString(), "--display", display));
        command.addAll(List.of("--profiles", profiles.toString()));
        command.addAll(List.of(more));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("GLIBC_TUNABLES", "glibc.malloc.perturb=1:glibc.malloc.tcache_count=0");
        return builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log(folder).toFile()))
                .start();
    }

    private static Path control(Path folder) {
        return folder.resolve("control");
    }

    /** Where something is laid on its simulated devices. */
    public Path control() {
        return control(folder);
    }

    private static Path log(Path folder) {
        return folder.resolve("daemon.log");
    }

    /** What the daemon has said so far. */
    public String said() throws IOException {
        return Files.readString(log(folder));
    }

    /** When its daemon was started first, by {@link System#nanoTime}. */
    public long startedAt() {
        return startedAt;
    }

    public long pid() {
        return process.pid();
    }

    /** Its key, its log of commands and what it says. */
    public Path folder() {
        return folder;
    }

    /** Where the profile lies of whoever sits there. */
    public Path profiles() {
        return profiles;
    }

    /** The profile of whoever sits there; empty while a browser makes room for the next. */
    public Optional<Path> profile() throws IOException {
        try (Stream<Path> all = Files.list(profiles)) {
            return all.findFirst();
        }
    }

    /** The first process of its browser, where there is one. */
    public Optional<ProcessHandle> browser() {
        return process.children()
                .filter(each ->
                        content(Path.of("/proc/" + each.pid() + "/cmdline")).contains(profiles.toString()))
                .findFirst();
    }

    private static String content(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException gone) {
            return "";
        }
    }

    /** The processes of its browser. */
    public List<ProcessHandle> browsers() {
        return browser()
                .map(main -> Stream.concat(Stream.of(main), main.descendants()).toList())
                .orElse(List.of());
    }

    /** The page that is shown. Waits until there is one of the server's; the connection ends with its browser. */
    public Page page(Playwright playwright, Duration patience) throws IOException, InterruptedException {
        long until = System.nanoTime() + patience.toNanos();
        for (; ; ) {
            if (isShown()) {
                try {
                    Browser browser = playwright.chromium().connectOverCDP("http://127.0.0.1:" + port);
                    Optional<Page> ours = browser.contexts().getFirst().pages().stream()
                            .filter(page -> page.url().startsWith("http"))
                            .findFirst();
                    if (ours.isPresent()) {
                        return ours.get();
                    }
                    browser.close();
                } catch (PlaywrightException notYet) {
                    // it ends just now
                }
            }
            if (System.nanoTime() > until) {
                throw new IllegalStateException(
                        "no page in " + patience.toSeconds() + " s; the daemon said:\n" + said());
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    /** Whether a page of the server's is there; costs the browser less than to connect. */
    private boolean isShown() throws InterruptedException {
        try {
            HttpRequest pages = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json/list"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return PAGE.matcher(HTTP.send(pages, HttpResponse.BodyHandlers.ofString())
                            .body())
                    .find();
        } catch (IOException notYet) {
            return false;
        }
    }

    /** As {@code kill -9} does. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** All its processes in the same moment: the daemon, the browser's, and those of drivers. */
    public void killEverything() throws InterruptedException {
        List<ProcessHandle> all = Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        process.waitFor();
    }

    public void startAgain() throws IOException {
        process = daemon(folder, profiles, display);
    }

    /** As Ctrl-C ends it. Fails where it leaves a profile behind. */
    @Override
    public void close() throws InterruptedException, IOException {
        process.destroy();
        if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
            throw new IllegalStateException("the daemon did not stop in " + STOP_SECONDS + " s");
        }
        Files.delete(profiles);
    }
}
