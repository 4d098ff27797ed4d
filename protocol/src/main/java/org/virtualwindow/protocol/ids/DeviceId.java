package org.virtualwindow.protocol.ids;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** One device of a kiosk, as its daemon calls it: the driver and a number, the same after every start. */
public record DeviceId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public DeviceId {
        Token.check("DeviceId", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
