package org.virtualwindow.server.media.kurento;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.kurento.client.KurentoClient;
import org.kurento.client.internal.server.KurentoServerException;
import org.kurento.jsonrpc.client.JsonRpcClientNettyWebSocket;
import org.kurento.jsonrpc.message.Request;
import org.kurento.jsonrpc.message.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection to a media server and the client that uses it, good until the first doubt. Calls wait, but never longer than our
 * own limit: what hangs inside the client hangs on a thread of its own, which is given up.
 */
final class Link {
    private static final Logger log = LoggerFactory.getLogger(Link.class);
    private static final Duration BETWEEN_NUDGES = Duration.ofSeconds(3);
    private static final int NUDGES = 10;
    private static final String WAS_CLOSED = "the connection was closed";

    /** What the client itself answers to whatever waits when its connection ends: no word of the server's. */
    private static final int CLOSED = 0;

    private final URI uri;
    private final Duration limit;
    private final OneConnection connection;
    private final Set<CompletableFuture<?>> waiting = ConcurrentHashMap.newKeySet();
    private final Set<Runnable> whenLost = ConcurrentHashMap.newKeySet();
    private final CountDownLatch lost = new CountDownLatch(1);
    private final AtomicReference<@Nullable String> reason = new AtomicReference<>();
    private @Nullable KurentoClient client;

    /** Connects, handshake included. */
    static Link open(URI uri, Patience patience) {
        Link link = new Link(uri, patience.call());
        link.client = link.call("connecting", patience.connect(), link::connect);
        return link;
    }

    private Link(URI uri, Duration limit) {
        this.uri = uri;
        this.limit = limit;
        this.connection = new OneConnection(uri);
    }

    private KurentoClient connect() {
        connection.setRequestTimeout(limit.multipliedBy(2).toMillis()); // ours comes first
        connection.setConnectionTimeout((int) limit.toMillis());
        return KurentoClient.createFromJsonRpcClientHonoringClientTimeouts(connection);
    }

    URI uri() {
        return uri;
    }

    KurentoClient client() {
        if (client == null) {
            throw new Trouble.Lost("not connected");
        }
        return client;
    }

    <T> T call(String what, Callable<T> request) {
        return call(what, limit, request);
    }

    /** What is said to the server in JSON-RPC's own words. An error it answers is in the response. */
    Response<JsonElement> ask(String method, JsonObject params) {
        return ask(method, params, limit);
    }

    Response<JsonElement> ask(String method, JsonObject params, Duration within) {
        Response<JsonElement> response =
                call(method, within, () -> client().sendJsonRpcRequest(new Request<>(method, params)));
        if (response.isError() && response.getError().getCode() == CLOSED) {
            lose(WAS_CLOSED);
            throw new Trouble.Lost(WAS_CLOSED);
        }
        return response;
    }

    private <T> T call(String what, Duration within, Callable<T> request) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        waiting.add(answer);
        if (isLost()) {
            waiting.remove(answer);
            throw new Trouble.Lost(what);
        }
        Thread thread = Thread.ofVirtual().name("kurento-call").start(() -> {
            try {
                answer.complete(request.call());
            } catch (Throwable failure) {
                answer.completeExceptionally(failure);
            }
        });
        try {
            return answer.get(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw lose("no answer to " + what + " within " + within.toMillis() + " ms", thread);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw lose("stopped while it waited for " + what, thread);
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case KurentoServerException none when none.getCode() == CLOSED -> throw lose(WAS_CLOSED, thread);
                case KurentoServerException refused -> throw new Trouble.Refused(what, refused.getCode());
                case Trouble trouble -> throw trouble;
                // by its kind only: the client's sentences repeat what was said to the server
                case null -> throw lose(what + " failed", thread);
                case Throwable cause ->
                    throw lose(what + " failed: " + cause.getClass().getSimpleName(), thread);
            }
        } finally {
            waiting.remove(answer);
        }
    }

    private Trouble.Lost lose(String why, Thread hanging) {
        lose(why);
        giveUp(hanging);
        return new Trouble.Lost(why);
    }

    /** Not to be trusted any more. Whoever waits for an answer gets none. */
    void lose(String why) {
        if (!reason.compareAndSet(null, why)) {
            return;
        }
        lost.countDown();
        waiting.forEach(each -> each.completeExceptionally(new Trouble.Lost(why)));
        whenLost.forEach(Runnable::run);
        giveUp(Thread.ofVirtual().name("kurento-close").start(() -> {
            try {
                connection.close();
            } catch (IOException | RuntimeException e) {
                log.debug("Media server {}: closing failed", uri, e);
            }
        }));
    }

    boolean isLost() {
        return lost.getCount() == 0;
    }

    /** Why it was lost. */
    String reason() {
        return String.valueOf(reason.get());
    }

    /** Waits, and tells whether it was lost by then. */
    boolean lostWithin(Duration time) throws InterruptedException {
        return lost.await(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Runs the task when this is lost, on any thread; at once if it is already. It may run twice. */
    void whenLost(Runnable task) {
        whenLost.add(task);
        if (isLost()) {
            task.run();
        }
    }

    void noMore(Runnable task) {
        whenLost.remove(task);
    }

    /** A thread inside the client may sit in a loop that takes an interrupt for a reason to go on: several are needed. */
    private static void giveUp(Thread thread) {
        if (!thread.isAlive()) {
            return;
        }
        Thread.ofVirtual().name("kurento-give-up").start(() -> {
            try {
                for (int i = 0; i < NUDGES && !thread.join(BETWEEN_NUDGES); i++) {
                    thread.interrupt();
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** Never connects a second time; a full socket, which the client takes for a broken one, is none. */
    private final class OneConnection extends JsonRpcClientNettyWebSocket {
        private final AtomicBoolean used = new AtomicBoolean();

        OneConnection(URI uri) {
            super(uri.toString());
        }

        @Override
        protected void connectNativeClient() throws Exception {
            if (!used.compareAndSet(false, true)) {
                throw new ClosedChannelException();
            }
            super.connectNativeClient();
        }

        @Override
        protected void handleReconnectDisconnection(int statusCode, String reason) {
            if (!isNativeClientConnected()) {
                lose(WAS_CLOSED);
            }
        }
    }
}
