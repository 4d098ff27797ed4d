package org.virtualwindow.protocol.values;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** One chat message or reason, 1 to 500 characters. Prints itself masked. */
public record ChatText(@JsonValue String text) {
    public static final int LONGEST = 500;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ChatText {
        if (text.isBlank() || text.length() > LONGEST) {
            throw new IllegalArgumentException("ChatText must have 1 to " + LONGEST + " characters");
        }
        WellFormed.check("ChatText", text);
    }

    @Override
    public String toString() {
        return "(text)";
    }
}
