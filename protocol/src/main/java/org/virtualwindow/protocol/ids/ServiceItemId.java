package org.virtualwindow.protocol.ids;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A service item (事项), for example {@code ENT_NAME}. */
public record ServiceItemId(@JsonValue String value) {
    /** 只咨询: no item at all. What is opened for it has no form, and nothing is ever filed from it. */
    public static final ServiceItemId QUESTION = new ServiceItemId("QUESTION");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ServiceItemId {
        Token.check("ServiceItemId", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
