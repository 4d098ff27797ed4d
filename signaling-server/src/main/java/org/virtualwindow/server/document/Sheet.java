package org.virtualwindow.server.document;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * A4 that is written from its top down; what no longer fits goes on on the next page. Lengths are millimetres from the left and upper
 * edge, sizes of letters points.
 */
final class Sheet implements AutoCloseable {
    static final float MARGIN = 22;
    static final float WIDTH = 210 - 2 * MARGIN;

    private static final float HEIGHT = 297;
    private static final float POINTS_PER_MILLIMETRE = 72 / 25.4f;
    private static final float LEADING = 1.45f;
    private static final float ASCENT = 1.05f;
    private static final float SMALL = 9;

    private final PDDocument document;
    private final Typeface typeface;
    private final String running;
    private PDPageContentStream ink;
    private float top = MARGIN;

    /** @param running stands at the head of every page but the first, on one line */
    Sheet(PDDocument document, Typeface typeface, String running) throws IOException {
        this.document = document;
        this.typeface = typeface;
        this.running = running;
        ink = page(document);
    }

    private static PDPageContentStream page(PDDocument document) throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        return new PDPageContentStream(document, page);
    }

    static float millimetres(float points) {
        return points / POINTS_PER_MILLIMETRE;
    }

    /** How far down the next line stands. */
    float top() {
        return top;
    }

    void moveTo(float down) {
        top = down;
    }

    void space(float millimetres) {
        top += millimetres;
    }

    /** Turns to the next page unless this one has so much left; returns whether it did. */
    boolean keep(float millimetres) throws IOException {
        if (top + millimetres <= HEIGHT - MARGIN) {
            return false;
        }
        ink.close();
        ink = page(document);
        top = MARGIN;
        write(running, SMALL, MARGIN, WIDTH);
        space(4);
        return true;
    }

    /** Broken into lines where it is wider than there is room; returns whether its end stands on a later page. */
    boolean write(String text, float points, float left, float width) throws IOException {
        boolean turned = false;
        for (String line : typeface.lines(text, points, width)) {
            turned |= keep(millimetres(points) * LEADING);
            ink.beginText();
            ink.setFont(typeface.font(), points);
            ink.newLineAtOffset(x(left), y(top + millimetres(points) * ASCENT));
            ink.showText(line);
            ink.endText();
            top += millimetres(points) * LEADING;
        }
        return turned;
    }

    void rule() throws IOException {
        ink.setLineWidth(0.5f);
        ink.moveTo(x(MARGIN), y(top));
        ink.lineTo(x(MARGIN + WIDTH), y(top));
        ink.stroke();
    }

    /** @param side of the square, with the white around it */
    void qr(String content, float left, float side) throws IOException {
        ByteMatrix cells;
        try {
            cells = Encoder.encode(content, ErrorCorrectionLevel.M).getMatrix();
        } catch (WriterException e) {
            throw new IOException("this is too long for a QR code", e);
        }
        float cell = side / cells.getWidth();
        for (int row = 0; row < cells.getHeight(); row++) {
            for (int column = 0; column < cells.getWidth(); column++) {
                if (cells.get(column, row) == 1) {
                    ink.addRect(
                            x(left + column * cell),
                            y(top + (row + 1) * cell),
                            cell * POINTS_PER_MILLIMETRE,
                            cell * POINTS_PER_MILLIMETRE);
                }
            }
        }
        ink.fill();
    }

    private static float x(float millimetres) {
        return millimetres * POINTS_PER_MILLIMETRE;
    }

    private static float y(float down) {
        return (HEIGHT - down) * POINTS_PER_MILLIMETRE;
    }

    @Override
    public void close() throws IOException {
        ink.close();
    }
}
