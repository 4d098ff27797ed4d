package org.virtualwindow.kiosk.driver.card;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates as cards and readers write them. */
public final class CardDates {
    private static final Pattern DATE = Pattern.compile("(\\d{4})[-./年]?(\\d{2})[-./月]?(\\d{2})日?");

    private CardDates() {}

    /** 19620308, 1962-03-08, 1962.03.08 or 1962年03月08日, as 1962-03-08. */
    public static Optional<String> date(String text) {
        Matcher parts = DATE.matcher(text.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(number(parts, 1), number(parts, 2), number(parts, 3))
                    .toString());
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static int number(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }
}
