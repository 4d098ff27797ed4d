package org.virtualwindow.protocol.ids;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A service centre (政务服务中心), named by its six-digit division code (GB/T 2260). */
public record CentreId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CentreId {
        Token.check("CentreId", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
