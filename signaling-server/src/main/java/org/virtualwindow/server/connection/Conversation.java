package org.virtualwindow.server.connection;

/**
 * What a door does with one connection. Called by one thread at a time, in order; may wait for the database, because only this
 * peer waits with it. Only media is handled at once, between the others, and must not wait.
 */
public interface Conversation<F> {
    void handle(F message);

    /** Whether the peer is in a call and so beats faster. Any thread. */
    default boolean inCall() {
        return false;
    }

    /** The connection is gone; nothing of it comes after this. */
    void gone();
}
