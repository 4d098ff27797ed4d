package org.virtualwindow.protocol.ids;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** One lookup at an authority: chosen by whoever asks for it, and the same however often it is sent. */
public record LookupId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public LookupId {
        Token.check("LookupId", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
