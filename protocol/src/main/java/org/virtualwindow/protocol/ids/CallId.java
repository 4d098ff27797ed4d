package org.virtualwindow.protocol.ids;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A call, from pressing the button to the last goodbye. */
public record CallId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CallId {
        Token.check("CallId", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
