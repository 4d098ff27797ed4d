package org.virtualwindow.server.identity;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.virtualwindow.protocol.json.WireCodec;
import org.virtualwindow.server.postgres.DatabaseFailure;

/**
 * A REST door: one method or a few, JSON both ways, a refusal is {@code {"error":"code"}} with a status that fits. What was sent is
 * never logged.
 */
public abstract class JsonDoor extends HttpServlet {
    private static final Logger LOG = LoggerFactory.getLogger(JsonDoor.class);

    private final List<String> methods;

    protected JsonDoor(String... methods) {
        this.methods = List.of(methods);
    }

    protected abstract void open(HttpServletRequest request, HttpServletResponse response) throws IOException;

    @Override
    protected final void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!methods.contains(request.getMethod())) {
            response.setHeader("Allow", String.join(", ", methods));
            refuse(response, HttpServletResponse.SC_METHOD_NOT_ALLOWED, "method");
            return;
        }
        try {
            open(request, response);
        } catch (DatabaseFailure | UncheckedIOException e) {
            LOG.warn("{} failed: {}", request.getServletPath(), e.getMessage());
            refuse(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "unavailable");
        }
    }

    protected static void answer(HttpServletResponse response, Object answer) throws IOException {
        write(response, HttpServletResponse.SC_OK, answer);
    }

    protected static void done(HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    protected static void refuse(HttpServletResponse response, int status, String error) throws IOException {
        write(response, status, new Refused(error));
    }

    /** Whether it comes from a page of ours; empty where no browser sent it, or one that only reads. */
    protected static Optional<Boolean> isOurs(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Origin")).map(origin -> origin.equals(origin(request)));
    }

    /** The origin that this request came to. */
    protected static String origin(HttpServletRequest request) {
        return request.getScheme() + "://" + request.getHeader("Host");
    }

    private record Refused(String error) {}

    private static void write(HttpServletResponse response, int status, Object answer) throws IOException {
        byte[] json = WireCodec.bytes(answer);
        response.setStatus(status);
        response.setContentType("application/json");
        response.setContentLength(json.length);
        response.getOutputStream().write(json);
    }
}
