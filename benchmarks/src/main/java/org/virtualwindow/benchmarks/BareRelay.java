package org.virtualwindow.benchmarks;

import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.server.ServerEndpointConfig;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.websocket.jakarta.server.config.JakartaWebSocketServletContainerInitializer;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.server.ServerUpgradeRequest;
import org.eclipse.jetty.websocket.server.WebSocketUpgradeHandler;

/**
 * What a relay costs that does nothing but relay: pairs by a name in the address, no parsing, no checks, no limits, with Jetty's
 * own API or with Jakarta's. Prints its port.
 */
public final class BareRelay {
    private static final Duration IDLE = Duration.ofMinutes(10);

    private final Map<String, Consumer<String>> ends = new ConcurrentHashMap<>();

    private BareRelay() {}

    static void main(String[] arguments) throws Exception {
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        BareRelay relay = new BareRelay();
        if (arguments[0].equals("native")) {
            relay.serveNative(server);
        } else {
            relay.serveJakarta(server);
        }
        server.start();
        System.out.println(connector.getLocalPort());
    }

    /** {@code pair=7&end=a} and {@code pair=7&end=b} belong together. */
    private void join(String pair, String end, Consumer<String> to) {
        ends.put(pair + end, to);
    }

    private void pass(String other, String text) {
        Consumer<String> to = ends.get(other);
        if (to != null) {
            to.accept(text);
        }
    }

    private static String other(String end) {
        return end.equals("a") ? "b" : "a";
    }

    private void serveNative(Server server) {
        server.setHandler(WebSocketUpgradeHandler.from(server, container -> {
            container.setIdleTimeout(IDLE);
            container.addMapping("/relay", (request, response, callback) -> new NativeEnd(request));
        }));
    }

    /** Public, because Jetty looks its methods up. */
    public final class NativeEnd implements Session.Listener.AutoDemanding {
        private final String pair;
        private final String end;
        private final String other;

        NativeEnd(ServerUpgradeRequest request) {
            var query = Request.extractQueryParameters(request);
            pair = query.getValue("pair");
            end = query.getValue("end");
            other = pair + BareRelay.other(end);
        }

        @Override
        public void onWebSocketOpen(Session session) {
            join(pair, end, text -> session.sendText(text, Callback.NOOP));
        }

        @Override
        public void onWebSocketText(String text) {
            pass(other, text);
        }
    }

    private void serveJakarta(Server server) {
        ServletContextHandler context = new ServletContextHandler();
        JakartaWebSocketServletContainerInitializer.configure(context, (servlets, container) -> {
            container.setDefaultMaxSessionIdleTimeout(IDLE.toMillis());
            container.addEndpoint(ServerEndpointConfig.Builder.create(Endpoint.class, "/relay")
                    .configurator(new ServerEndpointConfig.Configurator() {
                        @Override
                        public <T> T getEndpointInstance(Class<T> type) {
                            return type.cast(new JakartaEnd());
                        }
                    })
                    .build());
        });
        server.setHandler(context);
    }

    private final class JakartaEnd extends Endpoint {
        @Override
        public void onOpen(jakarta.websocket.Session session, EndpointConfig config) {
            String pair = named(session, "pair");
            String end = named(session, "end");
            String other = pair + BareRelay.other(end);
            join(pair, end, text -> session.getAsyncRemote().sendText(text));
            session.addMessageHandler(String.class, (MessageHandler.Whole<String>) text -> pass(other, text));
        }

        private static String named(jakarta.websocket.Session session, String name) {
            return session.getRequestParameterMap()
                    .getOrDefault(name, List.of(""))
                    .getFirst();
        }
    }
}
