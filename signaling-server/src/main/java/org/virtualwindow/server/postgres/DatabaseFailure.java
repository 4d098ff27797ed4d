package org.virtualwindow.server.postgres;

import java.sql.SQLException;

/** The database refused a statement or could not be reached. */
public final class DatabaseFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    public DatabaseFailure(SQLException cause) {
        super("SQL state " + cause.getSQLState(), cause);
    }
}
