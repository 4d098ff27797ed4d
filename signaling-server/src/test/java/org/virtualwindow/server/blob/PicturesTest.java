package org.virtualwindow.server.blob;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PicturesTest {
    private static final String JPEG = "image/jpeg";
    private static final String PNG = "image/png";

    private final Pictures pictures = new Pictures();

    @AfterEach
    void stop() {
        pictures.close();
    }

    @Test
    void aScanStaysAPngOfTheSamePixels() throws Exception {
        byte[] scan = Sheets.scan();
        Pictures.Clean clean = pictures.clean(scan, PNG);
        assertThat(clean.mediaType()).isEqualTo(PNG);
        assertThat(PictureType.of(clean.bytes())).contains(PictureType.PNG);
        BufferedImage before = image(scan);
        BufferedImage after = image(clean.bytes());
        assertThat(after.getWidth()).isEqualTo(before.getWidth());
        assertThat(after.getRGB(0, 0, 1240, 1754, null, 0, 1240))
                .isEqualTo(before.getRGB(0, 0, 1240, 1754, null, 0, 1240));
    }

    @Test
    void whatDoesNotFitInTheMemoryIsNotTriedAgain() throws Exception {
        assertThatThrownBy(() -> pictures.waitedFor(_ -> {
                    throw new OutOfMemoryError("Java heap space");
                }))
                .isInstanceOfSatisfying(
                        NotTaken.class, refused -> assertThat(refused.why()).isEqualTo(Refused.TOO_MANY_PIXELS));
        assertThat(pictures.clean(Sheets.scan(), PNG).mediaType()).isEqualTo(PNG);
    }

    @Test
    @Timeout(60)
    void whatKeepsADecoderBusyIsGivenUpAndItsThreadGoesOn() throws Exception {
        byte[] busy = Sheets.inPasses(20_000);
        assertThat(busy.length).as("as large as a page may be").isLessThan(20_000_000);
        try (Pictures hasty = new Pictures(Duration.ofMillis(100))) {
            for (int each = 0; each < 3; each++) {
                assertThatThrownBy(() -> hasty.clean(busy, JPEG))
                        .isInstanceOfSatisfying(
                                NotTaken.class,
                                refused -> assertThat(refused.why()).isEqualTo(Refused.TOO_SLOW));
            }
        }
        assertThat(pictures.clean(Sheets.inPasses(2), JPEG).mediaType()).isEqualTo(JPEG);
    }

    @Test
    void nothingOfTheFileIsKeptButWhatIsSeen() throws Exception {
        String tail = "<html><script>alert(1)</script>PK\u0003\u0004 X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR";
        Pictures.Clean photo = pictures.clean(Sheets.followedBy(Sheets.held(Sheets.photo(), 1), tail), JPEG);
        assertThat(new String(photo.bytes(), ISO_8859_1)).doesNotContain("GPS", "Exif", "<html>", "EICAR");
        Pictures.Clean scan = pictures.clean(Sheets.followedBy(Sheets.scan(), tail), PNG);
        assertThat(new String(scan.bytes(), ISO_8859_1)).doesNotContain("<html>", "EICAR");
    }

    /** The red corner of the file, and where it is seen. */
    @ParameterizedTest
    @CsvSource({
        "1,400,300,0,0",
        "2,400,300,1,0",
        "3,400,300,1,1",
        "4,400,300,0,1",
        "5,300,400,0,0",
        "6,300,400,1,0",
        "7,300,400,1,1",
        "8,300,400,0,1"
    })
    void aPictureIsTurnedTheWayTheCameraWasHeld(int orientation, int width, int height, int right, int below)
            throws Exception {
        BufferedImage sheet = new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 400; x++) {
            for (int y = 0; y < 300; y++) {
                sheet.setRGB(x, y, x < 60 && y < 60 ? 0xff0000 : 0xffffff);
            }
        }
        BufferedImage seen = image(pictures.clean(Sheets.held(Sheets.file(sheet, "jpeg"), orientation), JPEG)
                .bytes());
        assertThat(seen.getWidth()).isEqualTo(width);
        assertThat(seen.getHeight()).isEqualTo(height);
        Color corner = new Color(seen.getRGB(right == 0 ? 20 : width - 20, below == 0 ? 20 : height - 20));
        assertThat(corner.getRed()).isGreaterThan(200);
        assertThat(corner.getGreen()).isLessThan(60);
    }

    @Test
    void aPictureOfAHundredMegapixelsAndMoreIsRefusedBeforeAByteIsSetAsideForIt() {
        long before = Runtime.getRuntime().totalMemory();
        refused(Sheets.claiming(60_000, 60_000), PNG, Refused.TOO_MANY_PIXELS);
        refused(Sheets.claiming(12_001, 1), PNG, Refused.TOO_MANY_PIXELS);
        refused(Sheets.claiming(7_000, 7_000), PNG, Refused.TOO_MANY_PIXELS);
        refused(Sheets.claiming(Integer.MAX_VALUE, Integer.MAX_VALUE), PNG, Refused.TOO_MANY_PIXELS);
        refused(Sheets.claiming(0, 10), PNG, Refused.BROKEN_PICTURE);
        refused(Sheets.claiming(-1, 10), PNG, Refused.BROKEN_PICTURE);
        assertThat(Runtime.getRuntime().totalMemory() - before).isLessThan(200L << 20);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "GIF89a/*",
                "<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>",
                "%PDF-1.7\n",
                "PK\u0003\u0004",
                "<!DOCTYPE html>",
                "MM\u0000*",
                "RIFF....WEBPVP8 "
            })
    void whatBeginsLikeSomethingElseIsOfTheWrongTypeWhateverWasSaid(String beginning) {
        refused(beginning.getBytes(StandardCharsets.UTF_8), JPEG, Refused.WRONG_TYPE);
        refused(beginning.getBytes(StandardCharsets.UTF_8), PNG, Refused.WRONG_TYPE);
    }

    @Test
    void aPngThatWasSaidToBeAJpegIsOfTheWrongType() {
        refused(Sheets.scan(), JPEG, Refused.WRONG_TYPE);
        refused(Sheets.photo(), PNG, Refused.WRONG_TYPE);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.0001, 0.01, 0.3, 0.5, 0.9, 0.99})
    void aPictureThatWasCutIsBroken(double share) {
        byte[] photo = Sheets.photo();
        byte[] scan = Sheets.scan();
        refused(Arrays.copyOf(photo, Math.max(4, (int) (photo.length * share))), JPEG, Refused.BROKEN_PICTURE);
        refused(Arrays.copyOf(scan, Math.max(9, (int) (scan.length * share))), PNG, Refused.BROKEN_PICTURE);
    }

    @Test
    void bytesThatWereChangedAreNeverAnythingButAPictureOrARefusal() {
        Random chance = new Random(5);
        byte[][] files = {
            Sheets.file(Sheets.printed(200, 160, 200, 8), "jpeg"), Sheets.file(Sheets.printed(200, 160, 200, 8), "png")
        };
        for (int i = 0; i < 400; i++) {
            byte[] changed = files[i % 2].clone();
            for (int n = 0; n < 1 + i % 7; n++) {
                changed[8 + chance.nextInt(changed.length - 8)] = (byte) chance.nextInt(256);
            }
            try {
                assertThat(PictureType.of(
                                pictures.clean(changed, i % 2 == 0 ? JPEG : PNG).bytes()))
                        .isPresent();
            } catch (NotTaken refused) {
                assertThat(refused.why()).isIn(Refused.BROKEN_PICTURE, Refused.TOO_MANY_PIXELS);
            }
        }
    }

    @Test
    void aSmallOneIsAtMostAsLargeAsWasAsked() throws Exception {
        BufferedImage small = image(pictures.small(Sheets.scan(), 320));
        assertThat(small.getHeight()).isEqualTo(320);
        assertThat(small.getWidth()).isBetween(225, 228);
    }

    private void refused(byte[] file, String mediaType, Refused why) {
        assertThatThrownBy(() -> pictures.clean(file, mediaType))
                .isInstanceOfSatisfying(NotTaken.class, e -> assertThat(e.why()).isEqualTo(why));
    }

    private static BufferedImage image(byte[] file) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(file));
    }
}
