package org.virtualwindow.server.room;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.virtualwindow.protocol.FieldState;
import org.virtualwindow.protocol.RoomEvent;
import org.virtualwindow.protocol.RoomEvent.KnownRow;
import org.virtualwindow.protocol.ServiceItem.Field;
import org.virtualwindow.protocol.ServiceItem.Kind;
import org.virtualwindow.protocol.ServiceItem.Sensitivity;
import org.virtualwindow.protocol.ServiceItem.Table;
import org.virtualwindow.protocol.ids.RowId;
import org.virtualwindow.protocol.values.Author;
import org.virtualwindow.protocol.values.FieldPath;
import org.virtualwindow.protocol.values.FieldValue;
import org.virtualwindow.protocol.values.Refusal;
import org.virtualwindow.protocol.values.Role;
import org.virtualwindow.protocol.values.Source;
import org.virtualwindow.server.form.FormState;

/**
 * Rows of tables that one form says and another asks for: investors, or who moves. They are taken over where the next package's table
 * names theirs in {@code prefill}, in the columns of the same name and kind, and never to where more of it is seen. Pure.
 */
final class TakenRows {
    private static final Author APPLICANT = new Author(Role.APPLICANT, "", "");

    private TakenRows() {}

    /** What stands in the rows of a form as the applicant's own, as {@link TakenOver#known}. */
    static List<KnownRow> known(FormState before) {
        Set<FieldPath> own = new HashSet<>(before.shown());
        own.removeAll(before.unconfirmed());
        List<KnownRow> rows = new ArrayList<>();
        for (Table table : before.item().tables()) {
            List<Field> columns = columns(before, table.path());
            for (RowId row : before.rows(table.path())) {
                Map<String, RoomEvent.KnownCell> cells = new LinkedHashMap<>();
                for (Field column : columns) {
                    FieldPath cell = cell(table.path(), row, column);
                    before.field(cell)
                            .filter(_ -> own.contains(cell) && !before.secret(cell))
                            .map(FieldState::value)
                            .filter(value -> !value.isEmpty())
                            .ifPresent(value -> cells.put(
                                    name(column),
                                    new RoomEvent.KnownCell(column.kind(), value, Optional.of(column.sensitivity()))));
                }
                if (!cells.isEmpty()) {
                    rows.add(new KnownRow(table.path(), cells));
                }
            }
        }
        return rows;
    }

    /** What happens to a form that takes these over; nothing in a table in which something stands already. */
    static List<RoomEvent> events(FormState form, List<KnownRow> known, Source source) {
        Map<FieldPath, List<KnownRow>> byTable =
                known.stream().collect(Collectors.groupingBy(KnownRow::table, LinkedHashMap::new, Collectors.toList()));
        List<RoomEvent> events = new ArrayList<>();
        FormState filled = form;
        for (Table table : form.item().tables()) {
            List<KnownRow> rows = table.prefill().stream()
                    .flatMap(List::stream)
                    .map(from -> byTable.getOrDefault(from, List.of()))
                    .filter(some -> !some.isEmpty())
                    .findFirst()
                    .orElse(List.of());
            List<RowId> empty = form.rows(table.path());
            if (empty.stream().anyMatch(row -> speaks(form, table, row))) {
                continue;
            }
            int used = 0;
            for (KnownRow row : rows) {
                boolean there = used < empty.size();
                RowId id = there ? empty.get(used) : free(filled, table.path());
                if (!there && filled.refusalOfNewRow(table.path(), id).isPresent()) {
                    break;
                }
                FormState before = there ? filled : filled.addRow(table.path(), id);
                List<RoomEvent.FieldSet> cells = cells(before, table, id, row, source);
                if (!cells.isEmpty()) {
                    if (!there) {
                        events.add(new RoomEvent.RowAdded(table.path(), id));
                    }
                    events.addAll(cells);
                    filled = with(before, cells);
                    used++;
                }
            }
        }
        return events;
    }

    /** One that no row has or had. */
    private static RowId free(FormState form, FieldPath table) {
        return IntStream.iterate(1, number -> number + 1)
                .mapToObj(number -> new RowId("e" + number))
                .filter(id -> !form.refusalOfNewRow(table, id).equals(Optional.of(Refusal.ALREADY)))
                .findFirst()
                .orElseThrow();
    }

    /** A cell may be shown only when another is filled: each is tried again after every one that fits. */
    private static List<RoomEvent.FieldSet> cells(
            FormState form, Table table, RowId row, KnownRow known, Source source) {
        List<RoomEvent.FieldSet> sets = new ArrayList<>();
        List<Field> open = new ArrayList<>(columns(form, table.path()));
        FormState filled = form;
        boolean more = true;
        while (more) {
            more = false;
            for (Field column : List.copyOf(open)) {
                FieldPath path = cell(table.path(), row, column);
                Optional<FieldValue> fits = fits(filled, known, column, path);
                if (fits.isPresent()) {
                    long rev = filled.revOf(path) + 1;
                    RoomEvent.FieldSet set = new RoomEvent.FieldSet(path, fits.get(), rev, source, Optional.empty());
                    sets.add(set);
                    filled = with(filled, List.of(set));
                    open.remove(column);
                    more = true;
                }
            }
        }
        return sets;
    }

    private static Optional<FieldValue> fits(FormState form, KnownRow known, Field column, FieldPath path) {
        return Optional.ofNullable(known.cells().get(name(column)))
                .filter(cell -> cell.kind() == column.kind() && !form.secret(path))
                .filter(cell ->
                        column.sensitivity().compareTo(cell.sensitivity().orElse(Sensitivity.MASK)) >= 0)
                .map(cell -> form.normalised(path, cell.value()))
                .filter(value -> form.refusal(path, value).isEmpty());
    }

    private static FormState with(FormState form, List<RoomEvent.FieldSet> sets) {
        FormState filled = form;
        for (RoomEvent.FieldSet set : sets) {
            filled = filled.set(set.path(), set.value(), set.source(), APPLICANT, Instant.EPOCH);
        }
        return filled;
    }

    private static boolean speaks(FormState form, Table table, RowId row) {
        return columns(form, table.path()).stream()
                .flatMap(column -> form.field(cell(table.path(), row, column)).stream())
                .anyMatch(state -> !state.value().isEmpty());
    }

    private static List<Field> columns(FormState form, FieldPath table) {
        return form.item().fields().stream()
                .filter(field -> field.path().isIn(table) && field.kind() != Kind.SIGNATURE)
                .toList();
    }

    private static String name(Field column) {
        String[] parts = column.path().parts();
        return parts[parts.length - 1];
    }

    private static FieldPath cell(FieldPath table, RowId row, Field column) {
        return new FieldPath(FieldPath.row(table, row.value()) + "/" + name(column));
    }
}
