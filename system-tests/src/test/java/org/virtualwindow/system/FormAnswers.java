package org.virtualwindow.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntConsumer;
import org.virtualwindow.protocol.ServiceItem;
import org.virtualwindow.protocol.ServiceItem.Field;
import org.virtualwindow.protocol.ServiceItem.Kind;
import org.virtualwindow.protocol.ServiceItem.Table;
import org.virtualwindow.protocol.values.FieldPath;
import org.virtualwindow.protocol.values.LocalText;
import org.virtualwindow.server.form.WholeAnswers;

/**
 * Whole answers to any item, written by somebody who reads the screens: each question under its own words, on the page on which the
 * item asks it.
 */
final class FormAnswers {
    private final Page page;
    private final ServiceItem item;
    private final boolean english;
    private final Map<String, String> answers = new LinkedHashMap<>();

    /** @param other what to answer to some questions instead of the usual */
    FormAnswers(Page page, ServiceItem item, boolean english, Map<String, String> other) {
        this.page = page;
        this.item = item;
        this.english = english;
        WholeAnswers.to(item.item())
                .lines()
                .map(line -> line.split(" ", 2))
                .forEach(line -> answers.put(line[0], line[1]));
        answers.putAll(other);
    }

    String words(LocalText text) {
        return english ? text.en() : text.zh();
    }

    /** What is asked of the situation before the form. */
    void tellTheSituation() {
        for (FieldPath path : item.guide()) {
            Locator question = page.getByRole(
                    AriaRole.RADIOGROUP,
                    new Page.GetByRoleOptions()
                            .setName(words(field(path).label()))
                            .setExact(true));
            choose(question, field(path), Objects.requireNonNull(answers.get(path.value()), path.value()));
        }
    }

    /** Page by page to the end of the last; {@code turnsThePage} is told the number of the page that is done, from 1. */
    void fillIn(IntConsumer turnsThePage) {
        for (int number = 1; number <= item.pages().size(); number++) {
            ServiceItem.Page each = item.pages().get(number - 1);
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                    .hasText(words(each.title()));
            for (FieldPath path : each.shows()) {
                item.tables().stream()
                        .filter(table -> table.path().equals(path))
                        .findFirst()
                        .ifPresentOrElse(
                                this::fillInTable, () -> fillIn(page.locator("body"), field(path), path.value()));
            }
            if (number < item.pages().size()) {
                turnsThePage.accept(number);
            }
        }
    }

    private void fillInTable(Table table) {
        List<String> rows = answers.keySet().stream()
                .filter(path -> path.startsWith(table.path() + "/"))
                .map(path -> path.split("/")[2])
                .distinct()
                .toList();
        String row = words(table.row());
        for (int at = 0; at < rows.size(); at++) {
            String name = english ? row + " " + (at + 1) : row + (at + 1);
            Locator group = page.getByRole(
                    AriaRole.GROUP, new Page.GetByRoleOptions().setName(name).setExact(true));
            if (at >= table.fewest()) {
                page.getByRole(
                                AriaRole.BUTTON,
                                new Page.GetByRoleOptions()
                                        .setName(english ? "Add " + row : "添加" + row)
                                        .setExact(true))
                        .click();
            }
            assertThat(group).isVisible();
            for (Field column : item.fields()) {
                if (column.path().value().startsWith(table.path() + "/")) {
                    String answered = table.path() + "/" + rows.get(at)
                            + column.path()
                                    .value()
                                    .substring(table.path().value().length());
                    fillIn(group, column, answered);
                }
            }
        }
    }

    private void fillIn(Locator where, Field field, String path) {
        String answer = answers.get(path);
        if (answer == null || field.kind() == Kind.SIGNATURE) {
            return; // signed last of all, where everything is checked
        }
        String label = words(field.label());
        if (field.kind() == Kind.CHOICE || field.kind() == Kind.YES_NO) {
            choose(
                    where.getByRole(
                            AriaRole.RADIOGROUP,
                            new Locator.GetByRoleOptions().setName(label).setExact(true)),
                    field,
                    answer);
        } else {
            Locator box = where.getByLabel(label, new Locator.GetByLabelOptions().setExact(true));
            box.fill(answer);
            assertThat(box).hasValue(answer);
        }
    }

    private void choose(Locator question, Field field, String code) {
        Locator radio = question.getByRole(
                AriaRole.RADIO,
                new Locator.GetByRoleOptions().setName(choice(field, code)).setExact(true));
        radio.click();
        assertThat(radio).isChecked();
    }

    private String choice(Field field, String code) {
        if (field.kind() == Kind.YES_NO) {
            return code.equals("true") ? english ? "Yes" : "是" : english ? "No" : "否";
        }
        return field.choices().stream()
                .filter(choice -> choice.code().equals(code))
                .map(choice -> words(choice.label()))
                .findFirst()
                .orElseThrow();
    }

    private Field field(FieldPath path) {
        return item.fields().stream()
                .filter(field -> field.path().equals(path))
                .findFirst()
                .orElseThrow();
    }
}
