package org.virtualwindow.server.form;

import java.time.LocalDate;
import java.util.Optional;
import org.virtualwindow.protocol.values.FieldPath;

/** What a validator may know beyond the value: the day, and which kind of paper the field beside it names. */
public record Beside(LocalDate today, Optional<String> idType) {

    /**
     * The type of an ID number at {@code …/idNo} stands at {@code …/idType} of the same row, that of {@code /contactIdNo} at
     * {@code /contactIdType}; any other field looks at {@code idType}. Empty when the item has no such field.
     */
    static Beside of(FormState form, FieldPath path) {
        String value = path.value();
        String typePath = value.endsWith("IdNo")
                ? value.substring(0, value.length() - 4) + "IdType"
                : value.substring(0, value.lastIndexOf('/')) + "/idType";
        FieldPath type = new FieldPath(typePath);
        return new Beside(form.today(), form.shape().field(type).map(_ -> form.text(type)));
    }
}
