package org.virtualwindow.kiosk.driver.card;

import static java.nio.charset.StandardCharsets.UTF_16LE;

/** Texts of cards that nobody has. */
public final class CardSamples {
    private CardSamples() {}

    public static byte[] resident(String validUntil) {
        return bytes(
                filled("张三", 15),
                "1",
                "01",
                "19900307",
                filled("上海市青浦区公园路100号", 35),
                "11010119900307000X",
                filled("上海市公安局青浦分局", 15),
                "20180101",
                filled(validUntil, 8),
                filled("", 18));
    }

    static byte[] hongKong() {
        return bytes(
                filled("陈大文", 15),
                "1",
                filled("", 2),
                "19800102",
                filled("上海市青浦区公园路1号", 35),
                "810000198001020000",
                filled("上海市公安局青浦分局", 15),
                "20200101",
                "20250101",
                filled("H12345678", 9),
                "01",
                filled("", 3),
                "J",
                filled("", 3));
    }

    static byte[] foreigner2017(String chineseName) {
        return bytes(
                filled("DOE, JANE", 60),
                "2",
                "USA110080010203",
                "USA",
                filled(chineseName, 15),
                "20180101",
                "20280101",
                "19800102",
                "01",
                "1500",
                "I",
                filled("", 3));
    }

    static byte[] foreigner2023() {
        return bytes(
                filled("", 15),
                "2",
                "01",
                "19800102",
                filled("DOE, JANE", 35),
                "911840198001020007",
                filled("", 15),
                "20240101",
                "20340101",
                filled("", 14),
                "Y",
                filled("", 3));
    }

    private static byte[] bytes(String... parts) {
        return String.join("", parts).getBytes(UTF_16LE);
    }

    private static String filled(String text, int length) {
        return text + " ".repeat(length - text.length());
    }
}
