package org.virtualwindow.kiosk.driver.simulated;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.virtualwindow.protocol.values.Trouble;

/**
 * What goes wrong with a simulated device and when: {@code media-empty after 1 for 2 s, media-jam after 5, hang after 7}. A word is a
 * {@link Trouble} or a {@link Misdeed}, in small letters; {@code after} counts sheets, pages or cards; without {@code for} it stays.
 */
record Script(List<Step> steps) {
    static final Script NONE = new Script(List.of());

    private static final Pattern STEP =
            Pattern.compile("(?<what>[a-z-]+)(?: after (?<after>\\d{1,6}))?(?: for (?<seconds>\\d{1,6}) s)?");

    /** What no trouble of a device is, and drivers do all the same. */
    enum Misdeed {
        /** It does not come back, whoever interrupts it. */
        HANG,
        /** It throws what it may not throw. */
        CRASH,
        /** It says a thousand times a second how far it is. */
        FLOOD,
        /** It returns what was not asked for. */
        NONSENSE
    }

    /**
     * @param trouble or else {@code misdeed}
     * @param after how much was done before
     * @param lasts once it was noticed
     */
    record Step(Optional<Trouble> trouble, Optional<Misdeed> misdeed, int after, Optional<Duration> lasts) {}

    /** @throws IllegalArgumentException with a sentence for whoever wrote it */
    static Script of(String text) {
        if (text.isBlank()) {
            return NONE;
        }
        List<Step> steps = new ArrayList<>();
        for (String part : text.strip().split("\\s*[,\\n]\\s*", -1)) {
            Matcher step = STEP.matcher(part);
            if (!step.matches()) {
                throw new IllegalArgumentException("\"" + part + "\" is not like: media-empty after 1 for 2 s");
            }
            String what = step.group("what").replace('-', '_').toUpperCase(Locale.ROOT);
            Optional<Trouble> trouble = named(Trouble.values(), what);
            Optional<Misdeed> misdeed = named(Misdeed.values(), what);
            if (trouble.isEmpty() && misdeed.isEmpty()) {
                throw new IllegalArgumentException("there is no trouble \"" + step.group("what") + "\"");
            }
            steps.add(new Step(
                    trouble,
                    misdeed,
                    Optional.ofNullable(step.group("after"))
                            .map(Integer::parseInt)
                            .orElse(0),
                    Optional.ofNullable(step.group("seconds"))
                            .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))));
        }
        return new Script(List.copyOf(steps));
    }

    private static <T extends Enum<T>> Optional<T> named(T[] values, String name) {
        return Arrays.stream(values).filter(value -> value.name().equals(name)).findFirst();
    }
}
