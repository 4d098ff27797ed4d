package org.virtualwindow.server.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.protocol.values.LocalText;
import org.virtualwindow.server.directory.CentrePlace;
import org.virtualwindow.server.directory.Directory;

/** {@code GET /api/place/CENTRE}: how one gets to a centre, as anybody may know. 404 where nobody has entered it. */
public final class PlaceDoor extends JsonDoor {
    private final Directory directory;

    public PlaceDoor(Directory directory) {
        super("GET");
        this.directory = directory;
    }

    record Answer(LocalText name, LocalText hours, CentrePlace place) {}

    @Override
    protected void open(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Answer> answer = asked(request)
                .flatMap(directory::centre)
                .flatMap(centre -> centre.place().map(place -> new Answer(centre.name(), centre.hoursText(), place)));
        if (answer.isEmpty()) {
            refuse(response, HttpServletResponse.SC_NOT_FOUND, "unknown-centre");
            return;
        }
        answer(response, answer.get());
    }

    private static Optional<CentreId> asked(HttpServletRequest request) {
        String path = request.getPathInfo();
        try {
            return path == null ? Optional.empty() : Optional.of(new CentreId(path.substring(1)));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
