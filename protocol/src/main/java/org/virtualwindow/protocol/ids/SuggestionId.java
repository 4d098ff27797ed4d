package org.virtualwindow.protocol.ids;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A value that the clerk proposed for a field. */
public record SuggestionId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SuggestionId {
        Token.check("SuggestionId", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
