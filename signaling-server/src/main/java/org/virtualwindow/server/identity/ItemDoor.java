package org.virtualwindow.server.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.BiFunction;
import org.virtualwindow.protocol.ServiceItem;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.protocol.ids.ServiceItemId;

/**
 * {@code GET /api/items/ITEM?owner=CENTRE}: a service item as this centre handles it, for whoever is signed in at any door.
 * 404 where the centre does not offer it.
 */
public final class ItemDoor extends JsonDoor {
    private final Sessions sessions;
    private final BiFunction<ServiceItemId, CentreId, Optional<ServiceItem>> items;

    public ItemDoor(Sessions sessions, BiFunction<ServiceItemId, CentreId, Optional<ServiceItem>> items) {
        super("GET");
        this.sessions = sessions;
        this.items = items;
    }

    @Override
    void open(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (sessions.anyone(request.getHeader("Cookie")).isEmpty()) {
            refuse(response, HttpServletResponse.SC_UNAUTHORIZED, "not-signed-in");
            return;
        }
        var item = asked(request);
        if (item.isEmpty()) {
            refuse(response, HttpServletResponse.SC_NOT_FOUND, "unknown-item");
            return;
        }
        answer(response, item.get());
    }

    private Optional<ServiceItem> asked(HttpServletRequest request) {
        String path = request.getPathInfo();
        String owner = request.getParameter("owner");
        if (path == null || owner == null) {
            return Optional.empty();
        }
        try {
            return items.apply(new ServiceItemId(path.substring(1)), new CentreId(owner));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
