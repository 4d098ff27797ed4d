package org.virtualwindow.server.blob;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.virtualwindow.protocol.values.PictureFault;

/** Pages whose faults are known. */
class PictureFaultsTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 10, 30})
    void aSharpPageHasNoFaultHoweverLittleStandsOnIt(int lines) {
        assertThat(PictureFaults.of(Sheets.printed(1240, 1754, 255, lines)))
                .as("scanned")
                .isEmpty();
        assertThat(PictureFaults.of(Sheets.printed(2480, 3508, 255, lines)))
                .as("scanned finely")
                .isEmpty();
        assertThat(PictureFaults.of(noisy(Sheets.printed(1600, 1200, 190, lines))))
                .as("photographed")
                .isEmpty();
        assertThat(PictureFaults.of(noisy(Sheets.printed(1600, 1200, 140, lines))))
                .as("in a dim room")
                .isEmpty();
    }

    @Test
    void anEmptySheetHasNoFault() {
        assertThat(PictureFaults.of(Sheets.printed(1240, 1754, 255, 0))).isEmpty();
        assertThat(PictureFaults.of(noisy(Sheets.printed(1600, 1200, 190, 0)))).isEmpty();
        assertThat(PictureFaults.of(new BufferedImage(3, 3, BufferedImage.TYPE_INT_RGB)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 10, 30})
    void aPageThatIsOutOfFocusIsBlurredHoweverLittleStandsOnIt(int lines) {
        for (int radius : new int[] {4, 6, 10}) {
            assertThat(PictureFaults.of(noisy(blurred(Sheets.printed(1600, 1200, 190, lines), radius))))
                    .as("radius %d", radius)
                    .containsExactly(PictureFault.BLURRED);
        }
    }

    @Test
    void whatIsHardlyOutOfFocusCanStillBeRead() {
        assertThat(PictureFaults.of(noisy(blurred(Sheets.printed(1600, 1200, 190, 20), 1))))
                .isEmpty();
    }

    @Test
    void aPageInTheDarkIsDark() {
        assertThat(PictureFaults.of(noisy(Sheets.printed(1600, 1200, 70, 20)))).contains(PictureFault.DARK);
        assertThat(PictureFaults.of(new BufferedImage(1600, 1200, BufferedImage.TYPE_INT_RGB)))
                .containsExactly(PictureFault.DARK);
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 180, 300})
    void aMirroredLampIsGlare(int radius) {
        assertThat(PictureFaults.of(noisy(lamp(Sheets.printed(1600, 1200, 190, 30), radius))))
                .containsExactly(PictureFault.GLARE);
    }

    @Test
    void aWhiteCardOnADarkTableIsNoLamp() {
        BufferedImage table = Sheets.printed(1600, 1200, 60, 0);
        Graphics2D pen = table.createGraphics();
        pen.drawImage(Sheets.printed(800, 500, 255, 10), 400, 350, null);
        pen.dispose();
        assertThat(PictureFaults.of(table)).isEmpty();
    }

    private static BufferedImage blurred(BufferedImage sheet, int radius) {
        int side = 2 * radius + 1;
        float[] box = new float[side];
        Arrays.fill(box, 1f / side);
        BufferedImage across =
                new ConvolveOp(new Kernel(side, 1, box), ConvolveOp.EDGE_NO_OP, null).filter(sheet, null);
        return new ConvolveOp(new Kernel(1, side, box), ConvolveOp.EDGE_NO_OP, null).filter(across, null);
    }

    /** As the sensor of a camera has it. */
    private static BufferedImage noisy(BufferedImage sheet) {
        Random chance = new Random(7);
        for (int x = 0; x < sheet.getWidth(); x++) {
            for (int y = 0; y < sheet.getHeight(); y++) {
                int light = Math.clamp((int) ((sheet.getRGB(x, y) & 0xff) + chance.nextGaussian() * 3), 0, 255);
                sheet.setRGB(x, y, light << 16 | light << 8 | light);
            }
        }
        return sheet;
    }

    private static BufferedImage lamp(BufferedImage sheet, int radius) {
        Graphics2D pen = sheet.createGraphics();
        pen.setPaint(
                new RadialGradientPaint(new Point2D.Float(700, 500), radius, new float[] {0, 0.5f, 1}, new Color[] {
                    Color.WHITE, Color.WHITE, new Color(255, 255, 255, 0)
                }));
        pen.fillOval(700 - radius, 500 - radius, 2 * radius, 2 * radius);
        pen.dispose();
        return sheet;
    }
}
