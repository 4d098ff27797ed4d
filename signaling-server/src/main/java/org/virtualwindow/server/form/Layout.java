package org.virtualwindow.server.form;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.virtualwindow.protocol.ServiceItem.Field;
import org.virtualwindow.protocol.ServiceItem.Table;
import org.virtualwindow.protocol.ids.RowId;
import org.virtualwindow.protocol.values.FieldPath;
import org.virtualwindow.server.form.FormShape.RulesOf;

/**
 * Every field of a form with the rows it has now, in the order of the pages. Made anew only when rows come and go: paths are
 * costly to put together, and a form is judged after every keystroke that counts.
 */
final class Layout {
    /** @param idType the field that says which paper a number here stands on */
    record Cell(FieldPath path, Field field, RulesOf rules, Optional<FieldPath> idType) {}

    private final Map<FieldPath, Cell> cells = new LinkedHashMap<>();
    private final Map<FieldPath, Integer> places = new LinkedHashMap<>();

    Layout(FormShape shape, Map<FieldPath, List<RowId>> rows) {
        Set<FieldPath> shown = new LinkedHashSet<>();
        shape.item().pages().forEach(page -> shown.addAll(page.shows()));
        shape.item().tables().forEach(table -> shown.add(table.path()));
        shape.item().fields().stream()
                .map(Field::path)
                .filter(path -> path.table().isEmpty())
                .forEach(shown::add);
        for (FieldPath path : shown) {
            places.put(path, places.size());
            shape.table(path).ifPresent(table -> rowsOf(table, shape, rows.getOrDefault(path, List.of())));
            shape.field(path).ifPresent(field -> add(path, field, shape));
        }
    }

    Optional<Cell> cell(FieldPath path) {
        return Optional.ofNullable(cells.get(path));
    }

    Collection<Cell> cells() {
        return cells.values();
    }

    /** Orders fields and tables as the pages do; a table stands before its rows. */
    int place(FieldPath path) {
        return places.getOrDefault(path, Integer.MAX_VALUE);
    }

    private void rowsOf(Table table, FormShape shape, List<RowId> rows) {
        for (RowId row : rows) {
            FieldPath anywhereInIt = new FieldPath(table.path() + "/" + row + "/_");
            for (Field column : shape.columns(table.path())) {
                FieldPath path = FormShape.beside(anywhereInIt, column.path());
                places.put(path, places.size());
                add(path, column, shape);
            }
        }
    }

    private void add(FieldPath path, Field field, FormShape shape) {
        Optional<FieldPath> idType = Optional.of(Beside.idType(path))
                .filter(type -> shape.field(type).isPresent());
        cells.put(path, new Cell(path, field, shape.rules(field), idType));
    }
}
