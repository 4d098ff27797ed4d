package org.virtualwindow.server.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.virtualwindow.protocol.Answer;
import org.virtualwindow.protocol.ids.OpId;
import org.virtualwindow.protocol.json.WireCodec;
import org.virtualwindow.protocol.values.Refusal;

/** One person's connection: says records, and waits for what is said back. */
final class Line<T> implements AutoCloseable, WebSocket.Listener {
    /** Longer than a busy machine takes for anything here. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final AtomicInteger OPERATIONS = new AtomicInteger();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Class<T> root;
    private final List<T> heard = new ArrayList<>();
    private final StringBuilder partial = new StringBuilder();
    private final WebSocket socket;
    private @Nullable Integer closed;

    Line(String origin, String door, String page, String cookie, Class<T> root) {
        this(origin, door + "?page=" + page, Map.of("Origin", origin, "Cookie", cookie), root);
    }

    Line(String origin, String door, Map<String, String> headers, Class<T> root) {
        this.root = root;
        WebSocket.Builder builder = HTTP.newWebSocketBuilder().subprotocols("virtual-window.v1");
        headers.forEach(builder::header);
        this.socket = builder.buildAsync(URI.create(origin.replaceFirst("http", "ws") + "/ws/" + door), this)
                .join();
    }

    void say(Object message) {
        sayText(WireCodec.encode(message));
    }

    void sayText(String text) {
        socket.sendText(text, true).join();
    }

    /** A name for an operation that nobody has used. */
    static OpId op() {
        return new OpId("op" + OPERATIONS.incrementAndGet());
    }

    /** Sends an operation, under a name of its own, and waits for its answer. */
    Answer does(Function<OpId, ?> operation) {
        OpId op = op();
        return ask(operation.apply(op), op.value());
    }

    /** As {@link #does}, and it is accepted. */
    void achieves(Function<OpId, ?> operation) {
        assertThat(does(operation)).isInstanceOf(Answer.Accepted.class);
    }

    /** Why it is refused. */
    static Refusal refusal(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Refused.class);
        return ((Answer.Refused) answer).why();
    }

    /** Sends an operation and waits for its answer. */
    Answer ask(Object operation, String opId) {
        say(operation);
        return (Answer) await(
                root,
                message -> message instanceof Answer answer
                        && answer.opId().value().equals(opId));
    }

    <M> M await(Class<M> type) {
        return await(type, message -> true);
    }

    /** The first message of this kind since {@link #forget}, waiting for it. */
    <M> M await(Class<M> type, Predicate<M> which) {
        return find(type, which, false);
    }

    /** The newest message of this kind once it satisfies. */
    <M> M awaitLatest(Class<M> type, Predicate<M> which) {
        return find(type, which, true);
    }

    private synchronized <M> M find(Class<M> type, Predicate<M> which, boolean latest) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Optional<M> found = latest ? latest(type).filter(which) : first(type, which);
            if (found.isPresent()) {
                return found.get();
            }
            long left = (until - System.nanoTime()) / 1_000_000;
            assertThat(left)
                    .as("still waiting for %s; heard %s, closed with %s", type.getSimpleName(), names(), closed)
                    .isPositive();
            pause(left);
        }
    }

    /** The close code, waiting for it. */
    synchronized int awaitClose() {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (closed == null) {
            long left = (until - System.nanoTime()) / 1_000_000;
            assertThat(left).as("still open; heard %s", names()).isPositive();
            pause(left);
        }
        return closed;
    }

    synchronized boolean isClosed() {
        return closed != null;
    }

    private void pause(long millis) {
        try {
            wait(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    synchronized <M> Optional<M> first(Class<M> type, Predicate<M> which) {
        return heard.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .filter(which)
                .findFirst();
    }

    synchronized <M> Optional<M> latest(Class<M> type) {
        return heard.stream().filter(type::isInstance).map(type::cast).reduce((earlier, later) -> later);
    }

    synchronized <M> List<M> all(Class<M> type) {
        return heard.stream().filter(type::isInstance).map(type::cast).toList();
    }

    synchronized void forget() {
        heard.clear();
    }

    private List<String> names() {
        return heard.stream().map(message -> message.getClass().getSimpleName()).toList();
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            String text = partial.toString();
            partial.setLength(0);
            synchronized (this) {
                heard.add(WireCodec.read(text.getBytes(StandardCharsets.UTF_8), root));
                notifyAll();
            }
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        synchronized (this) {
            closed = code;
            notifyAll();
        }
        return CompletableFuture.completedStage(null);
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        synchronized (this) {
            closed = closed == null ? 1006 : closed;
            notifyAll();
        }
    }

    /** Without a goodbye, as a cut line ends. */
    void cut() {
        socket.abort();
    }

    @Override
    public void close() {
        socket.abort();
    }
}
