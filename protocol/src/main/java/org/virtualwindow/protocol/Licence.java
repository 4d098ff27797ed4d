package org.virtualwindow.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Optional;

/**
 * An e-licence (电子证照), as the authority that keeps it says. Prints itself masked.
 *
 * @param issuer who issued it
 * @param number of the licence; for a clerk, part of it
 * @param validFrom like 2018-06-20, and so is the other day
 * @param validUntil absent where it is valid for ever (长期), or where that is not said
 */
public record Licence(
        String issuer,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> number,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> validFrom,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> validUntil) {
    private static final int LONGEST = 120;

    public Licence {
        validFrom.ifPresent(LocalDate::parse);
        validUntil.ifPresent(LocalDate::parse);
        if (issuer.isBlank()
                || issuer.length() > LONGEST
                || number.filter(text -> text.length() > LONGEST).isPresent()) {
            throw new IllegalArgumentException(
                    "a licence has an issuer, and no text of it more than " + LONGEST + " characters");
        }
    }

    /** The same, as somebody sees it who may see this of its number. */
    public Licence as(Optional<String> seen) {
        return new Licence(issuer, seen, validFrom, validUntil);
    }

    @Override
    public String toString() {
        return "(licence)";
    }
}
