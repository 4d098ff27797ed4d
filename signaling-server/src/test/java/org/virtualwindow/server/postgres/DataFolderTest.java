package org.virtualwindow.server.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.virtualwindow.server.config.Refusal;

class DataFolderTest {
    @TempDir
    Path temp = Path.of("");

    @Test
    void isMadeWhereNothingIs() {
        try (DataFolder folder = DataFolder.claim(temp.resolve("new/data"))) {
            assertThat(folder.path()).isDirectory();
        }
    }

    @Test
    void isRefusedWhileAnotherHoldsItAndFreeAfterwards() {
        try (DataFolder first = DataFolder.claim(temp)) {
            assertThatThrownBy(() -> DataFolder.claim(first.path()))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("Another server");
        }
        DataFolder.claim(temp).close();
    }

    @Test
    void leavesAForeignFolderUntouched() throws IOException {
        Path photo = Files.writeString(temp.resolve("photo"), "mine");

        assertThatThrownBy(() -> DataFolder.claim(temp))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("left untouched");

        assertThat(temp).isDirectoryContaining(photo::equals);
        try (var entries = Files.list(temp)) {
            assertThat(entries).containsExactly(photo);
        }
    }

    @Test
    void forgetsEverythingButTheClaim() throws IOException {
        try (DataFolder folder = DataFolder.claim(temp)) {
            Files.createDirectories(folder.resolve("postgres/base"));
            Files.writeString(folder.resolve("postgres/base/1"), "old");

            folder.empty();

            assertThat(folder.resolve("postgres")).doesNotExist();
            assertThatThrownBy(() -> DataFolder.claim(temp)).isInstanceOf(Refusal.class);
        }
    }
}
