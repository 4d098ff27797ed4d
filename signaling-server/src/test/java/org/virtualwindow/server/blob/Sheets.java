package org.virtualwindow.server.blob;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pages as a scanner or a camera makes them, and files as an attacker does. */
public final class Sheets {
    private Sheets() {}

    /** Black lines of print on a sheet of this grey. */
    public static BufferedImage printed(int width, int height, int paper, int lines) {
        BufferedImage sheet = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = sheet.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setColor(new Color(paper, paper, paper));
        pen.fillRect(0, 0, width, height);
        pen.setColor(new Color(paper / 8, paper / 8, paper / 8));
        pen.setFont(new Font(Font.SERIF, Font.PLAIN, height / 70));
        for (int line = 0; line < lines; line++) {
            pen.drawString(
                    "Nanxun 2026 " + line + " the applicant of this matter agrees",
                    width / 12,
                    height / 12 + line * height / 45);
        }
        pen.dispose();
        return sheet;
    }

    public static byte[] file(BufferedImage image, String format) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public static byte[] scan() {
        return file(printed(1240, 1754, 255, 30), "png");
    }

    public static byte[] photo() {
        return file(printed(1600, 1200, 190, 30), "jpeg");
    }

    /** A blank photo, small as a file, whose last pass comes this many times more. */
    static byte[] inPasses(int more) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            writer.setOutput(out);
            writer.write(
                    null, new IIOImage(new BufferedImage(1_000, 1_000, BufferedImage.TYPE_INT_RGB), null, null), param);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        byte[] file = bytes.toByteArray();
        int end = file.length - 2; // the marker of the end
        int last = end;
        while ((file[last] & 0xff) != 0xff || (file[last + 1] & 0xff) != 0xda) { // the beginning of a pass
            last--;
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(file, 0, end);
        for (int pass = 0; pass < more; pass++) {
            all.write(file, last, end - last);
        }
        all.write(file, end, 2);
        return all.toByteArray();
    }

    /** Some bytes that say they are a picture of this size. */
    static byte[] claiming(int width, int height) {
        try {
            ByteArrayOutputStream header = new ByteArrayOutputStream();
            DataOutputStream chunk = new DataOutputStream(header);
            chunk.writeBytes("IHDR");
            chunk.writeInt(width);
            chunk.writeInt(height);
            chunk.write(new byte[] {8, 2, 0, 0, 0});
            CRC32 sum = new CRC32();
            sum.update(header.toByteArray());
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(file);
            out.writeLong(0x89504e470d0a1a0aL);
            out.writeInt(13);
            out.write(header.toByteArray());
            out.writeInt((int) sum.getValue());
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A JPEG with this EXIF orientation, and a place where it was taken. */
    static byte[] held(byte[] jpeg, int orientation) {
        byte[] exif = ("Exif\0\0MM\0*\0\0\0\u0008\0\u0001\u0001\u0012\0\u0003\0\0\0\u0001\0" + (char) orientation
                        + "\0\0\0\0\0\0GPS 30.8703 N 120.4196 E")
                .getBytes(StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(jpeg, 0, 2);
        file.write(0xff);
        file.write(0xe1);
        file.write((exif.length + 2) >> 8);
        file.write(exif.length + 2);
        file.writeBytes(exif);
        file.write(jpeg, 2, jpeg.length - 2);
        return file.toByteArray();
    }

    static byte[] followedBy(byte[] file, String tail) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(file);
        both.writeBytes(tail.getBytes(StandardCharsets.UTF_8));
        return both.toByteArray();
    }
}
