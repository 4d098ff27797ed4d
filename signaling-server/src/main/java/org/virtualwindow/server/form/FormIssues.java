package org.virtualwindow.server.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.virtualwindow.protocol.ServiceItem.Check;
import org.virtualwindow.protocol.ServiceItem.Field;
import org.virtualwindow.protocol.ServiceItem.Page;
import org.virtualwindow.protocol.ServiceItem.Table;
import org.virtualwindow.protocol.values.FieldPath;
import org.virtualwindow.protocol.values.Issue;
import org.virtualwindow.server.form.IssueCode.Finding;
import org.virtualwindow.server.form.Validators.Validator;

/** Goes through a form once and says what is still to be put right: a field has one issue at a time, a table may have several. */
final class FormIssues {
    private FormIssues() {}

    static List<Issue> of(FormState form) {
        Map<FieldPath, Integer> places = places(form);
        List<Issue> issues = new ArrayList<>();
        for (FieldPath path : form.visiblePaths()) {
            Field field = form.shape().field(path).orElseThrow();
            judge(form, path, field).ifPresent(finding -> issues.add(finding.at(path)));
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
        issues.sort(Comparator.comparingInt(issue -> places.getOrDefault(issue.path(), Integer.MAX_VALUE)));
        return List.copyOf(issues);
    }

    private static Optional<Finding> judge(FormState form, FieldPath path, Field field) {
        String text = form.text(path);
        if (text.isEmpty()) {
            return field.required() ? Optional.of(IssueCode.REQUIRED.with()) : Optional.empty();
        }
        Beside beside = Beside.of(form, path);
        Stream<Validator> named =
                field.checks().stream().map(name -> Validators.find(name).orElseThrow());
        return Stream.concat(Validators.of(field.kind()).stream(), named)
                .map(validator -> validator.judge(text, beside))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Where each path stands on the pages; a table stands before its rows. */
    private static Map<FieldPath, Integer> places(FormState form) {
        Map<FieldPath, Integer> places = new LinkedHashMap<>();
        List<FieldPath> visible = form.visiblePaths();
        for (Page page : form.item().pages()) {
            for (FieldPath shown : page.shows()) {
                places.put(shown, places.size());
                visible.stream()
                        .filter(path -> path.table().filter(shown::equals).isPresent())
                        .forEach(path -> places.put(path, places.size()));
            }
        }
        return places;
    }
}
