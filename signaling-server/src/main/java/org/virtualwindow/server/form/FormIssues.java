package org.virtualwindow.server.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.virtualwindow.protocol.Rule;
import org.virtualwindow.protocol.ServiceItem.Field;
import org.virtualwindow.protocol.ServiceItem.Table;
import org.virtualwindow.protocol.values.FieldPath;
import org.virtualwindow.protocol.values.Issue;
import org.virtualwindow.server.form.IssueCode.Finding;
import org.virtualwindow.server.form.Layout.Cell;
import org.virtualwindow.server.form.Validators.Validator;

/** Goes through a form once and says what is still to be put right: a field has one issue at a time, a table may have several. */
final class FormIssues {
    /** In front of a rule's id. */
    private static final String RULE = "rule.";

    private FormIssues() {}

    static List<Issue> of(FormState form) {
        List<Issue> issues = new ArrayList<>();
        for (Cell cell : form.visibleCells()) {
            judge(form, cell).ifPresent(finding -> issues.add(finding.at(cell.path())));
        }
        for (Table table : form.item().tables()) {
            int missing = table.fewest() - form.rows(table.path()).size();
            if (missing > 0 && form.derived().showsTable(table.path())) {
                issues.add(IssueCode.ROWS_FEW.with(table.fewest(), missing).at(table.path()));
            }
        }
        form.shape().all(Rule.Demands.class).forEach(rule -> issues.addAll(broken(form, rule, issues)));
        issues.sort(Comparator.comparingInt(issue -> form.layout().place(issue.path())));
        return List.copyOf(issues);
    }

    /** Where a rule asks in vain. A field that has an issue already has enough; a column is asked row by row. */
    private static List<Issue> broken(FormState form, Rule.Demands rule, List<Issue> before) {
        Derived derived = form.derived();
        Stream<FieldPath> places = form.shape().table(rule.at()).isPresent()
                ? Stream.of(rule.at()).filter(derived::showsTable)
                : form.visibleCells().stream()
                        .filter(cell -> cell.field().path().equals(rule.at()))
                        .map(Cell::path)
                        .filter(place ->
                                before.stream().noneMatch(issue -> issue.path().equals(place)));
        return places.filter(place -> rule.when()
                        .map(when -> Evaluation.holds(when, place, derived))
                        .orElse(true))
                .filter(place -> Evaluation.of(rule.must(), place, derived).equals("false"))
                .map(place -> new Issue(place, RULE + rule.id(), derived.arguments(rule, place)))
                .toList();
    }

    private static Optional<Finding> judge(FormState form, Cell cell) {
        Field field = cell.field();
        String text = form.text(cell.path());
        if (text.isEmpty()) {
            return form.derived().requires(cell) ? Optional.of(IssueCode.REQUIRED.with()) : Optional.empty();
        }
        if (form.derived().offered(cell).filter(left -> !left.contains(text)).isPresent()) {
            return Optional.of(IssueCode.CHOICE_NOT_HERE.with());
        }
        Beside beside = new Beside(form.today(), cell.idType().map(form::text));
        Stream<Validator> named =
                field.checks().stream().map(name -> Validators.find(name).orElseThrow());
        return Stream.concat(Validators.of(field.kind()).stream(), named)
                .map(validator -> validator.judge(text, beside))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
