package org.virtualwindow.server.journal;

import org.virtualwindow.server.postgres.Sql;

/** Rows that follow from an entry, written in the transaction that appends it. */
@FunctionalInterface
public interface Projection {
    void write(Sql transaction);
}
