package org.virtualwindow.protocol.ids;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A clerk (坐席). */
public record ClerkId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ClerkId {
        Token.check("ClerkId", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
