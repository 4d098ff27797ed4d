package org.virtualwindow.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.virtualwindow.system.FakeDevices.Colour;

/** One side shows the other what is on their screen. */
class ScreenShareIT extends WalkTest {
    private static final String SMALL_PRINT = "名称保留期为两个月，经营要先批准的保留一年，期满自动失效";
    private static final String OTHER_PRINT = "出资人应当按期足额缴纳章程中规定的各自所认缴的出资额";
    private static final Colour GREEN = new Colour(30, 140, 70);

    /** Lays lines of 14-pixel text over the page; returns where each stands. */
    private static final String LAY_TEXT = """
        (lines) => lines.map((line, number) => {
          const text = document.createElement("p");
          text.textContent = line;
          const style = { position: "fixed", left: "200px", top: `${300 + 60 * number}px`, margin: "0", padding: "4px",
            font: "14px/20px sans-serif", color: "black", background: "white", "z-index": "20" };
          for (const [name, value] of Object.entries(style)) text.style.setProperty(name, value);
          document.body.append(text);
          const { x, y, width, height } = text.getBoundingClientRect();
          return [x, y, width, height].map(Math.round);
        })\
        """;

    /** Notes when a mark was last drawn or redrawn. */
    private static final String NOTE_MARKS = """
        () => new MutationObserver((changes) => {
          const drawn = changes.some(({ target, addedNodes }) =>
            (target instanceof Element && target.closest("svg.marks") !== null)
            || [...addedNodes].some((node) => node instanceof Element && node.matches("svg.marks")));
          if (drawn && document.querySelector("g[data-mark]") !== null)
            window.markSeenAt = performance.timeOrigin + performance.now();
        }).observe(document.body, { subtree: true, childList: true, attributes: true })\
        """;

    private static final String WHERE_MARK_IS = """
        (ink) => {
          const { width, height } = ink.ownerSVGElement.getBoundingClientRect();
          const number = (name) => Number(ink.getAttribute(name));
          const [x, y, rx, ry] = [number("cx"), number("cy"), number("rx"), number("ry")];
          const ends =
            ink.tagName === "path" ? ink.getAttribute("d").match(/-?[0-9.]+/g).slice(0, 4).map(Number)
            : ink.tagName === "ellipse" ? [x - rx, y - ry, x + rx, y + ry] : [x, y, x, y];
          return ends.map((end, index) => end / (index % 2 === 0 ? width : height));
        }\
        """;

    /** A browser that offers the whole screen although it was asked not to. */
    private static final String GIVE_WHOLE_SCREEN = """
        navigator.mediaDevices.getDisplayMedia = async () => {
          const stream = document.createElement("canvas").captureStream();
          window.given = stream.getVideoTracks()[0];
          window.given.getSettings = () => ({ displaySurface: "monitor" });
          return stream;
        };\
        """;

    private static final String AT_END = """
        ([ink, x, y]) => {
          const ends = (%s)(ink);
          return Math.abs(ends[2] - x) < 0.01 && Math.abs(ends[3] - y) < 0.01 && ends;
        }\
        """;

    @Test
    void theClerkReadsSmallPrintOnTheApplicantsScreenAndDrawsWhereTheyMean() {
        ClerkPerson clerk = clerk("shen.jianhua");
        clerk.isReady();
        KioskPerson applicant = applicant(applicantsBrowser(), ENTRANCE, 1920, 1080);
        talk(applicant, clerk);
        List<?> lines = (List<?>) applicant.page.evaluate(LAY_TEXT, List.of(SMALL_PRINT, OTHER_PRINT));
        applicant.presses("共享屏幕");
        applicant.sees("沈建华看得到这个屏幕");
        Locator picture = clerk.page.locator(".stage__video");
        awaitShape(picture, 1920, 1080);

        readsSmallPrint(applicant, picture, rectangle(lines.get(0)), rectangle(lines.get(1)));
        clerk.photographs("share-1-console");
        applicant.photographs("share-1-kiosk");

        applicant.page.evaluate(NOTE_MARKS);
        clerk.page.evaluate("() => addEventListener('pointerup', () => (window.releasedAt = performance.timeOrigin +"
                + " performance.now()), true)");
        drawsEverything(applicant, clerk, "1920×1080");
        applicant.page.setViewportSize(1080, 1920);
        awaitShape(picture, 1080, 1920);
        drawsEverything(applicant, clerk, "1080×1920");

        applicant.presses("停止共享");
        assertThat(clerk.page.locator(".tabs:not(.help__tabs)")).hasCount(0);
        assertThat(clerk.button("请求代填")).isVisible();
        applicant.presses("共享屏幕");
        awaitShape(picture, 1080, 1920);
        Senses.moves(picture);
        clerk.hangsUp();
        assertThat(applicant.page.getByText("沈建华看得到这个屏幕")).hasCount(0);
        applicant.endsTheVisit();
    }

    @Test
    void theClerkShowsATabAndSeesWhatTheApplicantSees() {
        Browser browser = bareBrowser(join(
                FakeDevices.CLERK.flags(folder()),
                "--use-fake-device-for-media-stream",
                "--auto-select-tab-capture-source-by-title=Guide to be shown"));
        Page page = blank(browser, "/console/", 1440, 900);
        page.context().grantPermissions(List.of("camera", "microphone"));
        var clerk = new ClerkPerson(page);
        page.navigate(origin() + "/console/");
        clerk.signsIn("lu.xiaoyan", secretOf("lu.xiaoyan"));
        clerk.isReady();
        Page guide = page.context().newPage();
        guide.setContent("<title>Guide to be shown</title><body style='margin:0;background:rgb(30,140,70)'>");
        page.bringToFront();
        KioskPerson applicant = applicant();
        talk(applicant, clerk);

        clerk.presses("共享窗口或标签页");
        clerk.sees("您正在共享，对方看到的就是这个画面");
        Locator preview = clerk.page.locator("video.own-share__picture");
        assertThat(Senses.colourOf(preview, GREEN).from(GREEN)).isLessThan(45);
        Locator shown = applicant.page.locator("video.shared__picture");
        assertThat(Senses.colourOf(shown, GREEN).from(GREEN)).isLessThan(45);
        applicant.sees("陆晓燕共享的画面");
        applicant.photographs("share-2-kiosk");
        clerk.photographs("share-2-console");

        applicant.presses("回到表格");
        applicant.sees("您要办什么？");
        applicant.presses("看共享画面");
        clerk.button("停止共享").first().click();
        assertThat(shown).hasCount(0);
        assertThat(preview).hasCount(0);
        applicant.sees("您要办什么？");
        clerk.hangsUp();
        applicant.endsTheVisit();
    }

    @Test
    void theClerksWholeScreenIsNeverShown() {
        ClerkPerson clerk = clerk("qian.guoqiang");
        clerk.page.evaluate("() => { %s }".formatted(GIVE_WHOLE_SCREEN));
        clerk.isReady();
        KioskPerson applicant = applicant();
        talk(applicant, clerk);
        clerk.presses("共享窗口或标签页");
        clerk.sees("选的是整个屏幕，已经停下，没有给对方看到。请选一个标签页或窗口。");
        assertThat((Boolean) clerk.page.evaluate("() => window.given.readyState === 'ended'"))
                .isTrue();
        assertThat(clerk.button("共享窗口或标签页")).isVisible();
        assertThat(applicant.page.locator("video.shared__picture")).hasCount(0);
        assertThat(applicant.wire.firstHeard(told -> told.contains("\"screen\":true")))
                .isEmpty();
        clerk.hangsUp();
        applicant.endsTheVisit();
    }

    private static void talk(KioskPerson applicant, ClerkPerson clerk) {
        applicant.opensTheForm(NANXUN);
        applicant.calls();
        clerk.answers();
        assertThat(applicant.button("挂断")).isVisible();
    }

    private static void readsSmallPrint(
            KioskPerson applicant, Locator picture, Rectangle smallPrint, Rectangle otherPrint) {
        double same = 0;
        double other = 0;
        for (int attempt = 0; attempt < 20 && same < 0.8; attempt++) {
            Senses.moves(picture);
            BufferedImage received = received(picture);
            BufferedImage sent = Pictures.scaled(
                    Pictures.of(applicant.page.screenshot()), received.getWidth(), received.getHeight());
            double scale = received.getWidth() / 1920.0;
            Rectangle here = scaled(smallPrint, scale);
            same = Pictures.likeness(received, here, sent, here);
            Rectangle elsewhere = scaled(otherPrint, scale);
            elsewhere.setSize(here.getSize());
            other = Pictures.likeness(received, here, sent, elsewhere);
            System.out.printf(
                    "figure: 14-px text in %d×%d: likeness %.3f, to another text %.3f%n",
                    received.getWidth(), received.getHeight(), same, other);
        }
        assertThat(same).as("the same small print").isGreaterThanOrEqualTo(0.8);
        assertThat(other).as("another text").isLessThan(same - 0.3);
    }

    private static void drawsEverything(KioskPerson applicant, ClerkPerson clerk, String size) {
        clerk.presses("指一下");
        draws(applicant, clerk, 0.3, 0.4, 0.3, 0.4, size + " point");
        Locator marks = applicant.page.locator("g[data-mark]");
        applicant.photographs("share-mark-" + size.replace('×', 'x'));
        assertThat(marks).hasCount(0);
        clerk.presses("箭头");
        draws(applicant, clerk, 0.7, 0.2, 0.45, 0.6, size + " arrow");
        applicant.page.getByRole(AriaRole.HEADING).first().click();
        assertThat(marks).hasCount(0, new HasCountOptions().setTimeout(2_000));
        clerk.presses("圈");
        draws(applicant, clerk, 0.2, 0.5, 0.5, 0.75, size + " circle");
        clerk.presses("擦掉");
        assertThat(marks).hasCount(0, new HasCountOptions().setTimeout(2_000));
    }

    private static void draws(
            KioskPerson applicant, ClerkPerson clerk, double fromX, double fromY, double toX, double toY, String what) {
        BoundingBox box = clerk.page.locator(".stage__picture").boundingBox();
        clerk.page.mouse().move(box.x + fromX * box.width, box.y + fromY * box.height);
        clerk.page.mouse().down();
        clerk.page.mouse().move(box.x + toX * box.width, box.y + toY * box.height);
        clerk.page.mouse().up();
        Locator ink = applicant.page.locator("g[data-mark] .mark-ink").first();
        List<Double> wanted = List.of(fromX, fromY, toX, toY);
        // A drag grows on the other side; it is whole when the end has come.
        List<?> seen = (List<?>) applicant
                .page
                .waitForFunction(AT_END.formatted(WHERE_MARK_IS), List.of(ink.elementHandle(), toX, toY))
                .jsonValue();
        for (int end = 0; end < 4; end++) {
            assertThat(((Number) seen.get(end)).doubleValue())
                    .as("%s at %s", what, seen)
                    .isCloseTo(wanted.get(end), within(0.01));
        }
        // The last step of a drag may have been seen before the release.
        double late = Math.max(
                0,
                number(applicant.page.evaluate("() => window.markSeenAt"))
                        - number(clerk.page.evaluate("() => window.releasedAt")));
        System.out.printf("figure: mark at the kiosk after the release, %s: %.0f ms%n", what, late);
        assertThat(late).isLessThan(1_000);
    }

    private static void awaitShape(Locator picture, int width, int height) {
        picture.page()
                .waitForFunction(
                        "([video, shape]) => video.videoWidth >= 600 && Math.abs(video.videoWidth / video.videoHeight"
                                + " / shape - 1) < 0.02",
                        List.of(picture.elementHandle(), (double) width / height));
    }

    /** The picture as it was decoded. */
    private static BufferedImage received(Locator video) {
        String png = (String) video.evaluate("""
            (video) => {
              const canvas = document.createElement("canvas");
              [canvas.width, canvas.height] = [video.videoWidth, video.videoHeight];
              canvas.getContext("2d").drawImage(video, 0, 0);
              return canvas.toDataURL("image/png");
            }\
            """);
        return Pictures.of(Base64.getDecoder().decode(png.substring(png.indexOf(',') + 1)));
    }

    private static Rectangle rectangle(Object sides) {
        List<?> numbers = (List<?>) sides;
        return new Rectangle(
                (int) number(numbers.get(0)), (int) number(numbers.get(1)), (int) number(numbers.get(2)), (int)
                        number(numbers.get(3)));
    }

    private static Rectangle scaled(Rectangle region, double by) {
        return new Rectangle(
                (int) (region.x * by), (int) (region.y * by), (int) (region.width * by), (int) (region.height * by));
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }

    private static String[] join(String[] flags, String... more) {
        return Stream.concat(Arrays.stream(flags), Arrays.stream(more)).toArray(String[]::new);
    }
}
