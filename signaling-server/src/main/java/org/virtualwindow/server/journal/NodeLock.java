package org.virtualwindow.server.journal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.virtualwindow.server.config.Refusal;

/**
 * One server per database. Holds a session lock that the database drops by itself when this process dies, and a number greater
 * than that of any server before, with which the journal fences off one that only seemed dead.
 */
public final class NodeLock implements AutoCloseable {
    private static final long NAME = 0x5657_4e4f_4445L; // "VWNODE"

    private final Connection connection;
    private final long fence;

    private NodeLock(Connection connection, long fence) {
        this.connection = connection;
        this.fence = fence;
    }

    /** @throws Refusal where another server runs on this database */
    public static NodeLock take(DataSource database) {
        try {
            return take(database.getConnection());
        } catch (SQLException e) {
            throw new Refusal("The database did not give the server its number: " + e.getMessage(), e);
        }
    }

    private static NodeLock take(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            try (ResultSet row = statement.executeQuery("select pg_try_advisory_lock(" + NAME + ")")) {
                if (!row.next() || !row.getBoolean(1)) {

                    connection.close();
                    throw new Refusal("Another server runs on this database; stop it first, or name another database.");
                }
            }
            try (ResultSet row = statement.executeQuery("update node set fence = fence + 1 returning fence")) {
                row.next();
                return new NodeLock(connection, row.getLong(1));
            }
        }
    }

    public long fence() {
        return fence;
    }

    @Override
    public void close() {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_unlock(" + NAME + ")");
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
