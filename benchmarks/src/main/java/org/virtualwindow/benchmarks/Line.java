package org.virtualwindow.benchmarks;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.virtualwindow.protocol.Answer;
import org.virtualwindow.protocol.Beat;
import org.virtualwindow.protocol.json.WireCodec;
import org.virtualwindow.protocol.json.WireCodec.Decoded;

/** One person's socket. First in conversation, where what is heard waits to be asked for; later, measured, with an ear. */
final class Line<T> implements AutoCloseable, WebSocket.Listener {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final AtomicInteger PAGES = new AtomicInteger();
    private static final ScheduledExecutorService BEATS = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("beats").daemon().factory());

    private final Class<T> root;
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final StringBuilder partial = new StringBuilder();
    private final WebSocket socket;
    private final ScheduledFuture<?> beats;
    private volatile Ear ear = (text, nanos) -> heard.add(text);
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
        this.socket = HTTP.newWebSocketBuilder()
                .subprotocols("virtual-window.v1")
                .header("Origin", origin)
                .header("Cookie", cookie)
                .buildAsync(URI.create(origin.replaceFirst("http", "ws") + "/ws/" + door + "?page=bench-" + page), this)
                .join();
        String text = WireCodec.encode(new Beat(1L));
        this.beats = BEATS.scheduleAtFixedRate(
                () -> sayText(text), spread(page, beat), beat.toNanos(), TimeUnit.NANOSECONDS);
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

    /** A socket takes one text at a time. */
    synchronized void sayText(String text) {
        socket.sendText(text, true).join();
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
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            long nanos = System.nanoTime();
            String text = partial.toString();
            partial.setLength(0);
            ear.hears(text, nanos);
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        open = false;
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        open = false;
    }

    @Override
    public void close() {
        beats.cancel(false);
        socket.abort();
    }
}
