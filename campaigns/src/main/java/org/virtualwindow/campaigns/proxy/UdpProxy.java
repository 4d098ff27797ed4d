package org.virtualwindow.campaigns.proxy;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A piece of network for datagrams in front of a server. Everything can be changed while they fly. Which are lost, doubled or
 * late follows from the seed and the number of the datagram in its direction, not from the clock.
 */
public final class UdpProxy implements AutoCloseable {
    private static final int LARGEST = 65_507;

    private final InetSocketAddress server;
    private final DatagramSocket door;
    private final SplittableRandom seeds;
    private final Map<Way, Weather> weather = new EnumMap<>(Way.class);
    private final Map<Way, Luck> luck = new EnumMap<>(Way.class);
    private final Map<SocketAddress, Flow> flows = new ConcurrentHashMap<>();
    private final AtomicLong taken = new AtomicLong();
    private boolean frozen;

    private UdpProxy(InetSocketAddress server, DatagramSocket door, long seed) {
        this.server = server;
        this.door = door;
        this.seeds = new SplittableRandom(seed);
    }

    public static UdpProxy to(InetSocketAddress server, long seed) throws IOException {
        var proxy = new UdpProxy(server, new DatagramSocket(0, InetAddress.getLoopbackAddress()), seed);
        Thread.ofVirtual().name("proxy").start(proxy::receive);
        return proxy;
    }

    public int port() {
        return door.getLocalPort();
    }

    public synchronized void set(Way way, Weather next) {
        weather.put(way, next);
    }

    public synchronized void set(Way way, Luck next) {
        luck.put(way, next);
    }

    /** From now on nothing is delivered; what flies waits. */
    public synchronized void freeze() {
        frozen = true;
    }

    public synchronized void thaw() {
        frozen = false;
        notifyAll();
    }

    /** The server sees everybody at another port from now on, as when an address translator forgot who they were. */
    public void rebind() throws IOException {
        for (Flow flow : flows.values()) {
            flow.rebind();
        }
    }

    /** How many came from the comers; what happens to them is decided. */
    long taken() {
        return taken.get();
    }

    synchronized Weather weather(Way way) {
        return weather.getOrDefault(way, Weather.CLEAR);
    }

    synchronized Luck luck(Way way) {
        return luck.getOrDefault(way, Luck.GOOD);
    }

    synchronized void awaitThaw() throws InterruptedException {
        while (frozen && !door.isClosed()) {
            wait();
        }
    }

    private void receive() {
        byte[] buffer = new byte[LARGEST];
        while (!door.isClosed()) {
            try {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                door.receive(packet);
                Flow flow = flows.get(packet.getSocketAddress());
                if (flow == null) {
                    flow = new Flow(packet.getSocketAddress());
                    flows.put(packet.getSocketAddress(), flow);
                }
                flow.up.enters(copy(packet));
                taken.incrementAndGet();
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static byte[] copy(DatagramPacket packet) {
        return Arrays.copyOf(packet.getData(), packet.getLength());
    }

    @Override
    public void close() {
        door.close();
        thaw();
        flows.values().forEach(Flow::close);
    }

    /** Everything between one sender and the server. */
    private final class Flow {
        private final SocketAddress sender;
        private final Lane up;
        private final Lane down;
        private volatile DatagramSocket out;

        Flow(SocketAddress sender) throws IOException {
            this.sender = sender;
            this.out = new DatagramSocket(0, InetAddress.getLoopbackAddress());
            this.up = new Lane(
                    UdpProxy.this,
                    Way.UP,
                    seeds.split(),
                    bytes -> out.send(new DatagramPacket(bytes, bytes.length, server)));
            this.down = new Lane(
                    UdpProxy.this,
                    Way.DOWN,
                    seeds.split(),
                    bytes -> door.send(new DatagramPacket(bytes, bytes.length, sender)));
            listen(out);
        }

        private void listen(DatagramSocket from) {
            Thread.ofVirtual().start(() -> {
                byte[] buffer = new byte[LARGEST];
                while (!from.isClosed()) {
                    try {
                        DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                        from.receive(packet);
                        down.enters(copy(packet));
                    } catch (IOException closed) {
                        return;
                    }
                }
            });
        }

        void rebind() throws IOException {
            DatagramSocket before = out;
            DatagramSocket next = new DatagramSocket(0, InetAddress.getLoopbackAddress());
            listen(next);
            out = next;
            before.close();
        }

        void close() {
            up.close();
            down.close();
            out.close();
        }
    }
}
