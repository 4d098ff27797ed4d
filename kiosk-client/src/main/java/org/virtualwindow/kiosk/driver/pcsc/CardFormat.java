package org.virtualwindow.kiosk.driver.pcsc;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import javax.smartcardio.CommandAPDU;
import org.virtualwindow.kiosk.driver.DeviceFault;
import org.virtualwindow.kiosk.driver.Settings;
import org.virtualwindow.kiosk.driver.card.CardText;
import org.virtualwindow.kiosk.driver.card.CardWords;
import org.virtualwindow.protocol.IdentityDocument;

/**
 * How a card is asked for its text, and where in it each item stands.
 *
 * @param application its identifier (AID)
 * @param read class and instruction; the offset goes into P1 and P2, as with READ BINARY (ISO/IEC 7816-4)
 * @param length of the text in bytes
 * @param items where each item stands, from and how many bytes; empty for the layout of {@link CardText}
 */
record CardFormat(byte[] application, byte[] read, int length, Charset encoding, Map<String, int[]> items) {
    private static final int CHUNK = 128;

    static CardFormat of(Settings settings) {
        Map<String, int[]> items = new HashMap<>();
        for (String item : settings.get("items", "").split("[\\s,]+")) {
            if (!item.isEmpty()) {
                String[] part = item.split("[=:]");
                items.put(part[0], new int[] {Integer.parseInt(part[1]), Integer.parseInt(part[2])});
            }
        }
        return new CardFormat(
                HexFormat.of().parseHex(settings.get("aid", "F05657494401")),
                HexFormat.of().parseHex(settings.get("read", "00B0")),
                Integer.parseInt(settings.get("length", Integer.toString(CardText.BYTES))),
                Charset.forName(settings.get("encoding", "UTF-16LE")),
                Map.copyOf(items));
    }

    CommandAPDU select() {
        return new CommandAPDU(0x00, 0xA4, 0x04, 0x00, application, 256);
    }

    /** The next part of the text after those many bytes. */
    CommandAPDU readFrom(int offset) {
        return new CommandAPDU(
                read[0] & 0xff, read[1] & 0xff, offset >> 8, offset & 0xff, Math.min(CHUNK, length - offset));
    }

    IdentityDocument document(byte[] text) throws DeviceFault {
        return items.isEmpty() ? CardText.parse(text) : CardWords.document(item -> item(text, item));
    }

    private Optional<String> item(byte[] text, String name) {
        int[] place = items.get(name);
        return place == null || place[0] + place[1] > text.length
                ? Optional.empty()
                : Optional.of(new String(Arrays.copyOfRange(text, place[0], place[0] + place[1]), encoding)
                        .replace('\0', ' '));
    }
}
