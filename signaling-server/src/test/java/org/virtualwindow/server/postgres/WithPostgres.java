package org.virtualwindow.server.postgres;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands a test class a real database of its own, migrated and otherwise empty, as a {@link Database} or {@link Sql} parameter.
 * It is a {@link TestDatabase}, closed after the last test of the class.
 */
public final class WithPostgres implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Database.class || type == Sql.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Store ofTheClass = context.getStore(Namespace.create(WithPostgres.class, context.getRequiredTestClass()));
        Database database =
                ofTheClass.getOrComputeIfAbsent(Database.class, key -> TestDatabase.create(), Database.class);
        return parameter.getParameter().getType() == Sql.class ? new Sql(database.dataSource()) : database;
    }
}
