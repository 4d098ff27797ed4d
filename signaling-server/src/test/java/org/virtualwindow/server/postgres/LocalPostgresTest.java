package org.virtualwindow.server.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.virtualwindow.server.config.Refusal;

class LocalPostgresTest {
    @TempDir
    Path temp = Path.of("");

    @Test
    void keepsWhatWasCommittedWhenItsServerDiedWithoutStoppingIt() throws SQLException {
        try (DataFolder folder = DataFolder.claim(temp)) {
            LocalPostgres abandoned = LocalPostgres.start(folder, false);
            execute(abandoned, "create table note(words text)");
            execute(abandoned, "insert into note values ('张三')");

            try (LocalPostgres next = LocalPostgres.start(folder, false)) {
                assertThat(text(next, "select words from note")).isEqualTo("张三");
                assertThat(text(next, "show fsync")).isEqualTo("on");
            }
        }
    }

    @Test
    void startsThoughAnotherProgramGotTheNumberOfItsLostPostmaster() throws SQLException, IOException {
        try (DataFolder folder = DataFolder.claim(temp)) {
            LocalPostgres.start(folder, false).close();
            long innocent = ProcessHandle.current().pid();
            Files.writeString(folder.resolve("postgres/postmaster.pid"), innocent + "\n");

            try (LocalPostgres postgres = LocalPostgres.start(folder, false)) {
                assertThat(text(postgres, "select 'here'")).isEqualTo("here");
            }
        }
    }

    @Test
    void letsNobodyInWithoutItsPassword() {
        try (DataFolder folder = DataFolder.claim(temp);
                LocalPostgres postgres = LocalPostgres.start(folder, false)) {
            assertThatThrownBy(() -> DriverManager.getConnection(postgres.url(), postgres.user(), "guess")
                            .close())
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void startsAnewWhenAskedTo() throws SQLException {
        try (DataFolder folder = DataFolder.claim(temp)) {
            try (LocalPostgres old = LocalPostgres.start(folder, false)) {
                execute(old, "create table note(words text)");
            }
            try (LocalPostgres fresh = LocalPostgres.start(folder, true)) {
                assertThatThrownBy(() -> execute(fresh, "select * from note")).hasMessageContaining("does not exist");
            }
        }
    }

    @Test
    void refusesTheDataOfAnotherMajorVersion() throws IOException {
        try (DataFolder folder = DataFolder.claim(temp)) {
            Files.createDirectories(folder.resolve("postgres"));
            Files.writeString(folder.resolve("postgres/PG_VERSION"), "12\n");

            assertThatThrownBy(() -> LocalPostgres.start(folder, false))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("PostgreSQL 12");
        }
    }

    private static void execute(LocalPostgres postgres, String sql) throws SQLException {
        try (Connection connection = connect(postgres);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String text(LocalPostgres postgres, String sql) throws SQLException {
        try (Connection connection = connect(postgres);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private static Connection connect(LocalPostgres postgres) throws SQLException {
        return DriverManager.getConnection(postgres.url(), postgres.user(), postgres.password());
    }
}
