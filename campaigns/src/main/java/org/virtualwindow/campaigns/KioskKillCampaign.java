package org.virtualwindow.campaigns;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.virtualwindow.benchmarks.Crowd;
import org.virtualwindow.benchmarks.Figures;
import org.virtualwindow.benchmarks.Machine;
import org.virtualwindow.benchmarks.ScratchFolder;
import org.virtualwindow.benchmarks.Server;
import org.virtualwindow.campaigns.history.History;
import org.virtualwindow.campaigns.kiosk.Fingers;
import org.virtualwindow.campaigns.kiosk.Processes;
import org.virtualwindow.campaigns.kiosk.Search;
import org.virtualwindow.campaigns.kiosk.Secrets;
import org.virtualwindow.campaigns.kiosk.SupervisedKiosk;
import org.virtualwindow.campaigns.kiosk.Traces;
import org.virtualwindow.campaigns.kiosk.Visitor;
import org.virtualwindow.campaigns.kiosk.Xvfb;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.server.Wiring;
import org.virtualwindow.server.config.ServerConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "kiosk-kill",
        mixinStandardHelpOptions = true,
        description = "Processes of a kiosk are killed in every state of a visit; it has to come back, with nothing of"
                + " whoever sat there.")
final class KioskKillCampaign implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    /** About as long as the simulated scanner takes. */
    private static final int LATEST_KILL_MILLIS = 400;

    @Mixin
    private Settings settings = new Settings();

    @Option(
            names = "--idle",
            defaultValue = "60",
            description = "seconds in which nobody comes, before the first kill (${DEFAULT-VALUE})")
    private int idleSeconds;

    private final List<String> wrong = new ArrayList<>();
    private long startMillis;
    private double idleMegabytes;
    private double idlePercent;
    private long found;
    private long browserBackMillis;
    private long daemonBackMillis;
    private long files;
    private long bytes;

    /** How far the visit is. */
    private enum State {
        FIRST_SCREEN,
        CHOOSING,
        FORM,
        IN_LINE,
        IN_CALL,
        SCANNING,
        ENDING;

        boolean hasForm() {
            return ordinal() >= FORM.ordinal();
        }

        boolean isInCall() {
            return this == IN_CALL || this == SCANNING;
        }
    }

    private enum Victim {
        BROWSER,
        DAEMON,
        EVERYTHING
    }

    private static final int COMBINATIONS = State.values().length * Victim.values().length;

    @Override
    public Integer call() throws Exception {
        SupervisedKiosk.demandsItsMachine(CHROMIUM);
        int runs = settings.runs(COMBINATIONS);
        var report = new Report("kiosk-kill", settings.command("kiosk-kill", runs, ""), settings, System.out);
        try (ScratchFolder scratch = ScratchFolder.make();
                History history = History.begin(Settings.history("kiosk-kill"))) {
            report.describesTheMachine(scratch.path());
            report.says(runs + " kills, seed " + settings.seed() + ".");
            try (Play play = new Play(history)) {
                take(scratch.path(), runs, report, play);
            }
        }
        Figures figures = new Figures("kiosk-kill");
        figures.add(
                "kills",
                runs,
                "of " + Victim.values().length + " sets of processes in " + State.values().length
                        + " states, by turns");
        figures.add("start_ms", startMillis, 20_000, "daemon started, with its enrolment → first screen drawn");
        figures.add("idle_rss_mb", idleMegabytes, 120, "resident memory of the daemon, without its browser");
        figures.add("idle_cpu_percent", idlePercent, 2, "of one core, the daemon without its browser");
        figures.add("found", found, 0, "places that still held something of whoever sat there");
        figures.add("browser_back_max_ms", browserBackMillis, 5_000, "browser killed → a page of ours that is drawn");
        figures.add("daemon_back_max_ms", daemonBackMillis, 20_000, "daemon killed and started again → the same");
        figures.add("files", files, "written since the visit began, and read through");
        figures.add("mb", bytes >> 20, "read through, with the memory of the daemon and of the next browser");
        return report.end(wrong, figures);
    }

    private void take(Path folder, int runs, Report report, Play play) throws Exception {
        SplittableRandom random = new SplittableRandom(settings.seed());
        Path data = folder.resolve("data");
        Crowd crowd = Crowd.seed(data, 1, 1);
        String code;
        try (Wiring before = new Wiring(ServerConfig.local(data))) {
            code = before.launchCodes().makeEnrol(new KioskId(Crowd.kioskId(1))).code();
        }
        try (Server server = Server.start(data);
                Xvfb screen = Xvfb.start(1080, 1920);
                Fingers fingers = Fingers.at(screen.display());
                Playwright playwright = Playwright.create();
                SupervisedKiosk kiosk = SupervisedKiosk.start(
                        folder.resolve("kiosk"), CHROMIUM, server.origin(), code, screen.display())) {
            Attendant clerk = new Attendant(crowd, settings.seed(), play, server.origin());
            Visitor visitor = new Visitor(kiosk, playwright);
            report.isAt("the first screen");
            Visitor.awaitDrawn(visitor.page());
            startMillis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - kiosk.startedAt());
            idles(kiosk.pid());
            Search search = new Search(kiosk, fingers, data, Server.log(data));
            for (int i = 0; i < runs; i++) {
                // Of few runs each still has another state and another victim.
                State state = State.values()[i % State.values().length];
                Victim victim = Victim.values()[(i + i / State.values().length) % Victim.values().length];
                report.isAt("kill " + (i + 1) + ", " + victim + " in " + state);
                long began = System.currentTimeMillis() - 1_000;
                List<String> secrets = Secrets.made(random.split());
                Page page = visitor.page();
                if (state != State.FIRST_SCREEN) {
                    Visitor.begins(page);
                }
                if (state.hasForm()) {
                    Visitor.opensTheForm(page);
                }
                Secrets.plant(secrets, page, fingers);
                goesOn(state, page, clerk);
                if (state == State.SCANNING) {
                    Await.passing(Duration.ofMillis(random.nextInt(LATEST_KILL_MILLIS)));
                }
                Optional<ProcessHandle> browser = kiosk.browser();
                kill(victim, kiosk);
                long killed = System.nanoTime();
                if (browser.isPresent()) { // with a dead daemon it ends by itself
                    Processes.awaitEnd(browser.get());
                }
                if (victim != Victim.BROWSER) {
                    kiosk.startAgain();
                }
                Page next = visitor.page();
                Visitor.awaitDrawn(next);
                isBack(victim, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - killed));
                for (String where : search.find(new Traces(secrets), next, began)) {
                    found++;
                    wrong.add(victim + " killed in " + state + ": " + where);
                }
                visitor.putsAwayWhatWasBrokenOff(next);
                if (state.isInCall()) {
                    clerk.finishes();
                }
                report.mentions(victim + " killed in " + state + ": " + found + " found so far");
            }
            files = search.files();
            bytes = search.bytes();
        }
    }

    private void idles(long pid) throws Exception {
        long before = Machine.cpuMillis(pid);
        Await.passing(Duration.ofSeconds(idleSeconds));
        idlePercent = (Machine.cpuMillis(pid) - before) / (10.0 * idleSeconds);
        idleMegabytes = Machine.rssKilobytes(pid) / 1024.0;
    }

    /** From the form, or wherever this state begins. */
    private static void goesOn(State state, Page page, Attendant clerk) throws Exception {
        switch (state) {
            case FIRST_SCREEN, CHOOSING, FORM -> {}
            case IN_LINE -> Visitor.presses(page, "呼叫人工");
            case IN_CALL -> clerk.answers(page);
            case SCANNING -> {
                clerk.answers(page);
                clerk.asksFor(Attendant.SCAN, page);
            }
            case ENDING -> Visitor.ends(page);
        }
    }

    private static void kill(Victim victim, SupervisedKiosk kiosk) throws Exception {
        switch (victim) {
            // In the midst of an end there may be none.
            case BROWSER -> kiosk.browsers().forEach(ProcessHandle::destroyForcibly);
            case DAEMON -> kiosk.kill();
            case EVERYTHING -> kiosk.killEverything();
        }
    }

    private void isBack(Victim victim, long millis) {
        if (victim == Victim.BROWSER) {
            browserBackMillis = Math.max(browserBackMillis, millis);
        } else {
            daemonBackMillis = Math.max(daemonBackMillis, millis);
        }
    }
}
