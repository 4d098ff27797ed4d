package org.virtualwindow.server.form;

import java.time.LocalDate;
import java.util.Optional;
import org.virtualwindow.protocol.values.FieldPath;

/** What a validator may know beyond the value: the day, and which kind of paper the field beside it names. */
public record Beside(LocalDate today, Optional<String> idType) {

    /**
     * The type of an ID number at {@code …/idNo} stands at {@code …/idType} of the same row, that of {@code /contactIdNo} at
     * {@code /contactIdType}; any other field looks at {@code idType}. An item need not have such a field.
     */
    static FieldPath idType(FieldPath path) {
        String value = path.value();
        return new FieldPath(
                value.endsWith("IdNo")
                        ? value.substring(0, value.length() - 4) + "IdType"
                        : value.substring(0, value.lastIndexOf('/')) + "/idType");
    }
}
