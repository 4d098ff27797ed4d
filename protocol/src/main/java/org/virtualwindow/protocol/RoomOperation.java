package org.virtualwindow.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import org.virtualwindow.protocol.ids.BlobId;
import org.virtualwindow.protocol.ids.CommandId;
import org.virtualwindow.protocol.ids.LookupId;
import org.virtualwindow.protocol.ids.OpId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.ids.RowId;
import org.virtualwindow.protocol.ids.SuggestionId;
import org.virtualwindow.protocol.values.Capability;
import org.virtualwindow.protocol.values.ChatText;
import org.virtualwindow.protocol.values.FieldPath;
import org.virtualwindow.protocol.values.FieldValue;
import org.virtualwindow.protocol.values.GrantScope;
import org.virtualwindow.protocol.values.MaterialWord;
import org.virtualwindow.protocol.values.PageFlaw;
import org.virtualwindow.protocol.values.PageRegion;

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

    /** What is about the devices of the kiosk. */
    sealed interface OnDevices extends RoomOperation {}

    /**
     * What is about asking authorities. A clerk needs {@link GrantScope#SEE_FORM}; refused as {@code SUBMITTED} once the form is filed,
     * and {@code UNKNOWN} where there is no such lookup, or it is over.
     */
    sealed interface OnLookups extends RoomOperation {}

    /**
     * What is about the item's materials. Only the clerk judges, who needs {@link GrantScope#SEE_FORM}; refused as {@code SUBMITTED} once
     * the form is filed, and {@code UNKNOWN} where the item has no such material, or the matter has no use for it.
     */
    sealed interface OnMaterials extends RoomOperation {}

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

    /**
     * The applicant is away for a moment, as they or the clerk say. Until they are back nobody confirms, declares, signs or files: {@link
     * org.virtualwindow.protocol.values.Refusal#APPLICANT_AWAY}. Everything else goes on.
     */
    record StepAway(OpId opId, RoomId room) implements ByApplicant, ByClerk {}

    /** 我回来了: the applicant is there again, as they say themselves; a helper is refused: {@code HELPER_MAY_NOT}. */
    record ComeBack(OpId opId, RoomId room) implements ByApplicant {}

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

    /** The applicant goes on by the package in force, whether or not it was proposed. A helper may not.
     * {@code UNKNOWN} where no such page waits, or its material is not wanted any more.
     */
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

    /**
     * The clerk asks for one use of a device of the kiosk. The applicant allows it ({@link AllowUse}), unless they have done so for
     * this visit: see {@link Capability#askedEveryTime()}. Refused as {@code ALREADY} (the command is known), {@code DEVICE_BUSY}
     * (the capability is in use, or waits for consent; pages are taken while the bed is watched), {@code NO_DEVICE}, {@code DEVICE_FAULT}, {@code DEVICE_NOT_REACHED}, {@code
     * SUBMITTED} (a card or a signature, once the form is filed), {@code UNKNOWN} (no signature stands in that field, the item takes
     * nothing from a card, or the document is none of this room), {@code INCOMPLETE} (something else is to be done before the form
     * is signed), {@code APPLICANT_AWAY} (nobody would see that the bed is watched), {@code TOO_MANY}.
     *
     * @param command chosen by the console, never used before
     * @param material whose pages shall come of it: for {@link Capability#SCAN} and {@link Capability#CAPTURE}, else {@code INVALID};
     *     {@code UNKNOWN} where this matter wants no such material
     */
    record Operate(
            OpId opId,
            RoomId room,
            CommandId command,
            DeviceTask task,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> material)
            implements ByClerk, OnDevices {
        public Operate(OpId opId, RoomId room, CommandId command, DeviceTask task) {
            this(opId, room, command, task, Optional.empty());
        }
    }

    /**
     * 同意: the applicant allows what the clerk asked for; the device begins. Of what is not asked for every time, they thereby allow
     * further uses, until the clerk changes, the visit ends, or {@link EndUseConsent}. Only the applicant consents, never a
     * helper: {@code HELPER_MAY_NOT}.
     */
    record AllowUse(OpId opId, RoomId room, CommandId command) implements ByApplicant, OnDevices {}

    /** 不同意. {@code UNKNOWN} where it was not asked for, or is allowed already. */
    record RefuseUse(OpId opId, RoomId room, CommandId command) implements ByApplicant, OnDevices {}

    /** 停止, also of what waits for consent. Whoever presses it, a helper too; at the kiosk it stops the document camera, whatever else it does. Accepted and without effect where it is over. */
    record StopUse(OpId opId, RoomId room, CommandId command) implements ByApplicant, ByClerk, OnDevices {}

    /** 收回: the applicant is asked again before the next use. What runs of it is stopped. */
    record EndUseConsent(OpId opId, RoomId room, Capability capability) implements ByApplicant, OnDevices {}

    /**
     * 放好了, 拿到了: whoever is at the kiosk did what a use takes of hands, a helper too: laid the paper for a scan that runs, or took
     * what was printed. The first time of a use counts. {@code UNKNOWN} of anything else, too early and too late.
     */
    record DidByHand(OpId opId, RoomId room, CommandId command) implements ByApplicant, OnDevices {}

    /**
     * The kiosk's page has done what it was to do: {@link Capability#CAPTURE} or {@link Capability#SIGN}, nothing else ({@code
     * DENIED}). {@code UNKNOWN} where it does not run; {@code INVALID} where such a task does not end like this; {@code INCOMPLETE}
     * where nothing is signed yet.
     */
    record UseDone(OpId opId, RoomId room, CommandId command, DeviceResult result) implements ByApplicant, OnDevices {}

    /** Pages of this visit are of this material, and of no other. {@code UNKNOWN} where the visit has no such page. */
    record AssignPages(OpId opId, RoomId room, String material, List<BlobId> pages) implements ByClerk, OnMaterials {}

    /**
     * The clerk does not take a page, and says where and why; the applicant sees both. What was said of the whole material is over.
     * {@code UNKNOWN} where the material has no such page, or another one came in its place; {@code INVALID} where a region is not on the
     * page, more than {@value #MOST_REGIONS} are, the text is longer than {@value #LONGEST_REASON} characters, or {@link
     * PageFlaw#OTHER} has none.
     */
    record RejectPage(
            OpId opId,
            RoomId room,
            String material,
            BlobId page,
            List<PageRegion> regions,
            PageFlaw flaw,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<ChatText> text)
            implements ByClerk, OnMaterials {
        public static final int MOST_REGIONS = 12;
        public static final int LONGEST_REASON = 100;
    }

    /**
     * The clerk says something of a whole material. {@code STALE} where its pages are others than the sender saw; {@code INCOMPLETE} where
     * it shall be passed and a page of it stands rejected, or pages are wanted and there are none; {@code DENIED} where the item does not
     * let it be promised, or it is not to be posted.
     *
     * @param pages of the material, as the sender saw them
     */
    record JudgeMaterial(OpId opId, RoomId room, String material, MaterialWord word, List<BlobId> pages)
            implements ByClerk, OnMaterials {}

    /**
     * 查询: the clerk or the applicant would like an authority to be asked. Whoever it was: the applicant is asked first, every time
     * ({@link AllowLookup}). People are looked up by themselves only, whose identity card was read. Refused as {@code UNKNOWN} (the item has
     * no such lookup, or this matter wants no such material), {@code ALREADY} (the id is known, or the same is asked for just now, or was
     * found), {@code INCOMPLETE} (what is to be sent is not filled in or not right, or no card was read), {@code DENIED} (it is somebody
     * else's), {@code NO_REGISTER}, {@code TOO_MANY}.
     *
     * @param lookup chosen by the sender, never used before
     * @param code of the item's {@link ServiceItem.Lookup}
     */
    record AskLookup(OpId opId, RoomId room, LookupId lookup, String code) implements ByApplicant, ByClerk, OnLookups {}

    /**
     * 同意查这一次: the authority is asked once this is on disk, and never again for it. Only the applicant agrees: {@code HELPER_MAY_NOT},
     * {@code APPLICANT_AWAY}.
     */
    record AllowLookup(OpId opId, RoomId room, LookupId lookup) implements ByApplicant, OnLookups {}

    /** 不同意: nobody is asked. It stays so until somebody asks for it anew. */
    record RefuseLookup(OpId opId, RoomId room, LookupId lookup) implements ByApplicant, OnLookups {}

    /** 不查了. What the authority answers after that is not kept. Accepted and without effect where it is over. */
    record StopLookup(OpId opId, RoomId room, LookupId lookup) implements ByApplicant, ByClerk, OnLookups {}

    /**
     * 不合适: the clerk looked at the e-licence that was found and does not take it, and says why; the paper is asked for in its place.
     * {@code UNKNOWN} where nothing was found by this lookup, or it does not hold any more; {@code INVALID} where the reason is one that
     * only a page can have, the text is longer than {@value RejectPage#LONGEST_REASON} characters, or {@link PageFlaw#OTHER} has none.
     */
    record RejectLicence(
            OpId opId,
            RoomId room,
            LookupId lookup,
            PageFlaw flaw,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<ChatText> text)
            implements ByClerk, OnLookups {}

    /** The clerk asks for pages of this material from the applicant's phone; the kiosk then shows the code. */
    record AskPhone(OpId opId, RoomId room, String material) implements ByClerk, OnMaterials {}

    /**
     * 收下: the applicant takes the page that a phone sent; it is of its material from now on. A helper may not. {@code UNKNOWN} where no
     * such page waits, or its material is not wanted any more.
     */
    record TakeSentPage(OpId opId, RoomId room, BlobId page) implements ByApplicant, OnMaterials {}

    /** 不要: it was another page than they wanted, or not theirs. It is deleted. A helper may not. */
    record DropSentPage(OpId opId, RoomId room, BlobId page) implements ByApplicant, OnMaterials {}
}
