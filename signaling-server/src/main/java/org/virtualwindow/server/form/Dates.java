package org.virtualwindow.server.form;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.virtualwindow.server.form.IssueCode.Finding;

/** Days of the calendar, written {@code 2026-01-31}. */
final class Dates {
    private Dates() {}

    static Optional<Finding> date(String text) {
        if (!shaped(text)) {
            return Optional.of(IssueCode.DATE_SHAPE.with());
        }
        return read(text).isPresent() ? Optional.empty() : Optional.of(IssueCode.DATE_NONE.with());
    }

    /** Today counts as past. What is no date at all is for {@link #date} to say. */
    static Optional<Finding> past(String text, LocalDate today) {
        return read(text).filter(day -> day.isAfter(today)).map(_ -> IssueCode.DATE_FUTURE.with());
    }

    static Optional<LocalDate> day(int year, int month, int day) {
        return year >= 1
                        && month >= 1
                        && month <= 12
                        && day >= 1
                        && day <= YearMonth.of(year, month).lengthOfMonth()
                ? Optional.of(LocalDate.of(year, month, day))
                : Optional.empty();
    }

    static Optional<LocalDate> read(String text) {
        return shaped(text)
                ? day(
                        Integer.parseInt(text.substring(0, 4)),
                        Integer.parseInt(text.substring(5, 7)),
                        Integer.parseInt(text.substring(8)))
                : Optional.empty();
    }

    private static boolean shaped(String text) {
        if (text.length() != 10) {
            return false;
        }
        for (int i = 0; i < 10; i++) {
            boolean dash = i == 4 || i == 7;
            if (dash ? text.charAt(i) != '-' : !Tidying.digit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
