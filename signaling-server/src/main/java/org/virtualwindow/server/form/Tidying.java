package org.virtualwindow.server.form;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import org.virtualwindow.protocol.ServiceItem.Field;
import org.virtualwindow.protocol.values.FieldValue;

/** Makes one spelling of the many that mean the same. Every function reads its text once, from left to right. */
final class Tidying {
    /** Checks of codes that are written with digits and letters only. */
    private static final Set<String> CODES =
            Set.of("regionCode", "industryCode", "plateNo", "vin", "birthCertNo", "unitNo");

    private Tidying() {}

    static FieldValue tidy(Field field, FieldValue value) {
        String text = Normalizer.normalize(value.text(), Normalizer.Form.NFC);
        text = switch (field.kind()) {
            case LONG_TEXT -> trimmed(text);
            case CHOICE, YES_NO -> trimmed(text);
            case TEXT -> tidyText(field, oneLine(text));
            case ID_NUMBER, CREDIT_CODE -> code(text);
            case MOBILE -> mobile(without(ascii(text), " -"));
            case AMOUNT -> without(ascii(text), " ,");
            case WHOLE -> without(ascii(text), " ,");
            case DIGITS -> without(ascii(text), " -");
            case PERCENT -> without(ascii(text), " %");
            case DATE -> date(without(ascii(text), " "));
            case SIGNATURE -> text;
        };
        // Composing may lengthen a text beyond what a value can hold; such a one is kept as it came.
        return text.length() > FieldValue.LONGEST ? value : new FieldValue(text);
    }

    private static String tidyText(Field field, String text) {
        if (field.checks().stream().anyMatch(CODES::contains)) {
            return code(text);
        }
        boolean name = field.checks().contains("personName") || field.checks().contains("personOrUnitName");
        return name ? name(text) : text;
    }

    private static String code(String text) {
        return without(ascii(text), " -·").toUpperCase(Locale.ROOT);
    }

    /** Full-width digits, letters, punctuation and spaces as their ASCII twins. */
    private static String ascii(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit >= '！' && unit <= '～') {
                out.append((char) (unit - '！' + '!'));
            } else {
                out.append(space(unit) ? ' ' : unit);
            }
        }
        return out.toString();
    }

    private static String without(String text, String unwanted) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (unwanted.indexOf(text.charAt(i)) < 0) {
                out.append(text.charAt(i));
            }
        }
        return out.toString();
    }

    private static String mobile(String text) {
        return text.startsWith("+86") ? text.substring(3) : text;
    }

    /** {@code 2026年1月2日}, {@code 2026/1/2}, {@code 2026.1.2} and {@code 20260102} as {@code 2026-01-02}; all else as it is. */
    private static String date(String text) {
        if (text.length() == 8 && text.chars().allMatch(Tidying::digit)) {
            return text.substring(0, 4) + "-" + text.substring(4, 6) + "-" + text.substring(6);
        }
        if (text.length() < 8 || text.length() > 11) {
            return text;
        }
        String parts = text.replace('年', '-')
                .replace('月', '-')
                .replace('/', '-')
                .replace('.', '-')
                .replace("日", "");
        int first = parts.indexOf('-');
        int second = parts.indexOf('-', first + 1);
        if (first != 4 || second < 6 || second > 7 || parts.length() - second < 2 || parts.length() - second > 3) {
            return text;
        }
        return parts.substring(0, 4) + "-" + two(parts.substring(5, second)) + "-" + two(parts.substring(second + 1));
    }

    private static String two(String number) {
        return number.length() == 1 ? "0" + number : number;
    }

    /** Names: every dot people use between Han parts as {@code ·}, and no spaces between Han characters. */
    private static String name(String text) {
        String plain = halfWidthLetters(text);
        int[] points = plain.codePoints().toArray();
        StringBuilder out = new StringBuilder(plain.length());
        for (int i = 0; i < points.length; i++) {
            boolean between = i > 0 && han(points[i - 1]) && i + 1 < points.length && han(points[i + 1]);
            if (between && "•.．・･‧∙⋅".indexOf(points[i]) >= 0) {
                out.append('·');
            } else if (!(between && points[i] == ' ')) {
                out.appendCodePoint(points[i]);
            }
        }
        return out.toString();
    }

    private static String halfWidthLetters(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            boolean letter = unit >= 'Ａ' && unit <= 'Ｚ' || unit >= 'ａ' && unit <= 'ｚ' || unit >= '０' && unit <= '９';
            out.append(letter ? (char) (unit - '！' + '!') : unit);
        }
        return out.toString();
    }

    private static String oneLine(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            out.append(space(text.charAt(i)) ? ' ' : text.charAt(i));
        }
        return trimmed(out.toString());
    }

    private static String trimmed(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && space(text.charAt(from))) {
            from++;
        }
        while (to > from && space(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    /** White space of every alphabet, and the invisible marks that come along when people paste. */
    private static boolean space(char unit) {
        return Character.isWhitespace(unit)
                || Character.isSpaceChar(unit)
                || unit == '\u200B'
                || unit == '\u200E'
                || unit == '\u200F'
                || unit == '\uFEFF';
    }

    static boolean digit(int point) {
        return point >= '0' && point <= '9';
    }

    static boolean han(int point) {
        return Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN;
    }
}
