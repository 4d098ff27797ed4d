package org.virtualwindow.server.identity;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers below {@code /api/} where no door is. */
public final class NothingHere extends HttpServlet {
    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        JsonDoor.refuse(response, HttpServletResponse.SC_NOT_FOUND, "nothing-here");
    }
}
