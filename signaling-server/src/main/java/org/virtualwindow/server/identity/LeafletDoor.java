package org.virtualwindow.server.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.virtualwindow.protocol.ServiceItem;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.protocol.ids.ServiceItemId;
import org.virtualwindow.protocol.values.LocalText;
import org.virtualwindow.server.directory.Directory;

/**
 * {@code GET /api/leaflet/ITEM?owner=CENTRE}: what an item takes there now, for anybody who holds a leaflet's code. What only
 * clerks are told, the script, is not in it. 404 where the centre does not handle it.
 */
public final class LeafletDoor extends JsonDoor {
    private final Directory directory;
    private final BiFunction<ServiceItemId, CentreId, Optional<ServiceItem>> items;

    /** @param items those in force */
    public LeafletDoor(Directory directory, BiFunction<ServiceItemId, CentreId, Optional<ServiceItem>> items) {
        super("GET");
        this.directory = directory;
        this.items = items;
    }

    record Leaflet(ServiceItem item, LocalText centre, LocalText region, Optional<LocalText> hours) {}

    @Override
    protected void open(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Leaflet> leaflet = asked(request);
        if (leaflet.isEmpty()) {
            refuse(response, HttpServletResponse.SC_NOT_FOUND, "unknown-item");
            return;
        }
        answer(response, leaflet.get());
    }

    private Optional<Leaflet> asked(HttpServletRequest request) {
        String path = request.getPathInfo();
        String owner = request.getParameter("owner");
        if (path == null || owner == null) {
            return Optional.empty();
        }
        try {
            ServiceItemId item = new ServiceItemId(path.substring(1));
            CentreId centre = new CentreId(owner);
            return item.equals(ServiceItemId.QUESTION)
                    ? Optional.empty()
                    : items.apply(item, centre)
                            .flatMap(found -> directory
                                    .centre(centre)
                                    .map(there -> new Leaflet(
                                            withoutScript(found),
                                            there.name(),
                                            there.region(),
                                            Optional.of(there.hoursText()))));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    private static ServiceItem withoutScript(ServiceItem item) {
        return new ServiceItem(
                item.item(),
                item.version(),
                item.title(),
                item.summary(),
                item.department(),
                item.variant(),
                item.mode(),
                item.identity(),
                item.timeLimit(),
                item.promise(),
                item.fee(),
                item.result(),
                item.results(),
                item.materials(),
                item.guide(),
                item.agreements(),
                item.pages(),
                item.fields(),
                item.tables(),
                item.rules(),
                item.declarations(),
                item.find(),
                item.prefill(),
                List.of(),
                item.cards(),
                Optional.empty());
    }
}
