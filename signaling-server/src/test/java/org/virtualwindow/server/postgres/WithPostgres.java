package org.virtualwindow.server.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands a test class a real database of its own, migrated and otherwise empty, as a {@link Database} or {@link Sql} parameter.
 * All classes of a test run share one PostgreSQL.
 */
public final class WithPostgres implements ParameterResolver {
    private static final Namespace OURS = Namespace.create(WithPostgres.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Database.class || type == Sql.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Cluster cluster =
                context.getRoot().getStore(OURS).getOrComputeIfAbsent("cluster", key -> new Cluster(), Cluster.class);
        Store ofTheClass = context.getStore(Namespace.create(WithPostgres.class, context.getRequiredTestClass()));
        Database database =
                ofTheClass.getOrComputeIfAbsent(Database.class, key -> cluster.newDatabase(), Database.class);
        return parameter.getParameter().getType() == Sql.class ? new Sql(database.dataSource()) : database;
    }

    private static final class Cluster implements AutoCloseable {
        private final AtomicInteger databases = new AtomicInteger();
        private final Path path;
        private final DataFolder folder;
        private final LocalPostgres postgres;

        Cluster() {
            try {
                path = Files.createTempDirectory("virtual-window-test-");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            folder = DataFolder.claim(path);
            postgres = LocalPostgres.start(folder, false);
        }

        Database newDatabase() {
            String name = "test" + databases.incrementAndGet();
            try (Database first = Database.open(postgres)) {
                new Sql(first.dataSource()).update("create database " + name);
            }
            return Database.open(postgres.url().replaceFirst("/postgres$", "/" + name) + "?user=" + postgres.user()
                    + "&password=" + postgres.password());
        }

        @Override
        public void close() throws IOException {
            postgres.close();
            folder.close();
            DataFolder.delete(path);
        }
    }
}
