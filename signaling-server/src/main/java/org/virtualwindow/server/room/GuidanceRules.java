package org.virtualwindow.server.room;

import static org.virtualwindow.server.room.Decision.happens;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.virtualwindow.protocol.FieldState;
import org.virtualwindow.protocol.Presentation;
import org.virtualwindow.protocol.RoomEvent;
import org.virtualwindow.protocol.RoomOperation.Undo;
import org.virtualwindow.protocol.ServiceItem;
import org.virtualwindow.protocol.ServiceItem.Kind;
import org.virtualwindow.protocol.values.Author;
import org.virtualwindow.protocol.values.FieldPath;
import org.virtualwindow.protocol.values.FieldValue;
import org.virtualwindow.protocol.values.Refusal;
import org.virtualwindow.protocol.values.Role;

/** What a clerk puts before the applicant, and what either of them takes back. Pure. */
final class GuidanceRules {
    private static final Set<Kind> ANSWERED_BY_TOUCH = Set.of(Kind.CHOICE, Kind.YES_NO);

    private GuidanceRules() {}

    /** What may be put before the applicant also when the case is filed. */
    static boolean needsNoForm(Presentation what) {
        return switch (what) {
            case Presentation.Phrase _, Presentation.Leaflet _, Presentation.NextItem _, Presentation.CentreMap _ ->
                true;
            case Presentation.Sample _, Presentation.PageSample _, Presentation.Question _, Presentation.CardAsked _ ->
                false;
        };
    }

    /**
     * Whether the centre handles the item of a leaflet or of what comes next, and whether there is a map, is asked before; a
     * room knows only its own.
     */
    static Decision present(RoomState room, Presentation what) {
        Optional<Refusal> refusal = switch (what) {
            case Presentation.Phrase _, Presentation.Leaflet _, Presentation.NextItem _, Presentation.CentreMap _ ->
                Optional.empty();
            case Presentation.CardAsked _ ->
                PrefillRules.readsCard(room) ? Optional.empty() : Optional.of(Refusal.UNKNOWN);
            case Presentation.Sample sample ->
                room.form().item().cards().stream()
                                .anyMatch(card -> card.path().equals(sample.path())
                                        && card.sample().isPresent())
                        ? Optional.empty()
                        : Optional.of(Refusal.UNKNOWN);
            case Presentation.PageSample sample ->
                hasSample(room.form().item(), sample.page()) ? Optional.empty() : Optional.of(Refusal.UNKNOWN);
            case Presentation.Question question -> refusalOfQuestion(room, question.path());
        };
        return refusal.map(Decision::refuse).orElseGet(() -> happens(new RoomEvent.Presented(what)));
    }

    private static boolean hasSample(ServiceItem item, String id) {
        return item.pages().stream()
                .filter(page -> page.id().equals(id))
                .flatMap(page -> page.shows().stream())
                .anyMatch(shown -> item.cards().stream()
                        .filter(card -> card.sample().isPresent())
                        .anyMatch(
                                card -> card.path().equals(shown) || card.path().isIn(shown)));
    }

    private static Optional<Refusal> refusalOfQuestion(RoomState room, FieldPath path) {
        Optional<Refusal> refusal = room.form().refusal(path, FieldValue.EMPTY);
        if (refusal.isPresent()) {
            return refusal;
        }
        boolean byTouch = room.form().item().fields().stream()
                .anyMatch(field -> field.path().equals(path.definition()) && ANSWERED_BY_TOUCH.contains(field.kind()));
        return byTouch ? Optional.empty() : Optional.of(Refusal.INVALID);
    }

    static Decision putAway(RoomState room) {
        return new Decision.Happens(ended(room));
    }

    static List<RoomEvent> ended(RoomState room) {
        return room.presented().isPresent() ? List.of(new RoomEvent.PresentationEnded()) : List.of();
    }

    /** Whoever writes into the field that is asked about has answered. */
    static List<RoomEvent> answered(RoomState room, FieldPath path) {
        return room.presented().equals(Optional.of(new Presentation.Question(path))) ? ended(room) : List.of();
    }

    /** Why this cannot be undone by whom; whether they may write at all is asked before. */
    static Optional<Refusal> refusalOfUndo(RoomState room, Author by, Undo undo) {
        Optional<FieldState> written = room.form().field(undo.path());
        if (written.isEmpty()) {
            return Optional.of(Refusal.UNKNOWN);
        }
        FieldState state = written.get();
        boolean clerks = state.by().role() == Role.CLERK;
        boolean theirs = by.role() == Role.CLERK
                ? clerks && state.by().id().equals(by.id()) && !state.confirmed()
                : !clerks || !state.confirmed();
        return theirs
                ? room.form()
                        .refusal(undo.path(), room.form().before(undo.path()).value())
                : Optional.of(Refusal.DENIED);
    }
}
