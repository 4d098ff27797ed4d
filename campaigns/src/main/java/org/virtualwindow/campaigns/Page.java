package org.virtualwindow.campaigns;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.virtualwindow.protocol.Answer;
import org.virtualwindow.protocol.Beat;
import org.virtualwindow.protocol.json.WireCodec;

/**
 * A page without a browser: beats, notices silence, comes back by itself and says again what was not answered, as
 * {@code socket.ts} does. Everything it says and hears goes into the history.
 *
 * @param <T> what its door may say to it
 */
final class Page<T> implements AutoCloseable {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ScheduledExecutorService TIMER = Executors.newScheduledThreadPool(
            2, Thread.ofPlatform().name("page-", 0).daemon().factory());

    private final URI origin;
    private final String door;
    private final String cookie;
    private final Class<T> root;
    private final Witness witness;
    private final SplittableRandom chance;
    private final Consumer<T> hears;
    private final Map<String, Object> waiting = new LinkedHashMap<>();
    /** Counts connections and attempts: what an older one reports is not heard. */
    private long generation;

    private @Nullable WebSocket socket;
    private CompletableFuture<?> lastSend = CompletableFuture.completedFuture(null);
    private boolean open;
    private boolean closed;
    private int failures;
    private long attemptAt;
    private boolean busy;
    private Future<?> silence = CompletableFuture.completedFuture(null);
    private Future<?> nextBeat = CompletableFuture.completedFuture(null);
    private boolean beatIsDue;
    private long beats;

    /**
     * @param seed for how long it waits before it comes back
     * @param hears everything, one after the other; must not wait
     */
    Page(String origin, String door, String cookie, Class<T> root, Witness witness, long seed, Consumer<T> hears) {
        this.origin = URI.create(origin);
        this.door = door;
        this.cookie = cookie;
        this.root = root;
        this.witness = witness;
        this.chance = new SplittableRandom(seed);
        this.hears = hears;
    }

    synchronized void begin() {
        connect();
    }

    /** Says something until it is answered. */
    synchronized void operate(String op, Object message) {
        waiting.put(op, message);
        if (open) {
            say(op, message);
        }
    }

    /** In a call it beats, and comes back, faster. */
    synchronized void busy(boolean is) {
        if (busy != is) {
            busy = is;
            if (open) {
                beat();
            }
        }
    }

    /** Connected, and everything it said is answered. */
    synchronized boolean isWhole() {
        return open && waiting.isEmpty();
    }

    synchronized boolean isOpen() {
        return open;
    }

    synchronized int unanswered() {
        return waiting.size();
    }

    synchronized Set<String> waiting() {
        return Set.copyOf(waiting.keySet());
    }

    synchronized Optional<Witness.Held> held(String room) {
        return witness.held(room);
    }

    synchronized Map<String, Long> places() {
        return witness.places();
    }

    /** Writes down what it holds. */
    synchronized void holds() {
        witness.holds();
    }

    Witness witness() {
        return witness;
    }

    /** Its connection breaks, and for so long it does not come back. */
    synchronized void drop(Duration away) {
        letGo();
        long mine = ++generation;
        after(away, mine, this::connect);
    }

    @Override
    public synchronized void close() {
        closed = true;
        letGo();
        generation++;
    }

    private void connect() {
        if (closed) {
            return;
        }
        attemptAt = System.nanoTime();
        long mine = ++generation;
        String scheme = origin.getScheme().replace("http", "ws");
        URI address = URI.create(
                scheme + "://" + origin.getAuthority() + "/ws/" + door + "?page=" + witness.who() + "&attempt=" + mine);
        HTTP.newWebSocketBuilder()
                .connectTimeout(Reconnecting.CONNECT_TIMEOUT)
                .subprotocols("virtual-window.v1")
                .header("Origin", origin.toString())
                .header("Cookie", cookie)
                .buildAsync(address, new Ear(mine))
                .whenComplete((connected, failure) -> connected(mine, connected, failure));
    }

    private synchronized void connected(long mine, @Nullable WebSocket connected, @Nullable Throwable failure) {
        if (mine != generation) {
            if (connected != null) {
                connected.abort();
            }
            return;
        }
        if (connected == null || failure != null) {
            ended(Reconnecting.NO_CODE);
            return;
        }
        witness.connected();
        socket = connected;
        lastSend = CompletableFuture.completedFuture(null);
        failures = 0;
        open = true;
        waiting.forEach(this::say);
        beat();
        // Nothing is heard before this, so that nothing is told of a connection before it is there.
        connected.request(1);
    }

    private void say(String op, Object message) {
        witness.sent(op, message);
        send(WireCodec.encode(message));
    }

    /** A socket takes one text at a time, and says when it may have the next. */
    private void send(String text) {
        WebSocket to = socket;
        if (to != null) {
            lastSend = lastSend.handle((sent, failure) -> null).thenCompose(before -> to.sendText(text, true));
        }
    }

    private void beat() {
        nextBeat.cancel(false);
        beatIsDue = false;
        beats++;
        send(WireCodec.encode(new Beat(beats)));
        listen();
    }

    private Duration pace() {
        return busy ? Reconnecting.BUSY_BEAT : Reconnecting.CALM_BEAT;
    }

    private void listen() {
        silence.cancel(false);
        silence = after(pace().multipliedBy(Reconnecting.MISSED_BEATS), generation, () -> ended(Reconnecting.NO_CODE));
    }

    private synchronized void heard(long mine, String text) {
        if (mine != generation) {
            return;
        }
        T message = WireCodec.read(text.getBytes(StandardCharsets.UTF_8), root);
        if (message instanceof Beat) {
            listen();
            if (!beatIsDue) {
                beatIsDue = true;
                nextBeat = after(pace(), generation, this::beat);
            }
            return;
        }
        witness.heard(message);
        if (message instanceof Answer answer) {
            waiting.remove(answer.opId().value());
        }
        hears.accept(message);
    }

    private synchronized void ended(long mine, int code) {
        if (mine == generation) {
            ended(code);
        }
    }

    private void ended(int code) {
        boolean wasOpen = open;
        letGo();
        long mine = ++generation;
        Reconnecting.after(code, failures, busy, chance.nextDouble()).ifPresent(wait -> {
            Duration spent = wasOpen ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - attemptAt);
            failures++;
            Duration left = wait.minus(spent);
            after(left.isNegative() ? Duration.ZERO : left, mine, this::probe);
        });
    }

    /** Whether the server can be reached at all. */
    private void probe() {
        attemptAt = System.nanoTime();
        long mine = ++generation;
        HttpRequest health = HttpRequest.newBuilder(origin.resolve("/health/here"))
                .method("HEAD", HttpRequest.BodyPublishers.noBody())
                .timeout(Reconnecting.probeTimeout(busy, failures))
                .build();
        HTTP.sendAsync(health, BodyHandlers.discarding()).whenComplete((answer, failure) -> probed(mine, failure));
    }

    private synchronized void probed(long mine, @Nullable Throwable failure) {
        if (mine == generation) {
            if (failure == null) {
                connect();
            } else {
                ended(Reconnecting.NO_CODE);
            }
        }
    }

    private void letGo() {
        silence.cancel(false);
        nextBeat.cancel(false);
        open = false;
        WebSocket was = socket;
        socket = null;
        if (was != null) {
            was.abort();
        }
    }

    private Future<?> after(Duration time, long mine, Runnable task) {
        return TIMER.schedule(
                () -> {
                    synchronized (this) {
                        if (mine == generation && !closed) {
                            task.run();
                        }
                    }
                },
                time.toNanos(),
                TimeUnit.NANOSECONDS);
    }

    /** One connection's ear. */
    private final class Ear implements WebSocket.Listener {
        private final long mine;
        private final StringBuilder partial = new StringBuilder();

        Ear(long mine) {
            this.mine = mine;
        }

        @Override
        public void onOpen(WebSocket from) {
            // The first message is asked for when the page knows that it is connected.
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            partial.append(data);
            if (last) {
                String text = partial.toString();
                partial.setLength(0);
                heard(mine, text);
            }
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            ended(mine, code);
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            ended(mine, Reconnecting.NO_CODE);
        }
    }
}
