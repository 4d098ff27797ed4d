package org.virtualwindow.protocol.values;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a value stands in a form: {@code /tradeName}, or inside a row of a table {@code /investors/ROW/name}, or a row itself
 * {@code /investors/ROW}.
 */
public record FieldPath(@JsonValue String value) {
    private static final Pattern SHAPE = Pattern.compile("(/[A-Za-z0-9_-]{1,40}){1,3}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public FieldPath {
        if (!SHAPE.matcher(value).matches()) {
            throw new Malformed(
                    "路径要写成 /field 或 /table/row/field 的样子", "FieldPath must look like /field or /table/row/field");
        }
    }

    /** The row of a table. */
    public static FieldPath row(FieldPath table, String row) {
        return new FieldPath(table.value + "/" + row);
    }

    /** The parts between the slashes: one for a field or table, two for a row, three for a field in a row. */
    public String[] parts() {
        return value.substring(1).split("/");
    }

    /** The path without its row: {@code /investors/r1/name} is the column {@code /investors/name}; others are themselves. */
    public FieldPath definition() {
        String[] parts = parts();
        return parts.length == 3 ? new FieldPath("/" + parts[0] + "/" + parts[2]) : this;
    }

    /** The table a row or a field in a row belongs to. */
    public Optional<FieldPath> table() {
        String[] parts = parts();
        return parts.length > 1 ? Optional.of(new FieldPath("/" + parts[0])) : Optional.empty();
    }

    /** Whether it is a field in this row. */
    public boolean isIn(FieldPath row) {
        return value.startsWith(row.value + "/");
    }

    @Override
    public String toString() {
        return value;
    }
}
