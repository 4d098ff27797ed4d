package org.virtualwindow.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.virtualwindow.protocol.values.FieldPath;
import org.virtualwindow.protocol.values.Malformed;

/**
 * What a {@link Rule} asks of a form: a text, or an operator and what it is applied to. On the wire a string, or a list that begins
 * with the operator: {@code ["=", ["v", "/reason"], "SPOUSE"]}.
 *
 * <p>Everything is a text: numbers decimal, days ISO, truth {@code true} and {@code false}; the empty text means that it is not known
 * yet. An operator gives the empty text where one of its arguments is empty, unless it says otherwise.
 */
public sealed interface Expression {
    /** More than anybody reads. */
    int DEEPEST = 12;

    /** Stands for itself. */
    record Text(String text) implements Expression {
        @Override
        public Object json() {
            return text;
        }
    }

    /** An operator applied. */
    record Applied(Operator operator, List<Expression> to) implements Expression {
        public Applied {
            if (to.size() < operator.fewest || to.size() > operator.most) {
                throw new Malformed(
                        "运算符“" + operator.sign + "”后面不能是 " + to.size() + " 个值",
                        "'" + operator.sign + "' cannot have " + to.size() + " arguments");
            }
            if (operator.readsForm && !(to.getFirst() instanceof Text(String path) && isPath(path))) {
                throw new Malformed(
                        "运算符“" + operator.sign + "”后面要写字段的路径，像 /field",
                        "'" + operator.sign + "' wants a path like /field");
            }
        }

        /** For the operators that read the form: of what. */
        public FieldPath path() {
            return new FieldPath(((Text) to.getFirst()).text());
        }

        @Override
        public Object json() {
            List<Object> list = new ArrayList<>();
            list.add(operator.sign);
            to.forEach(each -> list.add(each.json()));
            return list;
        }

        private static boolean isPath(String text) {
            try {
                return !new FieldPath(text).value().isEmpty();
            } catch (IllegalArgumentException e) {
                return false;
            }
        }
    }

    /** What can be applied. */
    enum Operator {
        /** What stands in a shown field; seen from a row of its table, in the same row. */
        VALUE("v", 1, 1, true),
        /** Whether anything stands in a shown field; always known. */
        FILLED("filled", 1, 1, true),
        /** What people read of the choice that stands in a field, in Chinese. */
        LABEL("label", 1, 1, true),
        /** All numbers of a column added; empty while one is missing. */
        SUM("sum", 1, 1, true),
        /** How many rows a table has; always known. */
        COUNT("count", 1, 1, true),
        /** The same text. */
        EQUAL("=", 2, 2, false),
        UNEQUAL("!=", 2, 2, false),
        /** The first is one of the others. */
        IN("in", 2, 60, false),
        /** False where one is, whatever is not known. */
        AND("and", 1, 20, false),
        /** True where one is, whatever is not known. */
        OR("or", 1, 20, false),
        NOT("not", 1, 1, false),
        /** Of two numbers or two days; nothing else has an order. */
        LESS("<", 2, 2, false),
        AT_MOST("<=", 2, 2, false),
        PLUS("+", 1, 20, false),
        MINUS("-", 2, 2, false),
        TIMES("*", 2, 2, false),
        /** The day on which the form was last written. */
        TODAY("today", 0, 0, false),
        /** Whole years from the first day to the second; 29 February counts on 1 March. */
        YEARS("years", 2, 2, false),
        /** Days from the first to the second. */
        DAYS("days", 2, 2, false),
        /** The second where the first is true, the third where it is false. */
        IF("if", 3, 3, false),
        /** One after the other; what is empty leaves no trace. */
        JOIN("join", 1, 20, false);

        private final String sign;
        private final int fewest;
        private final int most;
        private final boolean readsForm;

        Operator(String sign, int fewest, int most, boolean readsForm) {
            this.sign = sign;
            this.fewest = fewest;
            this.most = most;
            this.readsForm = readsForm;
        }

        public String sign() {
            return sign;
        }

        /** Whether its one argument is a path. */
        public boolean readsForm() {
            return readsForm;
        }

        static Operator of(Object sign) {
            return Arrays.stream(values())
                    .filter(each -> each.sign.equals(sign))
                    .findFirst()
                    .orElseThrow(() -> unknown(sign));
        }

        private static Malformed unknown(Object sign) {
            String known = Arrays.stream(values()).map(Operator::sign).collect(Collectors.joining(" "));
            return new Malformed(
                    "规则用了不认识的运算符“" + sign + "”，只有：" + known, "there is no operator '" + sign + "', only " + known);
        }
    }

    /** What is written. */
    @JsonValue
    Object json();

    /** @throws Malformed with a reason for people who write rules */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Expression of(Object json) {
        return of(json, 0);
    }

    private static Expression of(Object json, int depth) {
        if (depth > DEEPEST) {
            throw new Malformed("嵌套超过了 " + DEEPEST + " 层", "is nested more than " + DEEPEST + " deep");
        }
        return switch (json) {
            case String text -> new Text(text);
            case List<?> list
            when !list.isEmpty() ->
                new Applied(
                        Operator.of(list.getFirst()),
                        list.stream().skip(1).map(each -> of(each, depth + 1)).toList());
            default ->
                throw new Malformed(
                        "要写一段文字，或者以运算符开头的列表，不能是：" + json,
                        "must be a text, or a list that begins with an operator: " + json);
        };
    }
}
