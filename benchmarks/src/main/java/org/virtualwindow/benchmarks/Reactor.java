package org.virtualwindow.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Keeps many WebSockets on one thread, so that the load takes less of the machine than what it loads. */
final class Reactor implements AutoCloseable {
    private static final int READ_AT_ONCE = 256 * 1024;
    private static final int TURN_MILLIS = 2;

    private final Selector selector;
    private final Thread thread;
    private final ByteBuffer input = ByteBuffer.allocateDirect(READ_AT_ONCE);
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private volatile Runnable everyTurn = () -> {};
    private volatile boolean closed;

    Reactor(String name) {
        try {
            selector = Selector.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        thread = Thread.ofPlatform().name(name).daemon().start(this::run);
    }

    /** Runs on the reactor's thread, where all that concerns a wire happens. */
    void execute(Runnable task) {
        tasks.add(task);
        if (Thread.currentThread() != thread) {
            selector.wakeup();
        }
    }

    /** Runs after every look at the sockets, at least every two milliseconds. */
    void everyTurn(Runnable task) {
        everyTurn = task;
        selector.wakeup();
    }

    /** Begins to connect; the ear hears how it goes. */
    Wire connect(URI uri, Map<String, String> headers, Wire.Ear ear) {
        Wire wire = new Wire(this, uri, headers, ear);
        execute(() -> begin(wire, new InetSocketAddress(uri.getHost(), uri.getPort())));
        return wire;
    }

    private void begin(Wire wire, InetSocketAddress address) {
        try {
            SocketChannel channel = SocketChannel.open();
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            SelectionKey key = channel.register(selector, SelectionKey.OP_CONNECT, wire);
            wire.begins(channel, key);
            if (channel.connect(address)) {
                wire.connected();
            }
        } catch (IOException e) {
            wire.lost(e);
        }
    }

    private void run() {
        while (!closed) {
            try {
                selector.select(this::serve, TURN_MILLIS);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
                task.run();
            }
            everyTurn.run();
        }
    }

    private void serve(SelectionKey key) {
        if (!(key.attachment() instanceof Wire wire)) {
            return;
        }
        try {
            if (key.isConnectable()) {
                wire.connected();
            }
            if (key.isValid() && key.isWritable()) {
                wire.flush();
            }
            if (key.isValid() && key.isReadable()) {
                wire.read(input);
            }
        } catch (IOException e) {
            wire.lost(e);
        }
    }

    @Override
    public void close() {
        closed = true;
        selector.wakeup();
        try {
            thread.join();
            for (SelectionKey key : selector.keys()) {
                key.channel().close();
            }
            selector.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
