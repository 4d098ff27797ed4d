package org.virtualwindow.server.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.virtualwindow.server.config.DatabaseChoice;
import org.virtualwindow.server.config.Refusal;

/** The pool of connections to a database whose tables are up to date. */
public final class Database implements AutoCloseable {
    private static final int POOL_SIZE = 12;
    private static final int ALIVE_SECONDS = 2;
    private static final int SILENCE_SECONDS = 60;

    private final HikariDataSource pool;

    private Database(HikariDataSource pool) {
        this.pool = pool;
    }

    public static Database open(LocalPostgres postgres) {
        return open(postgres.url(), postgres.user(), postgres.password());
    }

    /** Opens a database somebody else runs; the address may carry {@code user} and {@code password}. */
    public static Database open(String url) {
        return open(new DatabaseChoice.External(url));
    }

    public static Database open(DatabaseChoice.External external) {
        String url = external.url();
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new Refusal(
                    "--database-url wants an address like jdbc:postgresql://host:5432/name?user=…&password=…");
        }
        return open(url, external.user().orElse(null), external.password().orElse(null));
    }

    private static Database open(String url, @Nullable String user, @Nullable String password) {
        var config = new HikariConfig();
        config.setPoolName("database");
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(POOL_SIZE);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(5_000);
        config.addDataSourceProperty("ApplicationName", "virtual-window");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        // A database that takes a question and never answers counts as away.
        config.addDataSourceProperty("socketTimeout", SILENCE_SECONDS);
        config.addDataSourceProperty("tcpKeepAlive", "true");
        HikariDataSource pool;
        try {
            pool = new HikariDataSource(config);
        } catch (PoolInitializationException e) {
            throw new Refusal("The database cannot be reached: " + rootMessage(e), e);
        }
        try {
            Flyway.configure()
                    .dataSource(pool)
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            pool.close();
            throw new Refusal("The database cannot be brought up to date: " + rootMessage(e), e);
        }
        return new Database(pool);
    }

    public DataSource dataSource() {
        return pool;
    }

    public boolean alive() {
        try (Connection connection = pool.getConnection()) {
            return connection.isValid(ALIVE_SECONDS);
        } catch (SQLException unreachable) {
            return false;
        }
    }

    /** Counts who waits for a connection, and how long connections are used. */
    public void bindTo(MeterRegistry registry) {
        pool.setMetricRegistry(registry);
    }

    @Override
    public void close() {
        pool.close();
    }

    private static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String message = root.getMessage();
        return message == null
                ? root.getClass().getSimpleName()
                : message.strip().lines().findFirst().orElse("");
    }
}
