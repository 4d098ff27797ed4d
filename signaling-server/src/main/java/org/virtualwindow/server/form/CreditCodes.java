package org.virtualwindow.server.form;

import java.util.Optional;
import org.virtualwindow.server.form.IssueCode.Finding;

/** The unified social credit code of GB 32100, which carries an organisation code with a check digit of its own. */
final class CreditCodes {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

    private CreditCodes() {}

    static Optional<Finding> uscc(String text) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            boolean division = i >= 2 && i < 8;
            char sign = text.charAt(i);
            if (division ? !Tidying.digit(sign) : ALPHABET.indexOf(sign) < 0) {
                return Optional.of(IssueCode.USCC_CHARACTERS.with());
            }
        }
        if (length < 18) {
            return Optional.of(IssueCode.USCC_LENGTH.with(18 - length));
        }
        if (length > 18) {
            return Optional.of(IssueCode.USCC_LONG.with(length - 18));
        }
        boolean right = checkDigit(text) == text.charAt(17) && organisationDigit(text) == text.charAt(16);
        return right ? Optional.empty() : Optional.of(IssueCode.USCC_CHECKSUM.with());
    }

    private static char checkDigit(String text) {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += ALPHABET.indexOf(text.charAt(i)) * WEIGHTS[i];
        }
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }

    /** GB 11714 over characters 9 to 16, where a letter counts from 10 for A to 35 for Z. */
    private static char organisationDigit(String text) {
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            sum += Character.digit(text.charAt(8 + i), 36) * ORGANISATION_WEIGHTS[i];
        }
        return "0123456789X0".charAt(11 - sum % 11);
    }
}
