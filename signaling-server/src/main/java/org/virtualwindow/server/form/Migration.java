package org.virtualwindow.server.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.virtualwindow.protocol.FieldState;
import org.virtualwindow.protocol.MigrationReport.LossReason;
import org.virtualwindow.protocol.ServiceItem.Field;
import org.virtualwindow.protocol.ServiceItem.Kind;
import org.virtualwindow.protocol.ServiceItem.Table;
import org.virtualwindow.protocol.ids.RowId;
import org.virtualwindow.protocol.values.FieldPath;
import org.virtualwindow.protocol.values.FieldValue;
import org.virtualwindow.protocol.values.Role;

/**
 * An open form that goes on by a newer package. Answers that fit go with it; the others are no longer in it, and are named with the
 * reason in {@link MigrationReports}. Pure: a replay finds the same again.
 *
 * @param lost what stood in the former form and has no place in the newer, by its path, in the order of the former's pages
 */
public record Migration(FormState before, ItemPackage to, FormState after, Map<FieldPath, LossReason> lost) {

    public static Migration of(FormState before, ItemPackage to) {
        FormShape shape = new FormShape(to.item());
        Map<FieldPath, List<RowId>> rows = rows(before, shape);
        Layout layout = new Layout(shape, rows);
        Map<FieldPath, LossReason> lost = new LinkedHashMap<>();
        Map<FieldPath, FieldState> kept = new LinkedHashMap<>();
        for (Layout.Cell former : before.layout().cells()) {
            before.field(former.path()).ifPresent(state -> {
                Optional<LossReason> why = lossOf(former, state.value(), shape, layout);
                if (why.isEmpty()) {
                    kept.put(former.path(), carried(former, state, shape));
                } else if (!state.value().isEmpty()) {
                    lost.put(former.path(), why.get());
                }
            });
        }
        Map<FieldPath, Replaced> replaced = new HashMap<>(before.replaced);
        replaced.keySet().removeIf(path -> !kept.containsKey(path) || !unchanged(before.shape(), shape, path));
        FormState after = new FormState(
                shape, layout, before.rev() + 1, kept, rows, before.removed, replaced, before.lastWritten);
        return new Migration(before, to, after, lost);
    }

    /** Whether this field is asked for as it was. */
    static boolean unchanged(FormShape former, FormShape newer, FieldPath path) {
        return former.field(path).equals(newer.field(path));
    }

    private static Map<FieldPath, List<RowId>> rows(FormState before, FormShape shape) {
        Map<FieldPath, List<RowId>> rows = new LinkedHashMap<>();
        for (Table table : shape.item().tables()) {
            List<RowId> former = before.shape().table(table.path()).isPresent()
                    ? before.rows(table.path())
                    : IntStream.rangeClosed(1, table.fewest())
                            .mapToObj(number -> new RowId("r" + number))
                            .toList();
            rows.put(table.path(), former.stream().limit(table.most()).toList());
        }
        return rows;
    }

    private static Optional<LossReason> lossOf(Layout.Cell former, FieldValue value, FormShape shape, Layout newer) {
        FieldPath path = former.path();
        Optional<Field> field = shape.field(path);
        if (field.isEmpty()) {
            return Optional.of(LossReason.FIELD_GONE);
        }
        if (former.field().kind() == Kind.SIGNATURE) {
            return Optional.of(LossReason.SIGN_ANEW);
        }
        if (newer.cell(path).isEmpty()) {
            return Optional.of(LossReason.ROW_OVER);
        }
        if (field.get().sensitivity().compareTo(former.field().sensitivity()) < 0) {
            return Optional.of(LossReason.LESS_GUARDED);
        }
        if (shape.rules(field.get()).computed().isPresent()) {
            return Optional.of(LossReason.COMPUTED);
        }
        return FormShape.misfit(field.get(), value);
    }

    /** What a clerk wrote and the applicant called right was right for a field that asked for just this. */
    private static FieldState carried(Layout.Cell former, FieldState state, FormShape shape) {
        boolean confirmed = state.confirmed()
                && (state.by().role() != Role.CLERK
                        || shape.field(former.path()).equals(Optional.of(former.field())));
        return new FieldState(
                state.value(), state.rev(), state.by(), state.source(), state.at(), confirmed, state.reason());
    }

    /** What a clerk wrote and the applicant is to call right once more. */
    List<FieldPath> toConfirm() {
        List<FieldPath> again = new ArrayList<>(after.unconfirmed());
        again.removeAll(before.unconfirmed());
        return again;
    }
}
