package org.virtualwindow.system;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** Pictures of pages and what stands in them. */
final class Pictures {
    private static final Map<DecodeHintType, Object> HARDER = Map.of(DecodeHintType.TRY_HARDER, true);

    private Pictures() {}

    static BufferedImage of(byte[] png) {
        try {
            return ImageIO.read(new ByteArrayInputStream(png));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static BufferedImage scaled(BufferedImage image, int width, int height) {
        var scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = scaled.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.drawImage(image, 0, 0, width, height, null);
        pen.dispose();
        return scaled;
    }

    /** What the QR code in the picture says. Like a phone, it looks more than once: each way misses one code of hundreds. */
    static Optional<String> qrCode(BufferedImage image) {
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        var source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
        return Stream.of(new HybridBinarizer(source), new GlobalHistogramBinarizer(source))
                .flatMap(binarizer -> Stream.of(Map.<DecodeHintType, Object>of(), HARDER)
                        .flatMap(hints -> qrCode(new BinaryBitmap(binarizer), hints).stream()))
                .findFirst();
    }

    private static Optional<String> qrCode(BinaryBitmap bitmap, Map<DecodeHintType, Object> hints) {
        try {
            return Optional.of(new QRCodeReader().decode(bitmap, hints).getText());
        } catch (ReaderException notFoundOrUnreadable) {
            return Optional.empty();
        }
    }

    /**
     * How alike two regions of the same size are: 1 for the same up to brightness and contrast, about 0 for unrelated ones. A
     * shift of two pixels is forgiven.
     */
    static double likeness(BufferedImage one, Rectangle inOne, BufferedImage other, Rectangle inOther) {
        double best = -1;
        for (int dx = -2; dx <= 2; dx++) {
            for (int dy = -2; dy <= 2; dy++) {
                var shifted = new Rectangle(inOther.x + dx, inOther.y + dy, inOther.width, inOther.height);
                best = Math.max(best, correlation(grey(one, inOne), grey(other, shifted)));
            }
        }
        return best;
    }

    private static double correlation(double[] a, double[] b) {
        double meanA = mean(a);
        double meanB = mean(b);
        double both = 0;
        double squareA = 0;
        double squareB = 0;
        for (int i = 0; i < a.length; i++) {
            both += (a[i] - meanA) * (b[i] - meanB);
            squareA += (a[i] - meanA) * (a[i] - meanA);
            squareB += (b[i] - meanB) * (b[i] - meanB);
        }
        return squareA == 0 || squareB == 0 ? 0 : both / Math.sqrt(squareA * squareB);
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double[] grey(BufferedImage image, Rectangle region) {
        double[] grey = new double[region.width * region.height];
        for (int y = 0; y < region.height; y++) {
            for (int x = 0; x < region.width; x++) {
                int rgb = image.getRGB(region.x + x, region.y + y);
                grey[y * region.width + x] = 0.299 * (rgb >> 16 & 255) + 0.587 * (rgb >> 8 & 255) + 0.114 * (rgb & 255);
            }
        }
        return grey;
    }
}
