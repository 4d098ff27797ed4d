package org.virtualwindow.protocol.values;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The last four digits of a mobile number. Prints itself masked. */
public record LastDigits(@JsonValue String digits) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public LastDigits {
        if (digits.length() != 4 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new IllegalArgumentException("LastDigits must be four digits");
        }
    }

    @Override
    public String toString() {
        return "(digits)";
    }
}
