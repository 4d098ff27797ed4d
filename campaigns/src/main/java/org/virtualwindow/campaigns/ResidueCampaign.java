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
import org.virtualwindow.benchmarks.Figures;
import org.virtualwindow.benchmarks.ScratchFolder;
import org.virtualwindow.benchmarks.Server;
import org.virtualwindow.campaigns.kiosk.Fingers;
import org.virtualwindow.campaigns.kiosk.Search;
import org.virtualwindow.campaigns.kiosk.Secrets;
import org.virtualwindow.campaigns.kiosk.SupervisedKiosk;
import org.virtualwindow.campaigns.kiosk.Visitor;
import org.virtualwindow.campaigns.kiosk.Xvfb;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.server.Wiring;
import org.virtualwindow.server.config.Refusal;
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
    private static final Duration A_MOMENT = Duration.ofMillis(20);
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final KioskId KIOSK = new KioskId("310117-K1");

    @Mixin
    private Settings settings = new Settings();

    private final List<String> found = new ArrayList<>();
    private long goneMillis;
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
        if (!Xvfb.isThere() || !Fingers.areThere() || !Files.isExecutable(CHROMIUM)) {
            throw new Refusal("This needs a screen and Chromium; on Debian,"
                    + " apt-get install xvfb libxtst6 libxi6 libxrender1 chromium.");
        }
        int runs = settings.runs(USUAL_RUNS);
        var report = new Report("residue", settings.command("residue", runs, ""), settings, System.out);
        try (ScratchFolder scratch = ScratchFolder.make()) {
            report.describesTheMachine(scratch.path());
            report.says(runs + " visits, seed " + settings.seed() + ".");
            take(scratch.path(), runs, report);
        }
        Figures figures = new Figures("residue");
        figures.add("visits", runs, "each ended in one of " + Ending.values().length + " ways, by turns");
        figures.add("planted", planted, "secrets: typed, stored, drawn, copied");
        figures.add("found", found.size(), 0, "places that still held one");
        figures.add("gone_max_ms", goneMillis, 2_000, "ended → no browser, no profile, nothing in the daemon's memory");
        figures.add("held_before", heldBefore, "visits of which the daemon's memory held a secret before they ended");
        figures.add("files", files, "written since the visit began, and read through");
        figures.add("mb", bytes >> 20, "read through, with the memory of the daemon and of the next browser");
        return report.end(found, figures);
    }

    private void take(Path folder, int runs, Report report) throws Exception {
        SplittableRandom random = new SplittableRandom(settings.seed());
        Path data = folder.resolve("data");
        String code;
        try (Wiring before = new Wiring(ServerConfig.local(data))) {
            code = before.launchCodes().makeEnrol(KIOSK).code();
        }
        Server server = Server.start(data);
        try (Xvfb screen = Xvfb.start(1080, 1920);
                Fingers fingers = Fingers.at(screen.display());
                Playwright playwright = Playwright.create();
                SupervisedKiosk kiosk = SupervisedKiosk.start(
                        folder.resolve("kiosk"), CHROMIUM, server.origin(), code, screen.display())) {
            Visitor visitor = new Visitor(kiosk, playwright);
            Search search = new Search(kiosk, fingers, Server.log(data));
            for (int i = 0; i < runs; i++) {
                Ending ending = Ending.values()[i % Ending.values().length];
                report.isAt("visit " + (i + 1) + ", " + ending);
                long began = System.currentTimeMillis() - 1_000;
                List<String> secrets = Secrets.made(random.split());
                Page page = visitor.page();
                Visitor.begins(page);
                Visitor.opensTheForm(page);
                Secrets.plant(secrets, page, fingers);
                planted += secrets.size();
                if (search.isHeld(secrets)) {
                    heldBefore++;
                }
                server = ends(ending, page, kiosk, server, data, () -> search.isHeld(secrets));
                Page next = visitor.page();
                search.find(secrets, next, began).forEach(where -> found.add(ending + ": " + where));
                visitor.putsAwayWhatWasBrokenOff(next);
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
            case BY_THE_APPLICANT -> ended = Visitor.ends(page);
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
                browser.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
                ended = System.nanoTime();
                kiosk.startAgain();
            }
            case SERVER_DEAD -> {
                server.kill();
                ended = Visitor.ends(page);
            }
        }
        browser.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        Await.until(() -> !Files.exists(profile), PATIENCE, () -> "the profile is gone");
        long until = System.nanoTime() + A_WHILE.toNanos();
        while (isHeld.call() && System.nanoTime() < until) {
            Await.passing(A_MOMENT); // what stays is found by the search that follows
        }
        lastMillis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - ended);
        if (ending != Ending.DAEMON_KILLED) { // a new one has to start before it can look after that
            goneMillis = Math.max(goneMillis, lastMillis);
        }
        return ending == Ending.SERVER_DEAD ? Server.start(data, server.port()) : server;
    }
}
