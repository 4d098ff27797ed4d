package org.virtualwindow.server.blob;

import java.awt.geom.AffineTransform;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * How a camera was held, by the tag 0x0112 of a JPEG's EXIF (CIPA DC-008, 4.6.5): the eight ways in which the rows of a file can lie
 * in the picture. What cannot be read counts as upright.
 */
enum Orientation {
    UPRIGHT(1, 0, 0, 1),
    MIRRORED(-1, 0, 0, 1),
    UPSIDE_DOWN(-1, 0, 0, -1),
    FLIPPED(1, 0, 0, -1),
    TRANSPOSED(0, 1, 1, 0),
    LEFT_DOWN(0, 1, -1, 0),
    TRANSVERSED(0, -1, -1, 0),
    RIGHT_DOWN(0, -1, 1, 0);

    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final int START_OF_SCAN = 0xda;
    private static final int APP1 = 0xe1;
    private static final int TAG = 0x0112;
    private static final int ENTRY = 12;

    private final int m00;
    private final int m10;
    private final int m01;
    private final int m11;

    /** A step right in the file leads {@code (m00, m10)} in the picture, a step down {@code (m01, m11)}. */
    Orientation(int m00, int m10, int m01, int m11) {
        this.m00 = m00;
        this.m10 = m10;
        this.m01 = m01;
        this.m11 = m11;
    }

    boolean swapsSides() {
        return m00 == 0;
    }

    /** From a file of this size to the picture. */
    AffineTransform upright(int width, int height) {
        int x = (m00 < 0 ? width : 0) + (m01 < 0 ? height : 0);
        int y = (m10 < 0 ? width : 0) + (m11 < 0 ? height : 0);
        return new AffineTransform(m00, m10, m01, m11, x, y);
    }

    static Orientation of(byte[] jpeg) {
        try {
            return read(ByteBuffer.wrap(jpeg));
        } catch (IndexOutOfBoundsException | IllegalArgumentException cut) {
            return UPRIGHT;
        }
    }

    private static Orientation read(ByteBuffer file) {
        int at = 2;
        while ((file.get(at) & 0xff) == 0xff && (file.get(at + 1) & 0xff) != START_OF_SCAN) {
            int length = file.getShort(at + 2) & 0xffff;
            if ((file.get(at + 1) & 0xff) == APP1 && length > EXIF.length + 2) {
                ByteBuffer segment = file.slice(at + 4, length - 2);
                if (segment.slice(0, EXIF.length).equals(ByteBuffer.wrap(EXIF))) {
                    return inTiff(segment.slice(EXIF.length, segment.limit() - EXIF.length));
                }
            }
            at += 2 + length;
        }
        return UPRIGHT;
    }

    private static Orientation inTiff(ByteBuffer tiff) {
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = tiff.getShort(directory) & 0xffff;
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + i * ENTRY;
            if ((tiff.getShort(entry) & 0xffff) == TAG) {
                int value = tiff.getShort(entry + 8);
                return value >= 1 && value <= values().length ? values()[value - 1] : UPRIGHT;
            }
        }
        return UPRIGHT;
    }
}
