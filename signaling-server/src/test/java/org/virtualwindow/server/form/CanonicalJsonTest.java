package org.virtualwindow.server.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {
    @Test
    void keysAreSortedByUtf16UnitsAndTextsEscapedAsTheStandardSays() {
        assertThat(CanonicalJson.text(Map.of(
                        "b",
                        List.of("x", Map.of()),
                        "a",
                        "\u20ac$\u000f\nA'B\"\\/\t",
                        "\ufb33",
                        "2",
                        "\ud83d\ude00",
                        "1")))
                .isEqualTo("{\"a\":\"€$\\u000f\\n"
                        + "A'B\\\"\\\\/\\t\",\"b\":[\"x\",{}],\"\ud83d\ude00\":\"1\",\"\ufb33\":\"2\"}");
    }

    @Test
    void theHashIsOverItsUtf8() {
        // printf '{}' | sha256sum
        assertThat(CanonicalJson.sha256(Map.of()))
                .isEqualTo("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
    }
}
