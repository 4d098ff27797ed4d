package org.virtualwindow.server.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The browser's tests read the list of codes, so the file must be what the code says. */
class IssueCodesTest {
    private static final Path FILE = Path.of("src/main/resources/items/issue-codes.json");

    @Test
    void theCommittedListIsTheOneOfTheCode() throws IOException {
        String list = Arrays.stream(IssueCode.values())
                .map(code -> "  \"" + code.code() + "\": ["
                        + code.args().stream().map(arg -> "\"" + arg + "\"").collect(Collectors.joining(", ")) + "]")
                .collect(Collectors.joining(",\n", "{\n", "\n}\n"));
        if (Boolean.getBoolean("write")) { // mvn test -pl signaling-server -Dtest=IssueCodesTest -DargLine=-Dwrite=true
            Files.writeString(FILE, list);
        }
        assertThat(Files.readString(FILE)).isEqualTo(list);
    }

    @Test
    void noTwoIssuesShareACode() {
        assertThat(Arrays.stream(IssueCode.values()).map(IssueCode::code)).doesNotHaveDuplicates();
    }
}
