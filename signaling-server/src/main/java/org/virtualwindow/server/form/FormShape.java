package org.virtualwindow.server.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.virtualwindow.protocol.Expression;
import org.virtualwindow.protocol.MigrationReport.LossReason;
import org.virtualwindow.protocol.Rule;
import org.virtualwindow.protocol.ServiceItem;
import org.virtualwindow.protocol.ServiceItem.Field;
import org.virtualwindow.protocol.ServiceItem.Kind;
import org.virtualwindow.protocol.ServiceItem.Table;
import org.virtualwindow.protocol.values.FieldPath;
import org.virtualwindow.protocol.values.FieldValue;

/** A service item, looked up by path. */
final class FormShape {
    /**
     * What the item's rules say of one field.
     *
     * @param shownWhen of each list one must hold: those of its table, and its own
     * @param requiredWhen where one holds it is required, besides {@link Field#required}
     * @param computed what it holds, where nobody writes it
     */
    record RulesOf(
            List<List<Expression>> shownWhen,
            List<Expression> requiredWhen,
            Optional<Expression> computed,
            List<Rule.Offers> offers) {}

    private final ServiceItem item;
    private final Map<FieldPath, Field> fields = new LinkedHashMap<>();
    private final Map<FieldPath, Table> tables = new LinkedHashMap<>();
    private final Map<FieldPath, List<Field>> columns = new LinkedHashMap<>();
    private final Map<FieldPath, RulesOf> rules = new LinkedHashMap<>();

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
            rules.put(field.path(), rulesOf(field.path()));
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

    RulesOf rules(Field field) {
        return rules.getOrDefault(field.path(), new RulesOf(List.of(), List.of(), Optional.empty(), List.of()));
    }

    /** Of each list one must hold, or the field or table is not there. */
    List<List<Expression>> shownWhen(FieldPath fieldOrTable) {
        List<FieldPath> places = Stream.concat(fieldOrTable.table().stream(), Stream.of(fieldOrTable))
                .toList();
        return places.stream()
                .map(place -> all(Rule.Shows.class)
                        .filter(rule -> rule.show().contains(place))
                        .map(Rule.Shows::when)
                        .toList())
                .filter(rulesOfPlace -> !rulesOfPlace.isEmpty())
                .toList();
    }

    <R extends Rule> Stream<R> all(Class<R> kind) {
        return item.rules().stream().filter(kind::isInstance).map(kind::cast);
    }

    private RulesOf rulesOf(FieldPath field) {
        return new RulesOf(
                shownWhen(field),
                all(Rule.Requires.class)
                        .filter(rule -> rule.require().contains(field))
                        .map(Rule.Requires::when)
                        .toList(),
                all(Rule.Computes.class)
                        .filter(rule -> rule.set().equals(field))
                        .map(Rule.Computes::to)
                        .findFirst(),
                all(Rule.Offers.class).filter(rule -> rule.at().equals(field)).toList());
    }

    /** Why this value cannot stand in such a field whatever the rest of the form says. */
    static Optional<LossReason> misfit(Field field, FieldValue value) {
        boolean noChoice = field.kind() == Kind.CHOICE
                && !value.isEmpty()
                && field.choices().stream().noneMatch(choice -> choice.code().equals(value.text()));
        if (noChoice) {
            return Optional.of(LossReason.CHOICE_GONE);
        }
        if (field.kind() == Kind.SIGNATURE && !value.isEmpty() && !Strokes.areDrawn(value.text())) {
            return Optional.of(LossReason.SIGN_ANEW);
        }
        return length(value.text()) > field.maxLength() ? Optional.of(LossReason.TOO_LONG) : Optional.empty();
    }

    /** In characters as people count them: 𠮷 is one. */
    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Where {@code other} is for somebody who stands at {@code path}: a column means the one in the same row. */
    static FieldPath beside(FieldPath path, FieldPath other) {
        String[] here = path.parts();
        String[] there = other.parts();
        return there.length == 2 && here.length == 3 && here[0].equals(there[0])
                ? new FieldPath("/" + there[0] + "/" + here[1] + "/" + there[1])
                : other;
    }
}
