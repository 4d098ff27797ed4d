package org.virtualwindow.server.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.virtualwindow.protocol.ServiceItem;
import org.virtualwindow.protocol.ServiceItem.Field;
import org.virtualwindow.protocol.ServiceItem.Table;
import org.virtualwindow.protocol.values.FieldPath;

/** A service item, looked up by path. */
final class FormShape {
    private final ServiceItem item;
    private final Map<FieldPath, Field> fields = new LinkedHashMap<>();
    private final Map<FieldPath, Table> tables = new LinkedHashMap<>();
    private final Map<FieldPath, List<Field>> columns = new LinkedHashMap<>();

    FormShape(ServiceItem item) {
        this.item = item;
        for (Table table : item.tables()) {
            tables.put(table.path(), table);
            columns.put(table.path(), new ArrayList<>());
        }
        for (Field field : item.fields()) {
            fields.put(field.path(), field);
            field.path()
                    .table()
                    .ifPresent(table ->
                            columns.getOrDefault(table, new ArrayList<>()).add(field));
        }
    }

    ServiceItem item() {
        return item;
    }

    /** The field of a path like {@code /tradeName} or {@code /investors/r1/name}; whether the row exists is not its business. */
    Optional<Field> field(FieldPath path) {
        return path.parts().length == 2 ? Optional.empty() : Optional.ofNullable(fields.get(path.definition()));
    }

    Optional<Table> table(FieldPath path) {
        return Optional.ofNullable(tables.get(path));
    }

    List<Field> columns(FieldPath table) {
        return columns.getOrDefault(table, List.of());
    }

    /** Where {@code other} is for somebody who stands at {@code path}: a column means the one in the same row. */
    static FieldPath beside(FieldPath path, FieldPath other) {
        String[] here = path.parts();
        String[] there = other.parts();
        return there.length == 2 && here.length == 3
                ? new FieldPath("/" + there[0] + "/" + here[1] + "/" + there[1])
                : other;
    }
}
