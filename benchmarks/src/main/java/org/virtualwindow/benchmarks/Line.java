package org.virtualwindow.benchmarks;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;
import org.virtualwindow.protocol.Answer;
import org.virtualwindow.protocol.Beat;
import org.virtualwindow.protocol.json.WireCodec;
import org.virtualwindow.protocol.json.WireCodec.Decoded;

/** One person's socket. First in conversation, where what is heard waits to be asked for; later, measured, with an ear. */
final class Line<T> implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Reactor REACTOR = new Reactor("lines");
    private static final AtomicInteger PAGES = new AtomicInteger();
    private static final ScheduledExecutorService BEATS = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("beats").daemon().factory());

    private final Class<T> root;
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final Wire wire;
    private final ScheduledFuture<?> beats;
    private volatile Ear ear = (text, nanos) -> heard.add(text);
    private final LongAdder bytes = new LongAdder();
    private volatile boolean open = true;

    /** Hears a message. {@code nanos} was taken when its last byte had come. */
    @FunctionalInterface
    interface Ear {
        void hears(String text, long nanos);
    }

    /** @param beat how often it says that it is there */
    Line(String origin, String door, String cookie, Class<T> root, Duration beat) {
        int page = PAGES.incrementAndGet();
        this.root = root;
        CompletableFuture<Boolean> opened = new CompletableFuture<>();
        this.wire = REACTOR.connect(
                URI.create(origin.replaceFirst("http", "ws") + "/ws/" + door + "?page=bench-" + page),
                headers(origin, cookie),
                listening(opened));
        opened.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        String text = WireCodec.encode(new Beat(1L));
        this.beats = BEATS.scheduleAtFixedRate(
                () -> sayText(text), spread(page, beat), beat.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** What a page of this origin asks for a socket with. */
    static Map<String, String> headers(String origin, String cookie) {
        return Map.of("Origin", origin, "Cookie", cookie, "Sec-WebSocket-Protocol", "virtual-window.v1");
    }

    private Wire.Ear listening(CompletableFuture<Boolean> opened) {
        return new Wire.Ear() {
            @Override
            public void opened(Wire wire) {
                opened.complete(true);
            }

            @Override
            public void hears(Wire wire, ByteBuffer text) {
                bytes.add(text.remaining());
                ear.hears(StandardCharsets.UTF_8.decode(text).toString(), System.nanoTime());
            }

            @Override
            public void closed(Wire wire, String why) {
                open = false;
                opened.completeExceptionally(new IllegalStateException(why));
            }
        };
    }

    /** So that all the beats do not come at one moment. */
    private static long spread(int page, Duration beat) {
        return (long) (beat.toNanos() * (page * 0.618 % 1));
    }

    /** From now on this ear hears everything and {@link #await} nothing. */
    void listen(Ear with) {
        ear = with;
        heard.clear();
    }

    boolean isOpen() {
        return open;
    }

    void say(Object message) {
        sayText(WireCodec.encode(message));
    }

    void sayText(String text) {
        bytes.add(text.getBytes(StandardCharsets.UTF_8).length);
        wire.say(text);
    }

    /** What was said and heard so far, without what WebSocket itself adds. */
    long bytes() {
        return bytes.sum();
    }

    /** Where all lines are kept. */
    static Reactor reactor() {
        return REACTOR;
    }

    Wire wire() {
        return wire;
    }

    /** Sends an operation and waits until it is accepted; what was heard before is forgotten. */
    void ask(Object operation, String opId) throws InterruptedException {
        say(operation);
        Answer answer = await(Answer.class, found -> found.opId().value().equals(opId));
        if (!(answer instanceof Answer.Accepted)) {
            throw new IllegalStateException(operation.getClass().getSimpleName() + ": " + answer);
        }
    }

    /** The next message of this kind that satisfies; what came before it is forgotten. */
    <M> M await(Class<M> type, Predicate<M> which) throws InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            String text = heard.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (text == null) {
                throw new IllegalStateException("no " + type.getSimpleName() + " came in " + PATIENCE);
            }
            T message = decode(text);
            if (type.isInstance(message) && which.test(type.cast(message))) {
                return type.cast(message);
            }
        }
    }

    T decode(String text) {
        if (WireCodec.decode(text, root) instanceof Decoded.Message<T>(T message)) {
            return message;
        }
        throw new IllegalStateException("not a " + root.getSimpleName() + ": " + text);
    }

    @Override
    public void close() {
        beats.cancel(false);
        wire.reset();
    }
}
