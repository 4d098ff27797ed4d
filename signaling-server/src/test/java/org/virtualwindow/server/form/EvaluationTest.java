package org.virtualwindow.server.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.virtualwindow.protocol.Expression;
import org.virtualwindow.protocol.json.WireCodec;
import org.virtualwindow.protocol.values.FieldPath;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds the server to the same cases as the browsers. */
class EvaluationTest {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final JsonNode SAMPLES =
            MAPPER.readTree(Path.of("../web-kit/src/main/web/form/expressions.samples.json"));
    private static final Evaluation.Facts FORM = new Evaluation.Facts() {
        private final JsonNode form = SAMPLES.path("form");

        @Override
        public String text(FieldPath field) {
            return form.path("fields").path(field.value()).asString("");
        }

        @Override
        public String label(FieldPath field) {
            return form.path("labels").path(field.value()).asString("");
        }

        @Override
        public List<String> column(FieldPath column) {
            String[] parts = column.parts();
            return form.path("rows")
                    .path("/" + parts[0])
                    .valueStream()
                    .map(row -> text(new FieldPath("/" + parts[0] + "/" + row.asString() + "/" + parts[1])))
                    .toList();
        }

        @Override
        public int rows(FieldPath table) {
            return form.path("rows").path(table.value()).size();
        }

        @Override
        public LocalDate today() {
            return LocalDate.parse(form.path("today").asString());
        }
    };

    static Stream<JsonNode> cases() {
        return SAMPLES.path("cases").valueStream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyCaseIsWorkedOut(JsonNode sample) {
        Expression expression = MAPPER.treeToValue(sample.path("expression"), Expression.class);
        FieldPath at = new FieldPath(sample.path("at").asString());
        assertThat(Evaluation.of(expression, at, FORM))
                .isEqualTo(sample.path("is").asString());
        assertThat(MAPPER.readTree(WireCodec.encode(expression)))
                .as("written as it was read")
                .isEqualTo(sample.path("expression"));
    }

    @Test
    void everyOperatorHasCases() {
        List<String> used =
                cases().flatMap(EvaluationTest::operators).distinct().toList();
        assertThat(used)
                .containsAll(Stream.of(Expression.Operator.values())
                        .map(Expression.Operator::sign)
                        .toList());
    }

    private static Stream<String> operators(JsonNode node) {
        Stream<String> within = node.valueStream().flatMap(EvaluationTest::operators);
        return node.isArray() ? Stream.concat(Stream.of(node.path(0).asString("")), within) : within;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[\"regex\", \"x\"]",
                "[\"=\", \"x\"]",
                "[\"not\"]",
                "[\"v\", \"name\"]",
                "[\"v\", [\"today\"]]",
                "[]",
                "5",
                "{\"v\": \"/name\"}",
                "[[\"v\"], \"x\"]",
                "[\"not\",[\"not\",[\"not\",[\"not\",[\"not\",[\"not\",[\"not\",[\"not\",[\"not\",[\"not\",[\"not\",[\"not\",[\"not\",\"x\"]]]]]]]]]]]]]"
            })
    void whatIsNoExpressionIsRefused(String json) {
        assertThatThrownBy(() -> MAPPER.readValue(json, Expression.class)).isInstanceOf(RuntimeException.class);
    }
}
