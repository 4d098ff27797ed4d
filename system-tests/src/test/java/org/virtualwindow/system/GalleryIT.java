package org.virtualwindow.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.virtualwindow.system.Gallery.Variant;

/**
 * Every screen of the galleries in every variant: judged, and most variants pictured into {@code target/pictures}. Words are whole,
 * uncovered, apart, large enough and stand out from what is really painted behind them; what can be pressed is large enough
 * and shows the keyboard's focus. {@link PlantedFaultsIT} shows that each of these faults is found.
 */
class GalleryIT extends SystemTest {
    /** Each draws with a processor of its own, and wants a gigabyte. */
    private static final int MOST_BROWSERS = 4;

    /** {@code -Dpictures=all}: every variant and not only those one looks at most. */
    private static final boolean ALL_PICTURED = "all".equals(System.getProperty("pictures"));

    private static final Path PICTURES = Path.of("target", "pictures");

    @Test
    void theKioskIsReadableAndTouchable() throws Exception {
        judge(Gallery.KIOSK);
    }

    @Test
    void theConsoleIsReadable() throws Exception {
        judge(Gallery.CONSOLE);
    }

    @Test
    void theHallsBoardIsReadable() throws Exception {
        judge(Gallery.HALL);
    }

    @Test
    void thePagesBehindTheCodesAreReadable() throws Exception {
        judge(Gallery.PROGRESS);
        judge(Gallery.LEAFLET);
        judge(Gallery.PHONE);
    }

    @Test
    void whatIsPrintedIsWholeAndBlackOnWhite() throws Exception {
        Map<String, List<String>> printed = Map.of(
                "submitted", List.of("330503", "00417", "7F3A"),
                "submittedNoCode", List.of("330503", "00417", "7F3A"),
                "formAside", List.of("7KQ2-M0XN"),
                "talkingSample", List.of("云帆"),
                "talkingPageSample", List.of("云帆"),
                "talkingMap", List.of("266"),
                "talkingLeaflet", List.of("云帆"),
                "checkupWorst", List.of("N-TURN-AWAY", "310117-K1"));
        Map<String, List<String>> ways = Map.of(
                "paper",
                List.of(),
                "english",
                List.of("en"),
                "dark",
                List.of("elder", "dark"),
                "longest",
                List.of("longest"));
        List<String> faults = new ArrayList<>();
        faults.addAll(faultsOnPaper("kiosk", printed, ways));
        faults.addAll(faultsOnPaper("leaflet", Map.of("found", List.of("云帆")), Map.of("paper", List.of())));
        assertThat(faults).isEmpty();
    }

    /** On A4 and on a roll of 80 mm, between their margins. */
    private List<String> faultsOnPaper(
            String gallery, Map<String, List<String>> printed, Map<String, List<String>> ways) {
        List<String> faults = new ArrayList<>();
        Page page = heardPage(browser(), "/" + gallery + "/gallery.html", 1280, 800);
        page.navigate(origin() + "/" + gallery + "/gallery.html");
        var shown = new GalleryPage(page);
        Map.of("a4", 718, "roll", 272).forEach((paper, width) -> {
            printed.forEach((screen, words) -> ways.forEach((way, modes) -> {
                shown.print(width);
                shown.turnTo("#"
                        + String.join(
                                ",",
                                Stream.concat(Stream.of(screen), modes.stream()).toList()));
                for (String fault : shown.faultsOnPaper(width, words)) {
                    faults.add(screen + " " + way + " " + paper + ": " + fault);
                }
                shown.photograph(PICTURES.resolve("paper").resolve(screen + "-" + way + "-" + paper + ".png"));
            }));
        });
        return faults;
    }

    private void judge(Gallery gallery) throws Exception {
        Queue<Variant> left = new ConcurrentLinkedQueue<>(gallery.variants());
        List<Fault> found = new ArrayList<>();
        int browsers = Math.min(MOST_BROWSERS, Runtime.getRuntime().availableProcessors());
        Callable<List<Fault>> judge = () -> faults(gallery, left);
        try (ExecutorService threads = Executors.newFixedThreadPool(browsers)) {
            for (Future<List<Fault>> judged : threads.invokeAll(Collections.nCopies(browsers, judge))) {
                found.addAll(judged.get());
            }
        }
        // One cause is mostly many faults.
        Map<String, Map<String, TreeSet<String>>> faults = new TreeMap<>();
        found.forEach(fault -> faults.computeIfAbsent(fault.what(), _ -> new TreeMap<>())
                .computeIfAbsent(fault.variant(), _ -> new TreeSet<>())
                .add(fault.screen()));
        assertThat(faults.entrySet().stream().map(each -> each.getKey() + " — " + each.getValue()))
                .as("faults of the gallery of the %s", gallery.name())
                .isEmpty();
    }

    private record Fault(String what, String variant, String screen) {}

    /** Judges variants, in a browser of this thread's own, until none is left. */
    private List<Fault> faults(Gallery gallery, Queue<Variant> left) {
        List<Fault> faults = new ArrayList<>();
        try (Playwright playwright = Playwright.create()) {
            Page page = heardPage(Chromium.launch(playwright), gallery.address(), 1280, 800);
            page.navigate(origin() + gallery.address());
            var shown = new GalleryPage(page);
            List<String> screens = shown.screens();
            assertThat(screens).hasSizeGreaterThan(3);
            Map<String, String> mainActs = listed(gallery);
            assertThat(mainActs.keySet()).as("what docs/screens.md lists").containsExactlyElementsOf(screens);
            for (Variant variant = left.poll(); variant != null; variant = left.poll()) {
                // Chromium lets no document have more than a thousand videos, also of those that are gone.
                page.reload();
                shown.resize(variant.width(), variant.height(), variant.zoom());
                for (String screen : screens) {
                    if (!variant.shows(screen)) {
                        continue;
                    }
                    shown.turnTo(variant.hash(screen));
                    if (variant.pictured() || ALL_PICTURED) {
                        shown.photograph(
                                PICTURES.resolve(gallery.name()).resolve(screen + "-" + variant.name() + ".png"));
                    }
                    // Before the focus moves, which scrolls.
                    if (gallery.oneMainAct() && !variant.modes().contains("en")) {
                        boolean atOnce = variant.zoom() == 1 && !screen.startsWith("review");
                        for (String fault : mainActFaults(shown, mainActs.getOrDefault(screen, ""), atOnce)) {
                            faults.add(new Fault(fault, variant.name(), screen));
                        }
                    }
                    for (String fault : shown.faults(variant.rules(gallery))) {
                        faults.add(new Fault(fault, variant.name(), screen));
                    }
                    if (variant.axe()) {
                        for (String fault : shown.brokenRules()) {
                            faults.add(new Fault(fault, variant.name(), screen));
                        }
                    }
                }
            }
        }
        return faults;
    }

    /**
     * The one filled button is the main action that docs/screens.md names before a colon; without one, nothing is filled.
     *
     * @param inView whether it must be seen at once; where the browser makes all larger, a list may have to be scrolled first,
     *     and what is checked before it is filed is read row by row from its top
     */
    private static List<String> mainActFaults(GalleryPage shown, String listed, boolean inView) {
        int colon = listed.indexOf(':');
        String wanted = colon < 0 ? "" : listed.substring(0, colon);
        GalleryPage.Acts acts = shown.acts();
        List<String> filled = acts.filled();
        boolean there = wanted.isEmpty()
                || (inView ? acts.inView() : acts.pressable()).stream().anyMatch(words -> words.startsWith(wanted));
        boolean alone = filled.isEmpty()
                || !wanted.isEmpty() && filled.size() == 1 && filled.getFirst().startsWith(wanted);
        return there && alone
                ? List.of()
                : List.of("main action “%s”: %s, and filled is %s"
                        .formatted(wanted, there ? "seen" : "not to be seen", filled));
    }

    /** The main actions in the page of screens, by name, in their order: those of a gallery's section. */
    private static Map<String, String> listed(Gallery gallery) {
        String section = Pattern.compile("(?ims)^## " + gallery.name() + "$(.*?)(?=^## |\\z)")
                .matcher(read(Path.of("../docs/screens.md")))
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElse("");
        Map<String, String> mainActs = new LinkedHashMap<>();
        Pattern.compile("(?m)^\\| `([\\w-]+)` \\|.*\\| ([^|]+) \\|$")
                .matcher(section)
                .results()
                .forEach(found -> mainActs.put(found.group(1), found.group(2)));
        return mainActs;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
