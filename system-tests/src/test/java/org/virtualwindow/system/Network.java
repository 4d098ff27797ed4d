package org.virtualwindow.system;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import org.virtualwindow.campaigns.proxy.TcpProxy;
import org.virtualwindow.campaigns.proxy.Way;
import org.virtualwindow.campaigns.proxy.Weather;

/**
 * A piece of network between a browser and the server that can be cut. A browser that opens its origin is served as by the server
 * itself.
 */
final class Network implements AutoCloseable {
    private final TcpProxy proxy;
    private boolean cut;
    private long cutAt;
    private long mendedAt;

    private Network(TcpProxy proxy) {
        this.proxy = proxy;
    }

    static Network to(String origin) throws IOException {
        int port = URI.create(origin).getPort();
        return new Network(TcpProxy.to(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0));
    }

    String origin() {
        return "http://127.0.0.1:" + proxy.port();
    }

    /** From now on nothing passes in either direction, and nobody is told. */
    void cut() {
        cut = true;
        cutAt = System.nanoTime();
        proxy.freeze();
    }

    /** From now on both directions are like this. */
    void set(Weather weather) {
        proxy.set(Way.UP, weather);
        proxy.set(Way.DOWN, weather);
    }

    /** As after a cut so short that nobody had given up. */
    void mend() {
        mended();
        proxy.thaw();
    }

    /** As after a cut so long that who had something to say tries again only after a while. */
    void mendLate() {
        mended();
        proxy.thawLate();
    }

    private void mended() {
        cut = false;
        mendedAt = System.nanoTime();
    }

    /** Whoever is connected is told at once that they are not any more. */
    void reset() {
        proxy.reset();
    }

    boolean hasBeenCutFor(Duration time) {
        return cut && System.nanoTime() - cutAt >= time.toNanos();
    }

    Duration sinceMended() {
        return Duration.ofNanos(System.nanoTime() - mendedAt);
    }

    @Override
    public void close() throws IOException {
        proxy.close();
    }
}
