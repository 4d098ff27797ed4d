package org.virtualwindow.protocol.values;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What a hall says on a kiosk's screen, 1 to 60 characters. */
public record NoticeText(@JsonValue String text) {
    public static final int LONGEST = 60;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public NoticeText {
        if (text.isBlank() || text.length() > LONGEST) {
            throw new IllegalArgumentException("NoticeText must have 1 to " + LONGEST + " characters");
        }
        WellFormed.check("NoticeText", text);
    }

    @Override
    public String toString() {
        return text;
    }
}
