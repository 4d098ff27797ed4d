package org.virtualwindow.kiosk.browser;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * One run of Chromium on a profile of its own, over which its pipe is laid. Closing kills whatever belongs to it and deletes the
 * profile; when this program dies the pipe breaks, and Chromium ends by itself.
 */
final class Chromium implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMillis(1_500);
    private static final Duration BETWEEN = Duration.ofMillis(5);
    private static final int ROOT = 0;
    /** Its standard input and output become the descriptors 3 and 4, as {@code --remote-debugging-pipe} wants them. */
    private static final String PIPED = "exec \"$@\" 3<&0 4>&1 </dev/null >/dev/null 2>&1";

    private static final List<String> SWITCHES = List.of(
            "--remote-debugging-pipe",
            "--kiosk",
            "--no-first-run",
            "--no-default-browser-check",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-default-apps",
            "--disable-domain-reliability",
            "--disable-breakpad",
            "--disable-extensions",
            "--disable-infobars",
            "--disable-notifications",
            "--disable-pinch",
            "--disable-print-preview",
            "--disable-save-password-bubble",
            "--disable-session-crashed-bubble",
            "--disable-sync",
            // 朗读: the voices of the system
            "--enable-speech-dispatcher",
            "--hide-crash-restore-bubble",
            "--kiosk-printing",
            "--no-pings",
            "--noerrdialogs",
            "--overscroll-history-navigation=0",
            "--password-store=basic",
            "--autoplay-policy=no-user-gesture-required",
            "--auto-select-desktop-capture-source=Entire screen",
            "--disable-blink-features=WebUSB,WebHID,Serial,WebBluetooth,ScriptedSpeechRecognition",
            "--disable-features=Translate,AutofillServerCommunication,MediaRouter,OptimizationHints,"
                    + "InterestFeedContentSuggestions,DialMediaRouteProvider,LensOverlay,GlobalMediaControls");

    private final Process process;
    private final Profile profile;
    private final Pipe pipe;
    private volatile boolean closed;

    private Chromium(Process process, Profile profile, Consumer<Pipe.Event> events) {
        this.process = process;
        this.profile = profile;
        pipe = new Pipe(process.getOutputStream(), process.getInputStream(), events);
    }

    static Chromium start(BrowserOptions options, LocalPage first, Consumer<Pipe.Event> events) throws IOException {
        Profile profile = Profile.fresh(options.profiles());
        try {
            LocalPage.writeAll(profile);
            return new Chromium(process(options, profile, first).start(), profile, events);
        } catch (IOException e) {
            profile.delete();
            throw e;
        }
    }

    private static ProcessBuilder process(BrowserOptions options, Profile profile, LocalPage first) {
        List<String> command = new ArrayList<>(List.of(
                "/bin/sh", "-c", PIPED, "kiosk-browser", options.program().toString()));
        command.addAll(SWITCHES);
        command.add("--user-data-dir=" + profile.data());
        if (options.display().isEmpty()) {
            command.add("--headless=new");
        }
        if (isRoot()) {
            command.add("--no-sandbox"); // it refuses to start otherwise; a kiosk runs as somebody else
            command.add("--test-type"); // without the bar that says so
        }
        options.window().ifPresent(size -> command.addAll(List.of("--window-position=0,0", "--window-size=" + size)));
        command.addAll(options.more());
        command.add(first.address(profile));
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        Map<String, String> environment = builder.environment();
        // Before the home moves: by this file the X server knows who may draw.
        environment.putIfAbsent("XAUTHORITY", System.getProperty("user.home") + "/.Xauthority");
        environment.put("HOME", profile.home().toString());
        environment.put("TMPDIR", profile.temporary().toString());
        environment.keySet().removeIf(name -> name.startsWith("XDG_") && !name.equals("XDG_RUNTIME_DIR"));
        environment.remove("GLIBC_TUNABLES"); // this program's own
        options.display().ifPresent(display -> environment.put("DISPLAY", display));
        return builder;
    }

    private static boolean isRoot() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid") instanceof Integer uid && uid == ROOT;
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException elsewhere) {
            return false;
        }
    }

    Pipe pipe() {
        return pipe;
    }

    Profile profile() {
        return profile;
    }

    long pid() {
        return process.pid();
    }

    CompletableFuture<Process> onExit() {
        return process.onExit();
    }

    /** The screen is empty at once. Returns when nothing of it is left: no process, no file. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        pipe.close(); // else the last that it said would be read once more, when it has ended, by a thread that is
        // nobody's
        List<ProcessHandle> all = Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        awaitEnd(all);
        List<ProcessHandle> strays = strays();
        strays.forEach(ProcessHandle::destroyForcibly);
        awaitEnd(strays);
        profile.delete();
    }

    /** What left the tree, as crash handlers do, still names the profile. */
    private List<ProcessHandle> strays() {
        String ours = profile.folder().toString();
        return ProcessHandle.allProcesses()
                .filter(each -> commandLine(each.pid()).contains(ours))
                .toList();
    }

    /** Of who has ended nothing is left but a number until somebody asks; then it has no command line any more. */
    private static String commandLine(long pid) {
        try {
            return Files.readString(Path.of("/proc/" + pid + "/cmdline"), StandardCharsets.ISO_8859_1);
        } catch (IOException gone) {
            return "";
        }
    }

    private static void awaitEnd(List<ProcessHandle> processes) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end
                && processes.stream().anyMatch(each -> !commandLine(each.pid()).isEmpty())) {
            try {
                Thread.sleep(BETWEEN);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
