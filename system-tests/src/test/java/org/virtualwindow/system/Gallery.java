package org.virtualwindow.system;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The screens of one page with sample state, how they are looked at, and what a person in front of them needs.
 *
 * @param rowsMayEndInDots whether a row of a list may be cut where its whole text shows on focus and hover
 */
record Gallery(String name, double smallestTarget, boolean rowsMayEndInDots, List<Variant> variants) {
    static final Gallery KIOSK = new Gallery(
            "kiosk",
            60,
            false,
            List.of(
                    Variant.of("upright", 1080, 1920).leastText(22).withAxe(),
                    Variant.of("lying", 1920, 1080).leastText(22),
                    Variant.of("english", 1080, 1920, "en").leastText(22),
                    Variant.of("english-lying", 1920, 1080, "en").leastText(22),
                    Variant.of("large", 1080, 1920, "elder").leastText(30),
                    Variant.of("large-lying-high", 1920, 1080, "elder", "high")
                            .leastText(30)
                            .withAxe(),
                    Variant.of("dark", 1080, 1920, "dark").leastText(22),
                    Variant.of("text150", 1080, 1920).zoomed(1.5).leastText(22),
                    Variant.of("longest", 1080, 1920, "longest").leastText(22)));

    static final Gallery CONSOLE = new Gallery("console", 24, true, desk());
    static final Gallery HALL = new Gallery("hall", 24, true, desk());

    private static List<Variant> desk() {
        return List.of(
                Variant.of("narrow", 1280, 800).withAxe(),
                Variant.of("english", 1280, 800, "en"),
                Variant.of("wide-high", 1920, 1080, "high"),
                Variant.of("dark", 1440, 900, "dark"),
                Variant.of("large", 1440, 900, "large"),
                Variant.of("text150", 1920, 1080).zoomed(1.5),
                Variant.of("longest", 1280, 800, "longest"));
    }

    /** Where the list of its screens is. */
    String address() {
        return "/" + name + "/gallery.html";
    }

    /**
     * One way of looking at every screen.
     *
     * @param modes what stands behind the screen's name in the gallery's address
     * @param zoom as the browser's own zoom: with 1.5 the page has two thirds of the room for text of half as much again
     */
    record Variant(
            String name, int width, int height, double zoom, List<String> modes, double smallestText, boolean axe) {
        static Variant of(String name, int width, int height, String... modes) {
            return new Variant(name, width, height, 1, List.of(modes), 12, false);
        }

        Variant zoomed(double zoom) {
            return new Variant(name, width, height, zoom, modes, smallestText, axe);
        }

        Variant leastText(double size) {
            return new Variant(name, width, height, zoom, modes, size, axe);
        }

        /** Judged by axe, too; that takes as long as all the rest. */
        Variant withAxe() {
            return new Variant(name, width, height, zoom, modes, smallestText, true);
        }

        String hash(String screen) {
            List<String> parts = new ArrayList<>(List.of(screen));
            parts.addAll(modes);
            return "#" + String.join(",", parts);
        }

        Map<String, Object> rules(Gallery gallery) {
            boolean contrastMode = modes.contains("high") || modes.contains("dark");
            return Map.of(
                    "contrast",
                    contrastMode ? 7.0 : 4.5,
                    "text",
                    smallestText,
                    "target",
                    gallery.smallestTarget,
                    "mayCut",
                    gallery.rowsMayEndInDots);
        }
    }
}
