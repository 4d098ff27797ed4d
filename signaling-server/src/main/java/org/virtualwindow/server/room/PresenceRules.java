package org.virtualwindow.server.room;

import static org.virtualwindow.server.room.Decision.happens;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.virtualwindow.protocol.RoomEvent;
import org.virtualwindow.protocol.RoomOperation;
import org.virtualwindow.protocol.values.Author;
import org.virtualwindow.protocol.values.Refusal;
import org.virtualwindow.protocol.values.Role;

/** What waits for the applicant in person, who may be away for a moment or sit beside a helper. Pure. */
final class PresenceRules {
    private PresenceRules() {}

    /** Why somebody at the kiosk may not do this just now. */
    static Optional<Refusal> refusal(RoomState room, Author by, RoomOperation operation) {
        if (!inPerson(room, operation)) {
            return Optional.empty();
        }
        if (by.role() == Role.HELPER) {
            return Optional.of(Refusal.HELPER_MAY_NOT);
        }
        boolean comesBack = operation instanceof RoomOperation.ComeBack;
        return room.visits().awaySince().filter(_ -> !comesBack).map(_ -> Refusal.APPLICANT_AWAY);
    }

    private static boolean inPerson(RoomState room, RoomOperation operation) {
        return switch (operation) {
            case RoomOperation.Confirm _,
                    RoomOperation.Declare _,
                    RoomOperation.Submit _,
                    RoomOperation.ComeBack _,
                    RoomOperation.AllowLookup _ -> true;
            case RoomOperation.SetField set -> room.form().signature(set.path());
            default -> false;
        };
    }

    static Decision stepAway(RoomState room) {
        if (room.visits().awaySince().isPresent()) {
            return happens();
        }
        List<RoomEvent> events = new ArrayList<>(UseRules.unwatched(room));
        events.add(new RoomEvent.SteppedAway());
        return new Decision.Happens(events);
    }

    static Decision comeBack(RoomState room) {
        return room.visits().awaySince().isPresent() ? happens(new RoomEvent.CameBack()) : happens();
    }
}
