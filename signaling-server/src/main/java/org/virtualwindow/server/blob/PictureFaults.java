package org.virtualwindow.server.blob;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.virtualwindow.protocol.values.PictureFault;

/**
 * What is wrong with the picture of a page. It is looked at in squares, because a page is mostly empty: a measure over the whole
 * would take a sheet with two lines of print for a blurred one. What the thresholds part is written down in {@code
 * PictureFaultsTest}, which measures pages whose faults are known.
 */
final class PictureFaults {
    /** The picture is looked at in this size, so that the same page gives the same answer from a camera and from a scanner. */
    private static final int SIDE = 1600;

    private static final int SQUARE = 16;
    /** Where the lightest square is no lighter, there was too little light. A sheet in a lit room has 150 to 255. */
    private static final int DARK = 100;
    /**
     * Where something is printed, the energy of steps of one point is 0.38 to 0.52 of that of steps of four while the print is sharp,
     * 0.2 where it is spread over three points and can still be read, and 0.08 to 0.13 once it is spread over five and more.
     */
    private static final int FAR = 4;

    private static final double SHARP = 0.16;
    /** Energy of a square in which something stands: above the noise of the sensor. */
    private static final double PRINTED = 10;

    private static final int FEWEST_PRINTED = 8;
    private static final int SATURATED = 250;
    private static final double GLARE_LEAST = 0.004;
    private static final double GLARE_MOST = 0.4;
    /** What lies around a mirrored lamp is paper that is lighter than its own print and not yet white. */
    private static final int PAPER = 130;

    private PictureFaults() {}

    static List<PictureFault> of(BufferedImage picture) {
        Squares squares = Squares.of(grey(picture));
        List<PictureFault> faults = new ArrayList<>();
        if (squares.lightest() <= DARK) {
            faults.add(PictureFault.DARK);
        }
        if (squares.sharpness() < SHARP) {
            faults.add(PictureFault.BLURRED);
        }
        double glare = squares.glare();
        if (glare >= GLARE_LEAST && glare <= GLARE_MOST) {
            faults.add(PictureFault.GLARE);
        }
        return faults;
    }

    private record Grey(int width, int height, int[] light) {
        int at(int x, int y) {
            return light[y * width + x];
        }
    }

    private static Grey grey(BufferedImage picture) {
        double scale = Math.min(1, (double) SIDE / Math.max(picture.getWidth(), picture.getHeight()));
        int width = Math.max(1, (int) (picture.getWidth() * scale));
        int height = Math.max(1, (int) (picture.getHeight() * scale));
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = small.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(picture, 0, 0, width, height, null);
        pen.dispose();
        return new Grey(width, height, small.getRaster().getSamples(0, 0, width, height, 0, (int[]) null));
    }

    /**
     * @param paper the light of each square, as its paper has it: an eighth of it is lighter
     * @param near the mean energy of steps of one point in each square
     * @param far that of steps of {@link #FAR} points
     */
    private record Squares(int across, int down, int[] paper, double[] near, double[] far) {
        static Squares of(Grey grey) {
            int across = grey.width() / SQUARE;
            int down = grey.height() / SQUARE;
            Squares squares = new Squares(
                    across, down, new int[across * down], new double[across * down], new double[across * down]);
            for (int square = 0; square < across * down; square++) {
                int left = square % across * SQUARE;
                int top = square / across * SQUARE;
                int[] seen = new int[SQUARE * SQUARE];
                for (int i = 0; i < seen.length; i++) {
                    seen[i] = grey.at(left + i % SQUARE, top + i / SQUARE);
                }
                squares.near[square] = energy(seen, 1);
                squares.far[square] = energy(seen, FAR);
                Arrays.sort(seen);
                squares.paper[square] = seen[seen.length * 7 / 8];
            }
            return squares;
        }

        /** The mean of the squares of all differences between points that are so far from each other, across and down. */
        private static double energy(int[] seen, int step) {
            long sum = 0;
            for (int line = 0; line < SQUARE; line++) {
                for (int i = step; i < SQUARE; i++) {
                    int across = seen[line * SQUARE + i] - seen[line * SQUARE + i - step];
                    int down = seen[i * SQUARE + line] - seen[(i - step) * SQUARE + line];
                    sum += (long) across * across + (long) down * down;
                }
            }
            return (double) sum / (2 * SQUARE * (SQUARE - step));
        }

        int lightest() {
            return Arrays.stream(paper).max().orElse(255);
        }

        /** How much of the far steps the near ones have, where something is printed; 1 where too little is to say. */
        double sharpness() {
            double[] sorted = near.clone();
            Arrays.sort(sorted);
            // most of a page is empty: there it is the sensor's noise, which is the same in both
            double noise = sorted.length == 0 ? 0 : sorted[sorted.length / 4];
            double nears = 0;
            double fars = 0;
            int printed = 0;
            for (int square = 0; square < far.length; square++) {
                if (far[square] - noise > PRINTED + noise / 2) {
                    printed++;
                    nears += near[square] - noise;
                    fars += far[square] - noise;
                }
            }
            return printed < FEWEST_PRINTED ? 1 : nears / fars;
        }

        /** The share of squares that are white amid paper that is not. */
        double glare() {
            int white = 0;
            int border = 0;
            int soft = 0;
            for (int square = 0; square < paper.length; square++) {
                if (paper[square] >= SATURATED) {
                    white++;
                } else if (touchesWhite(square)) {
                    border++;
                    soft += paper[square] >= PAPER ? 1 : 0;
                }
            }
            return border > 0 && soft * 2 > border ? (double) white / paper.length : 0;
        }

        private boolean touchesWhite(int square) {
            int x = square % across;
            int y = square / across;
            return x > 0 && paper[square - 1] >= SATURATED
                    || x + 1 < across && paper[square + 1] >= SATURATED
                    || y > 0 && paper[square - across] >= SATURATED
                    || y + 1 < down && paper[square + across] >= SATURATED;
        }
    }
}
