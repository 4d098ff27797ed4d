package org.virtualwindow.server.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.server.find.ItemFinder;
import org.virtualwindow.server.find.ItemFinder.Found;

/**
 * {@code POST /api/find}: the items that fit a question, the best first, for whoever is signed in at any door. It is posted
 * because people write what they like into a search box, also what belongs in no address and no log. 422 where the question is
 * longer than {@link ItemFinder#LONGEST} characters.
 */
public final class FindDoor extends PostDoor<FindDoor.Ask> {
    private static final int MOST = 8;
    private static final int UNPROCESSABLE = 422;

    private final Sessions sessions;
    private final Supplier<ItemFinder> finder;

    /** @param finder of the catalogue in force */
    public FindDoor(Sessions sessions, Supplier<ItemFinder> finder) {
        super(Ask.class);
        this.sessions = sessions;
        this.finder = finder;
    }

    /** @param near the centre that was chosen before */
    record Ask(String question, Optional<CentreId> near) {
        @Override
        public String toString() {
            return "Ask";
        }
    }

    record Answer(List<Found> found) {}

    @Override
    void open(Ask ask, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (sessions.anyone(request.getHeader("Cookie")).isEmpty()) {
            refuse(response, HttpServletResponse.SC_UNAUTHORIZED, "not-signed-in");
        } else if (ask.question().codePointCount(0, ask.question().length()) > ItemFinder.LONGEST) {
            refuse(response, UNPROCESSABLE, "too-long");
        } else {
            answer(response, new Answer(finder.get().find(ask.question(), ask.near(), MOST)));
        }
    }
}
