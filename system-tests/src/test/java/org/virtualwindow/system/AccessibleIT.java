package org.virtualwindow.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.WaitUntilState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every screen of the three galleries, judged by axe; and what a person at a kiosk needs besides: large targets, large text. */
class AccessibleIT extends SystemTest {
    private static final String BROKEN_RULES = """
        async () => (await axe.run(document, { resultTypes: ["violations"] })).violations.flatMap((rule) =>
          rule.nodes.map((node) => `${rule.id} at ${node.target.join(" ")}: ${node.failureSummary}`))\
        """;

    private static final String TOO_SMALL = """
        () => {
          const shown = (element) => element.checkVisibility({ visibilityProperty: true })
            && element.getBoundingClientRect().width > 1 && element.closest(".unseen") === null;
          const called = (element) => `${element.tagName} ${element.className} ${element.textContent.trim().slice(0, 20)}`;
          const all = [...document.querySelectorAll("body *")].filter(shown);
          const targets = all.filter((e) => e.matches("button, a[href], select, textarea, input:not([type=radio], [type=checkbox])"));
          const words = all.filter((e) => e.closest("svg") === null
            && [...e.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim() !== ""));
          const size = (e) => { const { width, height } = e.getBoundingClientRect(); return `${width}×${height}`; };
          return [
            ...targets
              .filter((e) => e.getBoundingClientRect().width < 59.5 || e.getBoundingClientRect().height < 59.5)
              .map((e) => `a target of ${size(e)}: ${called(e)}`),
            ...words
              .filter((e) => parseFloat(getComputedStyle(e).fontSize) < 22)
              .map((e) => `text of ${getComputedStyle(e).fontSize}: ${called(e)}`),
            ...(document.documentElement.scrollWidth > innerWidth ? [`${document.documentElement.scrollWidth} px wide`] : []),
            ...targets.filter((e) => e.getBoundingClientRect().right > innerWidth + 0.5).map((e) => `beyond the edge: ${called(e)}`),
          ];
        }\
        """;

    @Test
    void theKioskIsReadableAndTouchable() throws IOException {
        Page upright = open(browser(), "/kiosk/gallery.html", 1080, 1920);
        Page lying = open(browser(), "/kiosk/gallery.html", 1920, 1080);
        List<String> faults = new ArrayList<>();
        lying.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
        for (String screen : screensOf(upright)) {
            faults.addAll(
                    faultsOf(upright, "/kiosk/gallery.html?upright-%s#%s".formatted(screen, screen), screen, true));
            faults.addAll(smallOf(
                    upright,
                    "/kiosk/gallery.html?large-%s#%s,elder".formatted(screen, screen),
                    screen + " upright, large"));
            faults.addAll(
                    smallOf(lying, "/kiosk/gallery.html?lying-%s#%s".formatted(screen, screen), screen + " lying"));
            faults.addAll(faultsOf(
                    lying,
                    "/kiosk/gallery.html?all-%s#%s,elder,high".formatted(screen, screen),
                    screen + " lying, large, high contrast",
                    true));
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void theConsoleIsReadable() throws IOException {
        assertThat(faultsOfGallery("/console/gallery.html", 1280, 800)).isEmpty();
    }

    @Test
    void theHallsBoardIsReadable() throws IOException {
        assertThat(faultsOfGallery("/hall/gallery.html", 1280, 800)).isEmpty();
    }

    private List<String> faultsOfGallery(String gallery, int width, int height) throws IOException {
        Page page = open(browser(), gallery, width, height);
        List<String> faults = new ArrayList<>();
        for (String screen : screensOf(page)) {
            faults.addAll(faultsOf(page, "%s?%s#%s".formatted(gallery, screen, screen), screen, false));
        }
        return faults;
    }

    /** The gallery without a name lists its screens. */
    private static List<String> screensOf(Page page) {
        // Colours that are still on their way have no contrast to judge.
        page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
        page.locator("a").first().waitFor();
        List<String> screens = page.locator("a").all().stream()
                .map(link -> link.innerText().strip())
                .toList();
        assertThat(screens).hasSizeGreaterThan(5);
        return screens;
    }

    private List<String> faultsOf(Page page, String address, String screen, boolean kiosk) throws IOException {
        List<String> faults = new ArrayList<>(kiosk ? smallOf(page, address, screen) : List.of());
        if (!kiosk) {
            show(page, address);
        }
        // As a script of the page it would be refused by the page's own policy.
        page.evaluate(
                Files.readString(Path.of(System.getProperty("virtualwindow.nodeModules"), "axe-core/axe.min.js")));
        faults.addAll(said(screen, page.evaluate(BROKEN_RULES)));
        return faults;
    }

    private List<String> smallOf(Page page, String address, String screen) {
        show(page, address);
        return said(screen, page.evaluate(TOO_SMALL));
    }

    private void show(Page page, String address) {
        // A shared picture that never comes would keep the page from being loaded.
        page.navigate(origin() + address, new Page.NavigateOptions().setWaitUntil(WaitUntilState.DOMCONTENTLOADED));
        page.locator("h1, h2, button").first().waitFor();
    }

    private static List<String> said(String screen, Object faults) {
        return ((List<?>) faults).stream().map(fault -> screen + ": " + fault).toList();
    }
}
