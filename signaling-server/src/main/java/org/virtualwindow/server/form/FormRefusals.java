package org.virtualwindow.server.form;

import java.util.Optional;
import org.virtualwindow.protocol.ServiceItem.Field;
import org.virtualwindow.protocol.ServiceItem.Table;
import org.virtualwindow.protocol.ids.RowId;
import org.virtualwindow.protocol.values.FieldPath;
import org.virtualwindow.protocol.values.FieldValue;
import org.virtualwindow.protocol.values.Refusal;

/** Why a form cannot be changed in some way, whoever wants it. */
final class FormRefusals {
    private FormRefusals() {}

    static Optional<Refusal> ofValue(FormState form, FieldPath path, FieldValue value) {
        Optional<Field> known = form.defined(path);
        if (known.isEmpty()) {
            return Optional.of(Refusal.UNKNOWN);
        }
        if (!form.visible(path)) {
            return Optional.of(Refusal.HIDDEN);
        }
        Field field = known.get();
        if (form.shape().rules(field).computed().isPresent()) {
            return Optional.of(Refusal.COMPUTED);
        }
        return FormShape.misfit(field, value).map(_ -> Refusal.INVALID);
    }

    static Optional<Refusal> ofNewRow(FormState form, FieldPath table, RowId row) {
        Optional<Table> known = form.shape().table(table);
        if (known.isEmpty()) {
            return Optional.of(Refusal.UNKNOWN);
        }
        if (!form.derived().showsTable(table)) {
            return Optional.of(Refusal.HIDDEN);
        }
        if (form.rows(table).contains(row) || form.removed.contains(FieldPath.row(table, row.value()))) {
            return Optional.of(Refusal.ALREADY);
        }
        return form.rows(table).size() >= known.get().most() ? Optional.of(Refusal.INVALID) : Optional.empty();
    }

    static Optional<Refusal> ofRemoval(FormState form, FieldPath row) {
        if (row.parts().length != 2 || !rowExists(form, row)) {
            return Optional.of(Refusal.UNKNOWN);
        }
        return form.derived().showsTable(row.table().orElseThrow()) ? Optional.empty() : Optional.of(Refusal.HIDDEN);
    }

    private static boolean rowExists(FormState form, FieldPath inRow) {
        String[] parts = inRow.parts();
        return form.rows(new FieldPath("/" + parts[0])).contains(new RowId(parts[1]));
    }
}
