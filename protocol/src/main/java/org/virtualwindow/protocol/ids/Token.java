package org.virtualwindow.protocol.ids;

import java.util.regex.Pattern;

/** The one shape every identifier has on the wire: 1 to 40 of letters, digits, {@code _} and {@code -}. */
final class Token {
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{1,40}");

    private Token() {}

    static void check(String kind, String value) {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException(kind + " must be 1 to 40 letters, digits, '_' or '-'");
        }
    }
}
