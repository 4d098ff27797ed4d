package org.virtualwindow.server.http;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** Tells operators whether something holds: 200 when every part of it is up, 503 when one is down, and which. */
public final class Health extends HttpServlet {
    private static final long serialVersionUID = 1;

    private final transient SequencedMap<String, BooleanSupplier> parts;

    /** @param parts asked in this order, each within a bound */
    public Health(SequencedMap<String, BooleanSupplier> parts) {
        this.parts = parts;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Map<String, String> states = new LinkedHashMap<>();
        parts.forEach((name, up) -> states.put(name, up.getAsBoolean() ? "up" : "down"));
        boolean all = !states.containsValue("down");
        response.setStatus(all ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setContentType("application/json");
        response.getWriter()
                .print("{\"status\":\"" + (all ? "up" : "down") + "\","
                        + states.entrySet().stream()
                                .map(state -> "\"" + state.getKey() + "\":\"" + state.getValue() + "\"")
                                .collect(Collectors.joining(","))
                        + "}");
    }
}
