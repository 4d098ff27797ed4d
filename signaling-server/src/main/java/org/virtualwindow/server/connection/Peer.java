package org.virtualwindow.server.connection;

import org.virtualwindow.protocol.CloseCode;

/** Somebody connected, as the rest of the server sees them. Never blocks; sending to one who left does nothing. */
public interface Peer {
    /** Queues a message of the peer's own {@code To…} root. */
    void send(Object message);

    void close(CloseCode code);

    /** Runs what may wait for the database after what this peer said before and ahead of what it says later. */
    default void inOrder(Runnable task) {
        task.run();
    }

    Arrival arrival();

    /** Names the page load this connection belongs to; a reload has another. */
    default String page() {
        return arrival().page();
    }
}
