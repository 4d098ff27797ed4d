package org.virtualwindow.server.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.virtualwindow.protocol.FieldState;
import org.virtualwindow.protocol.RoomMessage.FormView;
import org.virtualwindow.protocol.ServiceItem.Field;
import org.virtualwindow.protocol.ids.RowId;
import org.virtualwindow.protocol.values.Issue;
import org.virtualwindow.protocol.values.Role;

/** A form as a role may see it: at the kiosk all of it, at the console no more than each field's sensitivity lets through. */
final class RoleView {
    private RoleView() {}

    static FormView of(FormState form, Role role, Optional<String> hash) {
        boolean whole = seesAll(role);
        Map<String, FieldState> fields = new LinkedHashMap<>();
        form.written().forEach((path, state) -> {
            if (form.defined(path).isPresent()) {
                fields.put(
                        path.value(),
                        whole || !form.masked(path) ? state : state.as(form.asClerkSees(path, state.value())));
            }
        });
        Map<String, List<String>> names = new LinkedHashMap<>();
        form.rows()
                .forEach((table, ids) ->
                        names.put(table.value(), ids.stream().map(RowId::value).toList()));
        return new FormView(fields, names, form.rev(), issues(form, role), form.unconfirmed(), hash);
    }

    static List<Issue> issues(FormState form, Role role) {
        List<Issue> issues = form.issues();
        if (seesAll(role) || form.item().fields().stream().noneMatch(Field::secret)) {
            return issues;
        }
        return issues.stream()
                .map(issue -> form.secret(issue.path()) && !issue.code().equals(IssueCode.REQUIRED.code())
                        ? IssueCode.SECRET.with().at(issue.path())
                        : issue)
                .toList();
    }

    private static boolean seesAll(Role role) {
        return switch (role) {
            case APPLICANT, HELPER -> true;
            case CLERK, SYSTEM -> false;
        };
    }
}
