package org.virtualwindow.protocol.ids;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A room: one matter (一次办事), what people do together on it. */
public record RoomId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RoomId {
        Token.check("RoomId", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
