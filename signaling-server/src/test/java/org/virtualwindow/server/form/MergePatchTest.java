package org.virtualwindow.server.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class MergePatchTest {
    private final JsonMapper mapper = new JsonMapper();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\":\"b\"}           | {\"a\":\"c\"}            | {\"a\":\"c\"}",
                "{\"a\":\"b\"}           | {\"b\":\"c\"}            | {\"a\":\"b\",\"b\":\"c\"}",
                "{\"a\":\"b\"}           | {\"a\":null}             | {}",
                "{\"a\":[\"b\"]}         | {\"a\":\"c\"}            | {\"a\":\"c\"}",
                "{\"a\":{\"b\":\"c\"}}   | {\"a\":{\"b\":\"d\",\"c\":null}} | {\"a\":{\"b\":\"d\"}}",
                "{\"a\":[{\"b\":\"c\"}]} | {\"a\":[1]}              | {\"a\":[1]}",
                "[\"a\",\"b\"]           | [\"c\",\"d\"]            | [\"c\",\"d\"]",
                "{\"e\":null}            | {\"a\":1}                | {\"e\":null,\"a\":1}",
                "[1,2]                   | {\"a\":\"b\",\"c\":null} | {\"a\":\"b\"}",
                "{}                      | {\"a\":{\"bb\":{\"ccc\":null}}} | {\"a\":{\"bb\":{}}}",
            })
    void mergesAsTheStandardSays(String base, String patch, String result) {
        assertThat(MergePatch.apply(mapper.readTree(base), mapper.readTree(patch)))
                .isEqualTo(mapper.readTree(result));
    }
}
