package org.virtualwindow.benchmarks;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Pairs that send each other the same message to and fro, as fast as it is relayed but nobody above what the server allows a
 * peer. All of it happens on the reactor's thread.
 */
final class RelayPairs {
    private static final double PER_SECOND = 78;
    private static final double BURST = 100;

    private final Reactor reactor;
    private final List<End> ends = new ArrayList<>();
    private final Queue<End> resting = new ArrayDeque<>();
    private final AtomicLong relayed = new AtomicLong();
    private final AtomicLong rested = new AtomicLong();
    private volatile boolean going;
    private volatile @Nullable String broken;

    RelayPairs(Reactor reactor) {
        this.reactor = reactor;
    }

    /** Two wires and what each sends. */
    void add(Wire left, String fromLeft, Wire right, String fromRight) {
        End one = new End(left, fromLeft);
        End other = new End(right, fromRight);
        left.hearWith(one);
        right.hearWith(other);
        ends.add(one);
        ends.add(other);
    }

    /** Every end begins, so two messages of each pair are on their way. */
    void start() {
        going = true;
        reactor.everyTurn(this::wakeRested);
        reactor.execute(() -> ends.forEach(End::say));
    }

    /** What is on its way still arrives, and is not answered. */
    void stop() {
        going = false;
        reactor.execute(resting::clear);
        reactor.everyTurn(() -> {});
    }

    long relayed() {
        return relayed.get();
    }

    /** How often an end waited because the server would not have allowed it more. */
    long rested() {
        return rested.get();
    }

    void refuseIfBroken() {
        if (broken != null) {
            throw new IllegalStateException("a relayed connection was lost: " + broken);
        }
    }

    private void wakeRested() {
        for (int i = resting.size(); i > 0; i--) {
            resting.remove().say();
        }
    }

    private final class End implements Wire.Ear {
        private final Wire wire;
        private final ByteBuffer frame;
        private double left = BURST;
        private long filled = System.nanoTime();

        End(Wire wire, String text) {
            this.wire = wire;
            this.frame = Wire.frame(text);
        }

        void say() {
            if (!going) {
                return;
            }
            long now = System.nanoTime();
            left = Math.min(BURST, left + (now - filled) / 1e9 * PER_SECOND);
            filled = now;
            if (left < 1) {
                rested.incrementAndGet();
                resting.add(this);
            } else {
                left -= 1;
                wire.send(frame);
            }
        }

        @Override
        public void opened(Wire opened) {}

        @Override
        public void hears(Wire from, ByteBuffer text) {
            if (isSignal(text)) {
                relayed.lazySet(relayed.get() + 1);
                say();
            }
        }

        /** Whether it begins with {@code {"type":"MediaSi}; beats and views come in between. */
        private static boolean isSignal(ByteBuffer text) {
            return text.remaining() > 16 && text.get(9) == 'M' && text.get(14) == 'S' && text.get(15) == 'i';
        }

        @Override
        public void closed(Wire gone, String why) {
            broken = why;
        }
    }
}
