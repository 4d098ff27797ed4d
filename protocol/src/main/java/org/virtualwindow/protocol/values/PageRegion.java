package org.virtualwindow.protocol.values;

/**
 * A place on a page, drawn by a clerk. Coordinates are fractions (0 to 1) of the width and height of the page as it is stored: from one
 * corner of the box to the opposite one.
 */
public record PageRegion(Shape shape, Double fromX, Double fromY, Double toX, Double toY) {
    /** What is drawn into the box. */
    public enum Shape {
        CIRCLE,
        RECTANGLE
    }

    /** Whether it lies on the page and has a size. */
    public boolean fitsPage() {
        return within(fromX) && within(fromY) && within(toX) && within(toY) && !fromX.equals(toX) && !fromY.equals(toY);
    }

    private static boolean within(double part) {
        return part >= 0 && part <= 1;
    }
}
