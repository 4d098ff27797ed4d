package org.virtualwindow.server.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.virtualwindow.server.config.Refusal;

class DatabaseTest {
    @Test
    void hasItsTablesWhenItOpens() throws SQLException {
        try (Database database = TestDatabase.create();
                var connection = database.dataSource().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from centre")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getInt(1)).isZero();
            assertThat(database.alive()).isTrue();
        }
    }

    @Test
    void isNotAliveOnceItsPoolIsClosed() {
        Database database = TestDatabase.create();
        database.close();

        assertThat(database.alive()).isFalse();
    }

    @Test
    void saysInOneSentenceThatItCannotBeReached() {
        assertThatThrownBy(() -> Database.open("jdbc:postgresql://127.0.0.1:1/name?user=somebody&password=s3cret"))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("The database cannot be reached")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void wantsAnAddressOfPostgres() {
        assertThatThrownBy(() -> Database.open("jdbc:mysql://127.0.0.1/name"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("--database-url wants");
    }
}
