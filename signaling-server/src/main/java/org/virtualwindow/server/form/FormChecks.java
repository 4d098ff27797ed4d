package org.virtualwindow.server.form;

import static java.util.Map.entry;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.virtualwindow.protocol.ServiceItem.Check;
import org.virtualwindow.protocol.values.FieldPath;
import org.virtualwindow.server.form.IssueCode.Finding;
import org.virtualwindow.server.form.Layout.Cell;

/** What an item package may name as {@code rule} of a check between fields. A list inside an argument is split at spaces. */
final class FormChecks {
    /**
     * @param paths the arguments that name fields or tables
     * @param words the other arguments it cannot do without
     */
    record Rule(Set<String> paths, Set<String> words, Judge judge) {}

    @FunctionalInterface
    interface Judge {
        Optional<Finding> judge(Check check, FormState form);
    }

    private static final Map<String, Rule> RULES = Map.ofEntries(
            entry("sumEquals", new Rule(Set.of("of"), Set.of("total"), FormChecks::sumEquals)),
            entry("sumEqualsField", new Rule(Set.of("of", "field"), Set.of(), FormChecks::sumEqualsField)),
            entry("orgFormMatchesType", new Rule(Set.of("type"), Set.of(), FormChecks::orgFormMatchesType)),
            entry("investorsAtMostForLlc", new Rule(Set.of("type"), Set.of("most"), FormChecks::investorsAtMostForLlc)),
            entry("distinct", new Rule(Set.of("from"), Set.of(), FormChecks::distinct)),
            entry("onlyThese", new Rule(Set.of(), Set.of("choices"), FormChecks::onlyThese)));

    private FormChecks() {}

    static Optional<Rule> find(String name) {
        return Optional.ofNullable(RULES.get(name));
    }

    static Optional<Finding> judge(Check check, FormState form) {
        return find(check.rule()).orElseThrow().judge().judge(check, form);
    }

    /** The shares of the column {@code of} make {@code total} together. */
    private static Optional<Finding> sumEquals(Check check, FormState form) {
        return off(sum(path(check, "of"), form), Numbers.decimal(arg(check, "total")), IssueCode.SUM_PERCENT);
    }

    /** The amounts of the column {@code of} make together what stands in {@code field}. */
    private static Optional<Finding> sumEqualsField(Check check, FormState form) {
        FieldPath field = path(check, "field");
        Optional<BigDecimal> total = form.visible(field) ? Numbers.decimal(form.text(field)) : Optional.empty();
        return off(sum(path(check, "of"), form), total, IssueCode.SUM_AMOUNT);
    }

    /** For each type an argument of its name lists the organisation forms it may have. */
    private static Optional<Finding> orgFormMatchesType(Check check, FormState form) {
        String type = form.text(path(check, "type"));
        String orgForm = form.text(check.at());
        boolean open = type.isEmpty() || orgForm.isEmpty() || !check.args().containsKey(type);
        return open || words(check, type).contains(orgForm)
                ? Optional.empty()
                : Optional.of(IssueCode.ORG_FORM_TYPE.with());
    }

    private static Optional<Finding> investorsAtMostForLlc(Check check, FormState form) {
        int most = Integer.parseInt(arg(check, "most"));
        boolean many = form.text(path(check, "type")).equals("LLC")
                && form.rows(check.at()).size() > most;
        return many ? Optional.of(IssueCode.INVESTORS_MOST.with(most)) : Optional.empty();
    }

    private static Optional<Finding> distinct(Check check, FormState form) {
        String text = form.text(check.at());
        boolean same = !text.isEmpty()
                && words(check, "from").stream()
                        .anyMatch(other -> form.text(new FieldPath(other)).equals(text));
        return same ? Optional.of(IssueCode.DISTINCT.with()) : Optional.empty();
    }

    /** Fewer choices than the list shows: how a variant narrows one without repeating every field. */
    private static Optional<Finding> onlyThese(Check check, FormState form) {
        String text = form.text(check.at());
        return text.isEmpty() || words(check, "choices").contains(text)
                ? Optional.empty()
                : Optional.of(IssueCode.CHOICE_NOT_HERE.with());
    }

    /** Empty while a shown cell is empty or no number: that has an issue of its own, and the sum would only be noise. */
    private static Optional<BigDecimal> sum(FieldPath column, FormState form) {
        List<Cell> cells = form.visibleCells().stream()
                .filter(cell -> cell.field().path().equals(column))
                .toList();
        BigDecimal sum = BigDecimal.ZERO;
        for (Cell cell : cells) {
            Optional<BigDecimal> number = Numbers.decimal(form.text(cell.path()));
            if (number.isEmpty()) {
                return number;
            }
            sum = sum.add(number.get());
        }
        return cells.isEmpty() ? Optional.empty() : Optional.of(sum);
    }

    private static Optional<Finding> off(Optional<BigDecimal> sum, Optional<BigDecimal> total, IssueCode code) {
        return sum.flatMap(found -> total.map(wanted -> wanted.subtract(found))
                .filter(off -> off.signum() != 0)
                .map(off -> code.with(plain(found), plain(off))));
    }

    /** As people write it: 90 and not 90.00. */
    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static FieldPath path(Check check, String name) {
        return new FieldPath(arg(check, name));
    }

    private static List<String> words(Check check, String name) {
        return List.of(arg(check, name).split(" "));
    }

    /** The catalogue let no item in that lacks one. */
    private static String arg(Check check, String name) {
        return Optional.ofNullable(check.args().get(name)).orElseThrow();
    }
}
