package org.virtualwindow.kiosk.driver.card;

import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.util.Optional;
import org.virtualwindow.kiosk.driver.DeviceFault;
import org.virtualwindow.protocol.IdentityDocument;
import org.virtualwindow.protocol.IdentityDocument.CardKind;
import org.virtualwindow.protocol.IdentityDocument.CardSex;
import org.virtualwindow.protocol.values.Trouble;

/**
 * The 256 bytes of text of GA/T 467: 128 characters UTF-16LE, each item at its place, filled up with blanks. Which layout it is, says one
 * letter near the end: {@code I} and {@code Y} for the permanent residence cards of 2017 and of 2023, {@code J} for residents from Hong
 * Kong, Macao and Taiwan, anything else for the resident identity card, which has the new address there.
 *
 * <p>The layouts are as published; only the resident card's was seen in more than one place. No real card of the others was read.
 */
public final class CardText {
    /** How long it is. */
    public static final int BYTES = 256;

    private static final int KIND_AT = 124;

    private final String text;

    private CardText(String text) {
        this.text = text;
    }

    /** @throws DeviceFault {@link Trouble#CARD_UNREADABLE}: it is no such text */
    public static IdentityDocument parse(byte[] bytes) throws DeviceFault {
        if (bytes.length != BYTES) {
            throw new DeviceFault(Trouble.CARD_UNREADABLE, bytes.length + " bytes instead of " + BYTES);
        }
        CardText card = new CardText(new String(bytes, UTF_16LE));
        try {
            return switch (card.text.charAt(KIND_AT)) {
                case 'I' -> card.permanentResident2017();
                case 'Y' -> card.permanentResident2023();
                case 'J' -> card.resident(CardKind.HONG_KONG_MACAO_TAIWAN_RESIDENT, Optional.empty());
                default ->
                    card.resident(CardKind.RESIDENT, Optional.of(card.at(16, 2)).filter(CardText::isCode));
            };
        } catch (IllegalArgumentException notLikeThat) {
            // what it says is of a person, and stays out of the message
            throw new DeviceFault(Trouble.CARD_UNREADABLE, "the text has not the layout of a card");
        }
    }

    private IdentityDocument resident(CardKind kind, Optional<String> ethnic) {
        return new IdentityDocument(
                kind,
                said(0, 15),
                said(61, 18),
                sex(15),
                ethnic,
                date(18),
                at(26, 35),
                at(79, 15),
                date(94),
                until(102));
    }

    private IdentityDocument permanentResident2017() {
        String chinese = at(79, 15);
        return new IdentityDocument(
                CardKind.FOREIGN_PERMANENT_RESIDENT,
                chinese.isEmpty() ? said(0, 60) : chinese,
                said(61, 15),
                sex(60),
                Optional.empty(),
                date(110),
                "",
                at(120, 4),
                date(94),
                until(102));
    }

    private IdentityDocument permanentResident2023() {
        String chinese = at(0, 15);
        return new IdentityDocument(
                CardKind.FOREIGN_PERMANENT_RESIDENT,
                chinese.isEmpty() ? said(26, 35) : chinese,
                said(61, 18),
                sex(15),
                Optional.empty(),
                date(18),
                "",
                "",
                date(94),
                until(102));
    }

    private String at(int from, int length) {
        return text.substring(from, from + length).replace('\0', ' ').strip();
    }

    private String said(int from, int length) {
        String what = at(from, length);
        if (what.isEmpty()) {
            throw new IllegalArgumentException("nothing there");
        }
        return what;
    }

    private CardSex sex(int at) {
        return switch (text.charAt(at)) {
            case '1' -> CardSex.MALE;
            case '2' -> CardSex.FEMALE;
            default -> CardSex.NOT_SAID;
        };
    }

    private String date(int at) {
        return CardDates.date(at(at, 8)).orElseThrow(IllegalArgumentException::new);
    }

    private Optional<String> until(int at) {
        String said = at(at, 8);
        return said.equals("长期") ? Optional.empty() : Optional.of(date(at));
    }

    private static boolean isCode(String text) {
        return text.matches("\\d{2}");
    }
}
