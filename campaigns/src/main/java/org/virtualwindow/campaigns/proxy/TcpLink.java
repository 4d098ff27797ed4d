package org.virtualwindow.campaigns.proxy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** One connection through a {@link TcpProxy}: for each direction a thread that reads and one that writes when it is time. */
final class TcpLink {
    /** What may be on its way in one direction; then whoever sends feels it. */
    private static final int CHUNKS_ON_THE_WAY = 64;

    private final TcpProxy proxy;
    private final Socket comer;
    private final Socket server;
    private final Set<Way> stuck = EnumSet.noneOf(Way.class);
    private final Set<Way> deaf = EnumSet.noneOf(Way.class);
    private final AtomicInteger waysOpen = new AtomicInteger(Way.values().length);

    TcpLink(TcpProxy proxy, Socket comer, Socket server) {
        this.proxy = proxy;
        this.comer = comer;
        this.server = server;
    }

    /** @param due when the other side hears of it; an empty chunk ends the direction */
    private record Chunk(byte[] bytes, long due) {}

    void start(SplittableRandom random) throws IOException {
        comer.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
        start(Way.UP, comer, server, new Road(random.split()));
        start(Way.DOWN, server, comer, new Road(random.split()));
    }

    private void start(Way way, Socket from, Socket to, Road road) {
        BlockingQueue<Chunk> onTheWay = new ArrayBlockingQueue<>(CHUNKS_ON_THE_WAY);
        Thread.ofVirtual().start(() -> guarded(() -> read(way, from, road, onTheWay)));
        Thread.ofVirtual().start(() -> guarded(() -> write(way, to, onTheWay)));
    }

    private void read(Way way, Socket from, Road road, BlockingQueue<Chunk> onTheWay)
            throws IOException, InterruptedException {
        InputStream in = from.getInputStream();
        byte[] buffer = new byte[16_384];
        long due = Long.MIN_VALUE;
        int length;
        do {
            length = in.read(buffer);
            Weather weather = proxy.weather(way);
            Slices slices = proxy.slices(way);
            if (weather.hole()) {
                deafen(way);
            }
            int done = 0;
            do {
                int end = done + Math.clamp(length - done, 0, slices.bytes());
                long passed = road.arrival(weather, end - done, System.nanoTime()) + road.heldUp(weather, end - done);
                due = Math.max(passed, due + slices.pause().toNanos());
                onTheWay.put(new Chunk(Arrays.copyOfRange(buffer, done, end), due));
                done = end;
            } while (done < length);
        } while (length >= 0);
    }

    private void write(Way way, Socket to, BlockingQueue<Chunk> onTheWay) throws IOException, InterruptedException {
        OutputStream out = to.getOutputStream();
        while (true) {
            Chunk chunk = onTheWay.take();
            for (long left = chunk.due - System.nanoTime(); left > 0; left = chunk.due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            proxy.awaitThaw(this, way);
            if (isDeaf(way)) {
                continue; // nobody hears that the other side has gone, either
            }
            if (chunk.bytes.length > 0) {
                out.write(chunk.bytes);
            } else {
                to.shutdownOutput();
                if (waysOpen.decrementAndGet() == 0) {
                    close();
                }
                return;
            }
        }
    }

    synchronized void stuck(Way way, boolean is) {
        if (is) {
            stuck.add(way);
        } else {
            stuck.remove(way);
        }
    }

    synchronized void deafenIfStuck() {
        if (!stuck.isEmpty()) {
            deaf.addAll(EnumSet.allOf(Way.class));
        }
    }

    synchronized boolean isHarmed() {
        return !stuck.isEmpty() || !deaf.isEmpty();
    }

    private synchronized void deafen(Way way) {
        deaf.add(way);
    }

    private synchronized boolean isDeaf(Way way) {
        return deaf.contains(way);
    }

    void reset() {
        proxy.ended(this);
        // Both before either is closed: whoever pumps notices the first and closes the second.
        saysReset(comer);
        saysReset(server);
        quietly(comer);
        quietly(server);
    }

    void close() {
        proxy.ended(this);
        quietly(comer);
        quietly(server);
    }

    /** The other side gets a RST instead of a FIN. */
    static void reset(Socket socket) {
        saysReset(socket);
        quietly(socket);
    }

    private static void saysReset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException alreadyClosed) {
            // Then there is nobody to say it to.
        }
    }

    private static void quietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is gone all the same.
        }
    }

    private interface Pumping {
        void run() throws IOException, InterruptedException;
    }

    private void guarded(Pumping pumping) {
        try {
            pumping.run();
        } catch (IOException e) {
            // Behind a hole nobody hears of this; the link ends with the proxy, or when somebody resets it.
            if (!isDeaf(Way.UP) && !isDeaf(Way.DOWN)) {
                close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
