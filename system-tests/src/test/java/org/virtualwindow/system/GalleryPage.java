package org.virtualwindow.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** A page that shows a gallery's screens one after the other, says what is wrong with the one it shows, and pictures it. */
final class GalleryPage {
    private static final String TURN_TO = """
        async (hash) => {
          if (location.hash === hash) return;
          const changed = new Promise((then) => addEventListener("hashchange", then, { once: true }));
          location.hash = hash;
          await changed;
        }\
        """;

    private static final String SETTLED = """
        async () => {
          await document.fonts.ready;
          await new Promise((then) => requestAnimationFrame(() => requestAnimationFrame(then)));
          return document.querySelector("h1, h2, button") !== null;
        }\
        """;

    private static final String BROKEN_RULES = """
        async () => (await axe.run(document, { resultTypes: ["violations"] })).violations.flatMap((rule) =>
          rule.nodes.map((node) => `${rule.id} at ${node.target.join(" ")}: ${node.failureSummary}`))\
        """;

    private final Page page;
    private final CDPSession session;

    GalleryPage(Page page) {
        this.page = page;
        this.session = page.context().newCDPSession(page);
        // Colours that are still on their way have no contrast to judge.
        page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
        Path modules = Path.of(System.getProperty("virtualwindow.nodeModules"));
        // Now, and again in every document that the page loads. As its own scripts its policy would refuse them.
        Stream.of(
                        modules.resolve("axe-core/axe.min.js"),
                        Path.of("src/test/resources/gallery/paint.js"),
                        Path.of("src/test/resources/gallery/faults.js"))
                .map(GalleryPage::read)
                .forEach(script -> {
                    page.addInitScript(script);
                    page.evaluate(script);
                });
    }

    /** The gallery without a name lists its screens. */
    List<String> screens() {
        page.locator("a").first().waitFor();
        return page.locator("a").all().stream()
                .map(link -> link.innerText().strip())
                .toList();
    }

    /** A window of this many pixels, as the browser's zoom divides it. */
    void resize(int width, int height, double zoom) {
        var size = new JsonObject();
        size.addProperty("width", Math.round(width / zoom));
        size.addProperty("height", Math.round(height / zoom));
        size.addProperty("deviceScaleFactor", zoom);
        size.addProperty("mobile", false);
        session.send("Emulation.setDeviceMetricsOverride", size);
        // From now on the focus moves as by the keyboard.
        page.keyboard().press("Tab");
    }

    /** From now on as it is printed, on paper of this many pixels between its margins, and as long as it needs. */
    void print(int width) {
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT).setReducedMotion(ReducedMotion.REDUCE));
        resize(width, 1_000, 1);
    }

    /** What is wrong with the screen that is shown, on paper; its words must hold all of these. */
    List<String> faultsOnPaper(int width, List<String> wanted) {
        // Nobody scrolls paper.
        resize(width, ((Number) page.evaluate("() => document.documentElement.scrollHeight")).intValue(), 1);
        String words = page.locator("body").innerText();
        return Stream.concat(
                        said("(rules) => faults.ofPaper(rules)", Map.of("contrast", 7.0, "text", 13.0, "mayCut", false))
                                .stream(),
                        wanted.stream().filter(each -> !words.contains(each)).map(each -> "not on paper: " + each))
                .toList();
    }

    /** Another screen of the gallery. */
    void turnTo(String hash) {
        page.evaluate(TURN_TO, hash);
        assertThat(page.evaluate(SETTLED)).as(hash).isEqualTo(true);
    }

    /** All that stands on it, without what differs from one loading of the page to the next. */
    String content() {
        return page.locator("body").innerHTML().replaceAll("<!--.*?-->", "");
    }

    List<String> faults(Object rules) {
        return said("(rules) => [...faults.ofScreen(rules), ...faults.ofFocus()]", rules);
    }

    /**
     * What buttons and the like say.
     *
     * @param filled the filled ones that can be pressed
     * @param pressable all of them
     * @param inView those that are seen whole without scrolling
     */
    record Acts(List<String> filled, List<String> pressable, List<String> inView) {}

    Acts acts() {
        List<List<String>> said = ((List<?>) page.evaluate("() => faults.acts()"))
                .stream().map(GalleryPage::words).toList();
        return new Acts(said.get(0), said.get(1), said.get(2));
    }

    List<String> brokenRules() {
        return said(BROKEN_RULES, List.of());
    }

    void photograph(Path file) {
        var how = new JsonObject();
        how.addProperty("optimizeForSpeed", true);
        String png = session.send("Page.captureScreenshot", how).get("data").getAsString();
        try {
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.write(file, Base64.getDecoder().decode(png));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> said(String script, Object argument) {
        return words(page.evaluate(script, argument));
    }

    private static List<String> words(Object list) {
        return ((List<?>) list).stream().map(Object::toString).toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
