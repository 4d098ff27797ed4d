package org.virtualwindow.server.room;

import static org.virtualwindow.server.room.Decision.refuse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.virtualwindow.protocol.RoomEvent;
import org.virtualwindow.protocol.RoomOperation;
import org.virtualwindow.protocol.ServiceItem.Field;
import org.virtualwindow.protocol.values.Author;
import org.virtualwindow.protocol.values.FieldPath;
import org.virtualwindow.protocol.values.FieldValue;
import org.virtualwindow.protocol.values.Issue;
import org.virtualwindow.protocol.values.LookupEnd;
import org.virtualwindow.protocol.values.Refusal;
import org.virtualwindow.protocol.values.Role;
import org.virtualwindow.protocol.values.Source;
import org.virtualwindow.server.form.FormState;

/**
 * A signature is the applicant's own hand under exactly what stands in the form: it is made last, by nobody else, and is gone as soon
 * as another answer changes. Pure.
 */
final class SignatureRules {
    /** Whose doing it is what follows by itself. */
    static final Author NOBODY = new Author(Role.SYSTEM, "room", "");

    private SignatureRules() {}

    /** Why somebody may not do this to a signature. That a clerk may not is asked with what else they may not write. */
    static Optional<Decision> refusal(RoomState room, Author by, RoomOperation operation) {
        return switch (operation) {
            case RoomOperation.SetField set
            when room.form().signature(set.path()) ->
                set.value().isEmpty() ? Optional.empty() : leftBefore(room).or(() -> unseen(room, set));
            // What lapsed, or was taken back, is signed anew: it may not be what was signed before.
            case RoomOperation.Undo undo when room.form().signature(undo.path()) -> Optional.of(refuse(Refusal.DENIED));
            default -> Optional.empty();
        };
    }

    /** Whether nothing else is to be done before the form is signed. */
    static boolean isLast(RoomState room) {
        return leftBefore(room).isEmpty();
    }

    /** Nobody signs what is not yet whole, or what a clerk wrote and they have not yet called right. */
    private static Optional<Decision> leftBefore(RoomState room) {
        List<Issue> left = new ArrayList<>(room.issues(Role.APPLICANT));
        left.removeIf(issue -> room.form().signature(issue.path()));
        room.form().unconfirmed().forEach(path -> left.add(RoomRules.unconfirmed(path)));
        return left.isEmpty()
                ? Optional.empty()
                : Optional.of(new Decision.Refuses(Refusal.INCOMPLETE, Optional.empty(), left, Optional.empty()));
    }

    /** Nobody signs a form other than the one they saw, also where nothing is left to be called right in it. */
    private static Optional<Decision> unseen(RoomState room, RoomOperation.SetField set) {
        return set.baseRev() == room.form().rev() ? Optional.empty() : Optional.of(refuse(Refusal.STALE));
    }

    /** What happens, and after it the end of every signature under what thereby changes. */
    static List<RoomEvent> lapsing(RoomState room, List<RoomEvent> events) {
        FormState form = room.form();
        List<FieldPath> signed = signed(form);
        if (signed.isEmpty() || events.stream().noneMatch(event -> changes(form, event))) {
            return events;
        }
        List<RoomEvent> all = new ArrayList<>(events);
        signed.forEach(path -> all.add(
                new RoomEvent.FieldSet(path, FieldValue.EMPTY, form.revOf(path) + 1, Source.LAPSED, Optional.empty())));
        return all;
    }

    private static List<FieldPath> signed(FormState form) {
        return form.item().fields().stream()
                .map(Field::path)
                .filter(path -> form.signature(path)
                        && form.field(path)
                                .filter(state -> !state.value().isEmpty())
                                .isPresent())
                .toList();
    }

    private static boolean changes(FormState form, RoomEvent event) {
        return switch (event) {
            case RoomEvent.FieldSet set ->
                !form.signature(set.path())
                        && !set.value()
                                .equals(form.field(set.path())
                                        .map(field -> field.value())
                                        .orElse(FieldValue.EMPTY));
            case RoomEvent.RowAdded _, RoomEvent.RowRemoved _ -> true;
            default -> false;
        };
    }

    /** Who does this: a signature that lapses nobody takes away, nor a lookup that no longer holds. */
    static Author author(Author by, RoomEvent event) {
        boolean lapses = event instanceof RoomEvent.FieldSet set && set.source() == Source.LAPSED
                || event instanceof RoomEvent.LookupEnded over && over.answer().how() == LookupEnd.STALE;
        return lapses ? NOBODY : by;
    }
}
