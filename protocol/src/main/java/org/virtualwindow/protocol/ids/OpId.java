package org.virtualwindow.protocol.ids;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Chosen by the sender, unique per room and author: the same operation sent twice has one effect and one answer. */
public record OpId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public OpId {
        Token.check("OpId", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
