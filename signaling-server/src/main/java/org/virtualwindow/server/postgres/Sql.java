package org.virtualwindow.server.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Statements with their values, each on a connection of its own unless made {@link #together}. Blocks. */
public final class Sql {
    private final DataSource pool;
    private final @Nullable Connection transaction;

    public Sql(DataSource pool) {
        this(pool, null);
    }

    /** Statements of a transaction that somebody else begins and commits. */
    public static Sql within(DataSource pool, Connection transaction) {
        return new Sql(pool, transaction);
    }

    private Sql(DataSource pool, @Nullable Connection transaction) {
        this.pool = pool;
        this.transaction = transaction;
    }

    /** Turns the present row into a value. */
    @FunctionalInterface
    public interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    public <T> List<T> list(String statement, Row<T> row, @Nullable Object... values) {
        return run(statement, values, prepared -> {
            try (ResultSet rows = prepared.executeQuery()) {
                List<T> all = new ArrayList<>();
                while (rows.next()) {
                    all.add(row.read(rows));
                }
                return List.copyOf(all);
            }
        });
    }

    /** The only row, or the first of several. */
    public <T> Optional<T> first(String statement, Row<T> row, @Nullable Object... values) {
        return list(statement, row, values).stream().findFirst();
    }

    /** How many rows were written. */
    public int update(String statement, @Nullable Object... values) {
        return run(statement, values, PreparedStatement::executeUpdate);
    }

    /** All of {@code work}'s statements are committed at once, or none when it throws. */
    public <T> T together(Function<Sql, T> work) {
        if (transaction != null) {
            return work.apply(this);
        }
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T result = work.apply(new Sql(pool, connection));
                connection.commit();
                return result;
            } catch (Throwable failure) {
                connection.rollback();
                throw failure;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private <T> T run(String statement, @Nullable Object[] values, Execution<T> execution) {
        try {
            if (transaction != null) {
                return run(transaction, statement, values, execution);
            }
            try (Connection connection = pool.getConnection()) {
                return run(connection, statement, values, execution);
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private static <T> T run(Connection connection, String statement, @Nullable Object[] values, Execution<T> execution)
            throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement(statement)) {
            for (int i = 0; i < values.length; i++) {
                prepared.setObject(i + 1, values[i]);
            }
            return execution.on(prepared);
        }
    }

    @FunctionalInterface
    private interface Execution<T> {
        T on(PreparedStatement prepared) throws SQLException;
    }
}
