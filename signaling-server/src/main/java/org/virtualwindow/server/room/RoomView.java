package org.virtualwindow.server.room;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.virtualwindow.protocol.Answer;
import org.virtualwindow.protocol.FieldState;
import org.virtualwindow.protocol.RoomEvent;
import org.virtualwindow.protocol.RoomEvent.CardRead;
import org.virtualwindow.protocol.RoomEvent.EarlierTaken;
import org.virtualwindow.protocol.RoomEvent.FieldSet;
import org.virtualwindow.protocol.RoomEvent.LookupEnded;
import org.virtualwindow.protocol.RoomEvent.Submitted;
import org.virtualwindow.protocol.RoomEvent.SuggestionMade;
import org.virtualwindow.protocol.RoomMessage;
import org.virtualwindow.protocol.RoomMessage.CardView;
import org.virtualwindow.protocol.RoomMessage.FiledCase;
import org.virtualwindow.protocol.RoomMessage.FormView;
import org.virtualwindow.protocol.RoomMessage.OpenSuggestion;
import org.virtualwindow.protocol.RoomMessage.RoomHappened;
import org.virtualwindow.protocol.RoomMessage.RoomSnapshot;
import org.virtualwindow.protocol.RoomOperation;
import org.virtualwindow.protocol.RoomSignal;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.values.Author;
import org.virtualwindow.protocol.values.FieldPath;
import org.virtualwindow.protocol.values.Role;
import org.virtualwindow.server.form.FormState;
import org.virtualwindow.server.form.MigrationReports;

/**
 * What a role may see of a room. Pure. The kiosk sees everything; the clerk sees masked fields in part and nothing of secret ones, and
 * where the applicant does not let them see the form, nothing of any: see {@link Cover}.
 */
final class RoomView {
    private RoomView() {}

    static RoomSnapshot snapshot(RoomId id, long seq, RoomState room, Role role, Gestures.Now now) {
        boolean covered = room.coveredFor(role);
        return new RoomSnapshot(
                id,
                seq,
                room.form().item().item(),
                room.near(),
                room.owner(),
                form(room, role),
                covered
                        ? List.of()
                        : room.suggestions().values().stream()
                                .map(open -> suggestion(room.form(), open, role))
                                .toList(),
                room.ladder().views(),
                room.chat(),
                covered ? List.of() : List.copyOf(room.declared()),
                room.helper(),
                room.atKiosk(),
                room.clerk(),
                now.pointedAt(),
                room.filed().map(filed -> filed(filed, role)),
                room.itemHash(),
                covered ? room.presented().map(Cover::presented) : room.presented(),
                room.migrationOffered(),
                room.migrations().stream()
                        .map(moved -> MigrationReports.of(moved.migration(), moved.declared(), role))
                        .map(report -> covered ? Cover.migration(report) : report)
                        .toList(),
                now.led(),
                room.person().map(known -> card(known, role)).map(card -> covered ? Cover.card(card) : card),
                room.visits().resumableUntil(),
                Optional.of(covered ? List.<RoomMessage.Chooser>of() : now.choosersFor(role))
                        .filter(choosers -> !choosers.isEmpty()),
                room.uses().view(covered),
                covered ? Optional.empty() : room.checklist().view(),
                room.visits().awaySince(),
                covered ? Optional.empty() : room.lookups().view(role),
                Optional.of(room.checklist().sent()).filter(sent -> !covered && !sent.isEmpty()));
    }

    private static FormView form(RoomState room, Role role) {
        if (room.coveredFor(role)) {
            return Cover.FORM;
        }
        FormView form = room.form().view(role, room.seal());
        return new FormView(
                form.fields(), form.rows(), form.rev(), room.issues(role), form.unconfirmed(), room.formHash());
    }

    /** The clerk need not know what else the applicant has filed. */
    private static CardView card(Person known, Role role) {
        return new CardView(
                role == Role.CLERK ? Optional.empty() : known.earlier(),
                !known.earlierSays().isEmpty(),
                known.expired());
    }

    /**
     * What somebody is told of an event, if anything. A form that comes to lie open to a role, or is covered for it, or goes by another
     * package, is shown anew: nothing that was seen before is to be relied on.
     */
    static Optional<RoomMessage> told(
            RoomId id,
            long seq,
            Instant at,
            Author by,
            RoomEvent event,
            RoomState before,
            RoomState after,
            Role role,
            Gestures.Now now) {
        boolean granting = event instanceof RoomEvent.GrantGiven || event instanceof RoomEvent.GrantEnded;
        boolean anew =
                event instanceof RoomEvent.Migrated || granting && before.coveredFor(role) != after.coveredFor(role);
        if (anew) {
            return Optional.of(snapshot(id, seq, after, role, now));
        }
        return after.coveredFor(role) && !Cover.mayHear(event)
                ? Optional.empty()
                : Optional.of(happened(id, seq, at, by, event, after, role));
    }

    /** What somebody hears of an event; {@code after} is the room with it. */
    static RoomHappened happened(
            RoomId id, long seq, Instant at, Author by, RoomEvent event, RoomState after, Role role) {
        if (after.coveredFor(role)) {
            return new RoomHappened(
                    id,
                    seq,
                    at,
                    by,
                    Cover.event(event(after.form(), event, role)),
                    0L,
                    List.of(),
                    List.of(),
                    Optional.empty());
        }
        return new RoomHappened(
                id,
                seq,
                at,
                by,
                event(after.form(), event, role),
                after.form().rev(),
                after.issues(role),
                after.form().unconfirmed(),
                after.formHash());
    }

    static Answer.Refused refused(RoomOperation operation, Decision.Refuses refusal, FormState form, Role role) {
        return new Answer.Refused(
                operation.opId(),
                refusal.why(),
                switch (operation) {
                    case RoomOperation.SetField set -> current(form, set.path(), refusal.current(), role);
                    case RoomOperation.Undo undo -> current(form, undo.path(), refusal.current(), role);
                    default -> refusal.current();
                },
                refusal.issues(),
                refusal.until());
    }

    private static RoomEvent event(FormState form, RoomEvent event, Role role) {
        if (role != Role.CLERK) {
            return event;
        }
        return switch (event) {
            case FieldSet set
            when form.masked(set.path()) ->
                new FieldSet(
                        set.path(),
                        form.asClerkSees(set.path(), set.value()),
                        set.rev(),
                        set.source(),
                        set.suggestion(),
                        set.reason());
            case CardRead read -> new CardRead(List.of(), Optional.empty(), read.expired());
            case EarlierTaken _ -> new EarlierTaken(List.of(), Optional.empty());
            case LookupEnded over -> new LookupEnded(over.lookup(), Lookups.seen(over.answer(), role));
            case Submitted filing -> new Submitted(filing.caseNo(), filing.formHash(), Optional.empty(), filing.open());
            case SuggestionMade made
            when form.masked(made.path()) ->
                new SuggestionMade(
                        made.suggestion(),
                        made.path(),
                        form.asClerkSees(made.path(), made.value()),
                        made.baseRev(),
                        made.reason(),
                        made.source());
            default -> event;
        };
    }

    /** What is typed just now in a masked field no clerk is shown, and nothing of a covered form. */
    static boolean maySee(RoomState room, RoomSignal signal, Role role) {
        if (room.coveredFor(role) && !Cover.maySee(signal)) {
            return false;
        }
        FormState form = room.form();
        return !(signal instanceof RoomSignal.Draft draft && role == Role.CLERK && form.masked(draft.path()));
    }

    private static Optional<FieldState> current(FormState form, FieldPath path, Optional<FieldState> state, Role role) {
        return state.map(field ->
                role == Role.CLERK && form.masked(path) ? field.as(form.asClerkSees(path, field.value())) : field);
    }

    private static OpenSuggestion suggestion(FormState form, OpenSuggestion open, Role role) {
        return role == Role.CLERK && form.masked(open.path())
                ? new OpenSuggestion(
                        open.suggestion(),
                        open.path(),
                        form.asClerkSees(open.path(), open.value()),
                        open.baseRev(),
                        open.reason(),
                        open.by(),
                        open.source())
                : open;
    }

    private static FiledCase filed(FiledCase filed, Role role) {
        return role == Role.CLERK
                ? new FiledCase(filed.caseNo(), filed.at(), filed.formHash(), Optional.empty(), filed.open())
                : filed;
    }
}
