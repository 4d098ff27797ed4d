package org.virtualwindow.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.BoundingBox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.virtualwindow.campaigns.kiosk.Fingers;
import org.virtualwindow.campaigns.kiosk.SupervisedKiosk;
import org.virtualwindow.campaigns.kiosk.Traces;
import org.virtualwindow.campaigns.kiosk.Xvfb;
import org.virtualwindow.server.Wiring;
import org.virtualwindow.server.config.ServerConfig;

/**
 * A kiosk with a real keyboard: Chinese by the input method of its system, started as {@code docs/operations/chromium-with-pinyin} starts
 * it, with keys pressed as hardware presses them.
 */
class InputMethodIT extends SystemTest {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final List<Path> NEEDED = List.of(
            Path.of("/usr/bin/ibus-daemon"),
            Path.of("/usr/libexec/ibus-engine-libpinyin"),
            Path.of("/usr/bin/dbus-daemon"),
            Path.of("/usr/bin/chromium"));
    private static final String PINYIN = "nanxun";
    /** Offered for it first, as long as nobody's choice was learnt. */
    private static final String USUAL = "南巡";

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
        assumeTrue(
                NEEDED.stream().allMatch(Files::isExecutable),
                "An input method is missing: apt-get install chromium ibus ibus-libpinyin ibus-gtk3 dbus-daemon");
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

    @Test
    void whoeverHasAKeyboardWritesChineseAndNothingOfItIsOfferedToTheNext() throws Exception {
        String display = Objects.requireNonNull(screen).display();
        Path chromium = Path.of(System.getProperty("virtualwindow.home"), "docs", "operations", "chromium-with-pinyin");
        String code = Objects.requireNonNull(wiring)
                .launchCodes()
                .makeEnrol(WalkTest.ENTRANCE)
                .code();
        try (SupervisedKiosk kiosk =
                        SupervisedKiosk.start(folder().resolve("kiosk"), chromium, origin(), code, display);
                Fingers fingers = Fingers.at(display)) {
            KioskPerson first = person(kiosk);
            Locator box = boxOf(first, fingers);
            awaitPinyin(box, fingers);

            // A choice nobody else would make, by the numbers of two words of the window.
            fingers.type(PINYIN);
            assertThat(box).hasValue(USUAL);
            fingers.press("8");
            assertThat(box).not().hasValue(USUAL);
            fingers.press("3");
            first.page.waitForFunction("box => box.value.length === 2", box.elementHandle());
            String unusual = box.inputValue();
            assertThat(unusual).isNotEqualTo(USUAL).matches("\\p{IsHan}{2}");

            // It learns although its settings forbid it: only the end of its process makes it forget.
            fingers.type(PINYIN);
            assertThat(box).hasValue(unusual + unusual);

            // Escape gives the word up and nothing else, SHIFT turns to letters and back, ENTER writes what was typed.
            fingers.press("ESCAPE");
            assertThat(box).hasValue(unusual);
            assertThat(box).isFocused();
            fingers.press("SHIFT");
            fingers.type("ab");
            assertThat(box).hasValue(unusual + "ab");
            fingers.press("SHIFT");
            fingers.type("li");
            first.page.waitForFunction("box => box.value.length === 5", box.elementHandle());
            fingers.press("ENTER");
            assertThat(box).hasValue(unusual + "abli");
            fingers.press("TAB");
            first.sees("存好了");

            Path profile = kiosk.profile().orElseThrow();
            List<ProcessHandle> all = kiosk.browsers();
            assertThat(all).anyMatch(each -> command(each).endsWith("ibus-engine-libpinyin"));
            first.presses("结束清除");
            first.presses("结束并清除");
            for (ProcessHandle each : all) {
                each.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            }

            KioskPerson next = person(kiosk);
            assertThat(profile).doesNotExist();
            Locator again = boxOf(next, fingers);
            awaitPinyin(again, fingers);
            fingers.type(PINYIN);
            assertThat(again).hasValue(USUAL);
            Traces traces = new Traces(List.of(unusual));
            traces.inFolder(kiosk.profiles(), 12, 0);
            traces.inFolder(folder().resolve("kiosk"), 3, 0);
            for (String kept : List.of(".cache/ibus", ".config/ibus", ".local/share/ibus")) {
                traces.inFolder(Path.of(System.getProperty("user.home"), kept), 6, 0);
            }
            assertThat(traces.found()).isEmpty();
        }
    }

    /** The input method starts beside the browser; until it is there, letters are letters. */
    private static void awaitPinyin(Locator box, Fingers fingers) throws Exception {
        long until = System.nanoTime() + PATIENCE.toNanos();
        for (; ; ) {
            fingers.press("A");
            TimeUnit.MILLISECONDS.sleep(300);
            boolean isThere = box.inputValue().matches("\\p{IsHan}+");
            fingers.press("ESCAPE");
            while (!box.inputValue().isEmpty()) {
                fingers.press("BACK_SPACE");
                TimeUnit.MILLISECONDS.sleep(100);
            }
            if (isThere) {
                return;
            }
            if (System.nanoTime() > until) {
                throw new AssertionError("no input method in " + PATIENCE.toSeconds() + " s");
            }
        }
    }

    private static Locator boxOf(KioskPerson person, Fingers fingers) throws IOException {
        person.opensTheForm(WalkTest.NANXUN);
        person.turnsTo("给它起个名字");
        Locator box = person.box("字号");
        BoundingBox where = box.boundingBox();
        fingers.click((int) (where.x + where.width / 2), (int) (where.y + where.height / 2), 1);
        assertThat(box).isFocused();
        return box;
    }

    private static String command(ProcessHandle process) {
        return process.info().command().orElse("");
    }

    private KioskPerson person(SupervisedKiosk kiosk) throws IOException, InterruptedException {
        Page page = kiosk.page(Objects.requireNonNull(playwright), PATIENCE);
        page.setDefaultTimeout(PATIENCE.toMillis());
        return new KioskPerson(page);
    }
}
