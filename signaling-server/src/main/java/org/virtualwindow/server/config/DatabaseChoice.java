package org.virtualwindow.server.config;

import java.util.Optional;

/** Where the truth is kept. */
public sealed interface DatabaseChoice {
    /**
     * A PostgreSQL this server starts and stops, in its data folder.
     *
     * @param fresh forget what an earlier run left there
     */
    record Own(boolean fresh) implements DatabaseChoice {}

    /** A PostgreSQL somebody else runs, as a JDBC address that may carry user and password where they are not named apart. */
    record External(String url, Optional<String> user, Optional<String> password) implements DatabaseChoice {
        public External(String url) {
            this(url, Optional.empty(), Optional.empty());
        }

        @Override
        public String toString() {
            return "External[" + url.replaceFirst("\\?.*", "?…") + "]";
        }
    }
}
