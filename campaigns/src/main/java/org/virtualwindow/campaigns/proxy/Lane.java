package org.virtualwindow.campaigns.proxy;

import java.io.IOException;
import java.util.SplittableRandom;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One direction of a flow of datagrams: decides what becomes of each, and delivers it when it is time. */
final class Lane {
    /** So long one that is to be overtaken waits for another. */
    private static final long PATIENCE = TimeUnit.MILLISECONDS.toNanos(200);

    private final UdpProxy proxy;
    private final Way way;
    private final SplittableRandom chance;
    private final Road road;
    private final Delivery delivery;
    private final DelayQueue<Datagram> flying = new DelayQueue<>();
    private final Thread deliverer;
    private long entered;
    private @Nullable Datagram overtaken;
    private int lostWithTheLast;

    interface Delivery {
        void deliver(byte[] bytes) throws IOException;
    }

    Lane(UdpProxy proxy, Way way, SplittableRandom random, Delivery delivery) {
        this.proxy = proxy;
        this.way = way;
        this.chance = random;
        this.road = new Road(random.split());
        this.delivery = delivery;
        this.deliverer = Thread.ofVirtual().start(this::deliver);
    }

    synchronized void enters(byte[] bytes) {
        Weather weather = proxy.weather(way);
        Luck luck = proxy.luck(way);
        // The same numbers are drawn whatever the luck is: turning one knob leaves the others' choices as they were.
        boolean lost = isLost(chance.nextDouble() < luck.loss(), luck.burst());
        boolean twice = chance.nextDouble() < luck.duplicate();
        boolean isOvertaken = chance.nextDouble() < luck.reorder();
        long due = road.arrival(weather, bytes.length, System.nanoTime());
        if (lost || weather.hole()) {
            return;
        }
        Datagram before = overtaken;
        if (isOvertaken && before == null) {
            overtaken = new Datagram(bytes, due + PATIENCE, entered);
            flying.add(overtaken);
        } else {
            flying.add(new Datagram(bytes, due, entered));
            if (before != null && flying.remove(before)) {
                flying.add(new Datagram(before.bytes, due, entered + 1));
            }
            overtaken = null;
        }
        if (twice) {
            flying.add(new Datagram(bytes, due, entered + 2));
        }
        entered += 3;
    }

    /** Better luck ends a burst, too. */
    private boolean isLost(boolean itself, int burst) {
        boolean withAnother = lostWithTheLast > 0 && burst > 0;
        lostWithTheLast = itself ? burst : withAnother ? lostWithTheLast - 1 : 0;
        return itself || withAnother;
    }

    private void deliver() {
        try {
            while (true) {
                Datagram next = flying.take();
                proxy.awaitThaw();
                delivery.deliver(next.bytes);
            }
        } catch (IOException | InterruptedException proxyIsClosed) {
            // Nothing more is delivered.
        }
    }

    void close() {
        deliverer.interrupt();
    }

    /** @param place decides between two that are due at the same time */
    private record Datagram(byte[] bytes, long due, long place) implements Delayed {
        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(due - System.nanoTime(), TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            Datagram that = (Datagram) other;
            return due != that.due ? Long.compare(due, that.due) : Long.compare(place, that.place);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }
}
