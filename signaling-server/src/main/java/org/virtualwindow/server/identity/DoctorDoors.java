package org.virtualwindow.server.identity;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.virtualwindow.protocol.MediaPlan.IceServer;
import org.virtualwindow.server.config.TurnCredentials;
import org.virtualwindow.server.identity.Visitor.ClerkVisitor;
import org.virtualwindow.server.identity.Visitor.HallVisitor;
import org.virtualwindow.server.identity.Visitor.KioskVisitor;

/**
 * What a kiosk or a clerk's console needs of the server to look at its own network. Both only for whoever is signed in there, and for
 * each only so often: 401 {@code not-signed-in}, 429 {@code too-often}.
 */
public final class DoctorDoors {
    /** In one request; an examination reads and writes about as many. */
    static final int MOST_BYTES = 4 * 1024 * 1024;

    private static final int MOST_EXAMINATIONS = 20;
    private static final Duration REFILL = Duration.ofMinutes(10);

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int BUFFER = 16 * 1024;

    private final Sessions sessions;
    private final TurnCredentials turn;
    private final InstantSource clock;
    private final Allowance examinations;
    private final Allowance bytes;

    public DoctorDoors(Sessions sessions, TurnCredentials turn, InstantSource clock) {
        this.sessions = sessions;
        this.turn = turn;
        this.clock = clock;
        this.examinations = new Allowance(clock, MOST_EXAMINATIONS, REFILL);
        this.bytes = new Allowance(clock, (long) MOST_EXAMINATIONS * MOST_BYTES * 3 / 2, REFILL);
    }

    /** {@code GET /api/doctor/relay}: this server's clock, and credentials of the TURN server that last two minutes. */
    public HttpServlet relay() {
        return new Relay();
    }

    /** {@code GET /api/doctor/down?bytes=N}: that many bytes that nothing makes shorter on the way. */
    public HttpServlet down() {
        return new Down();
    }

    /** {@code POST /api/doctor/up}: says how many bytes arrived, and keeps none of them. */
    public HttpServlet up() {
        return new Up();
    }

    private Optional<String> visitor(HttpServletRequest request) {
        return sessions.anyone(request.getHeader("Cookie")).flatMap(visitor -> switch (visitor) {
            case KioskVisitor visiting -> Optional.of("kiosk " + visiting.kiosk());
            case ClerkVisitor visiting -> Optional.of("clerk " + visiting.clerk());
            case HallVisitor _ -> Optional.empty();
        });
    }

    /** Whether this may be done; where not, that is answered. */
    private boolean may(HttpServletRequest request, HttpServletResponse response, Allowance allowance, long amount)
            throws IOException {
        Optional<String> visitor = visitor(request);
        if (visitor.isEmpty()) {
            JsonDoor.refuse(response, HttpServletResponse.SC_UNAUTHORIZED, "not-signed-in");
            return false;
        }
        if (!allowance.take(visitor.get(), amount)) {
            JsonDoor.refuse(response, TOO_MANY_REQUESTS, "too-often");
            return false;
        }
        return true;
    }

    private record Relays(Instant now, List<IceServer> iceServers) {}

    private record Arrived(long bytes) {}

    private final class Relay extends JsonDoor {
        private static final long serialVersionUID = 1;

        Relay() {
            super("GET");
        }

        @Override
        protected void open(HttpServletRequest request, HttpServletResponse response) throws IOException {
            if (may(request, response, examinations, 1)) {
                Instant now = clock.instant();
                answer(response, new Relays(now, turn.forExamination(now)));
            }
        }
    }

    private final class Down extends JsonDoor {
        private static final long serialVersionUID = 1;

        Down() {
            super("GET");
        }

        @Override
        protected void open(HttpServletRequest request, HttpServletResponse response) throws IOException {
            int wanted = wanted(request.getParameter("bytes"));
            if (wanted == 0) {
                refuse(response, HttpServletResponse.SC_BAD_REQUEST, "bytes");
                return;
            }
            if (!may(request, response, bytes, wanted)) {
                return;
            }
            response.setContentType("application/octet-stream");
            response.setContentLength(wanted);
            byte[] noise = Secrets.bytes(Math.min(BUFFER, wanted));
            for (int left = wanted; left > 0; left -= noise.length) {
                response.getOutputStream().write(noise, 0, Math.min(noise.length, left));
            }
        }

        private static int wanted(@Nullable String text) {
            try {
                int wanted = text == null ? 0 : Integer.parseInt(text);
                return wanted > 0 && wanted <= MOST_BYTES ? wanted : 0;
            } catch (NumberFormatException e) {
                return 0;
            }
        }
    }

    private final class Up extends JsonDoor {
        private static final long serialVersionUID = 1;

        Up() {
            super("POST");
        }

        @Override
        protected void open(HttpServletRequest request, HttpServletResponse response) throws IOException {
            long announced = request.getContentLengthLong();
            if (announced < 0 || announced > MOST_BYTES) {
                response.setHeader("Connection", "close");
                refuse(response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, "too-large");
                return;
            }
            if (!may(request, response, bytes, announced)) {
                return;
            }
            byte[] thrownAway = new byte[BUFFER];
            long arrived = 0;
            try (InputStream in = request.getInputStream()) {
                for (int read = in.read(thrownAway); read >= 0; read = in.read(thrownAway)) {
                    arrived += read;
                }
            }
            answer(response, new Arrived(arrived));
        }
    }
}
