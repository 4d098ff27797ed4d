package org.virtualwindow.protocol.ids;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A kiosk (自助终端机). */
public record KioskId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public KioskId {
        Token.check("KioskId", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
