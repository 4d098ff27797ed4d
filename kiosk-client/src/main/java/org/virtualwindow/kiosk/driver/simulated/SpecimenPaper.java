package org.virtualwindow.kiosk.driver.simulated;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.virtualwindow.protocol.DeviceTask.ScanMode;

/** Draws what the simulated scanner sees: a sheet of A4 that says in large letters that it is a specimen (样张), each a little different. */
final class SpecimenPaper {
    private static final double WIDTH_MM = 210;
    private static final double HEIGHT_MM = 297;
    private static final double MM_OF_AN_INCH = 25.4;
    private static final Color PAPER = new Color(0xFB, 0xFA, 0xF5);
    private static final Color INK = new Color(0x22, 0x22, 0x22);
    private static final Color STAMP = new Color(0xC0, 0x39, 0x2B);
    private static final String[] LINES = {
        "本页由模拟扫描仪画出，仅供试用，不具任何效力。", "办理事项：演示用材料", "材料名称：样张", "经办窗口：远程虚拟窗口", "说明：此处没有任何人的信息。", "以下为测试图样，用来看清细线和灰度。"
    };

    private SpecimenPaper() {}

    /** @param number tells one sheet from the next, from 1 */
    static byte[] jpeg(int number, int dpi, ScanMode mode) {
        BufferedImage image = new BufferedImage(
                pixels(WIDTH_MM, dpi),
                pixels(HEIGHT_MM, dpi),
                mode == ScanMode.GREY ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D drawing = image.createGraphics();
        try {
            drawing.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            drawing.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            drawing.setColor(PAPER);
            drawing.fillRect(0, 0, image.getWidth(), image.getHeight());
            drawing.scale(dpi / MM_OF_AN_INCH, dpi / MM_OF_AN_INCH);
            draw(drawing, number);
        } finally {
            drawing.dispose();
        }
        ImageIO.setUseCache(false); // a page is never on this disk
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpeg", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static int pixels(double millimetres, int dpi) {
        return (int) Math.round(millimetres / MM_OF_AN_INCH * dpi);
    }

    /** In millimetres. */
    private static void draw(Graphics2D drawing, int number) {
        drawing.setColor(INK);
        drawing.setFont(font(Font.BOLD, 13));
        drawing.drawString("样张  SPECIMEN", 25, 40);
        drawing.setFont(font(Font.PLAIN, 7));
        drawing.drawString("第 " + number + " 张", 150, 40);
        drawing.setStroke(new BasicStroke(0.4f));
        drawing.drawLine(25, 46, 185, 46);
        drawing.setFont(font(Font.PLAIN, 5.5f));
        for (int line = 0; line < LINES.length; line++) {
            drawing.drawString(LINES[(line + number) % LINES.length], 25, 60 + 12 * line);
        }
        for (int box = 0; box < 16; box++) {
            int grey = 255 * box / 15;
            drawing.setColor(new Color(grey, grey, grey));
            drawing.fillRect(25 + 10 * box, 140, 10, 12);
        }
        drawing.setColor(INK);
        for (int line = 0; line < 40; line++) {
            drawing.setStroke(new BasicStroke(0.05f + 0.01f * line));
            drawing.drawLine(25 + 4 * line, 160, 25 + (4 * line + 17 * number) % 160, 200);
        }
        drawing.setColor(STAMP);
        drawing.setStroke(new BasicStroke(1));
        drawing.drawOval(130, 215, 45, 45);
        drawing.setFont(font(Font.BOLD, 10));
        drawing.drawString("样张", 142, 241);
    }

    private static Font font(int style, float millimetres) {
        return new Font(Font.SANS_SERIF, style, 1).deriveFont(style, millimetres);
    }
}
