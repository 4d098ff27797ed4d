package org.virtualwindow.server.form;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;
import org.virtualwindow.server.form.IssueCode.Finding;

/** Money, shares, mobile numbers and codes of digits. */
final class Numbers {
    private static final BigDecimal MOST = new BigDecimal("9999999999.99");
    private static final BigDecimal WHOLE = new BigDecimal(100);
    private static final int MOBILE_DIGITS = 11;
    /** Longer ones are refused unread. */
    private static final int LONGEST_DECIMAL = 30;

    private Numbers() {}

    static Optional<Finding> amount(String text) {
        Optional<BigDecimal> amount = decimal(text);
        if (amount.isEmpty()) {
            return Optional.of(IssueCode.AMOUNT_SHAPE.with());
        }
        if (amount.get().scale() > 2) {
            return Optional.of(IssueCode.AMOUNT_PLACES.with());
        }
        if (amount.get().signum() == 0) {
            return Optional.of(IssueCode.AMOUNT_ZERO.with());
        }
        return amount.get().compareTo(MOST) > 0
                ? Optional.of(IssueCode.AMOUNT_LARGE.with(MOST.toPlainString()))
                : Optional.empty();
    }

    static Optional<Finding> percent(String text) {
        Optional<BigDecimal> percent = decimal(text);
        if (percent.isEmpty()) {
            return Optional.of(IssueCode.PERCENT_SHAPE.with());
        }
        if (percent.get().scale() > 2) {
            return Optional.of(IssueCode.PERCENT_PLACES.with());
        }
        boolean possible = percent.get().signum() > 0 && percent.get().compareTo(WHOLE) <= 0;
        return possible ? Optional.empty() : Optional.of(IssueCode.PERCENT_RANGE.with());
    }

    static Optional<Finding> whole(String text) {
        boolean right = text.chars().allMatch(Tidying::digit) && (text.length() == 1 || text.charAt(0) != '0');
        return right ? Optional.empty() : Optional.of(IssueCode.WHOLE_SHAPE.with());
    }

    static Optional<Finding> digits(String text, int fewest, int most) {
        if (!text.chars().allMatch(Tidying::digit)) {
            return Optional.of(IssueCode.DIGITS_CHARACTERS.with());
        }
        String wanted = fewest == most ? String.valueOf(most) : fewest + "–" + most;
        return text.length() < fewest || text.length() > most
                ? Optional.of(IssueCode.DIGITS_COUNT.with(wanted, text.length()))
                : Optional.empty();
    }

    static Optional<Finding> yesNo(String text) {
        return text.equals("true") || text.equals("false") ? Optional.empty() : Optional.of(IssueCode.YES_NO.with());
    }

    static Optional<Finding> mobile(String text) {
        if (!text.chars().allMatch(Tidying::digit)) {
            return Optional.of(IssueCode.MOBILE_CHARACTERS.with());
        }
        int length = text.length();
        if (length < MOBILE_DIGITS) {
            return Optional.of(IssueCode.MOBILE_SHORT.with(MOBILE_DIGITS - length));
        }
        if (length > MOBILE_DIGITS) {
            return Optional.of(IssueCode.MOBILE_LONG.with(length - MOBILE_DIGITS));
        }
        boolean possible = text.charAt(0) == '1' && text.charAt(1) >= '3';
        return possible ? Optional.empty() : Optional.of(IssueCode.MOBILE_PREFIX.with());
    }

    /** GB/T 2260: six digits, nine with the street, twelve with the community. */
    static Optional<Finding> regionCode(String text) {
        boolean length = text.length() == 6 || text.length() == 9 || text.length() == 12;
        boolean right = length && text.chars().allMatch(Tidying::digit) && text.charAt(0) != '0';
        return right ? Optional.empty() : Optional.of(IssueCode.REGION_CODE.with());
    }

    /** GB/T 4754: the letter of the section and two to four digits. */
    static Optional<Finding> industryCode(String text) {
        boolean right = text.length() >= 3
                && text.length() <= 5
                && text.charAt(0) >= 'A'
                && text.charAt(0) <= 'T'
                && text.chars().skip(1).allMatch(Tidying::digit);
        return right ? Optional.empty() : Optional.of(IssueCode.INDUSTRY_CODE.with());
    }

    /** Digits with at most one point between them; no signs, no exponents. */
    static Optional<BigDecimal> decimal(String text) {
        int point = text.indexOf('.');
        boolean digits = text.chars().filter(unit -> unit != '.').allMatch(Tidying::digit);
        boolean onePoint = point < 0 || point > 0 && point < text.length() - 1 && text.indexOf('.', point + 1) < 0;
        return text.isEmpty() || text.length() > LONGEST_DECIMAL || !digits || !onePoint
                ? Optional.empty()
                : Optional.of(new BigDecimal(text));
    }

    /** A number of signs, of one or two digits. */
    static OptionalInt count(String text) {
        boolean right = !text.isEmpty() && text.length() <= 2 && text.chars().allMatch(Tidying::digit);
        return right ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }

    /** A decimal that may have a minus in front: what rules count with. */
    static Optional<BigDecimal> signed(String text) {
        return text.startsWith("-") ? decimal(text.substring(1)).map(BigDecimal::negate) : decimal(text);
    }

    /** As people write it: 90 and not 90.00. */
    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
