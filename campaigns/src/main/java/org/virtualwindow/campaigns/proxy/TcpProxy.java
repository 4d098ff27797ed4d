package org.virtualwindow.campaigns.proxy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A piece of network in front of a server. Everything can be changed while connections are open. What is drawn at random follows
 * from the seed, the number of the connection and the chunks that pass.
 */
public final class TcpProxy implements AutoCloseable {
    private final InetSocketAddress server;
    private final ServerSocket listener;
    private final SplittableRandom seeds;
    private final Set<TcpLink> links = ConcurrentHashMap.newKeySet();
    private final Map<Way, Weather> weather = new EnumMap<>(Way.class);
    private final Map<Way, Slices> slices = new EnumMap<>(Way.class);
    private boolean frozen;
    private volatile boolean refusing;

    private TcpProxy(InetSocketAddress server, ServerSocket listener, long seed) {
        this.server = server;
        this.listener = listener;
        this.seeds = new SplittableRandom(seed);
    }

    public static TcpProxy to(InetSocketAddress server, long seed) throws IOException {
        var proxy = new TcpProxy(server, new ServerSocket(0, 200, InetAddress.getLoopbackAddress()), seed);
        Thread.ofVirtual().name("proxy").start(proxy::accept);
        return proxy;
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** For what sets out from now on. A connection that lost something in a hole carries nothing that way any more. */
    public synchronized void set(Way way, Weather next) {
        weather.put(way, next);
    }

    public synchronized void set(Way way, Slices next) {
        slices.put(way, next);
    }

    /** From now on nothing passes either way, and nobody is told: connections stay open, new ones open too. */
    public synchronized void freeze() {
        frozen = true;
    }

    /** Everything goes on where it stood, as after a cut so short that nobody had given up. */
    public synchronized void thaw() {
        frozen = false;
        notifyAll();
    }

    /**
     * Connections that had something to say during the frost stay open and deaf: after a long cut they would wait ever longer
     * before they try again.
     */
    public synchronized void thawLate() {
        links.forEach(TcpLink::deafenIfStuck);
        thaw();
    }

    /** Whoever is connected is told at once that they are not any more. */
    public void reset() {
        synchronized (links) {
            links.forEach(TcpLink::reset);
        }
    }

    /** Whether whoever comes is sent away at once. */
    public void refuse(boolean comers) {
        refusing = comers;
    }

    /** How many connections lost something, or wait in the frost with something to say. */
    long harmed() {
        return links.stream().filter(TcpLink::isHarmed).count();
    }

    synchronized Weather weather(Way way) {
        return weather.getOrDefault(way, Weather.CLEAR);
    }

    synchronized Slices slices(Way way) {
        return slices.getOrDefault(way, Slices.NONE);
    }

    /** Returns when nothing holds this direction of the link up. */
    synchronized void awaitThaw(TcpLink link, Way way) throws InterruptedException {
        while (frozen && !listener.isClosed()) {
            link.stuck(way, true);
            wait();
        }
        link.stuck(way, false);
    }

    void ended(TcpLink link) {
        links.remove(link);
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

    private void connect(Socket comer) throws IOException {
        SplittableRandom random = seeds.split();
        if (refusing) {
            TcpLink.reset(comer);
            return;
        }
        try {
            // A reset finds every connection that its server has seen.
            synchronized (links) {
                TcpLink link = new TcpLink(this, comer, new Socket(server.getAddress(), server.getPort()));
                links.add(link);
                link.start(random);
            }
        } catch (IOException serverIsAway) {
            comer.close();
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        thaw();
        links.forEach(TcpLink::close);
    }
}
