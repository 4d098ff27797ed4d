package org.virtualwindow.protocol.ids;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Something that a device shall do: chosen by whoever asks for it, and the same however often it is sent. */
public record CommandId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CommandId {
        Token.check("CommandId", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
