package org.virtualwindow.server.journal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a stream as it is written.
 *
 * @param author {@code ROLE:id}
 * @param operation the operation that caused it; at most one entry of a stream names it
 * @param plain salt and body
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
        byte[] plain,
        StreamKey key) {
    /** The version of every body written by this program. */
    static final int VERSION = 1;

    /**
     * Salt and body, encrypted. To be called on the journal's thread: the cipher keeps its source of randomness by thread, and
     * making one for each of many short-lived threads costs more than all else of an append.
     */
    byte[] body() {
        return key.encrypt(plain, stream, seq);
    }
}
