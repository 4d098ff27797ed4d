package org.virtualwindow.server.media.kurento;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpointConfig;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.websocket.jakarta.server.config.JakartaWebSocketServletContainerInitializer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/**
 * A media server for tests that speaks Kurento's own protocol, JSON-RPC 2.0 over a WebSocket, as far as the real Java client uses
 * it, and can be made to fail in every way a real one does. What is not carried is media, unless the {@link MediaEngine} does.
 */
public final class FakeKurento implements AutoCloseable {
    private final Server jetty = new Server();
    private final Gate gate;
    private final MediaEngine engine;
    private final FakeFaults faults = new FakeFaults();
    private final FakeRpc rpc = new FakeRpc(faults, this::held);
    private volatile FakeObjects objects;

    private FakeKurento(MediaEngine engine) {
        this.engine = engine;
        this.objects = new FakeObjects(engine, rpc::tell);
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
                                return type.cast(new Line(rpc));
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

    private FakeObjects held() {
        return objects;
    }

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
        return rpc.requests();
    }

    /** Connections that are open at present. */
    public int connections() {
        return rpc.sessions().size();
    }

    /** What the server does with time: sessions without a connection end, and with them what no other session holds. */
    public void collectGarbage() {
        objects.keepOnly(rpc.sessions());
    }

    // Faults

    /** From now on each request of this name (as in {@link #requests}) is refused with this code. */
    public void refuse(String request, int code) {
        faults.refuse(request, code);
    }

    /** From now on each request of this name is done and answered only after so long. */
    public void delay(String request, Duration by) {
        faults.delay(request, by);
    }

    /** The {@code nth} request that builds something from now on is refused; those before and after it are served. */
    public void refuseNth(int nth) {
        faults.refuseNth(nth);
    }

    /** The {@code nth} request that builds something from now on is done, and its answer is lost. */
    public void loseAnswerOfNth(int nth) {
        faults.loseAnswerOfNth(nth);
    }

    /** Whether there was an {@code nth} request. */
    public boolean nthCame() {
        return faults.nthCame();
    }

    /** It takes everything and never says anything. */
    public void mute(boolean now) {
        faults.mute(now);
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
        objects = new FakeObjects(engine, rpc::tell);
        gate.open();
    }

    /** No fault any more. */
    public void behave() {
        faults.end();
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
        private final FakeRpc rpc;

        Line(FakeRpc rpc) {
            this.rpc = rpc;
        }

        @Override
        public void onOpen(Session session, EndpointConfig config) {
            session.addMessageHandler(String.class, text -> rpc.take(session, text));
        }

        @Override
        public void onClose(Session session, CloseReason reason) {
            rpc.closed(session);
        }
    }
}
