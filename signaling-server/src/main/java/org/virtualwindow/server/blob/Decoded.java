package org.virtualwindow.server.blob;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.color.ColorSpace;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.SampleModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** A picture, upright and in the colours of screens. */
record Decoded(BufferedImage image) {
    private static final int LONGEST_SIDE = 12_000;
    private static final long MOST_PIXELS = 40_000_000;
    /** Of one picture in memory: {@link #MOST_PIXELS} of four bytes. */
    private static final long MOST_BITS = MOST_PIXELS * 4 * 8;

    private static final float QUALITY = 0.85f;

    /** Looks at how large it says it is before a byte is set aside for it. */
    static Decoded of(byte[] file, PictureType type, Deadline deadline) throws IOException, NotTaken {
        return within(file, type, LONGEST_SIDE, deadline);
    }

    /** As {@link #of}, made smaller until its longer side is at most this. */
    static Decoded within(byte[] file, PictureType type, int side, Deadline deadline) throws IOException, NotTaken {
        ImageReader reader = ImageIO.getImageReadersByFormatName(type.format()).next();
        List<String> warnings = new ArrayList<>();
        reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
        try (ImageInputStream in = new MemoryCacheImageInputStream(deadline.over(new ByteArrayInputStream(file)))) {
            reader.setInput(in, true, true);
            int longest = longestSide(reader);
            ImageReadParam param = reader.getDefaultReadParam();
            int step = Math.max(1, longest / (2 * side));
            param.setSourceSubsampling(step, step, 0, 0);
            BufferedImage read = reader.read(0, param);
            deadline.check();
            // The decoder fills what is missing with grey and only warns.
            if (warnings.stream().anyMatch(text -> text.startsWith("Truncated") || text.startsWith("Corrupt"))) {
                throw new NotTaken(Refused.BROKEN_PICTURE);
            }
            Orientation orientation = type == PictureType.JPEG ? Orientation.of(file) : Orientation.UPRIGHT;
            return new Decoded(drawn(
                    read, orientation, Math.min(1, (double) side / Math.max(read.getWidth(), read.getHeight()))));
        } finally {
            reader.dispose();
        }
    }

    private static int longestSide(ImageReader reader) throws IOException, NotTaken {
        long width = reader.getWidth(0);
        long height = reader.getHeight(0);
        if (width > LONGEST_SIDE || height > LONGEST_SIDE || width * height > MOST_PIXELS) {
            throw new NotTaken(Refused.TOO_MANY_PIXELS);
        }
        Iterator<ImageTypeSpecifier> types = reader.getImageTypes(0);
        if (!types.hasNext()) {
            throw new NotTaken(Refused.BROKEN_PICTURE);
        }
        if (width * height * bits(types.next().getSampleModel()) > MOST_BITS) {
            throw new NotTaken(Refused.TOO_MANY_PIXELS);
        }
        return (int) Math.max(width, height);
    }

    private static long bits(SampleModel pixels) {
        long bits = 0;
        for (int size : pixels.getSampleSize()) {
            bits += size;
        }
        return bits;
    }

    private static BufferedImage drawn(BufferedImage read, Orientation orientation, double scale) {
        if (orientation == Orientation.UPRIGHT && scale == 1 && isOfScreens(read)) {
            return read;
        }
        int width = Math.max(1, (int) Math.round(read.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(read.getHeight() * scale));
        AffineTransform turn = orientation.upright(width, height);
        turn.scale((double) width / read.getWidth(), (double) height / read.getHeight());
        boolean sideways = orientation.swapsSides();
        BufferedImage drawn = new BufferedImage(
                sideways ? height : width,
                sideways ? width : height,
                read.getColorModel().hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = drawn.createGraphics();
        if (scale < 1) {
            pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        }
        pen.drawImage(read, turn, null);
        pen.dispose();
        return drawn;
    }

    private static boolean isOfScreens(BufferedImage image) {
        ColorSpace colours = image.getColorModel().getColorSpace();
        return colours.isCS_sRGB() || colours == ColorSpace.getInstance(ColorSpace.CS_GRAY);
    }

    byte[] encoded(PictureType type) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(type.format()).next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            if (type == PictureType.JPEG) {
                param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                param.setCompressionQuality(QUALITY);
            }
            writer.setOutput(out);
            writer.write(null, new IIOImage(type == PictureType.JPEG ? opaque(image) : image, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** JPEG knows no transparency: what shines through is white, as paper is. */
    private static BufferedImage opaque(BufferedImage image) {
        int kind = image.getType();
        if (kind == BufferedImage.TYPE_3BYTE_BGR
                || kind == BufferedImage.TYPE_INT_RGB
                || kind == BufferedImage.TYPE_BYTE_GRAY) {
            return image;
        }
        BufferedImage opaque = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = opaque.createGraphics();
        pen.drawImage(image, 0, 0, Color.WHITE, null);
        pen.dispose();
        return opaque;
    }
}
