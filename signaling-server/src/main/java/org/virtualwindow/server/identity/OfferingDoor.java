package org.virtualwindow.server.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Supplier;
import org.virtualwindow.protocol.ToKiosk.Offering;

/**
 * {@code GET /api/offering?hash=HASH}: what can be done, and where, as it is now, for whoever is signed in at any door. A browser may
 * keep the answer for good where it has the hash that was asked for.
 */
public final class OfferingDoor extends JsonDoor {
    private final Sessions sessions;
    private final Supplier<Offering> offering;

    /** @param offering those of the catalogue in force */
    public OfferingDoor(Sessions sessions, Supplier<Offering> offering) {
        super("GET");
        this.sessions = sessions;
        this.offering = offering;
    }

    @Override
    protected void open(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (sessions.anyone(request.getHeader("Cookie")).isEmpty()) {
            refuse(response, HttpServletResponse.SC_UNAUTHORIZED, "not-signed-in");
            return;
        }
        Offering now = offering.get();
        if (now.hash().equals(request.getParameter("hash"))) {
            response.setHeader("Cache-Control", "private, max-age=31536000, immutable");
        }
        answer(response, now);
    }
}
