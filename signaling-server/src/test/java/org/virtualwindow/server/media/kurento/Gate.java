package org.virtualwindow.server.media.kurento;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** The TCP port a media server is reached at, with the ways in which a network and a dying machine treat their connections. */
final class Gate implements AutoCloseable {
    private static final int CHUNK = 8192;
    private static final long LONGEST_BIND_NANOS = 20_000_000_000L;
    private static final long RETRY_NANOS = 20_000_000;

    private final int behind;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private int port;
    private @Nullable ServerSocket listener;
    private boolean frozen;
    private boolean deaf;

    /** @param behind the port of the server itself */
    Gate(int behind) {
        this.behind = behind;
        open();
    }

    int port() {
        return port;
    }

    /** Takes connections, on the same port as before, which may be given free a moment after it was closed. */
    synchronized void open() {
        long until = System.nanoTime() + LONGEST_BIND_NANOS;
        while (true) {
            try {
                ServerSocket next = new ServerSocket();
                next.setReuseAddress(true);
                next.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                port = next.getLocalPort();
                listener = next;
                Thread.ofVirtual().start(() -> accept(next));
                return;
            } catch (IOException taken) {
                if (System.nanoTime() > until) {
                    throw new UncheckedIOException(taken);
                }
                LockSupport.parkNanos(RETRY_NANOS);
            }
        }
    }

    /** Nobody listens here any more, and whoever was connected is told so. */
    void shut() {
        ServerSocket before;
        synchronized (this) {
            before = listener;
            listener = null;
            frozen = false;
            notifyAll();
        }
        close(before);
        open.forEach(Gate::close);
    }

    /** Every connection is answered with RST. */
    void reset() {
        open.forEach(socket -> {
            try {
                socket.setSoLinger(true, 0);
            } catch (IOException alreadyClosed) {
                // nothing to reset
            }
            close(socket);
        });
    }

    /** Nothing passes in either direction, and nobody is told: connections stay open, new ones open too. */
    synchronized void freeze(boolean now) {
        frozen = now;
        notifyAll();
    }

    /** New connections are taken, and nothing ever answers on them. */
    synchronized void deaf(boolean now) {
        deaf = now;
    }

    int connections() {
        return open.size();
    }

    private void accept(ServerSocket here) {
        while (!here.isClosed()) {
            try {
                Socket client = here.accept();
                open.add(client);
                if (!isDeaf()) {
                    Socket server = new Socket(InetAddress.getLoopbackAddress(), behind);
                    client.setTcpNoDelay(true);
                    server.setTcpNoDelay(true);
                    Thread.ofVirtual().start(() -> pass(client, server));
                    Thread.ofVirtual().start(() -> pass(server, client));
                }
            } catch (IOException closed) {
                // the next one, unless the listener is closed
            }
        }
    }

    private synchronized boolean isDeaf() {
        return deaf;
    }

    private void pass(Socket from, Socket to) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] bytes = new byte[CHUNK];
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                whileFrozen();
                out.write(bytes, 0, read);
            }
        } catch (IOException | InterruptedException e) {
            // the connection ends
        } finally {
            close(from);
            close(to);
            open.remove(from);
            open.remove(to);
        }
    }

    private synchronized void whileFrozen() throws InterruptedException {
        while (frozen) {
            wait();
        }
    }

    private static void close(@Nullable AutoCloseable socket) {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (Exception alreadyClosed) {
            // closed
        }
    }

    @Override
    public void close() {
        shut();
    }
}
