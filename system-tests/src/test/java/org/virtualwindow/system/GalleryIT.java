package org.virtualwindow.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.virtualwindow.system.Gallery.Variant;

/**
 * Every screen of the three galleries in every variant: pictured into {@code target/pictures}, and judged. Words are whole,
 * uncovered, apart, large enough and stand out from what is really painted behind them; what can be pressed is large enough
 * and shows the keyboard's focus. {@link PlantedFaultsIT} shows that each of these faults is found.
 */
class GalleryIT extends SystemTest {
    private static final Path PICTURES = Path.of("target", "pictures");

    @Test
    void theKioskIsReadableAndTouchable() {
        judge(Gallery.KIOSK);
    }

    @Test
    void theConsoleIsReadable() {
        judge(Gallery.CONSOLE);
    }

    @Test
    void theHallsBoardIsReadable() {
        judge(Gallery.HALL);
    }

    private void judge(Gallery gallery) {
        Page page = open(browser(), gallery.address(), 1280, 800);
        var shown = new GalleryPage(page);
        List<String> screens = shown.screens();
        assertThat(screens).hasSizeGreaterThan(5);
        assertThat(listed(gallery)).as("what docs/screens.md lists").containsExactlyElementsOf(screens);
        // Fault, variant, screens: one cause is mostly many faults.
        Map<String, Map<String, TreeSet<String>>> faults = new LinkedHashMap<>();
        for (Variant variant : gallery.variants()) {
            shown.resize(variant.width(), variant.height(), variant.zoom());
            for (String screen : screens) {
                shown.turnTo(variant.hash(screen));
                shown.photograph(PICTURES.resolve(gallery.name()).resolve(screen + "-" + variant.name() + ".png"));
                Stream.concat(
                                shown.faults(variant.rules(gallery)).stream(),
                                variant.axe() ? shown.brokenRules().stream() : Stream.empty())
                        .forEach(fault -> faults.computeIfAbsent(fault, _ -> new LinkedHashMap<>())
                                .computeIfAbsent(variant.name(), _ -> new TreeSet<>())
                                .add(screen));
            }
        }
        assertThat(faults.entrySet().stream().map(each -> each.getKey() + " — " + each.getValue()))
                .as("faults of the gallery of the %s", gallery.name())
                .isEmpty();
    }

    /** The names in the page of screens, in their order: those of a gallery's section. */
    private static List<String> listed(Gallery gallery) {
        String section = Pattern.compile("(?ims)^## " + gallery.name() + "$(.*?)(?=^## |\\z)")
                .matcher(read(Path.of("../docs/screens.md")))
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElse("");
        return Pattern.compile("(?m)^\\| `([\\w-]+)` \\|")
                .matcher(section)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
