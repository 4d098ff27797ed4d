package org.virtualwindow.kiosk.driver;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;
import java.util.zip.CRC32;

/** Makes a {@link Found#key} of whatever a device is called. */
public final class Keys {
    private static final int LONGEST = 30;

    private Keys() {}

    /** The same for the same words; words that differ only in what a key cannot hold get keys that differ. */
    public static String of(String words) {
        String key = words.replaceAll("[^A-Za-z0-9_-]+", "-").replaceAll("^-+|-+$", "");
        if (key.equals(words) && !key.isEmpty() && key.length() <= LONGEST) {
            return key;
        }
        CRC32 sum = new CRC32();
        sum.update(words.getBytes(UTF_8));
        String tail = HexFormat.of().toHexDigits((int) sum.getValue());
        String head = key.substring(0, Math.min(key.length(), LONGEST - 1 - tail.length()));
        return head.isEmpty() ? tail : head + "-" + tail;
    }
}
