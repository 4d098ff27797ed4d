package org.virtualwindow.kiosk.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.virtualwindow.protocol.ids.CommandId;

class CommandLogTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void knowsOverARestartWhatWasBegun() throws IOException {
        try (CommandLog log = open()) {
            log.begun(id("a"));
            log.begun(id("b"));
            log.ended(id("b"));
        }
        try (CommandLog log = open()) {
            assertThat(log.knows(id("a"))).isTrue();
            assertThat(log.knows(id("b"))).isTrue();
            assertThat(log.knows(id("c"))).isFalse();
            assertThat(log.unended()).containsExactly(id("a"));
        }
    }

    @Test
    void aLineThatWasBeingWrittenWhenThePowerWentDidNotBegin() throws IOException {
        try (CommandLog log = open()) {
            log.begun(id("a"));
        }
        Files.writeString(folder.resolve("log"), "begun tor", StandardOpenOption.APPEND);
        try (CommandLog log = open()) {
            assertThat(log.knows(id("tor"))).isFalse();
            log.begun(id("b"));
        }
        assertThat(Files.readString(folder.resolve("log"))).isEqualTo("begun a\nbegun b\n");
    }

    @Test
    void aBrokenLineHidesNoCommandThatBegan() throws IOException {
        Files.writeString(
                folder.resolve("log"), "begun a\nbegun torbegun b\n\0\0\0\nbegun !\nbegun cended a\nbegun d\n");
        try (CommandLog log = open()) {
            assertThat(log.unended()).containsExactlyInAnyOrder(id("b"), id("d"));
            assertThat(log.knows(id("a"))).isTrue();
        }
    }

    @Test
    void isBoundedAndForgetsTheOldestFirst() throws IOException {
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < CommandLog.MOST + 10; i++) {
            many.append("begun c").append(i).append("\nended c").append(i).append('\n');
        }
        Files.writeString(folder.resolve("log"), many);
        try (CommandLog log = open()) {
            assertThat(log.knows(id("c9"))).isFalse();
            assertThat(log.knows(id("c10"))).isTrue();
        }
        assertThat(Files.readAllLines(folder.resolve("log"))).hasSize(CommandLog.MOST);
    }

    @Test
    void anInterruptOfWhoWritesSpoilsItForNobody() throws IOException {
        try (CommandLog log = open()) {
            Thread.currentThread().interrupt();
            log.begun(id("a"));
            assertThat(Thread.interrupted()).isTrue();
            log.begun(id("b"));
        }
        assertThat(Files.readString(folder.resolve("log"))).isEqualTo("begun a\nbegun b\n");
    }

    private CommandLog open() throws IOException {
        return CommandLog.open(folder.resolve("log"));
    }

    private static CommandId id(String value) {
        return new CommandId(value);
    }
}
