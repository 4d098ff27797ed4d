package org.virtualwindow.protocol.values;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The code a local helper types at the kiosk. Prints itself masked. */
public record SignInCode(@JsonValue String code) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SignInCode {
        if (code.isBlank() || code.length() > 20) {
            throw new IllegalArgumentException("SignInCode must have 1 to 20 characters");
        }
    }

    @Override
    public String toString() {
        return "(code)";
    }
}
