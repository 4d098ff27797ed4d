package org.virtualwindow.protocol.ids;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A service window (专窗/综窗): a group of service items that clerks are assigned to. */
public record WindowId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public WindowId {
        Token.check("WindowId", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
