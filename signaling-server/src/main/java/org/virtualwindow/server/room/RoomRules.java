package org.virtualwindow.server.room;

import static org.virtualwindow.server.room.Decision.happens;
import static org.virtualwindow.server.room.Decision.refuse;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.virtualwindow.protocol.RoomEvent;
import org.virtualwindow.protocol.RoomOperation;
import org.virtualwindow.protocol.RoomOperation.AddRow;
import org.virtualwindow.protocol.RoomOperation.AskGrant;
import org.virtualwindow.protocol.RoomOperation.Confirm;
import org.virtualwindow.protocol.RoomOperation.Declare;
import org.virtualwindow.protocol.RoomOperation.DropSuggestion;
import org.virtualwindow.protocol.RoomOperation.EndGrant;
import org.virtualwindow.protocol.RoomOperation.GiveGrant;
import org.virtualwindow.protocol.RoomOperation.Present;
import org.virtualwindow.protocol.RoomOperation.PutAway;
import org.virtualwindow.protocol.RoomOperation.RemoveRow;
import org.virtualwindow.protocol.RoomOperation.RetractSuggestion;
import org.virtualwindow.protocol.RoomOperation.Reveal;
import org.virtualwindow.protocol.RoomOperation.Say;
import org.virtualwindow.protocol.RoomOperation.SetField;
import org.virtualwindow.protocol.RoomOperation.Submit;
import org.virtualwindow.protocol.RoomOperation.Suggest;
import org.virtualwindow.protocol.RoomOperation.TakeSuggestion;
import org.virtualwindow.protocol.RoomOperation.Tell;
import org.virtualwindow.protocol.RoomOperation.Undo;
import org.virtualwindow.protocol.ids.ServiceItemId;
import org.virtualwindow.protocol.values.Author;
import org.virtualwindow.protocol.values.ChatText;
import org.virtualwindow.protocol.values.FieldPath;
import org.virtualwindow.protocol.values.FieldValue;
import org.virtualwindow.protocol.values.GrantScope;
import org.virtualwindow.protocol.values.Issue;
import org.virtualwindow.protocol.values.Refusal;
import org.virtualwindow.protocol.values.Role;
import org.virtualwindow.protocol.values.Source;
import org.virtualwindow.server.form.ItemPackage;
import org.virtualwindow.server.form.Replaced;

/** Who may do what in a room, and what then happens. Pure but for the locks, which follow the focus. */
final class RoomRules {
    /** Whoever enters a room is shown its whole chat, in one message that their line must be able to take. */
    static final int LONGEST_CHAT = 1_000;

    private RoomRules() {}

    /**
     * Judges an operation by somebody who has a seat in the room.
     *
     * @param newer the package that the room may go on by
     */
    static Decision decide(
            RoomState room,
            FieldLocks locks,
            Author by,
            RoomOperation operation,
            Instant now,
            Optional<ItemPackage> newer) {
        if (room.ended() || room.visits().aside()) {
            return refuse(Refusal.NO_ROOM); // they left it while a case number was drawn for it
        }
        if (room.filed().isPresent() && aboutTheForm(operation)) {
            return refuse(Refusal.SUBMITTED);
        }
        boolean clerk = by.role() == Role.CLERK;
        if (clerk && GrantRules.lacks(room, operation)) {
            return refuse(Refusal.NEEDS_GRANT);
        }
        if (clerk && (isForApplicantAlone(room, operation) || PrefillRules.isForApplicant(room, operation))) {
            return refuse(Refusal.DENIED);
        }
        Optional<Refusal> notBySomebodyElse = PresenceRules.refusal(room, by, operation);
        if (notBySomebodyElse.isPresent()) {
            return refuse(notBySomebodyElse.get());
        }
        Optional<Decision> unsigned = SignatureRules.refusal(room, by, operation);
        if (unsigned.isPresent()) {
            return unsigned.get();
        }
        return switch (operation) {
            case SetField set -> PrefillRules.appearing(room, locks, by, setField(room, locks, by, set, now), now);
            case Tell tell -> PrefillRules.appearing(room, locks, by, PrefillRules.told(room, tell), now);
            case AddRow add ->
                room.form()
                        .refusalOfNewRow(add.table(), add.row())
                        .map(Decision::refuse)
                        .orElseGet(() -> happens(new RoomEvent.RowAdded(add.table(), add.row())));
            case RemoveRow remove -> removeRow(room, locks, by, remove.row(), now);
            case Suggest suggest -> SuggestionRules.suggest(room, suggest);
            case RetractSuggestion retract -> SuggestionRules.retract(room, retract.suggestion());
            case DropSuggestion drop -> SuggestionRules.drop(room, drop.suggestion());
            case TakeSuggestion take -> PrefillRules.appearing(room, locks, by, SuggestionRules.take(room, take), now);
            case AskGrant ask -> GrantRules.ask(room, ask.scope());
            case GiveGrant give -> GrantRules.give(room, give.scope());
            case EndGrant end -> GrantRules.end(room, end.scope());
            case Reveal reveal ->
                room.form().field(reveal.path()).isEmpty() || !room.form().masked(reveal.path())
                        ? refuse(Refusal.UNKNOWN)
                        : happens(new RoomEvent.FieldRevealed(reveal.path(), Optional.of(reveal.reason())));
            case Confirm confirm -> confirm(room, confirm);
            case Declare declare -> declare(room, declare);
            case Submit submit -> submit(room, submit);
            case RoomOperation.StepAway _ -> PresenceRules.stepAway(room);
            case RoomOperation.ComeBack _ -> PresenceRules.comeBack(room);
            case Undo undo -> PrefillRules.appearing(room, locks, by, undo(room, locks, by, undo, now), now);
            case Present present -> GuidanceRules.present(room, present.what());
            case RoomOperation.PreviewMigration _ -> MigrationRules.preview(newer);
            case RoomOperation.OfferMigration offer -> MigrationRules.offer(room, offer, newer);
            case RoomOperation.Migrate migrate -> MigrationRules.migrate(room, by, migrate, newer);
            case RoomOperation.DeclineMigration _ -> MigrationRules.decline(room);
            case PutAway _ -> GuidanceRules.putAway(room);
            case RoomOperation.OnMaterials judge -> MaterialRules.decide(room, by, judge);
            case RoomOperation.OnLookups lookup -> LookupRules.decide(room, by, lookup);
            case RoomOperation.OnDevices _ -> throw new IllegalArgumentException("needs the devices: see UseRules");
            case Say say ->
                room.chat().size() < LONGEST_CHAT ? happens(new RoomEvent.Said(say.text())) : refuse(Refusal.TOO_MANY);
        };
    }

    /** What is said, and shown beside the form, goes on when the form is filed. */
    private static boolean aboutTheForm(RoomOperation operation) {
        return switch (operation) {
            case Say _, PutAway _ -> false;
            case Present present -> !GuidanceRules.needsNoForm(present.what());
            default -> true;
        };
    }

    /** A secret or a signature: no clerk writes it or proposes a value for it, and of a secret they see nothing. */
    private static boolean isForApplicantAlone(RoomState room, RoomOperation operation) {
        return switch (operation) {
            case SetField set -> room.form().forApplicantAlone(set.path());
            case Suggest suggest -> room.form().forApplicantAlone(suggest.path());
            case Reveal reveal -> room.form().secret(reveal.path());
            case Undo undo -> room.form().forApplicantAlone(undo.path());
            default -> false;
        };
    }

    static boolean mayWrite(RoomState room) {
        return room.granted(GrantScope.EDIT_FORM);
    }

    private static Decision setField(RoomState room, FieldLocks locks, Author by, SetField set, Instant now) {
        Optional<Refusal> refusal = room.form().refusal(set.path(), set.value());
        if (refusal.isPresent()) {
            return refuse(refusal.get());
        }
        Optional<Instant> held = locks.heldAgainst(by, set.path(), now);
        if (held.isPresent()) {
            return new Decision.Refuses(Refusal.LOCKED, Optional.empty(), List.of(), held);
        }
        FieldValue value = room.form().normalised(set.path(), set.value());
        Optional<ChatText> reason = PrefillRules.reason(room, set.path(), value, set.reason());
        boolean unexplained = PrefillRules.differs(room, set.path(), value) && reason.isEmpty();
        boolean same =
                value.equals(valueAt(room, set.path())) && reason.equals(PrefillRules.reasonAt(room, set.path()));
        if (same && !unexplained && by.role() != Role.CLERK) {
            return new Decision.Happens(GuidanceRules.answered(room, set.path())); // nobody needs to choose
        }
        long rev = room.form().revOf(set.path());
        if (rev != set.baseRev() && !room.form().signature(set.path())) {
            return new Decision.Refuses(Refusal.CONFLICT, room.form().field(set.path()), List.of(), Optional.empty());
        }
        if (unexplained) {
            return refuse(Refusal.NEEDS_REASON);
        }
        return written(
                room,
                new RoomEvent.FieldSet(
                        set.path(),
                        value,
                        rev + 1,
                        PrefillRules.sourceOf(room, set.path(), value, Source.TYPED),
                        Optional.empty(),
                        reason));
    }

    /** The value, and what is over with it. */
    static Decision.Happens written(RoomState room, RoomEvent.FieldSet set) {
        List<RoomEvent> events = new ArrayList<>();
        events.add(set);
        events.addAll(SuggestionRules.stale(room, set.path()));
        events.addAll(GuidanceRules.answered(room, set.path()));
        return new Decision.Happens(events);
    }

    private static Decision undo(RoomState room, FieldLocks locks, Author by, Undo undo, Instant now) {
        Optional<Refusal> refusal = GuidanceRules.refusalOfUndo(room, by, undo);
        if (refusal.isPresent()) {
            return refuse(refusal.get());
        }
        Optional<Instant> held = locks.heldAgainst(by, undo.path(), now);
        if (held.isPresent()) {
            return new Decision.Refuses(Refusal.LOCKED, Optional.empty(), List.of(), held);
        }
        if (room.form().revOf(undo.path()) != undo.rev()) {
            return new Decision.Refuses(Refusal.CONFLICT, room.form().field(undo.path()), List.of(), Optional.empty());
        }
        Replaced before = room.form().before(undo.path());
        return written(
                room,
                new RoomEvent.FieldSet(
                        undo.path(),
                        before.value(),
                        undo.rev() + 1,
                        PrefillRules.sourceOf(room, undo.path(), before.value(), Source.UNDO),
                        Optional.empty(),
                        PrefillRules.reason(room, undo.path(), before.value(), before.reason())));
    }

    private static FieldValue valueAt(RoomState room, FieldPath path) {
        return room.form().field(path).map(field -> field.value()).orElse(FieldValue.EMPTY);
    }

    private static Decision removeRow(RoomState room, FieldLocks locks, Author by, FieldPath row, Instant now) {
        Optional<Refusal> refusal = room.form().refusalOfRemoval(row);
        if (refusal.isPresent()) {
            return refuse(refusal.get());
        }
        if (by.role() == Role.CLERK && room.form().saysInRow(row)) {
            return refuse(Refusal.DENIED);
        }
        Optional<Instant> held = locks.heldInRow(by, row, now);
        if (held.isPresent()) {
            return new Decision.Refuses(Refusal.LOCKED, Optional.empty(), List.of(), held);
        }
        List<RoomEvent> events = new ArrayList<>();
        events.add(new RoomEvent.RowRemoved(row));
        room.suggestions().values().stream()
                .filter(open -> open.path().isIn(row))
                .forEach(open ->
                        events.add(new RoomEvent.SuggestionEnded(open.suggestion(), RoomEvent.SuggestionEnd.STALE)));
        return new Decision.Happens(events);
    }

    private static Decision confirm(RoomState room, Confirm confirm) {
        if (room.form().field(confirm.path()).isEmpty()) {
            return refuse(Refusal.UNKNOWN);
        }
        if (room.form().revOf(confirm.path()) != confirm.rev()) {
            return refuse(Refusal.STALE);
        }
        return room.form().unconfirmed().contains(confirm.path())
                ? happens(new RoomEvent.FieldConfirmed(confirm.path(), confirm.rev()))
                : happens();
    }

    private static Decision declare(RoomState room, Declare declare) {
        boolean known = room.form().item().declarations().stream()
                .anyMatch(statement -> statement.code().equals(declare.code()));
        if (!known) {
            return refuse(Refusal.UNKNOWN);
        }
        return room.declared().contains(declare.code()) == declare.agreed()
                ? happens()
                : happens(new RoomEvent.Declared(declare.code(), declare.agreed()));
    }

    private static Decision submit(RoomState room, Submit submit) {
        if (room.form().item().item().equals(ServiceItemId.QUESTION)) {
            return refuse(Refusal.NOTHING_TO_FILE);
        }
        List<Issue> missing = missing(room);
        if (!missing.isEmpty()) {
            return new Decision.Refuses(Refusal.INCOMPLETE, Optional.empty(), missing, Optional.empty());
        }
        boolean asReviewed = room.formHash().equals(Optional.of(submit.formHash()));
        return asReviewed ? new Decision.MayFile() : refuse(Refusal.STALE);
    }

    static Issue unconfirmed(FieldPath path) {
        return new Issue(path, "unconfirmed", Map.of());
    }

    /** All that stands between this form and its filing. */
    private static List<Issue> missing(RoomState room) {
        List<Issue> missing = new ArrayList<>(room.issues(Role.APPLICANT));
        room.form().unconfirmed().forEach(path -> missing.add(unconfirmed(path)));
        room.form().item().declarations().stream()
                .filter(statement -> !room.declared().contains(statement.code()))
                .forEach(statement -> missing.add(
                        new Issue(new FieldPath("/declarations/" + statement.code()), "undeclared", Map.of())));
        return missing;
    }
}
