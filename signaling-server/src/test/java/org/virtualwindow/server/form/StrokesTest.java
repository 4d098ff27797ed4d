package org.virtualwindow.server.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds the server to the same signatures as the browsers. */
class StrokesTest {
    private static final JsonNode SAMPLES =
            new JsonMapper().readTree(Path.of("../web-kit/src/main/web/form/strokes.samples.json"));

    static Stream<String> drawn() {
        return SAMPLES.path("drawn").valueStream().map(JsonNode::asString);
    }

    static Stream<String> not() {
        return SAMPLES.path("not").valueStream().map(JsonNode::asString);
    }

    @ParameterizedTest
    @MethodSource
    void drawn(String text) {
        assertThat(Strokes.areDrawn(text)).isTrue();
    }

    @ParameterizedTest
    @MethodSource
    void not(String text) {
        assertThat(Strokes.areDrawn(text)).isFalse();
    }

    @Test
    void asManyPointsAsThereMayBeAndNoMore() {
        String most = points(Strokes.MOST_POINTS);
        assertThat(Strokes.areDrawn(most)).isTrue();
        assertThat(most.length()).isLessThanOrEqualTo(Strokes.LONGEST);
        assertThat(Strokes.areDrawn(points(Strokes.MOST_POINTS + 1))).isFalse();
    }

    private static String points(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> (Strokes.WIDTH - i) + "," + (Strokes.HEIGHT - i % 2))
                .collect(Collectors.joining(" "));
    }
}
