package org.virtualwindow.protocol;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the chip of an identity card says (GA/T 467). Prints itself masked.
 *
 * @param number of 18 characters
 * @param ethnic as its two-digit code (GB/T 3304); absent where the card names none
 * @param birth like 1962-03-08, and so are the other two dates
 * @param validUntil absent where it is valid for ever (长期)
 */
public record IdentityDocument(
        CardKind kind,
        String name,
        String number,
        CardSex sex,
        Optional<String> ethnic,
        String birth,
        String address,
        String issuer,
        String validFrom,
        Optional<String> validUntil) {
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final int LONGEST = 120;

    public IdentityDocument {
        if (!DATE.matcher(birth).matches()
                || !DATE.matcher(validFrom).matches()
                || validUntil.filter(date -> !DATE.matcher(date).matches()).isPresent()) {
            throw new IllegalArgumentException("dates are written like 1962-03-08");
        }
        if (name.length() > LONGEST
                || number.length() > LONGEST
                || address.length() > LONGEST
                || issuer.length() > LONGEST) {
            throw new IllegalArgumentException("no text of a card has more than " + LONGEST + " characters");
        }
    }

    /** Until when it was valid, where that is over. The day itself still counts. */
    public Optional<String> expired(LocalDate day) {
        return validUntil.filter(until -> until.compareTo(day.toString()) < 0);
    }

    /** Which card it is. */
    public enum CardKind {
        /** 居民身份证. */
        RESIDENT,
        /** 外国人永久居留身份证. */
        FOREIGN_PERMANENT_RESIDENT,
        /** 港澳台居民居住证. */
        HONG_KONG_MACAO_TAIWAN_RESIDENT
    }

    /** As the card codes it. */
    public enum CardSex {
        MALE,
        FEMALE,
        NOT_SAID
    }

    @Override
    public String toString() {
        return "(card)";
    }
}
