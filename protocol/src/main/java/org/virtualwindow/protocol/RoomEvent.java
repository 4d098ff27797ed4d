package org.virtualwindow.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.virtualwindow.protocol.ids.BlobId;
import org.virtualwindow.protocol.ids.CallId;
import org.virtualwindow.protocol.ids.CaseNo;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.protocol.ids.CommandId;
import org.virtualwindow.protocol.ids.HelperId;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.protocol.ids.LookupId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.ids.RowId;
import org.virtualwindow.protocol.ids.ServiceItemId;
import org.virtualwindow.protocol.ids.SuggestionId;
import org.virtualwindow.protocol.values.Capability;
import org.virtualwindow.protocol.values.ChatText;
import org.virtualwindow.protocol.values.FieldPath;
import org.virtualwindow.protocol.values.FieldValue;
import org.virtualwindow.protocol.values.GrantScope;
import org.virtualwindow.protocol.values.LocalText;
import org.virtualwindow.protocol.values.LookupEnd;
import org.virtualwindow.protocol.values.MaterialWord;
import org.virtualwindow.protocol.values.PageFlaw;
import org.virtualwindow.protocol.values.PageRegion;
import org.virtualwindow.protocol.values.Role;
import org.virtualwindow.protocol.values.Source;
import org.virtualwindow.protocol.values.Trouble;

/**
 * Something that happened in a room. The same records are the journal's bodies and what the people in the room are told,
 * there seen through their role. Every sample that ever landed decodes for ever: append optional components only.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
public sealed interface RoomEvent {

    /**
     * The applicant chose and agreed; first event of every room.
     *
     * @param itemHash of the package the room goes by, whatever is in force later; a question goes by none
     * @param salt stands in what the form's hash is made over, so that nobody finds a masked value by trying; only the journal has
     *     it
     * @param after the matter of the same visit that came before it
     * @param withdrawn the lowest rung of the clerk's ladder that the applicant had withdrawn there
     */
    record RoomOpened(
            ServiceItemId item,
            Long itemVersion,
            CentreId near,
            CentreId owner,
            KioskId kiosk,
            List<String> agreed,
            Optional<String> itemHash,
            Optional<String> salt,
            Optional<RoomId> after,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<GrantScope> withdrawn)
            implements RoomEvent {
        public RoomOpened(
                ServiceItemId item,
                Long itemVersion,
                CentreId near,
                CentreId owner,
                KioskId kiosk,
                List<String> agreed,
                Optional<String> itemHash,
                Optional<String> salt,
                Optional<RoomId> after) {
            this(item, itemVersion, near, owner, kiosk, agreed, itemHash, salt, after, Optional.empty());
        }
    }

    /**
     * @param rev the field's revision from now on
     * @param reason why it is not what the identity card says; only where it is not
     */
    record FieldSet(
            FieldPath path,
            FieldValue value,
            Long rev,
            Source source,
            Optional<SuggestionId> suggestion,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<ChatText> reason)
            implements RoomEvent {
        public FieldSet(FieldPath path, FieldValue value, Long rev, Source source, Optional<SuggestionId> suggestion) {
            this(path, value, rev, source, suggestion, Optional.empty());
        }
    }

    /**
     * The applicant's identity card was read. What it says stands in the form by the events that follow.
     *
     * @param says nothing of it for the clerk, who sees what comes to stand in the form
     * @param earlier a case that the same person filed before; only the kiosk is told
     * @param expired until when the card was valid, like 2026-03-08, where that is over
     */
    record CardRead(
            List<Known> says,
            Optional<EarlierCase> earlier,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> expired)
            implements RoomEvent {
        public CardRead(List<Known> says, Optional<EarlierCase> earlier) {
            this(says, earlier, Optional.empty());
        }
    }

    /**
     * The applicant wanted what stood in their earlier case. It stands in the form by the events that follow.
     *
     * @param says nothing of it for the clerk, and nothing of the rows
     * @param rows of its tables; absent where it had none
     */
    record EarlierTaken(
            List<Known> says,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<List<KnownRow>> rows) implements RoomEvent {
        public EarlierTaken(List<Known> says) {
            this(says, Optional.empty());
        }
    }

    /** A code was made with which the matter can be taken up again until then. */
    record MayBeResumed(Instant until) implements RoomEvent {}

    /** The applicant left with the code. */
    record WasPutAside() implements RoomEvent {}

    /** The applicant is away for a moment; the matter stays open where they were. */
    record SteppedAway() implements RoomEvent {}

    /** The applicant is there again after {@link SteppedAway}. */
    record CameBack() implements RoomEvent {}

    /** The applicant came back with the code, at this kiosk. */
    record WasResumed(KioskId kiosk, CentreId near) implements RoomEvent {}

    /** Something that is known of a person. */
    record Known(ServiceItem.What what, FieldValue value) {}

    /**
     * A row that somebody filled in before.
     *
     * @param cells by the names of their columns
     */
    record KnownRow(FieldPath table, Map<String, KnownCell> cells) {}

    /** @param sensitivity of the field it stood in; absent in what was taken before it was kept */
    record KnownCell(
            ServiceItem.Kind kind,
            FieldValue value,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<ServiceItem.Sensitivity> sensitivity) {}

    /** A case somebody filed before. */
    record EarlierCase(LocalText title, Instant filedAt) {}

    record RowAdded(FieldPath table, RowId row) implements RoomEvent {}

    record RowRemoved(FieldPath row) implements RoomEvent {}

    /** @param source where it is from, if not from a clerk: the applicant had written something else there before */
    record SuggestionMade(
            SuggestionId suggestion,
            FieldPath path,
            FieldValue value,
            Long baseRev,
            Optional<ChatText> reason,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Source> source)
            implements RoomEvent {}

    /** The proposal is over without having been taken (a taken one is a {@link FieldSet} that names it). */
    record SuggestionEnded(SuggestionId suggestion, SuggestionEnd how) implements RoomEvent {}

    record GrantAsked(GrantScope scope) implements RoomEvent {}

    record GrantGiven(GrantScope scope) implements RoomEvent {}

    /** Refused, withdrawn, or the clerk it was given to has left. With a rung end those above it. */
    record GrantEnded(GrantScope scope) implements RoomEvent {}

    record Said(ChatText text) implements RoomEvent {}

    record FieldConfirmed(FieldPath path, Long rev) implements RoomEvent {}

    /** @param reason why the clerk looked; absent only where it was not yet asked for */
    record FieldRevealed(FieldPath path, Optional<ChatText> reason) implements RoomEvent {}

    record Presented(Presentation what) implements RoomEvent {}

    /** Put away, answered, or the clerk has left. */
    record PresentationEnded() implements RoomEvent {}

    record Declared(String code, Boolean agreed) implements RoomEvent {}

    record HelperArrived(HelperId helper, String name) implements RoomEvent {}

    record HelperLeft() implements RoomEvent {}

    /** From now on this person at the kiosk types and presses. */
    record HandedOver(Role to) implements RoomEvent {}

    /** @param epoch counts the clerks this room has had; commands of another epoch are refused */
    record ClerkSeated(CallId call, ClerkCard clerk, Long epoch) implements RoomEvent {}

    record ClerkLeft(CallId call, Long epoch) implements RoomEvent {}

    /** The clerk proposed to go on by this package, which is newer than the room's. */
    record MigrationOffered(Long version, String itemHash) implements RoomEvent {}

    record MigrationDeclined() implements RoomEvent {}

    /**
     * From now on the room goes by this package. What fits goes on with it, what does not is no longer in the form but stays in the
     * journal and in {@link MigrationReport}. Everybody in the room then gets {@link RoomMessage.RoomSnapshot} instead of this.
     */
    record Migrated(ServiceItemId item, Long version, String itemHash) implements RoomEvent {}

    /**
     * The form is filed.
     *
     * @param formHash of exactly what the applicant confirmed, as both saw it before
     * @param progress the secret in the receipt's QR code; only the kiosk is told
     * @param open codes of the materials that were wanted and not passed: both screens had said so
     */
    record Submitted(
            CaseNo caseNo,
            String formHash,
            Optional<String> progress,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<List<String>> open)
            implements RoomEvent {
        public Submitted(CaseNo caseNo, String formHash, Optional<String> progress) {
            this(caseNo, formHash, progress, Optional.empty());
        }
    }

    /** Nothing more happens in this room. The visit goes on in {@code next}, for {@link RoomEnd#MOVED_ON}. */
    record RoomEnded(RoomEnd how, Optional<RoomId> next) implements RoomEvent {}

    /**
     * The clerk asked for a use of a device of the kiosk.
     *
     * @param material the code of the material whose pages are to come of it
     */
    record UseAsked(
            CommandId command,
            DeviceTask task,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> material) implements RoomEvent {
        public UseAsked(CommandId command, DeviceTask task) {
            this(command, task, Optional.empty());
        }
    }

    /** It may begin. By the applicant; by the clerk where they had allowed the like of it for this visit. */
    record UseAllowed(CommandId command) implements RoomEvent {}

    /**
     * A use is over. What came of it stands in the events before: {@link CardRead} and what it fills in, {@link PagesTaken}.
     *
     * @param why only where it {@linkplain UseEnd#FAILED failed}
     */
    record UseEnded(
            CommandId command,
            UseEnd how,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Trouble> why) implements RoomEvent {
        public UseEnded(CommandId command, UseEnd how) {
            this(command, how, Optional.empty());
        }
    }

    /** Somebody at the kiosk, the event's author, laid the paper for this use, or took what it printed. */
    record DoneByHand(CommandId command) implements RoomEvent {}

    /** A use gave these pages, in order. */
    record PagesTaken(CommandId command, List<Blob> pages) implements RoomEvent {}

    /**
     * These pages are of this material from now on, in order, and of no other. They come in the place of those that were rejected, which
     * stay in the journal with what was drawn on them.
     *
     * @param material its code in the item
     */
    record PagesAssigned(String material, List<Blob> pages) implements RoomEvent {}

    /** The clerk asked for pages of this material from the applicant's phone. */
    record PhoneAsked(String material) implements RoomEvent {}

    /** A phone sent this page for this material. It is shown at the kiosk only, until the applicant takes it. */
    record PageSent(String material, Blob page) implements RoomEvent {}

    /** The applicant does not want the page that a phone sent, or it was taken back on the phone. Its picture is deleted. */
    record SentPageDropped(BlobId page) implements RoomEvent {}

    /** The clerk does not take this page: where on it, and why. */
    record PageRejected(
            String material,
            BlobId page,
            List<PageRegion> regions,
            PageFlaw flaw,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<ChatText> text)
            implements RoomEvent {}

    /** What the clerk says of a whole material; it holds until another page comes, or the licence it passed by lapses (then by nobody). */
    record MaterialJudged(String material, MaterialWord word) implements RoomEvent {}

    /**
     * Somebody would like an authority to be asked. Nobody is, before the applicant agrees.
     *
     * @param code of the item's {@link ServiceItem.Lookup}
     */
    record LookupAsked(LookupId lookup, String code) implements RoomEvent {}

    /** The applicant agreed: the authority is asked, once. */
    record LookupAllowed(LookupId lookup) implements RoomEvent {}

    /** A lookup is over. One that was answered may end once more: {@link LookupEnd#STALE}, {@link LookupEnd#REJECTED}. */
    record LookupEnded(LookupId lookup, LookupAnswer answer) implements RoomEvent {}

    /** The applicant is asked again before the next use of this. */
    record UseConsentEnded(Capability capability) implements RoomEvent {}

    /** The server made a document for this room that may be printed. */
    record DocumentMade(Blob document) implements RoomEvent {}

    /** How a use of a device ends. */
    enum UseEnd {
        DONE,
        /** The applicant did not allow it. */
        REFUSED,
        /** Stopped: by whom says the event's author, {@link Role#SYSTEM} where the visit ended or the clerk left. */
        CANCELLED,
        FAILED,
        /** Nothing came in time. */
        TIMED_OUT
    }

    /** How a proposal ends without being taken. */
    enum SuggestionEnd {
        DROPPED,
        RETRACTED,
        /** The field changed, or a newer proposal came. */
        STALE,
        /** The applicant no longer lets the clerk suggest. */
        WITHDRAWN
    }

    /** How a room ends. */
    enum RoomEnd {
        /** The applicant pressed 结束, or took the receipt. */
        LEFT,
        /** Nobody came back in time. */
        ABANDONED,
        /** The visit, and the call with it, went on to another item. */
        MOVED_ON
    }
}
