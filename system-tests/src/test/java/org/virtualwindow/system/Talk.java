package org.virtualwindow.system;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.virtualwindow.protocol.json.WireCodec;

/** One connection without a browser: says records, and hears them in order. */
final class Talk<T> implements WebSocket.Listener, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Class<T> root;
    private final BlockingQueue<Optional<T>> heard = new LinkedBlockingQueue<>();
    private volatile String ended = "";
    private final List<T> past = new ArrayList<>();
    private final StringBuilder whole = new StringBuilder();
    private final WebSocket socket;

    Talk(HttpClient http, String origin, String door, String cookie, Class<T> root) {
        this.root = root;
        this.socket = http.newWebSocketBuilder()
                .header("Origin", origin)
                .header("Cookie", cookie)
                .subprotocols("virtual-window.v1")
                .buildAsync(URI.create(origin.replaceFirst("http", "ws") + "/ws/" + door), this)
                .join();
    }

    /** Whether it could be sent; it cannot over a connection that broke. */
    boolean say(Object message) {
        return !socket.sendText(WireCodec.encode(message), true).isCompletedExceptionally();
    }

    /** The next message; empty when the connection has ended. */
    Optional<T> next() throws InterruptedException {
        Optional<T> next = heard.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        if (next == null) {
            throw new AssertionError("nothing was said for " + PATIENCE);
        }
        next.ifPresent(past::add);
        return next;
    }

    /** Hears on until something is wanted. */
    <M> M next(Function<T, Optional<M>> wanted) throws InterruptedException {
        while (true) {
            Optional<M> found = next().map(wanted)
                    .orElseThrow(() -> new AssertionError("the connection ended before what was awaited: " + ended));
            if (found.isPresent()) {
                return found.get();
            }
        }
    }

    /** What was heard already, or else hears on. */
    <M> M ever(Function<T, Optional<M>> wanted) throws InterruptedException {
        Optional<M> before = past.stream().map(wanted).flatMap(Optional::stream).findFirst();
        return before.isPresent() ? before.get() : next(wanted);
    }

    /** For {@link #next(Function)}. */
    static <T, M> Function<T, Optional<M>> a(Class<M> type) {
        return message -> type.isInstance(message) ? Optional.of(type.cast(message)) : Optional.empty();
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        whole.append(part);
        if (last) {
            // Not decode, which is for what strangers say: a whole room may be longer than they may be.
            heard.add(Optional.of(WireCodec.read(whole.toString().getBytes(StandardCharsets.UTF_8), root)));
            whole.setLength(0);
        }
        from.request(1);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        ended = code + " " + reason;
        heard.add(Optional.empty());
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        ended = error.toString();
        heard.add(Optional.empty());
    }

    @Override
    public void close() {
        socket.abort();
    }
}
