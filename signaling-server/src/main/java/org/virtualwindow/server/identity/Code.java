package org.virtualwindow.server.identity;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** How a one-time code looks to people: 80 bits as {@code 7KQ2-M0XN-4TZD-91RC}, in letters that do not look alike. */
final class Code {
    /** Crockford's base 32: without I, L, O and U. */
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int LENGTH = 16;
    private static final Pattern SHAPE = Pattern.compile("[" + LETTERS + "]+");

    private Code() {}

    static String random() {
        return random(LENGTH);
    }

    /** @param length in symbols of five bits */
    static String random(int length) {
        var code = new StringBuilder();
        for (byte random : Secrets.bytes(length)) {
            if (code.length() % 5 == 4) {
                code.append('-');
            }
            code.append(LETTERS.charAt(random & 31));
        }
        return code.toString();
    }

    /** As it is hashed: typed in small letters, without dashes or with O for 0, it is the same code. */
    static Optional<String> normal(String typed) {
        return normal(typed, LENGTH);
    }

    static Optional<String> normal(String typed, int length) {
        if (typed.length() > 3 * length) {
            return Optional.empty();
        }
        String letters = typed.toUpperCase(Locale.ROOT)
                .replaceAll("[-\\s]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        return letters.length() == length && SHAPE.matcher(letters).matches() ? Optional.of(letters) : Optional.empty();
    }
}
