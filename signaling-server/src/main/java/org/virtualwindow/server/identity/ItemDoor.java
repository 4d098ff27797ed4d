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
 * {@code GET /api/items/ITEM?owner=CENTRE&hash=HASH}: a service item as this centre handles it, for whoever is signed in at any
 * door; without a hash the one in force, with one that which is or was. 404 where the centre does not or never did offer it.
 * {@code ?here=CENTRE} is the item as this centre handles it, or as the base says where it does not; {@code ?here=} that of the
 * visitor's own centre. It is there to see what another wants differently.
 */
public final class ItemDoor extends JsonDoor {
    /** Where they are found. */
    @FunctionalInterface
    public interface Items {
        Optional<ServiceItem> find(ServiceItemId item, CentreId owner, Optional<String> hash);
    }

    private final Sessions sessions;
    private final Items items;
    private final BiFunction<ServiceItemId, CentreId, Optional<ServiceItem>> here;

    public ItemDoor(Sessions sessions, Items items, BiFunction<ServiceItemId, CentreId, Optional<ServiceItem>> here) {
        super("GET");
        this.sessions = sessions;
        this.items = items;
        this.here = here;
    }

    @Override
    protected void open(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var visitor = sessions.anyone(request.getHeader("Cookie"));
        if (visitor.isEmpty()) {
            refuse(response, HttpServletResponse.SC_UNAUTHORIZED, "not-signed-in");
            return;
        }
        var item = asked(request, visitor.get());
        if (item.isEmpty()) {
            refuse(response, HttpServletResponse.SC_NOT_FOUND, "unknown-item");
            return;
        }
        answer(response, item.get());
    }

    private Optional<ServiceItem> asked(HttpServletRequest request, Visitor visitor) {
        String path = request.getPathInfo();
        String owner = request.getParameter("owner");
        String near = request.getParameter("here");
        if (path == null || (owner == null && near == null)) {
            return Optional.empty();
        }
        try {
            if (owner == null) {
                CentreId centre = near.isEmpty() ? visitor.centre() : new CentreId(near);
                return here.apply(new ServiceItemId(path.substring(1)), centre);
            }
            return items.find(
                    new ServiceItemId(path.substring(1)),
                    new CentreId(owner),
                    Optional.ofNullable(request.getParameter("hash")));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
