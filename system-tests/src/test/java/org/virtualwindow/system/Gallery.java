package org.virtualwindow.system;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The screens of one page with sample state, how they are looked at, and what a person in front of them needs.
 *
 * @param oneMainAct whether each screen has at most one filled button, the one that docs/screens.md names
 * @param smallestGap between what can be pressed
 * @param rowsMayEndInDots whether a row of a list may be cut where its whole text shows on focus and hover
 */
record Gallery(String name, boolean oneMainAct, double smallestGap, boolean rowsMayEndInDots, List<Variant> variants) {
    /** In ways that change little but the frame around a screen: one of each kind of screen. */
    private static final List<String> OFTEN =
            List.of("attract", "choosePerson", "form", "formKeys", "formLarger", "idle", "talking", "talkingKeys");

    /** Where large letters and the lowered layout leave the least room: what asks or says something above the form. */
    private static final List<String> TIGHT = List.of(
            "attract",
            "form",
            "formKeys",
            "talking",
            "talkingAsked",
            "talkingAskedAgain",
            "talkingDenied",
            "talkingHelper",
            "talkingLedElsewhere",
            "talkingMigrationOffered",
            "talkingNoMedia");

    static final Gallery KIOSK = new Gallery(
            "kiosk",
            true,
            8,
            false,
            List.of(
                    kiosk("upright", 1080, 1920).withAxe().withPicture(),
                    kiosk("lying", 1920, 1080).withPicture(),
                    kiosk("english", 1080, 1920, "en").withPicture(),
                    kiosk("english-lying", 1920, 1080, "en"),
                    large("large", 1080, 1920, "elder").withPicture(),
                    large("large-lying-high", 1920, 1080, "elder", "high").withAxe(),
                    large("english-large", 1080, 1920, "en", "elder"),
                    kiosk("dark", 1080, 1920, "dark").withAxe(),
                    kiosk("low", 1080, 1920, "low").withAxe().withPicture().of(OFTEN),
                    large("large-low", 1080, 1920, "elder", "low").withPicture().of(TIGHT),
                    kiosk("voice", 1080, 1920, "voice").of(OFTEN),
                    new Variant("larger", 1080, 1920, 1, List.of("larger"), 26, 84, false, true, OFTEN),
                    kiosk("text150", 1080, 1920).zoomed(1.5),
                    kiosk("text150-lying", 1920, 1080).zoomed(1.5),
                    kiosk("english-text150", 1080, 1920, "en").zoomed(1.5),
                    kiosk("longest", 1080, 1920, "longest").withPicture(),
                    kiosk("longest-lying", 1920, 1080, "longest")));

    static final Gallery CONSOLE = new Gallery("console", false, 0, true, desk());
    static final Gallery HALL = new Gallery("hall", false, 0, true, desk());

    /** What a citizen opens by the code on a receipt, a leaflet or a kiosk, with a telephone or at home. */
    static final Gallery PROGRESS = new Gallery("progress", false, 8, false, citizens());

    static final Gallery PHONE = new Gallery("phone", false, 8, false, citizens());

    static final Gallery LEAFLET = new Gallery("leaflet", false, 8, false, citizens());

    private static Variant kiosk(String name, int width, int height, String... modes) {
        return new Variant(name, width, height, 1, List.of(modes), 22, 72, false, false, List.of());
    }

    private static Variant large(String name, int width, int height, String... modes) {
        return new Variant(name, width, height, 1, List.of(modes), 30, 96, false, false, List.of());
    }

    private static List<Variant> desk() {
        return List.of(
                desk("narrow", 1280, 800).withAxe().withPicture(),
                desk("middle", 1440, 900),
                desk("wide", 1920, 1080).withPicture(),
                desk("english", 1280, 800, "en").withPicture(),
                desk("wide-high", 1920, 1080, "high"),
                desk("dark", 1440, 900, "dark"),
                desk("large", 1440, 900, "large"),
                desk("text150", 1920, 1080).zoomed(1.5),
                desk("longest", 1280, 800, "longest").withPicture());
    }

    private static List<Variant> citizens() {
        return List.of(
                citizen("phone", 390, 844).withAxe().withPicture(),
                citizen("phone-english", 390, 844, "en").withPicture(),
                citizen("phone-text150", 390, 844).zoomed(1.5),
                citizen("phone-longest", 390, 844, "longest").withPicture(),
                citizen("desk", 1440, 900).withPicture());
    }

    private static Variant citizen(String name, int width, int height, String... modes) {
        return new Variant(name, width, height, 1, List.of(modes), 16, 44, false, false, List.of());
    }

    private static Variant desk(String name, int width, int height, String... modes) {
        return new Variant(name, width, height, 1, List.of(modes), 12, 24, false, false, List.of());
    }

    /** Where the list of its screens is. */
    String address() {
        return "/" + name + "/gallery.html";
    }

    /**
     * One way of looking at every screen.
     *
     * @param modes what stands behind the screen's name in the gallery's address
     * @param pictured unless all are asked for: drawing a picture takes as long as judging what is on it
     * @param screens those that are looked at in this way; empty: all
     * @param zoom as the browser's own zoom: with 1.5 the page has two thirds of the room for text of half as much again
     */
    record Variant(
            String name,
            int width,
            int height,
            double zoom,
            List<String> modes,
            double smallestText,
            double smallestTarget,
            boolean axe,
            boolean pictured,
            List<String> screens) {
        Variant zoomed(double zoom) {
            return new Variant(name, width, height, zoom, modes, smallestText, smallestTarget, axe, pictured, screens);
        }

        /** Judged by axe, too; that takes as long as all the rest. */
        Variant withAxe() {
            return new Variant(name, width, height, zoom, modes, smallestText, smallestTarget, true, pictured, screens);
        }

        Variant withPicture() {
            return new Variant(name, width, height, zoom, modes, smallestText, smallestTarget, axe, true, screens);
        }

        Variant of(List<String> screens) {
            return new Variant(name, width, height, zoom, modes, smallestText, smallestTarget, axe, pictured, screens);
        }

        boolean shows(String screen) {
            return screens.isEmpty() || screens.contains(screen);
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
                    smallestTarget,
                    "gap",
                    gallery.smallestGap,
                    "mayCut",
                    gallery.rowsMayEndInDots);
        }
    }
}
