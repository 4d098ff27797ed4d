package org.virtualwindow.protocol.ids;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A case number (办件编号). */
public record CaseNo(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CaseNo {
        Token.check("CaseNo", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
