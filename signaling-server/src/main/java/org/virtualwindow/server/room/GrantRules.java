package org.virtualwindow.server.room;

import static org.virtualwindow.server.room.Decision.happens;
import static org.virtualwindow.server.room.Decision.refuse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.virtualwindow.protocol.RoomEvent;
import org.virtualwindow.protocol.RoomOperation;
import org.virtualwindow.protocol.values.GrantScope;
import org.virtualwindow.protocol.values.Refusal;

/** The clerk's ladder: how its rungs are asked for, given and withdrawn, and which of them an operation takes. Pure. */
final class GrantRules {
    private GrantRules() {}

    /** Whether a clerk lacks the rung that this takes. What is said and shown beside the form takes none. */
    static boolean lacks(RoomState room, RoomOperation operation) {
        return needs(operation).filter(scope -> !room.granted(scope)).isPresent();
    }

    private static Optional<GrantScope> needs(RoomOperation operation) {
        return switch (operation) {
            case RoomOperation.Reveal _,
                    RoomOperation.PreviewMigration _,
                    RoomOperation.OnMaterials _,
                    RoomOperation.OnLookups _ -> Optional.of(GrantScope.SEE_FORM);
            case RoomOperation.Suggest _ -> Optional.of(GrantScope.SUGGEST);
            case RoomOperation.SetField _, RoomOperation.AddRow _, RoomOperation.RemoveRow _, RoomOperation.Undo _ ->
                Optional.of(GrantScope.EDIT_FORM);
            default -> Optional.empty();
        };
    }

    static Decision ask(RoomState room, GrantScope scope) {
        return room.granted(scope) || room.ladder().wasAsked(scope)
                ? happens()
                : happens(new RoomEvent.GrantAsked(scope));
    }

    /** Only a clerk who is here can be allowed something. */
    static Decision give(RoomState room, GrantScope scope) {
        if (room.clerk().isEmpty()) {
            return refuse(Refusal.NO_CALL);
        }
        return room.granted(scope) ? happens() : happens(new RoomEvent.GrantGiven(scope));
    }

    /**
     * With the rung for it ends what the clerk still proposes, with that for the form what else shows something of it: the live
     * picture of the bed, and a lookup the clerk asked for that nobody agreed to. That comes first, as long as the clerk is told of it.
     */
    static Decision end(RoomState room, GrantScope scope) {
        Ladder after = room.ladder().end(scope);
        if (after.equals(room.ladder())) {
            return happens();
        }
        if (room.clerk().isEmpty()) {
            return refuse(Refusal.NO_CALL);
        }
        List<RoomEvent> events = new ArrayList<>();
        if (!after.has(GrantScope.SUGGEST)) {
            events.addAll(SeatRules.proposalsEnd(room, RoomEvent.SuggestionEnd.WITHDRAWN));
        }
        if (!after.has(GrantScope.SEE_FORM)) {
            events.addAll(UseRules.unwatched(room));
            events.addAll(LookupRules.withdrawn(room));
        }
        events.add(new RoomEvent.GrantEnded(scope));
        return new Decision.Happens(events);
    }
}
