package org.virtualwindow.server.directory;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.virtualwindow.protocol.json.WireCodec;
import org.virtualwindow.protocol.values.LocalText;

/**
 * How one gets to a centre, with a sketch of the streets around it, 100 wide and 60 high, north up and not to scale.
 *
 * @param room floor and hall within the building
 * @param ways one for each means of transport
 * @param stops where one gets off
 * @param hall where the centre is
 */
public record CentrePlace(
        LocalText address, LocalText room, List<LocalText> ways, List<Street> streets, List<Stop> stops, Point hall) {

    /** @param line at least two points */
    public record Street(LocalText name, List<Point> line) {}

    public record Stop(LocalText name, Point at) {}

    /** To the right and down. */
    public record Point(int x, int y) {}

    /** @param json as {@link #json} wrote it */
    static CentrePlace read(String json) {
        return WireCodec.read(json.getBytes(StandardCharsets.UTF_8), CentrePlace.class);
    }

    public String json() {
        return WireCodec.encode(this);
    }
}
