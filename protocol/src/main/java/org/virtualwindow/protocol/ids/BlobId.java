package org.virtualwindow.protocol.ids;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A stored page, photograph or document. Chosen by the server. */
public record BlobId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public BlobId {
        Token.check("BlobId", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
