package org.virtualwindow.server.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.virtualwindow.server.form.Forms.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.virtualwindow.protocol.ServiceItem.Choice;
import org.virtualwindow.protocol.ServiceItem.Field;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.protocol.ids.RowId;
import org.virtualwindow.protocol.values.Author;
import org.virtualwindow.protocol.values.FieldPath;
import org.virtualwindow.protocol.values.FieldValue;
import org.virtualwindow.protocol.values.Role;
import org.virtualwindow.protocol.values.Source;

/** Random people at one form, from a seed that the test's name tells. */
class FormReplayTest {
    private static final List<String> TEXTS = List.of(
            "", "true", "false", "云帆", "𠮷·㐱", "100", "33.33", "13800000427", "310117200002290016", "x".repeat(4_000));

    private static final Seal SEAL = new Seal(Optional.of("0123"), new CentreId("330503"), Optional.of("salt"));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatWasAcceptedReplaysToTheSameForm(long seed) {
        Random chance = new Random(seed);
        FormState form = FormState.of(Forms.NANXUN);
        List<UnaryOperator<FormState>> accepted = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            UnaryOperator<FormState> step = step(chance, form);
            FormState next = step.apply(form);
            assertThat(next.rev()).isBetween(form.rev(), form.rev() + 1);
            if (next != form) {
                accepted.add(step);
            }
            assertNothingMaskedIsWhole(next);
            form = next;
        }

        FormState replayed = FormState.of(Forms.NANXUN);
        for (UnaryOperator<FormState> step : accepted) {
            replayed = step.apply(replayed);
        }
        assertThat(accepted).hasSizeGreaterThan(50);
        assertThat(replayed.view(Role.APPLICANT, SEAL)).isEqualTo(form.view(Role.APPLICANT, SEAL));
        assertThat(replayed.view(Role.CLERK, SEAL)).isEqualTo(form.view(Role.CLERK, SEAL));
        assertThat(FiledForm.hash(replayed, SEAL)).isEqualTo(FiledForm.hash(form, SEAL));
        assertThat(replayed.unconfirmed()).isEqualTo(form.unconfirmed());
    }

    private static void assertNothingMaskedIsWhole(FormState form) {
        form.view(Role.CLERK, SEAL).fields().forEach((path, state) -> {
            String whole = form.text(path(path));
            if (form.masked(path(path)) && !whole.isEmpty()) {
                assertThat(state.value().text()).as(path).isNotEqualTo(whole).contains("*");
            }
        });
    }

    private static UnaryOperator<FormState> step(Random chance, FormState now) {
        FieldPath table = path("/investors");
        RowId row = new RowId("r" + chance.nextInt(1, 8));
        FieldPath rowPath = FieldPath.row(table, row.value());
        Field field =
                Forms.NANXUN.fields().get(chance.nextInt(Forms.NANXUN.fields().size()));
        FieldPath target = FormShape.beside(path(rowPath + "/_"), field.path());
        return switch (chance.nextInt(10)) {
            case 0 -> form -> form.refusalOfNewRow(table, row).isEmpty() ? form.addRow(table, row) : form;
            case 1 -> form -> form.refusalOfRemoval(rowPath).isEmpty() ? form.removeRow(rowPath) : form;
            case 2 -> form -> form.field(target).isPresent() ? form.confirm(target) : form;
            default -> {
                Author by = chance.nextBoolean() ? Forms.CLERK : Forms.APPLICANT;
                FieldValue value = now.normalised(target, new FieldValue(text(chance, field)));
                yield form -> form.refusal(target, value).isEmpty()
                        ? form.set(target, value, Source.TYPED, by, Forms.NOON)
                        : form;
            }
        };
    }

    private static String text(Random chance, Field field) {
        List<Choice> choices = field.choices();
        return choices.isEmpty()
                ? TEXTS.get(chance.nextInt(TEXTS.size()))
                : choices.get(chance.nextInt(choices.size())).code();
    }
}
