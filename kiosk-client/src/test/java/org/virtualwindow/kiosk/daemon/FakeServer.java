package org.virtualwindow.kiosk.daemon;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.websocket.CloseReason;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.Session;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpointConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.ee11.websocket.jakarta.server.config.JakartaWebSocketServletContainerInitializer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.virtualwindow.protocol.CloseCode;

/** What a daemon meets: an enrolment door that knows one code, and a device door that a test speaks through. */
final class FakeServer implements AutoCloseable {
    static final String GOOD_CODE = "7KQ2-M0XN-4TZD-91RC";
    private static final long PATIENCE_SECONDS = 30;

    /** Everything a daemon says, over all its connections. */
    private final BlockingQueue<String> said = new LinkedBlockingQueue<>();

    private final BlockingQueue<Session> connections = new LinkedBlockingQueue<>();
    private final BlockingQueue<List<String>> authorizations = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> enrolments = new LinkedBlockingQueue<>();
    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);

    FakeServer() {
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        var context = new ServletContextHandler(ServletContextHandler.NO_SESSIONS);
        context.addServlet(new ServletHolder(new EnrolmentDoor()), "/api/device/enrol");
        JakartaWebSocketServletContainerInitializer.configure(
                context, (servlets, container) -> container.addEndpoint(deviceDoor()));
        server.setHandler(context);
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    String origin() {
        return "http://127.0.0.1:" + connector.getLocalPort();
    }

    /** The next connection, when it comes. */
    Session connection() throws InterruptedException {
        return next(connections, "no daemon connected");
    }

    /** The header with which the next connection came. */
    List<String> authorization() throws InterruptedException {
        return next(authorizations, "no daemon connected");
    }

    /** What the next enrolment asked with. */
    String enrolment() throws InterruptedException {
        return next(enrolments, "nobody enrolled");
    }

    /** The next message, when it comes. */
    String said() throws InterruptedException {
        return next(said, "the daemon said nothing");
    }

    static void close(Session connection, CloseCode code) throws IOException {
        connection.close(new CloseReason(() -> code.code(), ""));
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> T next(BlockingQueue<T> queue, String otherwise) throws InterruptedException {
        T next = queue.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError(otherwise + " in " + PATIENCE_SECONDS + " s");
        }
        return next;
    }

    private ServerEndpointConfig deviceDoor() {
        return ServerEndpointConfig.Builder.create(Endpoint.class, "/ws/device")
                .subprotocols(List.of("virtual-window.v1"))
                .configurator(new ServerEndpointConfig.Configurator() {
                    @Override
                    public <T> T getEndpointInstance(Class<T> type) {
                        return type.cast(new DeviceDoor());
                    }

                    @Override
                    public void modifyHandshake(
                            ServerEndpointConfig config, HandshakeRequest request, HandshakeResponse response) {
                        authorizations.add(request.getHeaders().getOrDefault("Authorization", List.of()));
                    }
                })
                .build();
    }

    private final class DeviceDoor extends Endpoint {
        @Override
        public void onOpen(Session session, EndpointConfig config) {
            session.addMessageHandler(String.class, said::add);
            connections.add(session);
        }
    }

    private final class EnrolmentDoor extends HttpServlet {
        private static final long serialVersionUID = 1;

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            String body = new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            enrolments.add(body);
            if (body.startsWith("{\"code\":\"" + GOOD_CODE + "\",")) {
                response.getWriter().print("{\"kiosk\":\"310117-K1\"}");
            } else {
                response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            }
        }
    }
}
