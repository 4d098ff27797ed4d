package org.virtualwindow.protocol.ids;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A row of a table in a form, chosen by whoever added it. */
public record RowId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RowId {
        Token.check("RowId", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
