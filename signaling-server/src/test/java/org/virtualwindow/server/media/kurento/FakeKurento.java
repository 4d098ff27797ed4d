package org.virtualwindow.server.media.kurento;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpointConfig;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.websocket.jakarta.server.config.JakartaWebSocketServletContainerInitializer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A media server for tests that speaks Kurento's own protocol, JSON-RPC 2.0 over a WebSocket, as far as the real Java client uses
 * it, and can be made to fail in every way a real one does. What is not carried is media, unless the {@link MediaEngine} does.
 */
public final class FakeKurento implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PING = "ping";

    /** What is asked to look after the server, not to build something. */
    private static final Set<String> HOUSEKEEPING =
            Set.of(PING, "getInfo", "getPipelines", "getTag", "ref", "unref", "release");

    private final Server jetty = new Server();
    private final Gate gate;
    private final MediaEngine engine;
    private final Map<Session, String> sessionOf = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger counted = new AtomicInteger();
    private final Map<String, Integer> errors = new ConcurrentHashMap<>();
    private final Map<String, Duration> delays = new ConcurrentHashMap<>();
    private volatile FakeObjects objects;
    private volatile int failAt;
    private volatile int muteAt;
    private volatile boolean mute;

    private FakeKurento(MediaEngine engine) {
        this.engine = engine;
        this.objects = new FakeObjects(engine, this::tell);
        engine.listen(new FoundByEngine());
        try {
            ServletContextHandler context = new ServletContextHandler();
            jetty.setHandler(context);
            JakartaWebSocketServletContainerInitializer.configure(context, (servlets, container) -> {
                container.setDefaultMaxSessionIdleTimeout(0);
                container.setDefaultMaxTextMessageBufferSize(1 << 20);
                container.addEndpoint(ServerEndpointConfig.Builder.create(Line.class, "/kurento")
                        .configurator(new ServerEndpointConfig.Configurator() {
                            @Override
                            public <T> T getEndpointInstance(Class<T> type) {
                                return type.cast(new Line(FakeKurento.this));
                            }
                        })
                        .build());
            });
            ServerConnector connector = new ServerConnector(jetty);
            connector.setHost("127.0.0.1");
            jetty.addConnector(connector);
            jetty.start();
            gate = new Gate(connector.getLocalPort());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** One that answers offers with canned descriptions. */
    public static FakeKurento start() {
        return start(new CannedEngine());
    }

    public static FakeKurento start(MediaEngine engine) {
        return new FakeKurento(engine);
    }

    /** As an operator names it. */
    public URI uri() {
        return URI.create("ws://127.0.0.1:" + gate.port() + "/kurento");
    }

    // What it holds and was asked

    /** Ids of all pipelines and endpoints. */
    public List<String> objects() {
        return objects.ids();
    }

    /** Ids of those of this type, like {@code MediaPipeline} or {@code WebRtcEndpoint}. */
    public List<String> objects(String type) {
        return objects.ids().stream().filter(id -> id.endsWith("." + type)).toList();
    }

    public Map<String, String> tags(String object) {
        return objects.tags(object);
    }

    /** What was set on an object, like {@code setMaxVideoSendBandwidth}, by the name of the operation. */
    public Map<String, String> settings(String object) {
        return objects.settings(object);
    }

    /** Whether something flows from one to the other. */
    public boolean connected(String source, String sink) {
        return objects.connected(source, sink);
    }

    /** Everything asked so far but pings, like {@code create WebRtcEndpoint}, {@code processOffer}, {@code release}. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    /** Connections that are open at present. */
    public int connections() {
        return sessionOf.size();
    }

    /** What the server does with time: sessions without a connection end, and with them what no other session holds. */
    public void collectGarbage() {
        objects.keepOnly(List.copyOf(sessionOf.values()));
    }

    // Faults

    /** From now on each request of this name (as in {@link #requests}) is refused with this code. */
    public void refuse(String request, int code) {
        errors.put(request, code);
    }

    /** From now on each request of this name is done and answered only after so long. */
    public void delay(String request, Duration by) {
        delays.put(request, by);
    }

    /** The {@code nth} request that builds something from now on is refused; those before and after it are served. */
    public void refuseNth(int nth) {
        failAt = counted.get() + nth;
    }

    /** The {@code nth} request that builds something from now on is done, and its answer is lost. */
    public void loseAnswerOfNth(int nth) {
        muteAt = counted.get() + nth;
    }

    /** Whether there was an {@code nth} request. */
    public boolean nthCame() {
        return counted.get() >= Math.max(failAt, muteAt);
    }

    /** It takes everything and never says anything. */
    public void mute(boolean now) {
        mute = now;
    }

    /** Nothing passes on the network, and nobody is told. */
    public void freeze(boolean now) {
        gate.freeze(now);
    }

    /** Connections are taken by TCP and no WebSocket comes of them. */
    public void shakeNoHands(boolean now) {
        gate.deaf(now);
    }

    /** Every connection is reset; what it holds stays until {@link #collectGarbage}. */
    public void reset() {
        gate.reset();
    }

    /** The process dies with all it holds. */
    public void kill() {
        gate.shut();
        objects.clear();
    }

    /** Another process on the same port. */
    public void restart() {
        objects = new FakeObjects(engine, this::tell);
        gate.open();
    }

    /** No fault any more. */
    public void behave() {
        errors.clear();
        delays.clear();
        failAt = 0;
        muteAt = 0;
        mute = false;
        gate.freeze(false);
        gate.deaf(false);
    }

    @Override
    public void close() {
        gate.close();
        try {
            jetty.stop();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    // JSON-RPC

    private void take(Session line, String text) {
        JsonNode request = JSON.readTree(text);
        Thread.ofVirtual().start(() -> {
            ObjectNode answer = process(line, request);
            if (answer != null && !mute) {
                send(line, answer);
            }
        });
    }

    private @Nullable ObjectNode process(Session line, JsonNode request) {
        String name = name(request);
        boolean lost = false;
        if (!name.equals(PING)) {
            requests.add(name);
        }
        if (!HOUSEKEEPING.contains(name)) {
            int number = counted.incrementAndGet();
            if (number == failAt) {
                return error(request, new Refused(40001, "Told to fail"));
            }
            lost = number == muteAt;
        }
        Duration delay = delays.get(name);
        if (delay != null && !later(delay)) {
            return null;
        }
        FakeObjects now = objects;
        try {
            Integer code = errors.get(name);
            if (code != null) {
                throw new Refused(code, "Told to refuse " + name);
            }
            ObjectNode answer = JSON.createObjectNode()
                    .put("jsonrpc", "2.0")
                    .put("id", request.path("id").asInt());
            answer.set("result", result(now, line, request, name));
            return lost ? null : answer;
        } catch (Refused refused) {
            return lost ? null : error(request, refused);
        }
    }

    private JsonNode result(FakeObjects now, Session line, JsonNode request, String name) {
        JsonNode params = request.path("params");
        String session =
                params.path("sessionId").asString(sessionOf.computeIfAbsent(line, any -> FakeObjects.id("session")));
        if (request.path("method").asString().equals("connect") && params.has("sessionId") && !now.knows(session)) {
            throw new Refused(40007, "Invalid session");
        }
        sessionOf.put(line, session);
        if (!line.isOpen()) {
            sessionOf.remove(line); // closed while this was on its way
        }
        ObjectNode result = JSON.createObjectNode().put("sessionId", session);
        JsonNode value = switch (request.path("method").asString()) {
            case PING -> JSON.getNodeFactory().stringNode("pong");
            case "connect" -> {
                result.put("serverId", now.server());
                yield null;
            }
            case "closeSession" -> {
                now.end(session);
                yield null;
            }
            case "transaction" -> transaction(line, session, params);
            default -> now.serve(session, name, request.path("method").asString(), params);
        };
        if (value != null) {
            result.set("value", value);
        }
        return result;
    }

    /** As the real one: it stops at the first that is refused, and what was done before stays done. */
    private JsonNode transaction(Session line, String session, JsonNode params) {
        var answers = JSON.createArrayNode();
        for (JsonNode operation : params.path("operations")) {
            String text = operation.toString();
            for (int i = 0; i < answers.size(); i++) {
                text = text.replace(
                        "\"newref:" + i + "\"",
                        answers.get(i).path("result").path("value").toString());
            }
            ObjectNode request = (ObjectNode) JSON.readTree(text);
            request.withObject("params").put("sessionId", session);
            ObjectNode answer = process(line, request);
            if (answer == null) {
                break;
            }
            answers.add(answer);
            if (answer.has("error")) {
                break;
            }
        }
        return answers;
    }

    private static String name(JsonNode request) {
        JsonNode params = request.path("params");
        String method = request.path("method").asString();
        return switch (method) {
            case "create" -> "create " + params.path("type").asString();
            case "invoke" -> params.path("operation").asString();
            default -> method;
        };
    }

    private static ObjectNode error(JsonNode request, Refused refused) {
        ObjectNode answer = JSON.createObjectNode()
                .put("jsonrpc", "2.0")
                .put("id", request.path("id").asInt());
        answer.putObject("error").put("code", refused.code).put("message", String.valueOf(refused.getMessage()));
        return answer;
    }

    private static boolean later(Duration delay) {
        try {
            Thread.sleep(delay); // the fault itself, not a wait for something
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    private void tell(String session, JsonNode event) {
        ObjectNode message = JSON.createObjectNode().put("jsonrpc", "2.0").put("method", "onEvent");
        message.putObject("params").set("value", event);
        sessionOf.forEach((line, of) -> {
            if (of.equals(session) && !mute) {
                send(line, message);
            }
        });
    }

    private static void send(Session line, ObjectNode message) {
        synchronized (line) {
            try {
                line.getBasicRemote().sendText(message.toString());
            } catch (IOException | RuntimeException gone) {
                // nobody is there to be told
            }
        }
    }

    /** A request is answered with an error. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;
        final int code;

        Refused(int code, String message) {
            super(message);
            this.code = code;
        }
    }

    private final class FoundByEngine implements MediaEngine.Found {
        @Override
        public void candidate(String endpoint, String candidate, String sdpMid, int sdpMLineIndex) {
            objects.found(endpoint, candidate, sdpMid, sdpMLineIndex);
        }

        @Override
        public void done(String endpoint) {
            objects.foundAll(endpoint);
        }
    }

    /** One connection of a client. Public because the container makes it. */
    public static final class Line extends Endpoint {
        private final FakeKurento kurento;

        Line(FakeKurento kurento) {
            this.kurento = kurento;
        }

        @Override
        public void onOpen(Session session, EndpointConfig config) {
            session.addMessageHandler(String.class, text -> kurento.take(session, text));
        }

        @Override
        public void onClose(Session session, CloseReason reason) {
            kurento.sessionOf.remove(session);
        }
    }
}
