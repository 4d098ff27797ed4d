package org.virtualwindow.server.config;

/** Where the truth is kept. */
public sealed interface DatabaseChoice {
    /**
     * A PostgreSQL this server starts and stops, in its data folder.
     *
     * @param fresh forget what an earlier run left there
     */
    record Own(boolean fresh) implements DatabaseChoice {}

    /** A PostgreSQL somebody else runs, as a JDBC address that may carry user and password. */
    record External(String url) implements DatabaseChoice {
        @Override
        public String toString() {
            return "External[" + url.replaceFirst("\\?.*", "?…") + "]";
        }
    }
}
