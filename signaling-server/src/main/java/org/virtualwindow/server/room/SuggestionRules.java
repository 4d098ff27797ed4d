package org.virtualwindow.server.room;

import static org.virtualwindow.server.room.Decision.happens;
import static org.virtualwindow.server.room.Decision.refuse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.virtualwindow.protocol.RoomEvent;
import org.virtualwindow.protocol.RoomMessage.OpenSuggestion;
import org.virtualwindow.protocol.RoomOperation.Suggest;
import org.virtualwindow.protocol.RoomOperation.TakeSuggestion;
import org.virtualwindow.protocol.ids.SuggestionId;
import org.virtualwindow.protocol.values.FieldPath;
import org.virtualwindow.protocol.values.Refusal;
import org.virtualwindow.protocol.values.Source;

/** What a clerk proposes for a field, and what becomes of it. Pure. */
final class SuggestionRules {
    private SuggestionRules() {}

    /** A proposal for a field that has moved on is over. */
    static List<RoomEvent> stale(RoomState room, FieldPath path) {
        return room.suggestions().values().stream()
                .filter(open -> open.path().equals(path))
                .map(open ->
                        (RoomEvent) new RoomEvent.SuggestionEnded(open.suggestion(), RoomEvent.SuggestionEnd.STALE))
                .toList();
    }

    static Decision suggest(RoomState room, Suggest suggest) {
        Optional<Refusal> refusal = room.form().refusal(suggest.path(), suggest.value());
        if (refusal.isPresent()) {
            return refuse(refusal.get());
        }
        if (room.suggestions().containsKey(suggest.suggestion())) {
            return refuse(Refusal.ALREADY);
        }
        if (room.form().revOf(suggest.path()) != suggest.baseRev()) {
            return refuse(Refusal.STALE);
        }
        List<RoomEvent> events = new ArrayList<>(stale(room, suggest.path()));
        events.add(new RoomEvent.SuggestionMade(
                suggest.suggestion(),
                suggest.path(),
                room.form().normalised(suggest.path(), suggest.value()),
                suggest.baseRev(),
                Optional.of(suggest.reason()),
                Optional.empty()));
        return new Decision.Happens(events);
    }

    static Decision retract(RoomState room, SuggestionId suggestion) {
        return end(room.suggestions().get(suggestion), RoomEvent.SuggestionEnd.RETRACTED);
    }

    /** What the card says is only dropped by giving a reason for what stands there instead. */
    static Decision drop(RoomState room, SuggestionId suggestion) {
        return PrefillRules.ofCard(room, suggestion)
                ? refuse(Refusal.NEEDS_REASON)
                : end(room.suggestions().get(suggestion), RoomEvent.SuggestionEnd.DROPPED);
    }

    private static Decision end(@Nullable OpenSuggestion open, RoomEvent.SuggestionEnd how) {
        return open == null ? refuse(Refusal.UNKNOWN) : happens(new RoomEvent.SuggestionEnded(open.suggestion(), how));
    }

    static Decision take(RoomState room, TakeSuggestion take) {
        OpenSuggestion open = room.suggestions().get(take.suggestion());
        if (open == null) {
            return refuse(Refusal.UNKNOWN);
        }
        if (room.form().revOf(open.path()) != open.baseRev()) {
            return refuse(Refusal.STALE);
        }
        return room.form()
                .refusal(open.path(), open.value())
                .map(Decision::refuse)
                .orElseGet(() -> happens(new RoomEvent.FieldSet(
                        open.path(),
                        open.value(),
                        open.baseRev() + 1,
                        PrefillRules.sourceOf(
                                room, open.path(), open.value(), open.source().orElse(Source.SUGGESTION)),
                        Optional.of(open.suggestion()),
                        PrefillRules.reason(room, open.path(), open.value(), open.reason()))));
    }
}
