package org.virtualwindow.server.form;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.virtualwindow.protocol.Expression;
import org.virtualwindow.protocol.Rule;
import org.virtualwindow.protocol.ServiceItem.Choice;
import org.virtualwindow.protocol.values.FieldPath;
import org.virtualwindow.server.form.Layout.Cell;

/**
 * What the rules make of a form as it stands: which cells there are, and what the computed ones hold. All of it is worked out at
 * once and then only read. The catalogue let no rules in that go round in a circle.
 */
final class Derived implements Evaluation.Facts {
    private final FormState form;
    private final Map<FieldPath, Boolean> shown = new HashMap<>();
    private final Map<FieldPath, String> texts = new HashMap<>();
    private final List<Cell> visibleCells;

    Derived(FormState form) {
        this.form = form;
        form.layout().cells().forEach(cell -> {
            shows(cell);
            whole(cell);
        });
        this.visibleCells = form.layout().cells().stream().filter(this::shows).toList();
    }

    /** Every field that is shown, rows included, in the order of the pages. */
    List<Cell> visibleCells() {
        return visibleCells;
    }

    boolean shows(Cell cell) {
        Boolean known = shown.get(cell.path());
        if (known == null) {
            known = holdsOneOfEach(cell.rules().shownWhen(), cell.path());
            shown.put(cell.path(), known);
        }
        return known;
    }

    /** A table is there, rows or none, unless a rule hides it. */
    boolean showsTable(FieldPath table) {
        return holdsOneOfEach(form.shape().shownWhen(table), table);
    }

    private boolean holdsOneOfEach(List<List<Expression>> lists, FieldPath at) {
        return lists.stream().allMatch(list -> list.stream().anyMatch(when -> Evaluation.holds(when, at, this)));
    }

    boolean requires(Cell cell) {
        return cell.field().required()
                || cell.rules().requiredWhen().stream().anyMatch(when -> Evaluation.holds(when, cell.path(), this));
    }

    /** The choices that a field has now; empty where no rule narrows them. */
    Optional<Set<String>> offered(Cell cell) {
        List<Rule.Offers> now = cell.rules().offers().stream()
                .filter(rule -> rule.when()
                        .map(when -> Evaluation.holds(when, cell.path(), this))
                        .orElse(true))
                .toList();
        if (now.isEmpty()) {
            return Optional.empty();
        }
        Set<String> left = new HashSet<>(now.getFirst().only());
        now.forEach(rule -> left.retainAll(rule.only()));
        return Optional.of(left);
    }

    /** What stands in a field, shown or not: what was written, or what is computed. */
    String whole(Cell cell) {
        if (cell.rules().computed().isEmpty()) {
            return form.written(cell.path());
        }
        String known = texts.get(cell.path());
        if (known == null) {
            known = Evaluation.of(cell.rules().computed().get(), cell.path(), this);
            texts.put(cell.path(), known);
        }
        return known;
    }

    @Override
    public String text(FieldPath field) {
        return form.layout().cell(field).filter(this::shows).map(this::whole).orElse("");
    }

    @Override
    public String label(FieldPath field) {
        String code = text(field);
        return form.shape().field(field).stream()
                .flatMap(found -> found.choices().stream())
                .filter(choice -> choice.code().equals(code))
                .findFirst()
                .map(Choice::label)
                .map(label -> label.zh())
                .orElse("");
    }

    @Override
    public List<String> column(FieldPath column) {
        return form.layout().cells().stream()
                .filter(cell -> cell.field().path().equals(column) && shows(cell))
                .map(this::whole)
                .toList();
    }

    @Override
    public int rows(FieldPath table) {
        return form.rows(table).size();
    }

    @Override
    public LocalDate today() {
        return form.today();
    }

    /** The arguments of a sentence. */
    Map<String, String> arguments(Rule.Demands rule, FieldPath at) {
        return rule.with().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> Evaluation.of(each.getValue(), at, this)));
    }
}
