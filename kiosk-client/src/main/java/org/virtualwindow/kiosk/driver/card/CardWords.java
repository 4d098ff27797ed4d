package org.virtualwindow.kiosk.driver.card;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.virtualwindow.kiosk.driver.DeviceFault;
import org.virtualwindow.protocol.IdentityDocument;
import org.virtualwindow.protocol.IdentityDocument.CardKind;
import org.virtualwindow.protocol.IdentityDocument.CardSex;
import org.virtualwindow.protocol.values.Trouble;

/** A card of which somebody else says each item in words, as every maker does a little differently. */
public final class CardWords {
    private CardWords() {}

    /**
     * @param says what is said of {@code kind} (I, Y, J; anything else is a resident identity card), {@code name}, {@code number}, {@code
     *     sex}, {@code ethnic} (kept where it is a code of two digits), {@code birth}, {@code address}, {@code issuer}, {@code validFrom},
     *     {@code validUntil}
     * @throws DeviceFault {@link Trouble#CARD_UNREADABLE}: name, number, birth or beginning is missing or not like one
     */
    public static IdentityDocument document(Function<String, Optional<String>> says) throws DeviceFault {
        Function<String, String> text =
                item -> says.apply(item).map(String::strip).orElse("");
        try {
            String until = text.apply("validUntil");
            return new IdentityDocument(
                    kind(text.apply("kind")),
                    needed(text.apply("name")),
                    needed(text.apply("number")),
                    sex(text.apply("sex")),
                    Optional.of(text.apply("ethnic")).filter(code -> code.matches("\\d{2}")),
                    date(text.apply("birth")),
                    text.apply("address"),
                    text.apply("issuer"),
                    date(text.apply("validFrom")),
                    until.isEmpty() || until.contains("长期") ? Optional.empty() : Optional.of(date(until)));
        } catch (IllegalArgumentException notLikeThat) {
            // what it says is of a person, and stays out of the message
            throw new DeviceFault(Trouble.CARD_UNREADABLE, "an item of the card is missing or not like one");
        }
    }

    private static CardKind kind(String letter) {
        return switch (letter.toUpperCase(Locale.ROOT)) {
            case "I", "Y" -> CardKind.FOREIGN_PERMANENT_RESIDENT;
            case "J" -> CardKind.HONG_KONG_MACAO_TAIWAN_RESIDENT;
            default -> CardKind.RESIDENT;
        };
    }

    private static CardSex sex(String word) {
        return switch (word.toUpperCase(Locale.ROOT)) {
            case "1", "男", "M", "MALE" -> CardSex.MALE;
            case "2", "女", "F", "FEMALE" -> CardSex.FEMALE;
            default -> CardSex.NOT_SAID;
        };
    }

    private static String needed(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("nothing there");
        }
        return text;
    }

    private static String date(String text) {
        return CardDates.date(text).orElseThrow(IllegalArgumentException::new);
    }
}
