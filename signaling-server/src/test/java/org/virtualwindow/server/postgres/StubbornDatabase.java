package org.virtualwindow.server.postgres;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A real database whose commits wait, fail or lose their answer when a test says so. */
public final class StubbornDatabase implements DataSource {
    /** What happens instead of a commit. */
    @FunctionalInterface
    public interface Commit {
        void instead(Connection real) throws SQLException;
    }

    private final DataSource real;
    private final AtomicInteger commits = new AtomicInteger();
    private final Semaphore open = new Semaphore(Integer.MAX_VALUE);
    private final Semaphore arrived = new Semaphore(0);
    private final AtomicReference<@Nullable Commit> next = new AtomicReference<>();

    public StubbornDatabase(DataSource real) {
        this.real = real;
    }

    /** From now on commits wait. */
    public void hold() {
        open.drainPermits();
        arrived.drainPermits();
    }

    /** Waits until a commit waits. */
    public void awaitHeld() {
        arrived.acquireUninterruptibly();
    }

    public void letGo() {
        open.release(Integer.MAX_VALUE);
    }

    /** Once. */
    public void nextCommit(Commit instead) {
        next.set(instead);
    }

    /** How many commits were asked for. */
    public int commits() {
        return commits.get();
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = real.getConnection();
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("commit")) {
                        commit(connection);
                        return null;
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private void commit(Connection connection) throws SQLException {
        commits.incrementAndGet();
        arrived.release();
        open.acquireUninterruptibly();
        open.release();
        Commit instead = next.getAndSet(null);
        if (instead == null) {
            connection.commit();
        } else {
            instead.instead(connection);
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter out) {}

    @Override
    public void setLoginTimeout(int seconds) {}

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return real.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return real.isWrapperFor(type);
    }
}
