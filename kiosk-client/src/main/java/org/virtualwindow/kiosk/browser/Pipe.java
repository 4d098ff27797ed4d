package org.virtualwindow.kiosk.browser;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.virtualwindow.kiosk.memory.OwnMemory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The Chrome DevTools protocol over the browser's own pipe: JSON, each message ended by a byte 0. No port, so nobody else on this
 * machine or network can speak it. Any thread may send; what comes is told on the one thread that reads, which must never wait for an
 * answer.
 */
final class Pipe implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Pipe.class);
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final OutputStream out;
    private final InputStream in;
    private final AtomicLong ids = new AtomicLong();
    private final Map<Long, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();

    /** Something the browser says by itself. */
    record Event(String session, String method, JsonNode params) {}

    Pipe(OutputStream out, InputStream in, Consumer<Event> events) {
        this.out = out;
        this.in = in;
        // With a stack of its own, because addresses and titles that the browser tells are left on it.
        Thread.ofPlatform().name("browser-pipe").daemon().start(() -> {
            read(new BufferedInputStream(in), events);
            OwnMemory.overwriteStack();
        });
    }

    /** Fails when the browser refuses or is gone. */
    CompletableFuture<JsonNode> send(String session, String method, Map<String, ?> params) {
        long id = ids.incrementAndGet();
        var answer = new CompletableFuture<JsonNode>();
        asked.put(id, answer);
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("id", id);
        message.put("method", method);
        message.put("params", params);
        if (!session.isEmpty()) {
            message.put("sessionId", session);
        }
        byte[] json = MAPPER.writeValueAsString(message).getBytes(StandardCharsets.UTF_8);
        try {
            synchronized (out) {
                out.write(json);
                out.write(0);
                out.flush();
            }
        } catch (IOException gone) {
            asked.remove(id);
            answer.completeExceptionally(gone);
        }
        return answer;
    }

    CompletableFuture<JsonNode> send(String session, String method) {
        return send(session, method, Map.of());
    }

    /** Nothing more is heard. */
    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException gone) {
            LOG.debug("The browser's pipe was gone", gone);
        }
    }

    private void read(InputStream in, Consumer<Event> events) {
        var whole = new ByteArrayOutputStream();
        try {
            for (int next = in.read(); next != -1; next = in.read()) {
                if (next == 0) {
                    heard(whole.toString(StandardCharsets.UTF_8), events);
                    whole.reset();
                } else {
                    whole.write(next);
                }
            }
        } catch (IOException gone) {
            LOG.debug("The browser's pipe broke", gone);
        }
        asked.values().forEach(answer -> answer.completeExceptionally(new IOException("the browser is gone")));
    }

    private void heard(String text, Consumer<Event> events) {
        try {
            JsonNode message = MAPPER.readTree(text);
            if (message.has("id")) {
                answered(asked.remove(message.path("id").asLong()), message);
            } else {
                events.accept(new Event(
                        message.path("sessionId").asString(""),
                        message.path("method").asString(""),
                        message.path("params")));
            }
        } catch (JacksonException e) {
            LOG.warn("The browser said something that is no JSON");
        }
    }

    private static void answered(@Nullable CompletableFuture<JsonNode> answer, JsonNode message) {
        if (answer == null) {
            return;
        }
        if (message.has("error")) {
            answer.completeExceptionally(
                    new IOException(message.path("error").path("message").asString("refused")));
        } else {
            answer.complete(message.path("result"));
        }
    }
}
