package org.virtualwindow.protocol.values;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What stands in a field, always as text: dates are ISO, amounts decimal, choices their code, yes and no {@code true} and
 * {@code false}, nothing the empty text. A signature is its strokes in a box of 600 × 200, as {@code 12,90 40,31;88,20 90,140}: points
 * of a stroke after spaces, strokes after semicolons. Prints itself masked, because it is personal data.
 */
public record FieldValue(@JsonValue String text) {
    /** The longest value of any field, in UTF-16 units. */
    public static final int LONGEST = 4_000;

    public static final FieldValue EMPTY = new FieldValue("");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public FieldValue {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("FieldValue is longer than " + LONGEST);
        }
        WellFormed.check("FieldValue", text);
    }

    public boolean isEmpty() {
        return text.isEmpty();
    }

    @Override
    public String toString() {
        return "(value)";
    }
}
