package org.virtualwindow.server.form;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.virtualwindow.protocol.MigrationReport;
import org.virtualwindow.protocol.MigrationReport.AnswerToConfirm;
import org.virtualwindow.protocol.MigrationReport.ChangedPart;
import org.virtualwindow.protocol.MigrationReport.DoubtfulAnswer;
import org.virtualwindow.protocol.MigrationReport.LostAnswer;
import org.virtualwindow.protocol.MigrationReport.PartChange;
import org.virtualwindow.protocol.MigrationReport.PartKind;
import org.virtualwindow.protocol.ServiceItem;
import org.virtualwindow.protocol.ServiceItem.Field;
import org.virtualwindow.protocol.ServiceItem.Kind;
import org.virtualwindow.protocol.ServiceItem.Table;
import org.virtualwindow.protocol.ids.RowId;
import org.virtualwindow.protocol.values.FieldPath;
import org.virtualwindow.protocol.values.Issue;
import org.virtualwindow.protocol.values.LocalText;
import org.virtualwindow.protocol.values.Role;

/** Says what a {@link Migration} does, as a role may see it. Pure. */
public final class MigrationReports {
    private static final LocalText YES = new LocalText("是", "Yes");
    private static final LocalText NO = new LocalText("否", "No");
    private static final LocalText SIGNED = new LocalText("已签字", "Signed");

    private MigrationReports() {}

    /** @param declared what was declared before; all of it is to be declared once more, as it was said of the former form */
    public static MigrationReport of(Migration migration, Collection<String> declared, Role role) {
        FormState before = migration.before();
        FormState after = migration.after();
        return new MigrationReport(
                before.item().version(),
                after.item().version(),
                migration.to().hash(),
                parts(before.item(), after.item()),
                lost(migration, role),
                doubtful(before, after, role),
                migration.toConfirm().stream()
                        .map(path -> new AnswerToConfirm(path, name(after, path)))
                        .toList(),
                List.copyOf(declared));
    }

    private static List<ChangedPart> parts(ServiceItem before, ServiceItem after) {
        List<ChangedPart> parts = new ArrayList<>();
        compare(
                parts,
                PartKind.TABLE,
                before.tables().stream().map(Table::asked).toList(),
                after.tables().stream().map(Table::asked).toList(),
                each -> each.path().value(),
                Table::label);
        compare(
                parts,
                PartKind.FIELD,
                before.fields(),
                after.fields(),
                each -> each.path().value(),
                Field::label);
        compare(
                parts,
                PartKind.DECLARATION,
                before.declarations(),
                after.declarations(),
                ServiceItem.Statement::code,
                ServiceItem.Statement::text);
        return parts;
    }

    private static <T> void compare(
            List<ChangedPart> into,
            PartKind part,
            List<T> before,
            List<T> after,
            Function<T, String> key,
            Function<T, LocalText> name) {
        Map<String, T> was = byKey(before, key);
        Map<String, T> is = byKey(after, key);
        is.forEach((code, each) -> {
            T former = was.get(code);
            if (former == null) {
                into.add(new ChangedPart(part, PartChange.ADDED, code, name.apply(each)));
            } else if (!former.equals(each)) {
                into.add(new ChangedPart(part, PartChange.CHANGED, code, name.apply(each)));
            }
        });
        was.forEach((code, each) -> {
            if (!is.containsKey(code)) {
                into.add(new ChangedPart(part, PartChange.REMOVED, code, name.apply(each)));
            }
        });
    }

    private static <T> Map<String, T> byKey(List<T> things, Function<T, String> key) {
        Map<String, T> found = new LinkedHashMap<>();
        things.forEach(each -> found.put(key.apply(each), each));
        return found;
    }

    private static List<LostAnswer> lost(Migration migration, Role role) {
        FormState before = migration.before();
        return migration.lost().entrySet().stream()
                .map(each -> new LostAnswer(
                        each.getKey(),
                        name(before, each.getKey()),
                        value(before, each.getKey(), role),
                        each.getValue()))
                .toList();
    }

    /** What is wrong now and was not before; that something is missing is no answer. */
    private static List<DoubtfulAnswer> doubtful(FormState before, FormState after, Role role) {
        List<Issue> former = before.issues(role);
        return after.issues(role).stream()
                .filter(issue -> after.field(issue.path())
                        .filter(state -> !state.value().isEmpty())
                        .isPresent())
                .filter(issue -> !former.contains(issue))
                .map(issue -> new DoubtfulAnswer(issue.path(), name(after, issue.path()), issue))
                .toList();
    }

    /** In words; a secret stands in plain on no screen. */
    private static LocalText value(FormState form, FieldPath path, Role role) {
        Field field = form.shape().field(path).orElseThrow();
        String whole = form.written(path);
        if (field.secret() || (role == Role.CLERK && field.masked())) {
            String seen = form.asClerkSees(path, form.field(path).orElseThrow().value())
                    .text();
            return new LocalText(seen, seen);
        }
        if (field.kind() == Kind.SIGNATURE) {
            return SIGNED;
        }
        if (field.kind() == Kind.YES_NO) {
            return whole.equals("true") ? YES : NO;
        }
        return field.choices().stream()
                .filter(choice -> choice.code().equals(whole))
                .map(ServiceItem.Choice::label)
                .findFirst()
                .orElse(new LocalText(whole, whole));
    }

    /** A field's label, with its row where it stands in one. */
    private static LocalText name(FormState form, FieldPath path) {
        LocalText label = form.shape().field(path).map(Field::label).orElse(new LocalText(path.value(), path.value()));
        return path.table()
                .flatMap(form.shape()::table)
                .map(table -> {
                    int number = form.rows(table.path()).indexOf(new RowId(path.parts()[1])) + 1;
                    return new LocalText(
                            table.row().zh() + number + " " + label.zh(),
                            table.row().en() + " " + number + " " + label.en());
                })
                .orElse(label);
    }
}
