package org.virtualwindow.server.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.virtualwindow.protocol.ServiceItem.Check;
import org.virtualwindow.protocol.ServiceItem.Field;
import org.virtualwindow.protocol.ServiceItem.Table;
import org.virtualwindow.protocol.values.Issue;
import org.virtualwindow.server.form.IssueCode.Finding;
import org.virtualwindow.server.form.Layout.Cell;
import org.virtualwindow.server.form.Validators.Validator;

/** Goes through a form once and says what is still to be put right: a field has one issue at a time, a table may have several. */
final class FormIssues {
    private FormIssues() {}

    static List<Issue> of(FormState form) {
        List<Issue> issues = new ArrayList<>();
        for (Cell cell : form.visibleCells()) {
            judge(form, cell).ifPresent(finding -> issues.add(finding.at(cell.path())));
        }
        for (Table table : form.item().tables()) {
            int missing = table.fewest() - form.rows(table.path()).size();
            if (missing > 0) {
                issues.add(IssueCode.ROWS_FEW.with(table.fewest(), missing).at(table.path()));
            }
        }
        for (Check check : form.item().checks()) {
            boolean table = form.shape().table(check.at()).isPresent();
            boolean judged = issues.stream().anyMatch(issue -> issue.path().equals(check.at()));
            if (table || form.visible(check.at()) && !judged) {
                FormChecks.judge(check, form).ifPresent(finding -> issues.add(finding.at(check.at())));
            }
        }
        issues.sort(Comparator.comparingInt(issue -> form.layout().place(issue.path())));
        return List.copyOf(issues);
    }

    private static Optional<Finding> judge(FormState form, Cell cell) {
        Field field = cell.field();
        String text = form.text(cell.path());
        if (text.isEmpty()) {
            return field.required() ? Optional.of(IssueCode.REQUIRED.with()) : Optional.empty();
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
