package org.virtualwindow.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.virtualwindow.protocol.RoomEvent.EarlierCase;
import org.virtualwindow.protocol.ids.CallId;
import org.virtualwindow.protocol.ids.CaseNo;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.protocol.ids.CommandId;
import org.virtualwindow.protocol.ids.LookupId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.ids.ServiceItemId;
import org.virtualwindow.protocol.ids.SuggestionId;
import org.virtualwindow.protocol.values.Author;
import org.virtualwindow.protocol.values.Capability;
import org.virtualwindow.protocol.values.ChatText;
import org.virtualwindow.protocol.values.FieldPath;
import org.virtualwindow.protocol.values.FieldValue;
import org.virtualwindow.protocol.values.GrantScope;
import org.virtualwindow.protocol.values.Issue;
import org.virtualwindow.protocol.values.MaterialWord;
import org.virtualwindow.protocol.values.PageFlaw;
import org.virtualwindow.protocol.values.PageRegion;
import org.virtualwindow.protocol.values.Role;
import org.virtualwindow.protocol.values.Source;
import org.virtualwindow.protocol.values.Trouble;

/** What everybody in a room is told, each seen through their role. */
public sealed interface RoomMessage extends ToKiosk, ToClerk {

    /**
     * The room as it is, on every connect and whenever somebody enters it. Events continue from {@code seq}.
     *
     * @param itemHash of the package the room goes by; where it is missing, the one in force
     * @param migrationOffered the hash of the package that the clerk proposes to go on by
     * @param migrations the packages that the room was moved to, with what became of its answers
     * @param resumableUntil a code is in force with which the matter can be taken up again
     * @param card the applicant's identity card, once it was read
     * @param choosing who else wrote the same field at the same moment and still chooses; absent where nobody does
     * @param uses of the kiosk's devices; absent where there were none
     * @param awaySince since when the applicant is away for a moment; absent where they are there
     * @param materials of which there is anything to say; absent where there is nothing, and for a clerk who may not see the form
     * @param lookups at authorities, in the order in which they were asked for; absent where there are none, and for a clerk who may not
     *     see the form
     * @param sent pages from a phone that the applicant has not taken yet, whose pictures the clerk is not shown; absent where there are
     *     none, and for a clerk who may not see the form
     */
    record RoomSnapshot(
            RoomId room,
            Long seq,
            ServiceItemId item,
            CentreId near,
            CentreId owner,
            FormView form,
            List<OpenSuggestion> suggestions,
            List<GrantView> grants,
            List<ChatLine> chat,
            List<String> declared,
            Optional<Author> helper,
            Role atKiosk,
            Optional<SeatedClerk> clerk,
            Optional<FieldPath> pointedAt,
            Optional<FiledCase> filed,
            Optional<String> itemHash,
            Optional<Presentation> presented,
            Optional<String> migrationOffered,
            List<MigrationReport> migrations,
            Led led,
            Optional<CardView> card,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Instant> resumableUntil,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<List<Chooser>> choosing,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<UsesView> uses,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<List<MaterialView>> materials,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Instant> awaySince,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<List<LookupView>> lookups,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<List<SentPage>> sent)
            implements RoomMessage {}

    /** As {@link RoomSignal.Choosing} says. */
    record Chooser(FieldPath path, Author by) {}

    /** The centre put another package of the item in force: this room may go on by it. Also after a snapshot. */
    record ItemRenewed(RoomId room, Long version, String itemHash) implements RoomMessage {}

    /** What going on by the package in force would do; for who asked. */
    record MigrationPreview(RoomId room, MigrationReport report) implements RoomMessage {}

    /**
     * Something happened. {@code seq} grows, and may jump where the receiver was not shown something.
     *
     * @param formRev the form's revision after it
     * @param issues all issues of the form after it
     * @param unconfirmed after it; see {@link FormView}
     * @param formHash of the form after it; see {@link FormView}
     */
    record RoomHappened(
            RoomId room,
            Long seq,
            Instant at,
            Author by,
            RoomEvent event,
            Long formRev,
            List<Issue> issues,
            List<FieldPath> unconfirmed,
            Optional<String> formHash)
            implements RoomMessage {}

    /** The receiver is no longer in this room and must forget it. */
    record RoomLeft(RoomId room) implements RoomMessage {}

    /** What somebody else in the room does just now. */
    record Shown(Author by, RoomSignal signal) implements RoomMessage {}

    /**
     * The whole of a masked value, for the clerk who asked; to be hidden again after 30 s. Sent again only where the {@link
     * RoomOperation.Reveal} is, within that time.
     */
    record Revealed(RoomId room, FieldPath path, FieldValue value) implements RoomMessage {}

    /**
     * The devices of the room's kiosk as they are now. After a snapshot and on every change.
     *
     * @param reached the kiosk's daemon is connected and tells of its devices; where not, only what the page itself has is listed
     */
    record DevicesShown(RoomId room, Boolean reached, List<DeviceView> devices) implements RoomMessage {}

    /**
     * How far a use is. Not kept, and not repeated.
     *
     * @param percent from 0 to 100, where the device knows
     * @param waitsFor somebody has to do something first, like filling in paper
     */
    record UseProgress(RoomId room, CommandId command, Optional<Long> percent, Optional<Trouble> waitsFor)
            implements RoomMessage {}

    /**
     * @param uses in the order in which they were asked for: all that are not over, the last of each capability, and all that gave
     *     pages
     * @param allowed what the applicant has allowed for this visit
     * @param documents that the server made for this room and that may be printed; absent where it made none, and for a clerk who
     *     may not see the form
     */
    record UsesView(
            List<UseView> uses,
            List<Capability> allowed,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<List<Blob>> documents) {}

    /**
     * What is there of a material of the item. Whether it is needed follows from the form.
     *
     * @param material its code in the item
     * @param pages in order, without those in whose place others came
     */
    record MaterialView(String material, MaterialWord word, List<PageView> pages) {}

    /** A page from a phone, for this material. */
    record SentPage(String material, Blob page) {}

    /**
     * A page of a material.
     *
     * @param phone true where the applicant's phone sent it
     * @param before pages in whose place it came, the earliest first, with what was drawn on them
     */
    record PageView(
            Blob page,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<RejectionView> rejected,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Boolean> phone,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<List<RejectedPage>> before) {}

    /** A page that was rejected, and in whose place another came. */
    record RejectedPage(Blob page, RejectionView rejected) {}

    /** Where on the page, and why, the clerk does not take it. */
    record RejectionView(
            List<PageRegion> regions,
            PageFlaw flaw,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<ChatText> text) {}

    /**
     * One lookup at an authority.
     *
     * @param code of the item's {@link ServiceItem.Lookup}
     * @param by who asked for it
     * @param allowed the applicant agreed to it
     * @param endedAt when it was over
     */
    record LookupView(
            LookupId lookup,
            String code,
            Role by,
            Boolean allowed,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Instant> endedAt,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<LookupAnswer> answer) {}

    /**
     * One use of a device.
     *
     * @param allowed it runs, or ran; before that it waits for consent
     * @param ended how, once it is over; then {@code endedBy} says by whom
     * @param why it failed
     * @param pages that came of it; none for a clerk who may not see the form
     * @param material whose pages they are to be, as it was asked for
     * @param byHand who at the kiosk laid the paper for it, or took what it printed
     */
    record UseView(
            CommandId command,
            DeviceTask task,
            Boolean allowed,
            Optional<RoomEvent.UseEnd> ended,
            Optional<Role> endedBy,
            Optional<Trouble> why,
            List<Blob> pages,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> material,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Author> byHand) {}

    /**
     * @param fields what was ever written, by path
     * @param rows the rows of each table, in order
     * @param rev counts every change of the form
     * @param unconfirmed the shown fields in which something else stands, or nothing any more, because of a clerk, and of which the
     *     applicant has not yet said that it is right; nothing is filed before they do
     * @param formHash SHA-256 in hex over exactly what would be filed; only where nothing is wrong or missing in the form. The same
     *     for every role, and the one that {@link RoomOperation.Submit} names
     */
    record FormView(
            Map<String, FieldState> fields,
            Map<String, List<String>> rows,
            Long rev,
            List<Issue> issues,
            List<FieldPath> unconfirmed,
            Optional<String> formHash) {}

    record OpenSuggestion(
            SuggestionId suggestion,
            FieldPath path,
            FieldValue value,
            Long baseRev,
            Optional<ChatText> reason,
            Author by,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Source> source) {}

    /**
     * A card that was read.
     *
     * @param earlier a case that the same person filed before; only for the kiosk
     * @param earlierTaken its answers were wanted
     * @param expired until when it was valid, like 2026-03-08, where that is over
     */
    record CardView(
            Optional<EarlierCase> earlier,
            Boolean earlierTaken,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> expired) {}

    record GrantView(GrantScope scope, GrantState state) {}

    record ChatLine(Long seq, Instant at, Author by, ChatText text) {}

    record SeatedClerk(CallId call, ClerkCard clerk, Long epoch) {}

    /**
     * @param progress only for the kiosk
     * @param open codes of the materials that were wanted and not passed
     */
    record FiledCase(
            CaseNo caseNo,
            Instant at,
            String formHash,
            Optional<String> progress,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<List<String>> open) {}

    /**
     * The pages of two people: where the clerk leads to, and whether the kiosk goes along.
     *
     * @param to the page that the clerk leads to
     * @param follows false once the applicant prefers to turn the pages themselves
     * @param at the page that the kiosk shows, as far as it has said
     */
    record Led(Optional<String> to, Boolean follows, Optional<String> at) {}

    /** Whether the applicant was asked, or has agreed. What is not listed was withdrawn or never given. */
    enum GrantState {
        ASKED,
        GIVEN
    }
}
