package org.virtualwindow.server.form;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.virtualwindow.server.form.IssueCode.Finding;

/** Numbers on papers that say who somebody is. */
final class IdNumbers {
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_DIGITS = "10X98765432";

    private IdNumbers() {}

    /** Judges by the type of paper beside it; a number without any type field is a resident identity number. */
    static Optional<Finding> idNo(String text, Beside beside) {
        return switch (beside.idType().orElse("RESIDENT_ID")) {
            case "" -> Optional.empty(); // the type is missing, and has an issue of its own
            case "RESIDENT_ID", "HOUKOU_BOOK" -> resident(text, beside.today(), false);
            case "HK_MO_TW_RESIDENCE" -> resident(text, beside.today(), true);
            case "PASSPORT" -> unless(latin(text, 5, 17), IssueCode.ID_NO_PASSPORT);
            case "HK_MO_PERMIT" ->
                unless(
                        (text.startsWith("H") || text.startsWith("M"))
                                && (text.length() == 9 || text.length() == 11)
                                && digits(text.substring(1)),
                        IssueCode.ID_NO_HK_MO_PERMIT);
            case "TW_PERMIT" ->
                unless((text.length() == 8 || text.length() == 10) && digits(text), IssueCode.ID_NO_TW_PERMIT);
            default -> unless(latin(text, 5, 18), IssueCode.ID_NO_OTHER);
        };
    }

    /** GB 11643. The first six digits are the division when first given, so old and unknown ones are right. */
    private static Optional<Finding> resident(String text, LocalDate today, boolean residence) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            boolean last = i == 17 && text.charAt(i) == 'X';
            if (!Tidying.digit(text.charAt(i)) && !last) {
                return Optional.of(IssueCode.ID_NO_CHARACTERS.with());
            }
        }
        if (length < 18) {
            return Optional.of(IssueCode.ID_NO_LENGTH.with(18 - length));
        }
        if (length > 18) {
            return Optional.of(IssueCode.ID_NO_LONG.with(length - 18));
        }
        if (text.charAt(0) == '0') {
            return Optional.of(IssueCode.ID_NO_REGION.with());
        }
        if (residence && !(text.startsWith("81") || text.startsWith("82") || text.startsWith("83"))) {
            return Optional.of(IssueCode.ID_NO_RESIDENCE.with());
        }
        Optional<LocalDate> born = Dates.day(
                Integer.parseInt(text.substring(6, 10)),
                Integer.parseInt(text.substring(10, 12)),
                Integer.parseInt(text.substring(12, 14)));
        if (born.isEmpty() || born.get().getYear() < 1800) {
            return Optional.of(IssueCode.ID_NO_DATE.with());
        }
        if (born.get().isAfter(today)) {
            return Optional.of(IssueCode.ID_NO_FUTURE.with());
        }
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += (text.charAt(i) - '0') * WEIGHTS[i];
        }
        return unless(CHECK_DIGITS.charAt(sum % 11) == text.charAt(17), IssueCode.ID_NO_CHECKSUM);
    }

    private static boolean latin(String text, int fewest, int most) {
        return text.length() >= fewest
                && text.length() <= most
                && all(text, point -> Tidying.digit(point) || point >= 'A' && point <= 'Z');
    }

    private static boolean digits(String text) {
        return all(text, Tidying::digit);
    }

    private static boolean all(String text, IntPredicate wanted) {
        return text.chars().allMatch(wanted);
    }

    private static Optional<Finding> unless(boolean right, IssueCode otherwise) {
        return right ? Optional.empty() : Optional.of(otherwise.with());
    }
}
