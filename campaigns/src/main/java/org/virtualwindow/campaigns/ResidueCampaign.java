package org.virtualwindow.campaigns;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.virtualwindow.benchmarks.Crowd;
import org.virtualwindow.benchmarks.Figures;
import org.virtualwindow.benchmarks.ScratchFolder;
import org.virtualwindow.benchmarks.Server;
import org.virtualwindow.campaigns.history.History;
import org.virtualwindow.campaigns.kiosk.Fingers;
import org.virtualwindow.campaigns.kiosk.Papers;
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

@Command(
        name = "residue",
        mixinStandardHelpOptions = true,
        description = "Thirty secrets are planted in a visit, it ends in one of six ways, and they are looked for.")
final class ResidueCampaign implements Callable<Integer> {
    private static final int USUAL_RUNS = 12;
    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private static final Duration A_WHILE = Duration.ofSeconds(10);
    /** The card's number, and what was scanned and printed. */
    private static final int DIFFERENT_MARKS = 3;

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    @Mixin
    private Settings settings = new Settings();

    private final List<String> found = new ArrayList<>();
    private long browserGoneMillis;
    private long goneMillis;
    private long lookMillis;
    private long lastMillis;
    private long heldBefore;
    private long planted;
    private long files;
    private long bytes;

    /** How a visit ends. */
    private enum Ending {
        BY_THE_APPLICANT,
        IDLE,
        BROWSER_KILLED,
        WINDOW_CLOSED,
        DAEMON_KILLED,
        SERVER_DEAD
    }

    @Override
    public Integer call() throws Exception {
        SupervisedKiosk.demandsItsMachine(CHROMIUM);
        int runs = settings.runs(USUAL_RUNS);
        var report = new Report("residue", settings.command("residue", runs, ""), settings, System.out);
        try (ScratchFolder scratch = ScratchFolder.make();
                History history = History.begin(Settings.history("residue"))) {
            report.describesTheMachine(scratch.path());
            report.says(runs + " visits, seed " + settings.seed() + ".");
            try (Play play = new Play(history)) {
                take(scratch.path(), runs, report, play);
            }
        }
        Figures figures = new Figures("residue");
        figures.add("visits", runs, "each ended in one of " + Ending.values().length + " ways, by turns");
        figures.add("planted", planted, "secrets: typed, stored, copied, read from a card, scanned, printed");
        figures.add("found", found.size(), 0, "places that still held one");
        figures.add("browser_gone_max_ms", browserGoneMillis, 2_000, "ended → no browser, no profile");
        figures.add(
                "gone_max_ms",
                goneMillis,
                2_000,
                "ended → the same, and the daemon's memory was looked through: nothing");
        figures.add("look_max_ms", lookMillis, "the longest such look, which is in it");
        figures.add("held_before", heldBefore, "visits of which the daemon's memory held a secret before they ended");
        figures.add("files", files, "written since the visit began, and read through");
        figures.add("mb", bytes >> 20, "read through, with the memory of the daemon and of the next browser");
        return report.end(found, figures);
    }

    private void take(Path folder, int runs, Report report, Play play) throws Exception {
        SplittableRandom random = new SplittableRandom(settings.seed());
        Path data = folder.resolve("data");
        Crowd crowd = Crowd.seed(data, 1, 1);
        String code;
        try (Wiring before = new Wiring(ServerConfig.local(data))) {
            code = before.launchCodes().makeEnrol(new KioskId(Crowd.kioskId(1))).code();
        }
        Server server = Server.start(data);
        try (Xvfb screen = Xvfb.start(1080, 1920);
                Fingers fingers = Fingers.at(screen.display());
                Playwright playwright = Playwright.create();
                SupervisedKiosk kiosk = SupervisedKiosk.start(
                        folder.resolve("kiosk"), CHROMIUM, server.origin(), code, screen.display())) {
            Attendant clerk = new Attendant(crowd, settings.seed(), play, server.origin());
            Visitor visitor = new Visitor(kiosk, playwright);
            Search search = new Search(kiosk, fingers, data, Server.log(data));
            for (int i = 0; i < runs; i++) {
                Ending ending = Ending.values()[i % Ending.values().length];
                report.isAt("visit " + (i + 1) + ", " + ending);
                long began = System.currentTimeMillis() - 1_000;
                List<String> secrets = new ArrayList<>(Secrets.made(random.split()));
                Papers papers = Papers.made(random.split());
                Page page = visitor.page();
                Visitor.begins(page);
                Visitor.opensTheForm(page);
                Secrets.plant(secrets, page, fingers);
                clerk.answers(page);
                List<byte[]> marks = clerk.handles(papers, kiosk.control(), page);
                secrets.addAll(papers.words());
                planted += secrets.size() + DIFFERENT_MARKS;
                Supplier<Traces> traces = () -> new Traces(secrets, marks);
                if (search.isHeld(traces.get())) {
                    heldBefore++;
                }
                if (ending == Ending.IDLE) { // in a call nobody is asked whether they are still there
                    clerk.hangsUp();
                }
                server = ends(ending, page, kiosk, server, data, () -> search.isHeld(traces.get()));
                Page next = visitor.page();
                search.find(traces.get(), next, began).forEach(where -> found.add(ending + ": " + where));
                visitor.putsAwayWhatWasBrokenOff(next);
                clerk.finishes();
                report.mentions(ending + ": " + found.size() + " found so far, all gone in " + lastMillis + " ms");
            }
            files = search.files();
            bytes = search.bytes();
        } finally {
            server.close();
        }
    }

    /** Returns when nothing of the visit's browser is left, with the server that is there now. */
    private Server ends(
            Ending ending, Page page, SupervisedKiosk kiosk, Server server, Path data, Callable<Boolean> isHeld)
            throws Exception {
        Path profile = kiosk.profile().orElseThrow();
        ProcessHandle browser = kiosk.browser().orElseThrow();
        long ended = System.nanoTime();
        switch (ending) {
            case BY_THE_APPLICANT -> ended = Visitor.takesEverythingAndEnds(page);
            case IDLE -> {
                page.clock().install();
                page.clock().fastForward(TimeUnit.MINUTES.toMillis(4));
                page.getByText("还在吗").first().waitFor();
                page.clock().fastForward(TimeUnit.MINUTES.toMillis(2));
                ended = System.nanoTime();
            }
            case BROWSER_KILLED -> browser.destroyForcibly();
            case WINDOW_CLOSED -> page.close();
            case DAEMON_KILLED -> {
                kiosk.kill();
                Processes.awaitEnd(browser);
                ended = System.nanoTime();
                kiosk.startAgain();
            }
            case SERVER_DEAD -> {
                server.kill();
                ended = Visitor.takesEverythingAndEnds(page);
            }
        }
        Processes.awaitEnd(browser);
        Await.until(() -> !Files.exists(profile), PATIENCE, () -> "the profile is gone");
        long browserGone = System.nanoTime();
        long look = browserGone;
        // What stays is found by the search that follows.
        while (isHeld.call() && look < browserGone + A_WHILE.toNanos()) {
            look = System.nanoTime();
        }
        long gone = System.nanoTime();
        lastMillis = TimeUnit.NANOSECONDS.toMillis(gone - ended);
        if (ending != Ending.DAEMON_KILLED) { // a new one has to start before it can look after that
            browserGoneMillis = Math.max(browserGoneMillis, TimeUnit.NANOSECONDS.toMillis(browserGone - ended));
            goneMillis = Math.max(goneMillis, lastMillis);
            lookMillis = Math.max(lookMillis, TimeUnit.NANOSECONDS.toMillis(gone - look));
        }
        return ending == Ending.SERVER_DEAD ? Server.start(data, server.port()) : server;
    }
}
