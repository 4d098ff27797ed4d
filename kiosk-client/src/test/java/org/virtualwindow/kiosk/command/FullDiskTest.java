package org.virtualwindow.kiosk.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.virtualwindow.kiosk.driver.rig.InNamespace;
import org.virtualwindow.protocol.ids.CommandId;

/** On a disk of four pages, which is full as soon as a test wants it. */
@InNamespace(needs = "mount:mount")
class FullDiskTest {
    private static final int PAGE = 4_096;

    @TempDir
    Path disk = Path.of("");

    @BeforeEach
    void mount() throws Exception {
        run("mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", disk.toString());
    }

    @AfterEach
    void unmount() throws Exception {
        run("umount", disk.toString());
    }

    private static void run(String... command) throws Exception {
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }

    @Test
    void whatCouldNotBeWrittenIsNotBegunAndWhatComesAfterIsKnownForEver() throws IOException {
        CommandId next = new CommandId("next");
        int begun;
        try (CommandLog log = CommandLog.open(disk.resolve("log"))) {
            Files.write(disk.resolve("filling"), new byte[3 * PAGE]);
            begun = fill(log);
            CommandId refused = id(begun);
            assertThat(log.knows(refused)).isFalse();
            assertThatThrownBy(() -> log.begun(refused)).isInstanceOf(IOException.class);

            Files.delete(disk.resolve("filling"));
            log.begun(next);
            log.ended(id(0));
        }
        assertThat(Files.readAllLines(disk.resolve("log"))).hasSize(begun + 2);
        try (CommandLog log = CommandLog.open(disk.resolve("log"))) {
            assertThat(log.knows(next)).isTrue();
            assertThat(log.knows(id(begun))).isFalse();
            assertThat(log.unended()).hasSize(begun);
        }
    }

    /** Returns how many were begun before the disk was full. */
    private static int fill(CommandLog log) {
        for (int i = 0; ; i++) {
            try {
                log.begun(id(i));
            } catch (IOException full) {
                return i;
            }
        }
    }

    private static CommandId id(int number) {
        return new CommandId("0123456789abcdef-0123456789-" + number);
    }
}
