package org.virtualwindow.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.virtualwindow.campaigns.history.Fact;
import org.virtualwindow.campaigns.history.History;

class ReportTest {
    @TempDir
    Path folder;

    @Test
    void aRunThatBreaksOffTellsHowFarItWasAndHowToRepeatItAndEndsInJson() throws Exception {
        ByteArrayOutputStream screen = new ByteArrayOutputStream();
        Settings settings = new Settings();
        String command = settings.command("kill", 200, " --strace");
        Report report = new Report("kill", command, settings, new PrintStream(screen));
        try (History history = History.begin(folder.resolve("history.jsonl"))) {
            history.add(new Fact.Broke(1L, "kill 17"));
            report.isAt("kill 17 of 200");

            assertThat(report.breaksOff(history, new IllegalStateException("nobody came back")))
                    .isNotZero();

            assertThat(History.read(history.file())).containsExactly(new Fact.Broke(1L, "kill 17"));
        }
        List<String> lines = screen.toString().lines().toList();
        assertThat(lines)
                .contains("Broke off at: kill 17 of 200.")
                .anyMatch(line -> line.startsWith("The same again: " + command + ";"));
        assertThat(lines.getLast())
                .startsWith("{\"benchmark\":\"kill\",\"failed\":\"")
                .contains("nobody came back", "\"at\":\"kill 17 of 200\"", "\"again\":\"" + command + "\"");
    }
}
