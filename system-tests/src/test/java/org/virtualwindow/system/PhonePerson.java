package org.virtualwindow.system;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Somebody with a phone who scanned the code of a kiosk. */
final class PhonePerson extends Person {
    PhonePerson(Page page) {
        super(page);
    }

    /** A sheet of print, as the camera sees it in this light: 255 is bright. */
    void photographsSheet(String words, int light) {
        page.locator("input[capture]").setInputFiles(new FilePayload("photo.jpg", "image/jpeg", sheet(words, light)));
    }

    void choosesFile(String name, String type, byte[] content) {
        page.locator("input[multiple]").setInputFiles(new FilePayload(name, type, content));
    }

    private static byte[] sheet(String words, int light) {
        BufferedImage sheet = new BufferedImage(1200, 1600, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = sheet.createGraphics();
        pen.setColor(new Color(light, light, light));
        pen.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        pen.setColor(new Color(light / 8, light / 8, light / 8));
        pen.setFont(new Font(Font.SERIF, Font.PLAIN, 40));
        for (int line = 0; line < 24; line++) {
            pen.drawString(words + " " + line + " the applicant of this matter agrees", 80, 140 + line * 58);
        }
        pen.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(sheet, "jpeg", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
