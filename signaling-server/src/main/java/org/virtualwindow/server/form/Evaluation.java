package org.virtualwindow.server.form;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.IntPredicate;
import java.util.function.ToLongBiFunction;
import org.virtualwindow.protocol.Expression;
import org.virtualwindow.protocol.Expression.Applied;
import org.virtualwindow.protocol.Expression.Text;
import org.virtualwindow.protocol.values.FieldPath;

/**
 * Works an {@link Expression} out. The browsers do the same ({@code form/evaluation.ts}); both are held to the cases in {@code
 * expressions.samples.json} and to generated forms.
 */
final class Evaluation {
    private static final String TRUE = "true";
    private static final String FALSE = "false";
    private static final String UNKNOWN = "";

    /** What a form tells of itself. Paths of columns have been given their row already where there is one. */
    interface Facts {
        /** What stands in a field; empty where it is hidden. */
        String text(FieldPath field);

        /** What people read of the choice in a field; empty where there is none. */
        String label(FieldPath field);

        /** What stands in the shown cells of a column. */
        List<String> column(FieldPath column);

        int rows(FieldPath table);

        LocalDate today();
    }

    private final Facts facts;
    private final FieldPath at;

    private Evaluation(Facts facts, FieldPath at) {
        this.facts = facts;
        this.at = at;
    }

    /** @param at the field or table for which it is asked: its row is the row of every column that is read */
    static String of(Expression expression, FieldPath at, Facts facts) {
        return new Evaluation(facts, at).of(expression);
    }

    static boolean holds(Expression expression, FieldPath at, Facts facts) {
        return of(expression, at, facts).equals(TRUE);
    }

    private String of(Expression expression) {
        return switch (expression) {
            case Text(String text) -> text;
            case Applied applied -> apply(applied);
        };
    }

    private String apply(Applied applied) {
        List<Expression> to = applied.to();
        return switch (applied.operator()) {
            case VALUE -> facts.text(here(applied));
            case FILLED -> truth(!facts.text(here(applied)).isEmpty());
            case LABEL -> facts.label(here(applied));
            case SUM -> sum(facts.column(applied.path()));
            case COUNT -> Integer.toString(facts.rows(applied.path()));
            case TODAY -> facts.today().toString();
            case AND -> all(to, FALSE, TRUE);
            case OR -> all(to, TRUE, FALSE);
            case NOT ->
                switch (of(to.getFirst())) {
                    case TRUE -> FALSE;
                    case FALSE -> TRUE;
                    default -> UNKNOWN;
                };
            case IF ->
                switch (of(to.getFirst())) {
                    case TRUE -> of(to.get(1));
                    case FALSE -> of(to.get(2));
                    default -> UNKNOWN;
                };
            case JOIN -> String.join("", to.stream().map(this::of).toList());
            case EQUAL, UNEQUAL, IN, LESS, AT_MOST, PLUS, MINUS, TIMES, YEARS, DAYS -> known(applied);
        };
    }

    /** The operators that know nothing where one of their arguments is not known. */
    private String known(Applied applied) {
        List<String> to = applied.to().stream().map(this::of).toList();
        if (to.contains(UNKNOWN)) {
            return UNKNOWN;
        }
        return switch (applied.operator()) {
            case EQUAL -> truth(to.get(0).equals(to.get(1)));
            case UNEQUAL -> truth(!to.get(0).equals(to.get(1)));
            case IN -> truth(to.subList(1, to.size()).contains(to.getFirst()));
            case LESS -> ordered(to, order -> order < 0);
            case AT_MOST -> ordered(to, order -> order <= 0);
            case PLUS -> number(to, BigDecimal::add);
            case MINUS -> number(to, BigDecimal::subtract);
            case TIMES -> number(to, BigDecimal::multiply);
            case YEARS -> between(to, ChronoUnit.YEARS::between);
            case DAYS -> between(to, ChronoUnit.DAYS::between);
            case VALUE, FILLED, LABEL, SUM, COUNT, TODAY, AND, OR, NOT, IF, JOIN ->
                throw new IllegalArgumentException(applied.operator().sign());
        };
    }

    private FieldPath here(Applied applied) {
        return FormShape.beside(at, applied.path());
    }

    private String all(List<Expression> parts, String decides, String otherwise) {
        String result = otherwise;
        for (Expression part : parts) {
            String value = of(part);
            if (value.equals(decides)) {
                return decides;
            }
            result = value.equals(otherwise) ? result : UNKNOWN;
        }
        return result;
    }

    private static String sum(List<String> cells) {
        return cells.isEmpty() ? UNKNOWN : number(cells, BigDecimal::add);
    }

    private static String number(List<String> texts, BinaryOperator<BigDecimal> operator) {
        Optional<BigDecimal> result = Optional.empty();
        for (String text : texts) {
            Optional<BigDecimal> number = Numbers.signed(text);
            if (number.isEmpty()) {
                return UNKNOWN;
            }
            result = Optional.of(
                    result.map(so -> operator.apply(so, number.get())).orElse(number.get()));
        }
        return result.map(Numbers::plain).orElse(UNKNOWN);
    }

    private static String ordered(List<String> pair, IntPredicate wanted) {
        Optional<BigDecimal> one = Numbers.signed(pair.get(0));
        Optional<BigDecimal> other = Numbers.signed(pair.get(1));
        if (one.isPresent() && other.isPresent()) {
            return truth(wanted.test(one.get().compareTo(other.get())));
        }
        return Dates.read(pair.get(0))
                .flatMap(first -> Dates.read(pair.get(1)).map(first::compareTo))
                .map(order -> truth(wanted.test(order)))
                .orElse(UNKNOWN);
    }

    private static String between(List<String> days, ToLongBiFunction<LocalDate, LocalDate> counted) {
        return Dates.read(days.get(0))
                .flatMap(from -> Dates.read(days.get(1)).map(to -> counted.applyAsLong(from, to)))
                .map(Object::toString)
                .orElse(UNKNOWN);
    }

    private static String truth(boolean is) {
        return is ? TRUE : FALSE;
    }
}
