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
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.ids.ServiceItemId;
import org.virtualwindow.protocol.ids.SuggestionId;
import org.virtualwindow.protocol.values.Author;
import org.virtualwindow.protocol.values.ChatText;
import org.virtualwindow.protocol.values.FieldPath;
import org.virtualwindow.protocol.values.FieldValue;
import org.virtualwindow.protocol.values.GrantScope;
import org.virtualwindow.protocol.values.Issue;
import org.virtualwindow.protocol.values.Role;
import org.virtualwindow.protocol.values.Source;

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
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<List<Chooser>> choosing)
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
     */
    record CardView(Optional<EarlierCase> earlier, Boolean earlierTaken) {}

    record GrantView(GrantScope scope, GrantState state) {}

    record ChatLine(Long seq, Instant at, Author by, ChatText text) {}

    record SeatedClerk(CallId call, ClerkCard clerk, Long epoch) {}

    /** @param progress only for the kiosk */
    record FiledCase(CaseNo caseNo, Instant at, String formHash, Optional<String> progress) {}

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
