package org.virtualwindow.protocol.ids;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A hall manager (大厅管理员). */
public record HallManagerId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public HallManagerId {
        Token.check("HallManagerId", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
