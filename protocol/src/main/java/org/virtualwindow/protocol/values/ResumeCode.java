package org.virtualwindow.protocol.values;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The code with which a matter that was put aside is taken up again, like {@code 7KQ2-M0XN}. Prints itself masked. */
public record ResumeCode(@JsonValue String code) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ResumeCode {
        if (code.isBlank() || code.length() > 20) {
            throw new IllegalArgumentException("ResumeCode must have 1 to 20 characters");
        }
    }

    @Override
    public String toString() {
        return "(code)";
    }
}
