package org.virtualwindow.system;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A piece of network between a browser and the server that can be cut. A browser that opens the proxy's origin is served as by the
 * server itself.
 */
final class CutProxy implements AutoCloseable {
    private final URI server;
    private final ServerSocket listener;
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private boolean cut;
    private boolean closed;
    private long cutAt;
    private long mendedAt;

    private CutProxy(URI server, ServerSocket listener) {
        this.server = server;
        this.listener = listener;
    }

    static CutProxy to(String origin) throws IOException {
        CutProxy proxy = new CutProxy(URI.create(origin), new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        Thread.ofVirtual().start(proxy::accept);
        return proxy;
    }

    String origin() {
        return "http://127.0.0.1:" + listener.getLocalPort();
    }

    /** From now on nothing passes in either direction, and nobody is told: connections stay open, new ones open too. */
    synchronized void cut() {
        cut = true;
        cutAt = System.nanoTime();
    }

    /** Everything goes on where it stood, as after a cut so short that nobody had given up. */
    synchronized void mend() {
        cut = false;
        mendedAt = System.nanoTime();
        notifyAll();
    }

    /**
     * Connections that had something to say during the cut stay open and deaf: after a long cut they wait ever longer before they
     * try again.
     */
    synchronized void mendLate() {
        links.forEach(link -> link.deaf = link.stuck);
        mend();
    }

    /** Whoever is connected is told at once that they are not any more. */
    void reset() {
        links.forEach(Link::reset);
    }

    synchronized boolean hasBeenCutFor(Duration time) {
        return cut && System.nanoTime() - cutAt >= time.toNanos();
    }

    synchronized Duration sinceMended() {
        return Duration.ofNanos(System.nanoTime() - mendedAt);
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                connect(listener.accept());
            } catch (IOException proxyIsClosed) {
                return;
            }
        }
    }

    private void connect(Socket browser) throws IOException {
        try {
            Link link = new Link(browser, new Socket(server.getHost(), server.getPort()));
            links.add(link);
            link.start();
        } catch (IOException serverIsAway) {
            browser.close();
        }
    }

    private synchronized boolean mayPass(Link link) throws InterruptedException {
        while (!closed && (cut || link.deaf)) {
            link.stuck = true;
            wait();
        }
        link.stuck = false;
        return !closed;
    }

    @Override
    public void close() throws IOException {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        listener.close();
        links.forEach(Link::close);
    }

    /** One browser connection and its counterpart at the server. */
    private final class Link {
        private final Socket browser;
        private final Socket upstream;
        private volatile boolean stuck;
        private volatile boolean deaf;

        Link(Socket browser, Socket upstream) {
            this.browser = browser;
            this.upstream = upstream;
        }

        void start() {
            Thread.ofVirtual().start(() -> pump(browser, upstream));
            Thread.ofVirtual().start(() -> pump(upstream, browser));
        }

        private void pump(Socket from, Socket to) {
            byte[] chunk = new byte[16_384];
            try {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                for (int length = in.read(chunk); length >= 0 && mayPass(this); length = in.read(chunk)) {
                    out.write(chunk, 0, length);
                }
                if (mayPass(this)) {
                    close();
                }
            } catch (IOException e) {
                close();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        void reset() {
            try {
                browser.setSoLinger(true, 0);
                upstream.setSoLinger(true, 0);
            } catch (IOException alreadyClosed) {
                // close() below does what is left
            }
            close();
        }

        void close() {
            links.remove(this);
            closeQuietly(browser);
            closeQuietly(upstream);
        }
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is gone all the same.
        }
    }
}
