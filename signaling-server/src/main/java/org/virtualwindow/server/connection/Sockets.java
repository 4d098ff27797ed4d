package org.virtualwindow.server.connection;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.websocket.CloseReason;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.Session;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpointConfig;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.virtualwindow.protocol.CloseCode;
import org.virtualwindow.server.config.ConnectionLimits;
import org.virtualwindow.server.mailbox.Load;

/** Makes a socket of a door, and watches that who is connected is still heard. */
public final class Sockets {
    private static final Logger log = LoggerFactory.getLogger(Sockets.class);
    private static final String SUBPROTOCOL = "virtual-window.v1";
    private static final String CREDENTIALS = "virtualwindow.credentials";
    private static final int LONGEST_PAGE_NAME = 40;
    private static final Pattern ATTEMPT = Pattern.compile("\\d{1,9}");

    private final ConnectionLimits limits;
    private final Traffic traffic;
    private final Executor threads;
    private final Consumer<Session> cut;
    private final InstantSource clock;
    private final AtomicLong arrived = new AtomicLong();
    private final Set<Connection<?>> open = ConcurrentHashMap.newKeySet();

    /**
     * @param threads may wait, each with one connection
     * @param cut ends a socket at once, where Jakarta's own close would wait behind what the peer does not read
     */
    public Sockets(
            ConnectionLimits limits,
            InstantSource clock,
            Executor threads,
            Consumer<Session> cut,
            ScheduledExecutorService timer,
            MeterRegistry registry) {
        this.traffic = new Traffic(registry);
        this.threads = new Load(threads, registry, "connection");
        this.limits = limits;
        this.clock = clock;
        this.cut = cut;
        timer.scheduleAtFixedRate(this::check, 1, 1, TimeUnit.SECONDS);
    }

    /** The socket of a door, for example at {@code /ws/kiosk}. */
    public <F> ServerEndpointConfig at(String path, Door<F> door) {
        AtomicInteger connected = traffic.at(path.substring(path.lastIndexOf('/') + 1));
        // The container wants a public class; which one it is does not matter, the configurator makes the instance.
        return ServerEndpointConfig.Builder.create(Endpoint.class, path)
                .subprotocols(List.of(SUBPROTOCOL))
                .configurator(new ServerEndpointConfig.Configurator() {
                    @Override
                    public <T> T getEndpointInstance(Class<T> type) {
                        return type.cast(new Socket<>(door, connected));
                    }

                    @Override
                    public void modifyHandshake(
                            ServerEndpointConfig config, HandshakeRequest request, HandshakeResponse response) {
                        config.getUserProperties()
                                .put(
                                        CREDENTIALS,
                                        new Door.Credentials(
                                                header(request, "Cookie"),
                                                header(request, "Authorization"),
                                                header(request, "Origin")));
                    }
                })
                .build();
    }

    /** Everybody is asked to come back: the server stops, or must begin again from its journal. */
    public void sendAway() {
        open.forEach(connection -> connection.close(CloseCode.COME_BACK));
    }

    private void check() {
        Instant now = clock.instant();
        open.forEach(connection -> {
            try {
                connection.check(now);
            } catch (RuntimeException e) {
                log.error("A connection was not looked after", e); // a timer never runs again what threw
            }
        });
    }

    private static @Nullable String header(HandshakeRequest request, String name) {
        for (Map.Entry<String, List<String>> header : request.getHeaders().entrySet()) {
            if (header.getKey().equalsIgnoreCase(name) && !header.getValue().isEmpty()) {
                return String.join("; ", header.getValue());
            }
        }
        return null;
    }

    /** The Jakarta side of one connection. */
    private final class Socket<F> extends Endpoint {
        private final Door<F> door;
        private final AtomicInteger connected;
        private @Nullable Connection<F> connection;

        Socket(Door<F> door, AtomicInteger connected) {
            this.door = door;
            this.connected = connected;
        }

        @Override
        public void onOpen(Session session, EndpointConfig config) {
            Connection<F> opened = new Connection<>(
                    session, door.root(), limits, traffic, threads, clock, arrival(session), () -> cut.accept(session));
            connection = opened;
            Door.Credentials credentials = config.getUserProperties().get(CREDENTIALS) instanceof Door.Credentials given
                    ? given
                    : new Door.Credentials(null, null, null);
            opened.inOrder(() -> letIn(opened, credentials));
            session.addMessageHandler(String.class, (MessageHandler.Whole<String>) opened::received);
        }

        private void letIn(Connection<F> opened, Door.Credentials credentials) {
            Optional<Conversation<F>> conversation;
            try {
                conversation = door.open(credentials, opened);
            } catch (RuntimeException e) {
                log.error("Somebody could not be let in", e);
                opened.close(CloseCode.COME_BACK);
                return;
            }
            if (conversation.isEmpty()) {
                opened.close(CloseCode.NOT_SIGNED_IN);
                return;
            }
            opened.begin(conversation.get());
            open.add(opened);
            connected.incrementAndGet();
        }

        @Override
        public void onClose(Session session, CloseReason reason) {
            Connection<F> closed = connection;
            if (closed != null) {
                closed.ended(reason.getCloseCode().getCode());
                closed.inOrder(() -> letGo(closed));
            }
        }

        private void letGo(Connection<F> closed) {
            if (open.remove(closed)) {
                connected.decrementAndGet();
                closed.gone();
            }
        }

        @Override
        public void onError(Session session, Throwable failure) {
            log.debug("A connection broke: {}", failure.toString()); // every abrupt close comes by here
        }

        private Arrival arrival(Session session) {
            String page = parameter(session, "page");
            String attempt = parameter(session, "attempt");
            return new Arrival(
                    page.length() > LONGEST_PAGE_NAME ? page.substring(0, LONGEST_PAGE_NAME) : page,
                    ATTEMPT.matcher(attempt).matches() ? Long.parseLong(attempt) : 0,
                    arrived.incrementAndGet());
        }

        private static String parameter(Session session, String name) {
            List<String> given = session.getRequestParameterMap().getOrDefault(name, List.of());
            return given.isEmpty() ? "" : given.getFirst();
        }
    }
}
