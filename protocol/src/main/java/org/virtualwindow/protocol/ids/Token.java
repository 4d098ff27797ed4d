package org.virtualwindow.protocol.ids;

import org.virtualwindow.protocol.values.Malformed;

/** The one shape every identifier has on the wire: 1 to 40 of letters, digits, {@code _} and {@code -}. */
final class Token {
    private static final int LONGEST = 40;

    private Token() {}

    static void check(String kind, String value) {
        if (!isToken(value)) {
            throw new Malformed("代码只能是 1 到 40 个字母、数字、“_”或“-”", kind + " must be 1 to 40 letters, digits, '_' or '-'");
        }
    }

    /** By hand: every message has two or three of these, and a pattern takes longer than the rest of reading one. */
    private static boolean isToken(String value) {
        if (value.isEmpty() || value.length() > LONGEST) {
            return false;
        }
        for (int i = 0; i < value.length(); i++) {
            if (!mayStandIn(value.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean mayStandIn(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '-';
    }
}
