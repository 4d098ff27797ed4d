package org.virtualwindow.server.http;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.BooleanSupplier;

/** Tells operators whether the server can do its work: 200 when it can, 503 when the database is away. */
public final class Health extends HttpServlet {
    private static final long serialVersionUID = 1;

    private final transient BooleanSupplier databaseAlive;

    public Health(BooleanSupplier databaseAlive) {
        this.databaseAlive = databaseAlive;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean alive = databaseAlive.getAsBoolean();
        response.setStatus(alive ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setContentType("application/json");
        response.getWriter()
                .print(
                        alive
                                ? "{\"status\":\"up\",\"database\":\"up\"}"
                                : "{\"status\":\"down\",\"database\":\"down\"}");
    }
}
