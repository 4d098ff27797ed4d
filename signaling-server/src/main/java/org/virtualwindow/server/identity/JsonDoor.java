package org.virtualwindow.server.identity;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.virtualwindow.protocol.json.WireCodec;
import org.virtualwindow.server.postgres.DatabaseFailure;

/**
 * A REST door: one method, JSON both ways, a refusal is {@code {"error":"code"}} with a status that fits. What was sent is
 * never logged.
 */
abstract class JsonDoor extends HttpServlet {
    private static final Logger LOG = LoggerFactory.getLogger(JsonDoor.class);

    private final String method;

    JsonDoor(String method) {
        this.method = method;
    }

    abstract void open(HttpServletRequest request, HttpServletResponse response) throws IOException;

    @Override
    protected final void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!request.getMethod().equals(method)) {
            response.setHeader("Allow", method);
            refuse(response, HttpServletResponse.SC_METHOD_NOT_ALLOWED, "method");
            return;
        }
        try {
            open(request, response);
        } catch (DatabaseFailure e) {
            LOG.warn("{} failed: {}", request.getServletPath(), e.getMessage());
            refuse(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "unavailable");
        }
    }

    static void answer(HttpServletResponse response, Object answer) throws IOException {
        write(response, HttpServletResponse.SC_OK, answer);
    }

    static void done(HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    static void refuse(HttpServletResponse response, int status, String error) throws IOException {
        write(response, status, new Refused(error));
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
