package org.virtualwindow.server.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.virtualwindow.protocol.Expression;
import org.virtualwindow.protocol.Expression.Applied;
import org.virtualwindow.protocol.Expression.Operator;
import org.virtualwindow.protocol.Expression.Text;
import org.virtualwindow.protocol.Rule;
import org.virtualwindow.protocol.ServiceItem;
import org.virtualwindow.protocol.ServiceItem.Choice;
import org.virtualwindow.protocol.ServiceItem.Field;
import org.virtualwindow.protocol.ServiceItem.Kind;
import org.virtualwindow.protocol.ServiceItem.Table;
import org.virtualwindow.protocol.values.FieldPath;

/** What is wrong with the rules of an item. */
final class RuleFaults {
    private static final FieldPath OUTSIDE_OF_TABLES = new FieldPath("/form");

    private final Map<FieldPath, Field> fields = new HashMap<>();
    private final Set<FieldPath> tables = new HashSet<>();
    /** What a field's being there, or its computed value, depends on. */
    private final Map<FieldPath, Set<FieldPath>> needs = new HashMap<>();

    private final Set<FieldPath> computed = new HashSet<>();
    private final List<Fault> faults = new ArrayList<>();
    private String at = "";

    private RuleFaults(ServiceItem item) {
        item.fields().forEach(field -> fields.put(field.path(), field));
        item.tables().stream().map(Table::path).forEach(tables::add);
        item.fields().forEach(field -> field.path().table().ifPresent(table -> needs(field.path(), table)));
    }

    static List<Fault> of(ServiceItem item) {
        RuleFaults found = new RuleFaults(item);
        item.rules().forEach(found::rule);
        found.circles();
        return found.faults;
    }

    /** Of an expression that belongs to no field; it cannot mean a certain row. */
    static List<Fault> ofExpression(ServiceItem item, String at, Expression expression) {
        RuleFaults found = new RuleFaults(item);
        found.at = at;
        found.expression("", expression, List.of(OUTSIDE_OF_TABLES));
        return found.faults;
    }

    private void rule(Rule rule) {
        at = "/rules/" + rule.id();
        readBy(rule)
                .flatMap(RuleFaults::paths)
                .forEach(path -> expect(
                        !isSignature(path),
                        "",
                        path + " 是签名，别的内容不能取决于签没签",
                        path + " is a signature, and no answer hangs on who has signed"));
        switch (rule) {
            case Rule.Shows shows -> {
                places(shows.show(), true);
                expression("when", shows.when(), shows.show());
                shows.show().forEach(place -> needs(place, shows.when()));
            }
            case Rule.Requires requires -> {
                places(requires.require(), false);
                expression("when", requires.when(), requires.require());
            }
            case Rule.Computes computes -> {
                places(List.of(computes.set()), false);
                expect(
                        computed.add(computes.set()),
                        "/set",
                        "已经有别的规则算 " + computes.set(),
                        "another rule computes " + computes.set() + " already");
                expect(
                        !Optional.ofNullable(fields.get(computes.set()))
                                .map(Field::secret)
                                .orElse(false),
                        "/set",
                        computes.set() + " 是保密的，不能由规则算",
                        computes.set() + " is secret, and what is computed is not");
                expect(
                        !isSignature(computes.set()),
                        "/set",
                        computes.set() + " 要亲手签，不能由规则算",
                        computes.set() + " is signed by hand, not computed");
                expression("to", computes.to(), List.of(computes.set()));
                needs(computes.set(), computes.to());
            }
            case Rule.Offers offers -> {
                places(List.of(offers.at()), false);
                offers.when().ifPresent(when -> expression("when", when, List.of(offers.at())));
                expect(!offers.only().isEmpty(), "/only", "一个选项都没有留", "offers nothing");
                offers.only().forEach(code -> possible("only", offers.at(), code));
            }
            case Rule.Demands demands -> {
                List<FieldPath> place = List.of(demands.at());
                places(place, true);
                demands.when().ifPresent(when -> expression("when", when, place));
                expression("must", demands.must(), place);
                demands.with().forEach((name, value) -> {
                    expression("with/" + name, value, place);
                    expect(
                            demands.say().zh().contains("{" + name + "}"),
                            "/with/" + name,
                            "句子（say）里没有用到它",
                            "the sentence does not use it");
                });
            }
        }
    }

    private static Stream<Expression> readBy(Rule rule) {
        return switch (rule) {
            case Rule.Shows shows -> Stream.of(shows.when());
            case Rule.Requires requires -> Stream.of(requires.when());
            case Rule.Computes computes -> Stream.of(computes.to());
            case Rule.Offers offers -> offers.when().stream();
            case Rule.Demands demands ->
                Stream.of(demands.when().stream(), Stream.of(demands.must()), demands.with().values().stream())
                        .flatMap(parts -> parts);
        };
    }

    private boolean isSignature(FieldPath path) {
        Field field = fields.get(path);
        return field != null && field.kind() == Kind.SIGNATURE;
    }

    private void places(List<FieldPath> places, boolean orTables) {
        for (FieldPath place : places) {
            expect(
                    fields.containsKey(place) || orTables && tables.contains(place),
                    "",
                    "没有 " + place + (orTables ? " 这个字段或表格" : " 这个字段"),
                    "there is no field " + (orTables ? "or table " : "") + place);
        }
    }

    private void expression(String name, Expression expression, List<FieldPath> places) {
        if (!(expression instanceof Applied applied)) {
            return;
        }
        if (applied.operator().readsForm()) {
            reads(name, applied.operator(), applied.path(), places);
            return;
        }
        applied.to().forEach(part -> expression(name, part, places));
        boolean compares = Set.of(Operator.EQUAL, Operator.UNEQUAL, Operator.IN).contains(applied.operator());
        if (compares && applied.to().getFirst() instanceof Applied first && first.operator() == Operator.VALUE) {
            applied.to().stream().skip(1).forEach(part -> {
                if (part instanceof Text(String code)) {
                    possible(name, first.path(), code);
                }
            });
        }
    }

    private void reads(String name, Operator operator, FieldPath path, List<FieldPath> places) {
        String part = part(name);
        Optional<Field> field = Optional.ofNullable(fields.get(path));
        switch (operator) {
            case COUNT -> expect(tables.contains(path), part, "没有 " + path + " 这个表格", "there is no table " + path);
            case SUM ->
                expect(
                        field.isPresent() && path.table().isPresent(),
                        part,
                        "没有 " + path + " 这一列",
                        "there is no column " + path);
            default -> {
                expect(field.isPresent(), part, "没有 " + path + " 这个字段", "there is no field " + path);
                expect(
                        path.table().isEmpty()
                                || places.stream()
                                        .allMatch(place -> place.table().equals(path.table())),
                        part,
                        path + " 是表格里的一列，这里不知道是哪一行",
                        path + " is a column, and which row is meant is not known here");
            }
        }
        field.ifPresent(found -> {
            expect(
                    !found.masked() || operator == Operator.FILLED,
                    part,
                    path + " 是遮住的，工作人员的屏幕不知道填了什么",
                    path + " is masked: the clerk's screen could not tell what it says");
            expect(
                    operator != Operator.LABEL || found.kind() == Kind.CHOICE,
                    part,
                    path + " 不是选项，没有选项的名称",
                    path + " is no choice, so it has no label");
        });
    }

    /** What can never stand in a choice is a slip of the pen. */
    private void possible(String name, FieldPath path, String code) {
        Field field = fields.get(path);
        if (field != null) {
            List<String> possible = switch (field.kind()) {
                case CHOICE -> field.choices().stream().map(Choice::code).toList();
                case YES_NO -> List.of("true", "false");
                case TEXT, LONG_TEXT, AMOUNT, PERCENT, WHOLE, DIGITS, DATE, ID_NUMBER, CREDIT_CODE, MOBILE, SIGNATURE ->
                    List.of(code);
            };
            expect(
                    possible.contains(code),
                    part(name),
                    path + " 没有“" + code + "”这个选项",
                    code + " is no choice of " + path);
        }
    }

    private static String part(String name) {
        return name.isEmpty() ? "" : "/" + name;
    }

    private void needs(FieldPath place, Expression expression) {
        paths(expression).forEach(path -> needs(place, path));
    }

    private void needs(FieldPath place, FieldPath other) {
        needs.computeIfAbsent(place, _ -> new LinkedHashSet<>()).add(other);
    }

    private static Stream<FieldPath> paths(Expression expression) {
        return switch (expression) {
            case Text _ -> Stream.of();
            case Applied applied when applied.operator() == Operator.COUNT -> Stream.of();
            case Applied applied when applied.operator().readsForm() -> Stream.of(applied.path());
            case Applied applied -> applied.to().stream().flatMap(RuleFaults::paths);
        };
    }

    private void circles() {
        Set<FieldPath> done = new HashSet<>();
        for (FieldPath start : needs.keySet()) {
            List<FieldPath> way = new ArrayList<>();
            if (goesRound(start, way, done)) {
                List<String> paths = way.stream().map(FieldPath::value).toList();
                faults.add(Fault.at(
                        "/rules",
                        "互相牵着，绕成了一圈：" + String.join(" 取决于 ", paths),
                        "go round in a circle: " + String.join(" needs ", paths)));
                return;
            }
        }
    }

    private boolean goesRound(FieldPath path, List<FieldPath> way, Set<FieldPath> done) {
        boolean before = way.contains(path);
        way.add(path);
        if (before) {
            return true;
        }
        if (!done.contains(path)) {
            for (FieldPath next : needs.getOrDefault(path, Set.of())) {
                if (goesRound(next, way, done)) {
                    return true;
                }
            }
            done.add(path);
        }
        way.removeLast();
        return false;
    }

    /** @param part of the rule, like {@code /to}; empty for the rule as a whole */
    private void expect(boolean right, String part, String zh, String en) {
        if (!right) {
            faults.add(Fault.at(at + part, zh, en));
        }
    }
}
