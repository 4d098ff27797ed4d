package org.virtualwindow.server.http;

import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.eclipse.jetty.websocket.core.WebSocketConnection;

/**
 * Reads WebSockets on the selectors' own threads. What reads them here never waits, which Jetty cannot know: it would wake another
 * thread for every message, and that costs more than the message.
 */
final class ReadingConnector extends ServerConnector {
    /** A selector lets in all who wait each time it looks; an acceptor's thread would share a busy core with everything else. */
    private static final int BY_SELECTOR = 0;

    ReadingConnector(Server server, ConnectionFactory... protocols) {
        super(server, BY_SELECTOR, Runtime.getRuntime().availableProcessors(), protocols);
    }

    @Override
    protected SocketChannelEndPoint newEndPoint(SocketChannel channel, ManagedSelector selector, SelectionKey key) {
        var socket = new ReadHere(channel, selector, key, getScheduler());
        socket.setIdleTimeout(getIdleTimeout());
        return socket;
    }

    private static final class ReadHere extends SocketChannelEndPoint {
        ReadHere(SocketChannel channel, ManagedSelector selector, SelectionKey key, Scheduler scheduler) {
            super(channel, selector, key, scheduler);
        }

        @Override
        public void fillInterested(Callback read) {
            super.fillInterested(getConnection() instanceof WebSocketConnection ? new NeverWaits(read) : read);
        }
    }

    private static final class NeverWaits extends Callback.Nested {
        NeverWaits(Callback callback) {
            super(callback);
        }

        @Override
        public InvocationType getInvocationType() {
            return InvocationType.NON_BLOCKING;
        }
    }
}
