package org.virtualwindow.protocol.values;

/** Text from people: no half surrogate pairs and no control characters but line breaks and tabs. */
final class WellFormed {
    private WellFormed() {}

    static void check(String kind, String text) {
        text.codePoints().forEach(point -> {
            boolean lone = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
            boolean control =
                    Character.getType(point) == Character.CONTROL && point != '\n' && point != '\t' && point != '\r';
            if (lone || control) {
                throw new IllegalArgumentException(kind + " holds a character that no keyboard writes");
            }
        });
    }
}
