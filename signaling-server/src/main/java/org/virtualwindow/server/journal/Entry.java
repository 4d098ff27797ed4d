package org.virtualwindow.server.journal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a stream as it is written.
 *
 * @param author {@code ROLE:id}
 * @param operation the operation that caused it; at most one entry of a stream names it
 * @param body salt and body, encrypted
 */
record Entry(
        String stream,
        long seq,
        Instant at,
        String author,
        @Nullable Operation operation,
        String type,
        byte[] previous,
        byte[] hash,
        byte[] sealed,
        byte[] body) {
    /** The version of every body written by this program. */
    static final int VERSION = 1;
}
