package org.virtualwindow.protocol.ids;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A service item (事项), for example {@code ENT_NAME}. */
public record ServiceItemId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ServiceItemId {
        Token.check("ServiceItemId", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
