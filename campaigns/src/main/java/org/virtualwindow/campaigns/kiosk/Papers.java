package org.virtualwindow.campaigns.kiosk;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.virtualwindow.protocol.IdentityDocument;
import org.virtualwindow.protocol.IdentityDocument.CardKind;
import org.virtualwindow.protocol.IdentityDocument.CardSex;
import org.virtualwindow.protocol.json.WireCodec;

/**
 * What somebody lays on the reader and on the glass of a kiosk: a card that nobody else has, and a page on which no two places look the
 * same.
 *
 * @param page a JPEG
 * @param words of the card, and one that is written into the file of the page
 */
public record Papers(IdentityDocument card, byte[] page, List<String> words) {
    private static final int WIDTH = 240;
    private static final int HEIGHT = 340;
    private static final int MARK = 24;
    private static final int AFTER_START = 2;
    private static final int COMMENT = 0xFE;
    private static final int LENGTH_FIELD = 2;
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    public static Papers made(SplittableRandom random) throws IOException {
        String name = Secrets.word(random);
        String address = Secrets.word(random);
        String comment = Secrets.word(random);
        String birth =
                "%d-%02d-%02d".formatted(1980 + random.nextInt(20), 1 + random.nextInt(12), 1 + random.nextInt(28));
        IdentityDocument card = new IdentityDocument(
                CardKind.RESIDENT,
                name,
                number(birth, random),
                CardSex.NOT_SAID,
                Optional.empty(),
                birth,
                address,
                "湖州市公安局南浔分局",
                "2020-01-01",
                Optional.empty());
        return new Papers(card, page(random, comment), List.of(name, address, comment));
    }

    /** The simulated devices find them there. */
    public void layInto(Path control) throws IOException {
        Files.writeString(control.resolve("card"), WireCodec.encode(card));
        Files.write(control.resolve("page.jpg"), page);
    }

    public static void takeAwayFrom(Path control) throws IOException {
        Files.deleteIfExists(control.resolve("card"));
        Files.deleteIfExists(control.resolve("page.jpg"));
    }

    /** What is looked for as it is: the card's number in both ways in which letters are written, and a piece of the page. */
    public List<byte[]> marks() {
        return List.of(
                card.number().getBytes(StandardCharsets.US_ASCII),
                card.number().getBytes(StandardCharsets.UTF_16LE),
                mark(page));
    }

    /** From the midst of a file, which says there what no other one does. */
    public static byte[] mark(byte[] file) {
        return Arrays.copyOfRange(file, file.length / 2, file.length / 2 + MARK);
    }

    private static String number(String birth, SplittableRandom random) {
        String first = "330503" + birth.replace("-", "") + (100 + random.nextInt(900));
        int sum = 0;
        for (int i = 0; i < first.length(); i++) {
            sum += WEIGHTS[i] * (first.charAt(i) - '0');
        }
        return first + "10X98765432".charAt(sum % 11);
    }

    private static byte[] page(SplittableRandom random, String comment) throws IOException {
        BufferedImage noise = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                noise.getRaster().setSample(x, y, 0, random.nextInt(256));
            }
        }
        var plain = new ByteArrayOutputStream();
        ImageIO.write(noise, "jpeg", plain);
        byte[] bytes = plain.toByteArray();
        byte[] text = comment.getBytes(StandardCharsets.US_ASCII);
        var page = new ByteArrayOutputStream();
        page.write(bytes, 0, AFTER_START);
        page.write(0xFF);
        page.write(COMMENT);
        page.write(0);
        page.write(text.length + LENGTH_FIELD);
        page.writeBytes(text);
        page.write(bytes, AFTER_START, bytes.length - AFTER_START);
        return page.toByteArray();
    }
}
