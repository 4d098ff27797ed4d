package org.virtualwindow.server.form;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.virtualwindow.protocol.ServiceItem;
import org.virtualwindow.protocol.ServiceItem.Check;
import org.virtualwindow.protocol.ServiceItem.Choice;
import org.virtualwindow.protocol.ServiceItem.Condition;
import org.virtualwindow.protocol.ServiceItem.Field;
import org.virtualwindow.protocol.ServiceItem.Kind;
import org.virtualwindow.protocol.ServiceItem.Table;
import org.virtualwindow.protocol.values.FieldPath;
import org.virtualwindow.protocol.values.FieldValue;

/** What makes an item package unusable although it decodes: each fault names its place and its reason. */
final class ItemFaults {
    /** More things on one screen are too many for people. */
    private static final int MOST_ON_A_PAGE = 7;

    private final ServiceItem item;
    private final FormShape shape;
    private final List<String> faults = new ArrayList<>();

    private ItemFaults(ServiceItem item) {
        this.item = item;
        this.shape = new FormShape(item);
    }

    static List<String> of(ServiceItem item) {
        ItemFaults faults = new ItemFaults(item);
        faults.fields();
        faults.tables();
        faults.pages();
        faults.checks();
        return faults.faults;
    }

    private void fields() {
        Set<FieldPath> seen = new HashSet<>();
        for (int i = 0; i < item.fields().size(); i++) {
            Field field = item.fields().get(i);
            String at = "/fields/" + i + " (" + field.path() + ")";
            Optional<FieldPath> table = field.path().table();
            expect(seen.add(field.path()), at + ": there are two of it");
            expect(field.path().parts().length < 3, at + ": a path is /field or /table/column");
            expect(
                    table.isEmpty() || shape.table(table.get()).isPresent(),
                    at + ": there is no table " + table.map(FieldPath::value).orElse(""));
            expect(
                    field.maxLength() > 0 && field.maxLength() <= FieldValue.LONGEST,
                    at + "/maxLength: must be 1 to " + FieldValue.LONGEST);
            expect(
                    (field.kind() == Kind.CHOICE) != field.choices().isEmpty(),
                    at + "/choices: belong to the kind CHOICE and to no other");
            expect(
                    field.choices().stream().map(Choice::code).distinct().count()
                            == field.choices().size(),
                    at + "/choices: a code stands twice");
            for (String check : field.checks()) {
                expect(Validators.find(check).isPresent(), at + "/checks: there is no check '" + check + "'");
            }
            field.shownWhen().ifPresent(condition -> condition(field, condition, at + "/shownWhen"));
        }
    }

    private void condition(Field field, Condition condition, String at) {
        Optional<Field> other = definition(condition.path());
        expect(other.isPresent(), at + ": there is no field " + condition.path());
        boolean reachable = condition.path().table().isEmpty()
                || condition.path().table().equals(field.path().table());
        expect(reachable, at + ": a row of another table cannot be meant");
        other.ifPresent(one -> {
            List<String> possible = switch (one.kind()) {
                case CHOICE -> one.choices().stream().map(Choice::code).toList();
                case YES_NO -> List.of("true", "false");
                case TEXT, LONG_TEXT, AMOUNT, PERCENT, DATE, ID_NUMBER, CREDIT_CODE, MOBILE -> condition.in();
            };
            expect(possible.containsAll(condition.in()), at + "/in: only " + possible + " can stand there");
        });
        Set<FieldPath> chain = new HashSet<>();
        Optional<Field> next = Optional.of(field);
        while (next.isPresent() && chain.add(next.get().path())) {
            next = next.get().shownWhen().flatMap(further -> definition(further.path()));
        }
        expect(next.isEmpty(), at + ": the conditions go round in a circle");
    }

    private void tables() {
        for (Table table : item.tables()) {
            String at = "/tables (" + table.path() + ")";
            expect(table.path().parts().length == 1, at + ": a table's path has one part");
            expect(table.fewest() >= 0 && table.fewest() <= table.most(), at + ": fewest is above most");
            expect(!shape.columns(table.path()).isEmpty(), at + ": has no fields");
        }
    }

    private void pages() {
        Set<FieldPath> shown = new HashSet<>();
        for (ServiceItem.Page page : item.pages()) {
            String at = "/pages (" + page.id() + ")";
            expect(page.shows().size() <= MOST_ON_A_PAGE, at + ": shows more than " + MOST_ON_A_PAGE + " things");
            for (FieldPath path : page.shows()) {
                expect(shape.table(path).isPresent() || shape.field(path).isPresent(), at + ": nothing is at " + path);
                expect(shown.add(path), at + ": " + path + " is shown twice");
            }
        }
        Stream.concat(
                        item.fields().stream()
                                .map(Field::path)
                                .filter(path -> path.table().isEmpty()),
                        item.tables().stream().map(Table::path))
                .forEach(path -> expect(shown.contains(path), "/pages: no page shows " + path));
    }

    private void checks() {
        for (int i = 0; i < item.checks().size(); i++) {
            Check check = item.checks().get(i);
            String at = "/checks/" + i;
            Optional<FormChecks.Rule> rule = FormChecks.find(check.rule());
            expect(rule.isPresent(), at + ": there is no rule '" + check.rule() + "'");
            expect(known(check.at()), at + "/at: nothing is at " + check.at());
            rule.ifPresent(found -> {
                for (String name : found.words()) {
                    expect(check.args().containsKey(name), at + "/args: '" + name + "' is missing");
                }
                for (String name : found.paths()) {
                    String paths = check.args().getOrDefault(name, "");
                    expect(!paths.isEmpty(), at + "/args: '" + name + "' is missing");
                    for (String path : paths.split(" ")) {
                        expect(
                                paths.isEmpty() || known(path),
                                at + "/args/" + name + ": there is no field or table " + path);
                    }
                }
            });
        }
    }

    private boolean known(String path) {
        return path.startsWith("/") && known(new FieldPath(path));
    }

    private boolean known(FieldPath path) {
        return shape.table(path).isPresent() || definition(path).isPresent();
    }

    /** A column stands in the item as {@code /table/column}, which as a path of a form would be a row. */
    private Optional<Field> definition(FieldPath path) {
        return item.fields().stream().filter(field -> field.path().equals(path)).findFirst();
    }

    private void expect(boolean right, String otherwise) {
        if (!right) {
            faults.add(otherwise);
        }
    }
}
