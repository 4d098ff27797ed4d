package org.virtualwindow.server.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.virtualwindow.protocol.ServiceItem;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.protocol.ids.ServiceItemId;

/**
 * {@code GET /api/items/ITEM?owner=CENTRE&hash=HASH}: a service item as this centre handles it, for whoever is signed in at any
 * door; without a hash the one in force, with one that which is or was. 404 where the centre does not or never did offer it.
 */
public final class ItemDoor extends JsonDoor {
    /** Where they are found. */
    @FunctionalInterface
    public interface Items {
        Optional<ServiceItem> find(ServiceItemId item, CentreId owner, Optional<String> hash);
    }

    private final Sessions sessions;
    private final Items items;

    public ItemDoor(Sessions sessions, Items items) {
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
            return items.find(
                    new ServiceItemId(path.substring(1)),
                    new CentreId(owner),
                    Optional.ofNullable(request.getParameter("hash")));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
