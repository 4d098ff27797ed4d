package org.virtualwindow.server.form;

/**
 * A signature as text: {@code 12,90 40,31;88,20 90,140}. Whole numbers in a box and three signs between them, so it can be no markup,
 * and every browser draws the same. The browsers' twin is {@code form/strokes.ts}; both are held to {@code strokes.samples.json}.
 */
final class Strokes {
    static final int WIDTH = 600;
    static final int HEIGHT = 200;
    static final int MOST_POINTS = 400;
    /** In characters: as many points as there may be, each as long as one can be, and a sign after it. */
    static final int LONGEST = MOST_POINTS * 8;

    private Strokes() {}

    /** Whether it is drawn: every point in the box, and a line somewhere, not dots alone. */
    static boolean areDrawn(String text) {
        int points = 0;
        boolean line = false;
        for (String stroke : text.split(";", -1)) {
            String[] ofStroke = stroke.split(" ", -1);
            points += ofStroke.length;
            if (points > MOST_POINTS) {
                return false;
            }
            for (String point : ofStroke) {
                int comma = point.indexOf(',');
                if (comma < 0
                        || !isWithin(point.substring(0, comma), WIDTH)
                        || !isWithin(point.substring(comma + 1), HEIGHT)) {
                    return false;
                }
            }
            line |= ofStroke.length > 1;
        }
        return line;
    }

    /** A whole number from 0 to {@code most}, written in the one way there is. */
    private static boolean isWithin(String number, int most) {
        if (number.isEmpty() || number.length() > 3 || number.length() > 1 && number.charAt(0) == '0') {
            return false;
        }
        int value = 0;
        for (int i = 0; i < number.length(); i++) {
            if (!Tidying.digit(number.charAt(i))) {
                return false;
            }
            value = value * 10 + number.charAt(i) - '0';
        }
        return value <= most;
    }
}
