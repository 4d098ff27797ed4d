package org.virtualwindow.protocol.ids;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A local helper (帮办员). */
public record HelperId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public HelperId {
        Token.check("HelperId", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
