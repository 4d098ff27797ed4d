package org.virtualwindow.kiosk.driver.vendorws;

import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.Session;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpointConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.websocket.jakarta.server.config.JakartaWebSocketServletContainerInitializer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** A maker's service: answers each command with what the test wrote down for it, with the command's id in place of ID. */
final class FakeVendor implements AutoCloseable {
    final List<String> asked = new CopyOnWriteArrayList<>();
    final List<String> origins = new CopyOnWriteArrayList<>();
    final AtomicInteger said = new AtomicInteger();
    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);
    private volatile List<String> answers = List.of();

    FakeVendor() throws Exception {
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        var context = new ServletContextHandler(ServletContextHandler.NO_SESSIONS);
        JakartaWebSocketServletContainerInitializer.configure(context, (servlets, container) -> {
            container.setDefaultMaxTextMessageBufferSize(1 << 20);
            container.addEndpoint(door());
        });
        server.setHandler(context);
        server.start();
    }

    String url() {
        return "ws://127.0.0.1:" + connector.getLocalPort() + "/";
    }

    /** To every command from now on, one after the other. */
    void answers(String... answers) {
        this.answers = List.of(answers);
    }

    private ServerEndpointConfig door() {
        return ServerEndpointConfig.Builder.create(Endpoint.class, "/")
                .configurator(new ServerEndpointConfig.Configurator() {
                    @Override
                    public <T> T getEndpointInstance(Class<T> type) {
                        return type.cast(new Door());
                    }

                    @Override
                    public void modifyHandshake(
                            ServerEndpointConfig config, HandshakeRequest request, HandshakeResponse response) {
                        origins.addAll(request.getHeaders().getOrDefault("Origin", List.of()));
                    }
                })
                .build();
    }

    private final class Door extends Endpoint {
        @Override
        public void onOpen(Session session, EndpointConfig config) {
            session.addMessageHandler(String.class, question -> answer(session, question));
        }

        private void answer(Session session, String question) {
            asked.add(question);
            String id = question.replaceAll(".*\"id\":\"([^\"]*)\".*", "$1");
            try {
                for (String answer : answers) {
                    if (answer.equals("CUT")) {
                        session.close();
                        return;
                    }
                    session.getBasicRemote().sendText(answer.replace("ID", id));
                    said.incrementAndGet();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void close() throws Exception {
        server.stop();
    }
}
