package org.virtualwindow.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.Gson;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.virtualwindow.campaigns.kiosk.Fingers;
import org.virtualwindow.campaigns.kiosk.SupervisedKiosk;
import org.virtualwindow.campaigns.kiosk.Traces;
import org.virtualwindow.campaigns.kiosk.Xvfb;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.server.Wiring;
import org.virtualwindow.server.config.ServerConfig;

/** The kiosk as it stands in a lobby: a daemon in a process of its own minds a Chromium on a screen, beside the real server. */
class SupervisedKioskIT extends SystemTest {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    /** A window of the browser's own takes a moment to open: one picture without it says nothing. */
    private static final int SAME_IN_A_ROW = 8;

    private static final String SECRET = "㐱𠮷鲸落之秘";

    private @Nullable Wiring wiring;
    private @Nullable Xvfb screen;
    private @Nullable Playwright playwright;

    @Override
    Served serve(Path data) throws Exception {
        wiring = new Wiring(ServerConfig.local(data));
        return Served.here(wiring);
    }

    @BeforeAll
    void showSomewhere() throws IOException {
        assumeTrue(Xvfb.isThere(), "Xvfb is missing: apt-get install xvfb");
        assumeTrue(Fingers.areThere(), "libXtst is missing: apt-get install libxtst6 libxi6 libxrender1");
        screen = Xvfb.start(1080, 1920);
        playwright = Playwright.create();
    }

    @AfterAll
    void putAway() {
        if (playwright != null) {
            playwright.close();
        }
        if (screen != null) {
            screen.close();
        }
    }

    private String display() {
        return Objects.requireNonNull(screen).display();
    }

    @Test
    void comesBackAfterACrashAndKeepsNothingOfWhoeverLeft() throws Exception {
        long started = System.nanoTime();
        String code = enrolCode(WalkTest.ENTRANCE);
        try (SupervisedKiosk kiosk =
                SupervisedKiosk.start(folder().resolve("kiosk"), Chromium.executable(), origin(), code, display())) {
            KioskPerson first = person(kiosk);
            assertThat(first.button("开始办理")).isVisible();
            said("start to first screen", started);
            first.page.waitForFunction("innerWidth >= screen.width && innerHeight >= screen.height");
            first.opensTheForm(WalkTest.NANXUN);
            first.fillsInTheKind();
            first.fillsInTheName(SECRET);

            long crashed = System.nanoTime();
            ProcessHandle before = kiosk.browser().orElseThrow();
            before.destroyForcibly();
            before.onExit().join();
            KioskPerson again = person(kiosk);
            // Whoever stands there now may be somebody else.
            assertThat(again.button("结束，重新开始")).isVisible();
            said("crash to page", crashed);
            again.seesNoMore(SECRET);

            Path profile = kiosk.profile().orElseThrow();
            ProcessHandle browser = kiosk.browser().orElseThrow();
            long ended = System.nanoTime();
            again.presses("结束，重新开始");
            browser.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            awaitGone(profile);
            said("end of the visit to nothing left", ended);
            KioskPerson next = person(kiosk);
            assertThat(next.button("开始办理")).isVisible();
            assertThat(kiosk.profile()).isNotEqualTo(Optional.of(profile));
            Traces traces = new Traces(List.of(SECRET));
            traces.inFolder(folder().resolve("kiosk"), 3, 0);
            traces.inFolder(kiosk.profiles(), 12, 0);
            assertThat(traces.found()).isEmpty();
        }
    }

    /** As hardware presses them, and what no finger can do through the browser's own door. */
    @Test
    void onlyOurPagesAreShownWhateverIsPressedDraggedOrTyped() throws Exception {
        String code = enrolCode(WalkTest.AREA);
        try (SupervisedKiosk kiosk = SupervisedKiosk.start(
                        folder().resolve("keys"), Chromium.executable(), origin(), code, display());
                Fingers fingers = Fingers.at(display())) {
            assertThat(person(kiosk).button("开始办理")).isVisible();
            Path seen = folder().resolve("seen.png");
            person(kiosk).page.evaluate("new Promise(ok => requestAnimationFrame(() => requestAnimationFrame(ok)))");
            BufferedImage first = drawn(fingers, seen);
            List<String> foreign = new CopyOnWriteArrayList<>();
            Page page = watched(kiosk, foreign);
            for (Attempt attempt : attempts()) {
                attempt.does().by(fingers, page);
                if (!isOurs(page)) {
                    page = watched(kiosk, foreign); // its window was closed; another one stands there
                }
                awaitSame(attempt.name(), fingers, seen, first);
                assertThat(foreign).as(attempt.name()).isEmpty();
            }
        }
    }

    /** What the screen shows once it shows the same twice. */
    private static BufferedImage drawn(Fingers fingers, Path seen) throws IOException, InterruptedException {
        BufferedImage before = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
        for (; ; ) {
            fingers.picture(seen);
            BufferedImage now = ImageIO.read(seen.toFile());
            if (now.getWidth() == before.getWidth() && different(before, now) == 0) {
                return now;
            }
            before = now;
            TimeUnit.MILLISECONDS.sleep(300);
        }
    }

    private static long different(BufferedImage one, BufferedImage other) {
        return IntStream.range(0, one.getWidth() * one.getHeight())
                .filter(i -> one.getRGB(i % one.getWidth(), i / one.getWidth())
                        != other.getRGB(i % one.getWidth(), i / one.getWidth()))
                .count();
    }

    /** Whatever a browser can open of its own covers more of the screen than a clock or a ring around a button. */
    private static void awaitSame(String after, Fingers fingers, Path seen, BufferedImage first) throws Exception {
        long until = System.nanoTime() + PATIENCE.toNanos();
        int same = 0;
        for (; ; ) {
            fingers.picture(seen);
            BufferedImage now = ImageIO.read(seen.toFile());
            same = different(first, now) < first.getWidth() * first.getHeight() / 100 ? same + 1 : 0;
            if (same == SAME_IN_A_ROW) {
                return;
            }
            if (System.nanoTime() > until) {
                Files.createDirectories(Path.of("target", "screens"));
                Files.copy(seen, Path.of("target", "screens", "breakout.png"), StandardCopyOption.REPLACE_EXISTING);
                throw new AssertionError(after + ": the screen shows something else, see target/screens/breakout.png");
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private record Attempt(String name, Deed does) {}

    private interface Deed {
        void by(Fingers fingers, Page page) throws Exception;
    }

    private static List<Attempt> attempts() {
        List<Attempt> all = new ArrayList<>();
        for (String keys : List.of(
                "CONTROL+T",
                "CONTROL+N",
                "CONTROL+O",
                "CONTROL+P",
                "CONTROL+S",
                "CONTROL+U",
                "CONTROL+L",
                "CONTROL+J",
                "CONTROL+H",
                "CONTROL+D",
                "CONTROL+F",
                "CONTROL+G",
                "CONTROL+E",
                "CONTROL+K",
                "CONTROL+R",
                "CONTROL+SHIFT+N",
                "CONTROL+SHIFT+T",
                "CONTROL+SHIFT+I",
                "CONTROL+SHIFT+J",
                "CONTROL+SHIFT+C",
                "CONTROL+SHIFT+O",
                "CONTROL+SHIFT+B",
                "CONTROL+SHIFT+M",
                "CONTROL+SHIFT+A",
                "CONTROL+SHIFT+DELETE",
                "F1",
                "F2",
                "F3",
                "F4",
                "F5",
                "F6",
                "F7",
                "F8",
                "F9",
                "F10",
                "F11",
                "F12",
                "ALT+LEFT",
                "ALT+RIGHT",
                "ALT+HOME",
                "ALT+D",
                "ALT+E",
                "ALT+F",
                "ALT+TAB",
                "ALT+SPACE",
                "SHIFT+ESCAPE",
                "CONTROL+TAB",
                "CONTROL+1",
                "CONTROL+ALT+T",
                "WINDOWS",
                "CONTROL+W",
                "CONTROL+F4",
                "ALT+F4",
                "CONTROL+SHIFT+W",
                "CONTROL+SHIFT+Q")) {
            all.add(new Attempt(keys, (fingers, page) -> {
                fingers.press(keys);
            }));
        }
        for (String address :
                List.of("file:///etc/passwd", "chrome://version", "view-source:file:///etc", "devtools://devtools")) {
            all.add(new Attempt("typed " + address, (fingers, page) -> {
                fingers.press("CONTROL+L");
                fingers.type(address);
                fingers.press("ENTER");
            }));
        }
        all.add(new Attempt("context menu", (fingers, page) -> fingers.click(500, 900, 3)));
        all.add(new Attempt("context menu chosen", (fingers, page) -> {
            fingers.press("DOWN");
            fingers.press("ENTER");
        }));
        all.add(new Attempt("middle click", (fingers, page) -> fingers.click(500, 900, 2)));
        all.add(new Attempt("drag from the edge", (fingers, page) -> fingers.drag(0, 900, 900, 900)));
        all.add(new Attempt("drag from the top", (fingers, page) -> fingers.drag(540, 0, 540, 1500)));
        all.add(new Attempt("wheel", (fingers, page) -> fingers.wheel(5)));
        all.add(new Attempt(
                "pinch",
                (fingers, page) ->
                        cdp(page, "Input.synthesizePinchGesture", Map.of("x", 540, "y", 700, "scaleFactor", 3))));
        all.add(new Attempt("file dropped", (fingers, page) -> {
            Map<String, Object> data =
                    Map.of("items", List.of(), "files", List.of("/etc/passwd"), "dragOperationsMask", 1);
            for (String type : List.of("dragEnter", "dragOver", "drop")) {
                cdp(page, "Input.dispatchDragEvent", Map.of("type", type, "x", 540, "y", 700, "data", data));
            }
        }));
        return all;
    }

    private static void cdp(Page page, String method, Map<String, Object> params) {
        page.context()
                .newCDPSession(page)
                .send(method, new Gson().toJsonTree(params).getAsJsonObject());
    }

    private boolean isOurs(Page page) {
        try {
            return page.evaluate("location.origin").equals(origin());
        } catch (PlaywrightException gone) {
            return false;
        }
    }

    /** @param foreign gets every address that is loaded and is none of ours */
    private Page watched(SupervisedKiosk kiosk, List<String> foreign) throws IOException, InterruptedException {
        Page page = kiosk.page(Objects.requireNonNull(playwright), PATIENCE);
        page.context().onRequest(request -> note(request.url(), foreign));
        page.onFrameNavigated(frame -> note(frame.url(), foreign));
        return page;
    }

    private void note(String url, List<String> foreign) {
        if (!url.startsWith(origin() + "/") && !url.endsWith("/opening.html") && !url.equals("about:blank")) {
            foreign.add(url);
        }
    }

    private String enrolCode(KioskId kiosk) {
        return Objects.requireNonNull(wiring).launchCodes().makeEnrol(kiosk).code();
    }

    private KioskPerson person(SupervisedKiosk kiosk) throws IOException, InterruptedException {
        Page page = kiosk.page(Objects.requireNonNull(playwright), PATIENCE);
        page.setDefaultTimeout(PATIENCE.toMillis());
        return new KioskPerson(page);
    }

    private static void awaitGone(Path folder) throws InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (Files.exists(folder)) {
            if (System.nanoTime() > until) {
                throw new AssertionError(folder + " is still there");
            }
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    /** How long it took stands in the build's log; a machine that is shared keeps no bound. */
    private static void said(String what, long since) {
        System.out.println(what + ": " + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - since) + " ms");
    }
}
