package org.virtualwindow.server.room;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.virtualwindow.protocol.RoomSignal;
import org.virtualwindow.protocol.values.Author;
import org.virtualwindow.protocol.values.FieldPath;
import org.virtualwindow.protocol.values.GrantScope;
import org.virtualwindow.protocol.values.Role;

/** What people in a room may show each other in passing. Pure but for the locks, which follow the focus. */
final class GestureRules {
    private GestureRules() {}

    /** Whether the others are shown this. A draft or focus takes the field; where another holds it there is nothing to show. */
    static boolean mayShow(RoomState room, FieldLocks locks, Author by, RoomSignal signal, Instant now) {
        boolean clerk = by.role() == Role.CLERK;
        boolean points = !clerk || room.granted(GrantScope.POINT);
        boolean writes = room.filed().isEmpty() && (!clerk || RoomRules.mayWrite(room));
        return switch (signal) {
            case RoomSignal.Draft draft ->
                writes
                        && !room.form().signature(draft.path())
                        && !(clerk && room.form().secret(draft.path()))
                        && locks.hold(by, draft.path(), held(room, draft.path()), now);
            case RoomSignal.Focus focus -> {
                if (focus.path().isEmpty()) {
                    locks.release(by);
                    yield true;
                }
                if (room.coveredFor(by.role())) {
                    yield false;
                }
                boolean looksOn = !writes
                        || clerk && room.form().forApplicantAlone(focus.path().get());
                FieldPath path = focus.path().get();
                yield looksOn || locks.hold(by, path, held(room, path), now);
            }
            case RoomSignal.Lead lead -> points && isPage(room, lead.page());
            case RoomSignal.Follow follow -> isPage(room, follow.page());
            case RoomSignal.AskTurn ask ->
                writes
                        && room.form().longText(ask.path())
                        && locks.heldAgainst(by, ask.path(), now).isPresent();
            case RoomSignal.Choosing choosing -> writes || !choosing.choosing();
            case RoomSignal.Point _, RoomSignal.DrawMark _ -> points;
            case RoomSignal.ClearMarks _ -> true;
        };
    }

    private static boolean isPage(RoomState room, Optional<String> named) {
        return named.map(id -> room.form().item().pages().stream()
                        .anyMatch(page -> page.id().equals(id)))
                .orElse(true);
    }

    private static Duration held(RoomState room, FieldPath path) {
        return room.form().longText(path) ? FieldLocks.TURN : FieldLocks.HELD;
    }
}
