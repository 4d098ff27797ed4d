package org.virtualwindow.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class RunScriptTest {
    @Test
    void theHelpOfRunNamesEveryOptionTheServerTakes() throws IOException {
        String help = Files.readString(Path.of("../run"))
                .lines()
                .filter(line -> line.startsWith("#:"))
                .reduce("", (a, b) -> a + b + "\n");
        var options = new CommandLine(new SignalingServer()).getCommandSpec().options();

        assertThat(options).isNotEmpty().allSatisfy(option -> assertThat(help).contains(option.longestName() + " "));
    }
}
