package org.virtualwindow.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import org.virtualwindow.protocol.ids.OpId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.ids.RowId;
import org.virtualwindow.protocol.ids.SuggestionId;
import org.virtualwindow.protocol.values.ChatText;
import org.virtualwindow.protocol.values.FieldPath;
import org.virtualwindow.protocol.values.FieldValue;
import org.virtualwindow.protocol.values.GrantScope;

/**
 * What people do together in a room, and what must not be lost. Each is answered by {@link Answer.Accepted} (to the sender,
 * after it is on disk) or {@link Answer.Refused}; everybody in the room then gets {@link RoomMessage.RoomHappened}.
 */
public sealed interface RoomOperation {
    OpId opId();

    RoomId room();

    /** What the kiosk may send: the applicant, or the helper who types for them. */
    sealed interface ByApplicant extends RoomOperation, FromKiosk {}

    /** What the clerk in the room's call may send. */
    sealed interface ByClerk extends RoomOperation, FromClerk {}

    /**
     * A value for a field.
     *
     * <p>Where the identity card says otherwise it is refused with {@link
     * org.virtualwindow.protocol.values.Refusal#NEEDS_REASON} until a reason was given once. What a clerk writes waits for the
     * applicant's word, also where they had called right what stood there.
     *
     * <p>A signature is the applicant's alone: a clerk is refused with {@link
     * org.virtualwindow.protocol.values.Refusal#DENIED}, and so is whoever would undo it; a helper with {@link
     * org.virtualwindow.protocol.values.Refusal#HELPER_MAY_NOT}; the applicant with {@link
     * org.virtualwindow.protocol.values.Refusal#INCOMPLETE} while anything else is to be put right or confirmed, and with {@link
     * org.virtualwindow.protocol.values.Refusal#STALE} where the form is another than the one they saw. When afterwards another
     * answer changes, by whomever, the signature is gone: {@link org.virtualwindow.protocol.values.Source#LAPSED}.
     *
     * @param baseRev the field's revision that the sender saw, 0 for one never written; of a signature, the whole form's
     * @param reason why it is not what the identity card says; kept only where it is not
     */
    record SetField(
            OpId opId,
            RoomId room,
            FieldPath path,
            FieldValue value,
            Long baseRev,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<ChatText> reason)
            implements ByApplicant, ByClerk {
        public SetField(OpId opId, RoomId room, FieldPath path, FieldValue value, Long baseRev) {
            this(opId, room, path, value, baseRev, Optional.empty());
        }
    }

    /**
     * What the applicant answered to a question of the guide, before the form was open. It comes to stand where nothing stood yet,
     * and elsewhere changes nothing.
     */
    record Tell(OpId opId, RoomId room, FieldPath path, FieldValue value) implements ByApplicant {}

    /** A new row at the end of a table. */
    record AddRow(OpId opId, RoomId room, FieldPath table, RowId row) implements ByApplicant, ByClerk {}

    /**
     * Takes a row with all its fields out of its table; {@link org.virtualwindow.protocol.values.Refusal#LOCKED} while somebody else
     * types in it. A clerk takes out only a row in which the applicant says nothing, neither by their own hand, a helper's or a card
     * nor by having called it right, and is refused otherwise: {@link org.virtualwindow.protocol.values.Refusal#DENIED}.
     */
    record RemoveRow(OpId opId, RoomId room, FieldPath row) implements ByApplicant, ByClerk {}

    /** A chat message. */
    record Say(OpId opId, RoomId room, ChatText text) implements ByApplicant, ByClerk {}

    /** The clerk, who may suggest, proposes a value and says why; the applicant takes or drops it. One open proposal per field: a newer replaces it. */
    record Suggest(
            OpId opId,
            RoomId room,
            SuggestionId suggestion,
            FieldPath path,
            FieldValue value,
            Long baseRev,
            ChatText reason)
            implements ByClerk {}

    /** The clerk takes a proposal back. */
    record RetractSuggestion(OpId opId, RoomId room, SuggestionId suggestion) implements ByClerk {}

    /** 采用: the applicant takes the proposal; it stands in the field as theirs. */
    record TakeSuggestion(OpId opId, RoomId room, SuggestionId suggestion) implements ByApplicant {}

    /** 不用: the applicant does not want the proposal. */
    record DropSuggestion(OpId opId, RoomId room, SuggestionId suggestion) implements ByApplicant {}

    /** The clerk asks for a rung of their ladder, and with it for those below. */
    record AskGrant(OpId opId, RoomId room, GrantScope scope) implements ByClerk {}

    /** 同意: the applicant allows it, and whatever is below it, until it is withdrawn or the clerk leaves. */
    record GiveGrant(OpId opId, RoomId room, GrantScope scope) implements ByApplicant {}

    /** 不同意, 收回: the applicant refuses what was asked, or withdraws what was given, and with it whatever is above. */
    record EndGrant(OpId opId, RoomId room, GrantScope scope) implements ByApplicant {}

    /** The clerk, who may see the form, looks at the whole of a masked value; the applicant sees that and why, and it stays in the journal. */
    record Reveal(OpId opId, RoomId room, FieldPath path, ChatText reason) implements ByClerk {}

    /** The clerk puts something before the applicant, in place of what was there. */
    record Present(OpId opId, RoomId room, Presentation what) implements ByClerk {}

    /** What the clerk presented is put away. */
    record PutAway(OpId opId, RoomId room) implements ByApplicant, ByClerk {}

    /**
     * 撤销: what stood in the field before is there again. The applicant undoes their own last change, or whatever the clerk wrote
     * there that is not yet confirmed; the clerk only the latter, and only their own.
     *
     * @param rev the field's revision that is to be undone
     */
    record Undo(OpId opId, RoomId room, FieldPath path, Long rev) implements ByApplicant, ByClerk {}

    /** 是对的: the applicant says that what the clerk wrote in this field, or that they emptied it, is right. */
    record Confirm(OpId opId, RoomId room, FieldPath path, Long rev) implements ByApplicant {}

    /** The applicant makes, or takes back, a declaration of the item. */
    record Declare(OpId opId, RoomId room, String code, Boolean agreed) implements ByApplicant {}

    /**
     * What would become of the form under the package that is in force by now. Whoever asks then gets {@link
     * RoomMessage.MigrationPreview}; {@link org.virtualwindow.protocol.values.Refusal#UNKNOWN} where the room goes by that package.
     */
    record PreviewMigration(OpId opId, RoomId room) implements ByApplicant, ByClerk {}

    /**
     * The clerk proposes to go on by the package in force; the applicant decides.
     *
     * @param itemHash of that package; {@link org.virtualwindow.protocol.values.Refusal#STALE} where it is another by now
     */
    record OfferMigration(OpId opId, RoomId room, String itemHash) implements ByClerk {}

    /** The applicant goes on by the package in force, whether or not it was proposed. A helper may not. */
    record Migrate(OpId opId, RoomId room, String itemHash) implements ByApplicant {}

    /** 先不换: the applicant goes on as before. */
    record DeclineMigration(OpId opId, RoomId room) implements ByApplicant {}

    /**
     * The applicant files the form exactly as reviewed. The case number comes with {@link RoomEvent.Submitted}.
     *
     * @param formHash of the form that was on the review page; {@link org.virtualwindow.protocol.values.Refusal#STALE} where it is
     *     not that one any more
     */
    record Submit(OpId opId, RoomId room, String formHash) implements ByApplicant {}
}
