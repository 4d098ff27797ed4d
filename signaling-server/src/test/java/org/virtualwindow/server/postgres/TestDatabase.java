package org.virtualwindow.server.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Databases for tests on a real PostgreSQL, which starts once for all tests of a module. Hold one per test class and close it:
 *
 * {@snippet :
 * private static final Database DATABASE = TestDatabase.create();
 * }
 */
public final class TestDatabase {
    private static final AtomicInteger CREATED = new AtomicInteger();

    private TestDatabase() {}

    /** A database of its own, all migrations applied, otherwise empty. */
    public static Database create() {
        return Database.open(url());
    }

    /** The address of a new, empty database. */
    public static String url() {
        LocalPostgres postgres = Server.POSTGRES;
        String name = "test" + CREATED.incrementAndGet();
        try (var connection = DriverManager.getConnection(postgres.url(), postgres.user(), postgres.password());
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        String url = postgres.url().replaceFirst("[^/]*$", name);
        return url + "?user=" + postgres.user() + "&password=" + postgres.password();
    }

    /** Started when the first test asks, stopped with the JVM. */
    private static final class Server {
        static final LocalPostgres POSTGRES = start();

        private static LocalPostgres start() {
            try {
                Path temp = Files.createTempDirectory("virtual-window-test-");
                DataFolder folder = DataFolder.claim(temp);
                LocalPostgres postgres = LocalPostgres.start(folder, false);
                needNotSurviveThePower(postgres);
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    postgres.close();
                    folder.close();
                    delete(temp);
                }));
                return postgres;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** What is committed still outlives every process; only the disk is not waited for, nor at the end. */
        private static void needNotSurviveThePower(LocalPostgres postgres) {
            try (var connection = DriverManager.getConnection(postgres.url(), postgres.user(), postgres.password());
                    var statement = connection.createStatement()) {
                statement.execute("alter system set fsync = off");
                statement.execute("alter system set full_page_writes = off");
                statement.execute("select pg_reload_conf()");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        private static void delete(Path folder) {
            try {
                DataFolder.delete(folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
