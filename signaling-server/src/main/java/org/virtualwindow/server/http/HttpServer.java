package org.virtualwindow.server.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.jetty.JettyServerThreadPoolMetrics;
import jakarta.servlet.DispatcherType;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;
import java.net.BindException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.eclipse.jetty.ee11.servlet.FilterHolder;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.ee11.websocket.jakarta.common.JakartaWebSocketSession;
import org.eclipse.jetty.ee11.websocket.jakarta.common.JakartaWebSocketSessionListener;
import org.eclipse.jetty.ee11.websocket.jakarta.server.JakartaWebSocketServerContainer;
import org.eclipse.jetty.ee11.websocket.jakarta.server.config.JakartaWebSocketServletContainerInitializer;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.virtualwindow.server.config.Https;
import org.virtualwindow.server.config.Refusal;
import org.virtualwindow.server.config.ServerConfig;

/** Jetty with the pages, the sockets and the routes it is given, and with every bound a stranger could test. */
public final class HttpServer implements AutoCloseable {
    private static final int MESSAGE_BYTES = 64 * 1024;
    private static final int OUTGOING_FRAMES = 512;
    /** Longer than the longest silence that is let pass, so that a quiet peer ends in one place and with one word. */
    private static final Duration IDLE_BEYOND_SILENCE = Duration.ofSeconds(30);

    private static final int HEADER_BYTES = 8 * 1024;
    private static final int THREADS = 50;
    /** How many may be on their way in at one moment; usually 50, and who comes as the 51st tries again a second later. */
    private static final int BACKLOG = 4096;

    private final Server server;
    private final ServerConnector connector;
    private final boolean secure;

    private HttpServer(Server server, ServerConnector connector, boolean secure) {
        this.server = server;
        this.connector = connector;
        this.secure = secure;
    }

    public static HttpServer start(ServerConfig config, List<ServerEndpointConfig> sockets, List<Route> routes) {
        var pool = new QueuedThreadPool(THREADS);
        pool.setName("jetty");
        var server = new Server(pool);
        var context = new ServletContextHandler(ServletContextHandler.NO_SESSIONS);
        context.addFilter(new FilterHolder(new PageHeaders()), "/*", EnumSet.allOf(DispatcherType.class));
        Pages.serve(context);
        for (Route route : routes) {
            context.addServlet(new ServletHolder(route.servlet()), route.pathSpec());
        }
        JakartaWebSocketServletContainerInitializer.configure(
                context,
                (servlets, container) ->
                        addSockets(container, sockets, config.connections().silence()));
        boolean secure = !(config.https() instanceof Https.Off);
        Handler served = new OnVirtualThreads(context);
        server.setHandler(secure ? Gate.forAnyHost(served) : Gate.forThisMachine(served));
        ServerConnector connector = connector(server, config.https(), config.data());
        connector.setPort(config.port());
        connector.setAcceptQueueSize(BACKLOG);
        server.addConnector(connector);
        try {
            server.start();
        } catch (Exception e) {
            stop(server);
            throw refusal(e, config.port());
        }
        return new HttpServer(server, connector, secure);
    }

    /** The origin of all pages as browsers on this machine name it, like {@code http://localhost:8080}. */
    public String origin() {
        return (secure ? "https" : "http") + "://localhost:" + connector.getLocalPort();
    }

    /** Counts the threads that read sockets. */
    public void bindTo(MeterRegistry registry) {
        new JettyServerThreadPoolMetrics(server.getThreadPool(), Tags.empty()).bindTo(registry);
    }

    /** Ends a socket without a word. */
    public static void cut(Session session) {
        ((JakartaWebSocketSession) session).getCoreSession().abort();
    }

    @Override
    public void close() {
        stop(server);
    }

    private static void addSockets(ServerContainer container, List<ServerEndpointConfig> sockets, Duration silence)
            throws DeploymentException {
        container.setDefaultMaxSessionIdleTimeout(
                silence.plus(IDLE_BEYOND_SILENCE).toMillis());
        container.setDefaultMaxTextMessageBufferSize(MESSAGE_BYTES);
        container.setDefaultMaxBinaryMessageBufferSize(MESSAGE_BYTES);
        var jetty = (JakartaWebSocketServerContainer) container;
        // Compression costs 130 kB a connection and saves little on messages this short.
        jetty.getExtensionRegistry().unregister("permessage-deflate");
        jetty.addSessionListener(new JakartaWebSocketSessionListener() {
            @Override
            public void onJakartaWebSocketSessionOpened(JakartaWebSocketSession session) {
                session.getCoreSession().setMaxFrameSize(MESSAGE_BYTES);
                // Without a bound, frames for a peer that does not read pile up in memory.
                session.getCoreSession().setMaxOutgoingFrames(OUTGOING_FRAMES);
            }
        });
        for (ServerEndpointConfig socket : sockets) {
            container.addEndpoint(socket);
        }
    }

    private static ServerConnector connector(Server server, Https https, Path data) {
        var http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(HEADER_BYTES);
        http.setResponseHeaderSize(HEADER_BYTES);
        var connection = new HttpConnectionFactory(http);
        return switch (https) {
            case Https.Off() -> {
                var connector = new ReadingConnector(server, connection);
                connector.setHost("127.0.0.1");
                yield connector;
            }
            case Https.SelfSigned() -> secured(server, http, connection, Certificates.selfSignedIn(data));
            case Https.Files files -> secured(server, http, connection, files);
        };
    }

    private static ServerConnector secured(
            Server server, HttpConfiguration http, HttpConnectionFactory connection, Https.Files files) {
        // Without a check of the name in the handshake: people reach the server by addresses no certificate lists.
        http.addCustomizer(new SecureRequestCustomizer(false));
        return new ReadingConnector(
                server, new SslConnectionFactory(Certificates.sslContext(files), connection.getProtocol()), connection);
    }

    private static Refusal refusal(Exception failure, int port) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return refusal;
            }
            if (cause instanceof BindException) {
                return new Refusal("Port " + port + " is taken; choose another with --port.", failure);
            }
        }
        return new Refusal("The web server did not start: " + failure, failure);
    }

    private static void stop(Server server) {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("Jetty did not stop", e);
        }
    }
}
