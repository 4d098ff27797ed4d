package org.virtualwindow.benchmarks;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.virtualwindow.protocol.ServiceItem;
import org.virtualwindow.protocol.ServiceItem.Choice;
import org.virtualwindow.protocol.ServiceItem.Field;
import org.virtualwindow.protocol.ServiceItem.Table;
import org.virtualwindow.protocol.ids.RowId;
import org.virtualwindow.protocol.values.Author;
import org.virtualwindow.protocol.values.FieldPath;
import org.virtualwindow.protocol.values.FieldValue;
import org.virtualwindow.protocol.values.Role;
import org.virtualwindow.protocol.values.Source;
import org.virtualwindow.server.form.FormState;

/** Forms that nobody filled in: of everything something, right and wrong, from a seed. */
final class GeneratedForm {
    private static final Author SOMEBODY = new Author(Role.APPLICANT, "bench", "");
    private static final Instant DAY = Instant.parse("2026-03-02T04:00:00Z");
    private static final int MOST_ROWS = 6;
    private static final List<String> NUMBERS =
            List.of("100", "50", "50.00", "33.33", "33.34", "0.1", "0.2", "99.99", "1000000", "-5", "12a", "007");
    private static final List<String> DAYS = List.of(
            "2026-03-02", "2026-03-01", "2024-02-29", "2008-03-02", "1950-01-31", "2031-12-31", "2026-02-30", "明天");
    private static final List<String> TEXTS = List.of(
            "云帆", "海帆", "欧阳㐱", "𠮷", "湖州", "网络科技", "310117200002290016", "91350100M000100Y43", "13800000427", "x y");

    /** One of a stroke, and one as long as there can be. */
    private static final List<String> SIGNATURES = List.of(
            "12,90 40,31 300,140",
            IntStream.range(0, 400)
                    .mapToObj(i -> (200 + i) + "," + (100 + i % 101))
                    .collect(Collectors.joining(" ")));

    private final Random chance;

    GeneratedForm(long seed) {
        this.chance = new Random(seed);
    }

    FormState of(ServiceItem item) {
        FormState form = FormState.of(item);
        for (Table table : item.tables()) {
            int rows = chance.nextInt(Math.min(table.most(), MOST_ROWS) + 1);
            for (int i = table.fewest(); i < rows; i++) {
                RowId row = new RowId("g" + i);
                form = form.refusalOfNewRow(table.path(), row).isEmpty() ? form.addRow(table.path(), row) : form;
            }
        }
        double full = chance.nextDouble();
        return filled(item, form, (now, path, value) -> chance.nextDouble() < full);
    }

    /** Something in every field that somebody comes by who fills in one after the other, with as many rows as {@link #of} ever makes. */
    FormState whole(ServiceItem item) {
        FormState form = FormState.of(item);
        for (Table table : item.tables()) {
            for (int i = table.fewest(); i < Math.min(table.most(), MOST_ROWS); i++) {
                form = form.addRow(table.path(), new RowId("g" + i));
            }
        }
        return filled(item, form, (now, path, value) -> now.refusal(path, value).isEmpty());
    }

    @FunctionalInterface
    private interface Whether {
        boolean writes(FormState now, FieldPath path, FieldValue value);
    }

    private FormState filled(ServiceItem item, FormState empty, Whether whether) {
        FormState form = empty;
        for (Field field : item.fields()) {
            for (FieldPath path : places(form, field)) {
                FieldValue value = new FieldValue(text(field));
                if (whether.writes(form, path, value)) {
                    form = form.set(
                            path,
                            form.normalised(path, value),
                            Source.TYPED,
                            SOMEBODY,
                            DAY.plusSeconds(chance.nextInt(200_000)));
                }
            }
        }
        return form;
    }

    /** The field itself, or its cell in each row. */
    private static List<FieldPath> places(FormState form, Field field) {
        String path = field.path().value();
        return field.path()
                .table()
                .map(table -> form.view(Role.APPLICANT).rows().getOrDefault(table.value(), List.of()).stream()
                        .map(row -> new FieldPath(
                                table + "/" + row + path.substring(table.value().length())))
                        .toList())
                .orElse(List.of(field.path()));
    }

    private String text(Field field) {
        List<String> some = switch (field.kind()) {
            case CHOICE -> field.choices().stream().map(Choice::code).toList();
            case YES_NO -> List.of("true", "false");
            case AMOUNT, PERCENT, WHOLE -> NUMBERS;
            case DATE -> DAYS;
            case SIGNATURE -> SIGNATURES;
            case TEXT, LONG_TEXT, DIGITS, ID_NUMBER, CREDIT_CODE, MOBILE -> TEXTS;
        };
        return some.get(chance.nextInt(some.size()));
    }
}
