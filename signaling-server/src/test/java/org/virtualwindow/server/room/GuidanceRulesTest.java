package org.virtualwindow.server.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.virtualwindow.server.room.OpenRooms.APPLICANT;
import static org.virtualwindow.server.room.OpenRooms.CLERK;
import static org.virtualwindow.server.room.OpenRooms.NOON;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.virtualwindow.protocol.Presentation;
import org.virtualwindow.protocol.RoomEvent;
import org.virtualwindow.protocol.RoomOperation;
import org.virtualwindow.protocol.ServiceItem;
import org.virtualwindow.protocol.ids.CaseNo;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.protocol.ids.OpId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.ids.ServiceItemId;
import org.virtualwindow.protocol.ids.SuggestionId;
import org.virtualwindow.protocol.values.Author;
import org.virtualwindow.protocol.values.ChatText;
import org.virtualwindow.protocol.values.FieldPath;
import org.virtualwindow.protocol.values.FieldValue;
import org.virtualwindow.protocol.values.GrantScope;
import org.virtualwindow.protocol.values.Refusal;
import org.virtualwindow.protocol.values.Role;
import org.virtualwindow.protocol.values.Source;
import org.virtualwindow.server.form.Catalog;

/** The clerk puts sentences, examples and questions before the applicant, and each takes back what they may. */
class GuidanceRulesTest {
    private static final OpId OP = new OpId("op");
    private static final RoomId ROOM = new RoomId("room");
    private static final FieldPath NAME = new FieldPath("/tradeName");
    private static final FieldPath TYPE = new FieldPath("/marketEntityType");
    private static final Author CLERK_BEFORE = new Author(Role.CLERK, "c0", "陆晓燕");
    private static final Presentation PHRASE =
            new Presentation.Phrase(new ChatText("请稍等"), new ChatText("One moment, please"));
    private static final Catalog CATALOG = Catalog.load();

    private final FieldLocks locks = new FieldLocks();
    private RoomState room = OpenRooms.talking(
            CATALOG.find(new ServiceItemId("ENT_NAME"), new CentreId("330503")).orElseThrow());
    private long seq = 1;

    @Test
    void aLeafletAndWhatCouldComeNextStandThereAlsoWhenTheCaseIsFiled() {
        apply(APPLICANT, new RoomEvent.Submitted(new CaseNo("33050326042800012345"), "00", Optional.empty()));
        Presentation leaflet = new Presentation.Leaflet(new ServiceItemId("ID_FIRST"), List.of());
        happens(CLERK, present(leaflet));
        assertThat(room.presented()).contains(leaflet);
        Presentation next = new Presentation.NextItem(new ServiceItemId("ENT_NAME"));
        happens(CLERK, present(next));
        assertThat(room.presented()).contains(next);
        happens(APPLICANT, new RoomOperation.PutAway(OP, ROOM));
        assertThat(room.presented()).isEmpty();
    }

    @Test
    void aSentenceStandsBeforeTheApplicantUntilOneOfThemPutsItAway() {
        happens(CLERK, present(PHRASE));
        assertThat(room.presented()).contains(PHRASE);
        happens(APPLICANT, new RoomOperation.PutAway(OP, ROOM));
        assertThat(room.presented()).isEmpty();
        assertThat(decide(CLERK, new RoomOperation.PutAway(OP, ROOM)))
                .as("putting away what is away is no mistake")
                .isEqualTo(Decision.happens());
    }

    @Test
    void aWholePageIsShownAsItLooksFilledWhereAnExampleOfItIsKnown() {
        ServiceItem item = room.form().item();
        String page = item.pages().getFirst().id();
        happens(CLERK, present(new Presentation.PageSample(page)));
        assertThat(room.presented()).contains(new Presentation.PageSample(page));
        assertThat(decide(CLERK, present(new Presentation.PageSample("no-such"))))
                .isEqualTo(Decision.refuse(Refusal.UNKNOWN));
        apply(APPLICANT, new RoomEvent.Submitted(new CaseNo("33050326042800012345"), "00", Optional.empty()));
        assertThat(decide(CLERK, present(new Presentation.PageSample(page))))
                .as("there is no form to fill any more")
                .isNotEqualTo(Decision.happens(new RoomEvent.Presented(new Presentation.PageSample(page))));
        happens(CLERK, present(new Presentation.CentreMap(new CentreId("330503"))));
    }

    @Test
    void whatAClerkPresentedLeavesWithThem() {
        happens(CLERK, present(PHRASE));
        SeatRules.clerkLeaves(room).forEach(event -> apply(CLERK, event));
        assertThat(room.presented()).isEmpty();
    }

    @Test
    void afterTheFilingTheClerkStillSpeaksButAsksNothing() {
        apply(APPLICANT, new RoomEvent.Submitted(new CaseNo("33050326042800012345"), "00", Optional.empty()));
        assertThat(refusal(CLERK, present(new Presentation.Question(TYPE)))).isEqualTo(Refusal.SUBMITTED);
        happens(CLERK, present(PHRASE));
        happens(APPLICANT, new RoomOperation.PutAway(OP, ROOM));
    }

    @Test
    void aQuestionIsAnsweredByTheApplicantsOwnHandAndIsOverThen() {
        happens(CLERK, present(new Presentation.Question(TYPE)));
        happens(APPLICANT, set(NAME, "禾泽", 0));
        assertThat(room.presented()).as("another field is no answer").isPresent();
        happens(APPLICANT, set(TYPE, "LLC", 0));
        assertThat(room.presented()).isEmpty();
        assertThat(room.form().field(TYPE).orElseThrow().by()).isEqualTo(APPLICANT);
        assertThat(room.form().unconfirmed()).isEmpty();
    }

    @Test
    void theAnswerThatStandsAlreadyAnswersToo() {
        happens(APPLICANT, set(TYPE, "LLC", 0));
        happens(CLERK, present(new Presentation.Question(TYPE)));
        happens(APPLICANT, set(TYPE, "LLC", 1));
        assertThat(room.presented()).isEmpty();
    }

    @Test
    void onlyWhatOneTouchCanAnswerIsAsked() {
        assertThat(refusalOfQuestion("/tradeName")).isEqualTo(Refusal.INVALID);
        assertThat(refusalOfQuestion("/nothing")).isEqualTo(Refusal.UNKNOWN);
        assertThat(refusalOfQuestion("/investors/r9/idType")).isEqualTo(Refusal.UNKNOWN);
        assertThat(refusalOfQuestion("/regionWord")).isEqualTo(Refusal.HIDDEN);
        happens(CLERK, present(new Presentation.Question(new FieldPath("/investors/r1/idType"))));
    }

    @Test
    void onlyAnExampleThatTheItemHasIsShown() {
        assertThat(refusal(CLERK, present(new Presentation.Sample(new FieldPath("/nothing")))))
                .isEqualTo(Refusal.UNKNOWN);
        ServiceItem withSample = CATALOG.byCentre().values().stream()
                .flatMap(List::stream)
                .filter(item ->
                        item.cards().stream().anyMatch(card -> card.sample().isPresent()))
                .findFirst()
                .orElseThrow();
        room = OpenRooms.talking(withSample);
        withSample.cards().stream()
                .filter(card -> card.sample().isPresent())
                .forEach(card -> happens(CLERK, present(new Presentation.Sample(card.path()))));
    }

    @Test
    void theApplicantUndoesTheirOwnLastChange() {
        happens(APPLICANT, set(NAME, "禾泽", 0));
        happens(APPLICANT, set(NAME, "云帆", 1));
        happens(APPLICANT, undo(NAME, 2));
        assertThat(value(NAME)).isEqualTo("禾泽");
        assertThat(room.form().field(NAME).orElseThrow().source()).isEqualTo(Source.UNDO);
        assertThat(room.form().revOf(NAME)).isEqualTo(3);
    }

    @Test
    void theApplicantUndoesAllThatTheClerkWroteInAField() {
        happens(APPLICANT, set(NAME, "禾泽", 0));
        theClerkMayWrite();
        happens(CLERK, set(NAME, "云帆", 1));
        happens(CLERK, set(NAME, "云海", 2));
        happens(APPLICANT, undo(NAME, 3));
        assertThat(value(NAME)).isEqualTo("禾泽");
        assertThat(room.form().unconfirmed()).isEmpty();
    }

    @Test
    void whatTheApplicantCalledRightIsNoLongerTheClerksToUndo() {
        theClerkMayWrite();
        happens(CLERK, set(NAME, "云帆", 0));
        happens(APPLICANT, new RoomOperation.Confirm(OP, ROOM, NAME, 1L));
        assertThat(refusal(CLERK, undo(NAME, 1))).isEqualTo(Refusal.DENIED);
        assertThat(refusal(APPLICANT, undo(NAME, 1))).isEqualTo(Refusal.DENIED);
    }

    @Test
    void aClerkUndoesOnlyWhatTheyWroteAndOnlyWhileTheyMayWrite() {
        happens(APPLICANT, set(NAME, "禾泽", 0));
        assertThat(refusal(CLERK, undo(NAME, 1))).isEqualTo(Refusal.NEEDS_GRANT);
        theClerkMayWrite();
        assertThat(refusal(CLERK, undo(NAME, 1))).isEqualTo(Refusal.DENIED);
        apply(CLERK_BEFORE, new RoomEvent.FieldSet(NAME, new FieldValue("云帆"), 2L, Source.TYPED, Optional.empty()));
        assertThat(refusal(CLERK, undo(NAME, 2))).as("of another clerk").isEqualTo(Refusal.DENIED);
        happens(CLERK, set(NAME, "云海", 2));
        happens(CLERK, undo(NAME, 3));
        assertThat(value(NAME)).isEqualTo("禾泽");
    }

    @Test
    void whoWantsToUndoSomethingOlderIsShownWhatStandsThereNow() {
        happens(APPLICANT, set(NAME, "禾泽", 0));
        happens(APPLICANT, set(NAME, "云帆", 1));
        Decision.Refuses refused = (Decision.Refuses) decide(APPLICANT, undo(NAME, 1));
        assertThat(refused.why()).isEqualTo(Refusal.CONFLICT);
        assertThat(refused.current().orElseThrow().value().text()).isEqualTo("云帆");
        assertThat(refusal(APPLICANT, undo(TYPE, 0))).isEqualTo(Refusal.UNKNOWN);
        locks.hold(CLERK, NAME, FieldLocks.HELD, NOON);
        assertThat(refusal(APPLICANT, undo(NAME, 2))).isEqualTo(Refusal.LOCKED);
    }

    @Test
    void anUndoneFieldHasMovedOnForAProposalToo() {
        happens(APPLICANT, set(NAME, "禾泽", 0));
        happens(CLERK, suggest(NAME, 1));
        happens(APPLICANT, undo(NAME, 1));
        assertThat(room.suggestions()).isEmpty();
    }

    @Test
    void nothingIsProposedWhereNothingCanBeWritten() {
        assertThat(refusal(CLERK, suggest(new FieldPath("/declarations/NAME_RISK"), 0)))
                .isEqualTo(Refusal.UNKNOWN);
        assertThat(refusal(CLERK, suggest(new FieldPath("/nothing"), 0))).isEqualTo(Refusal.UNKNOWN);
        assertThat(refusal(CLERK, suggest(new FieldPath("/regionWord"), 0))).isEqualTo(Refusal.HIDDEN);
    }

    private Refusal refusalOfQuestion(String path) {
        return refusal(CLERK, present(new Presentation.Question(new FieldPath(path))));
    }

    private void theClerkMayWrite() {
        apply(APPLICANT, new RoomEvent.GrantGiven(GrantScope.EDIT_FORM));
    }

    private static RoomOperation present(Presentation what) {
        return new RoomOperation.Present(OP, ROOM, what);
    }

    private static RoomOperation undo(FieldPath path, long rev) {
        return new RoomOperation.Undo(OP, ROOM, path, rev);
    }

    private static RoomOperation set(FieldPath path, String value, long baseRev) {
        return new RoomOperation.SetField(OP, ROOM, path, new FieldValue(value), baseRev);
    }

    private static RoomOperation suggest(FieldPath path, long baseRev) {
        return new RoomOperation.Suggest(
                OP, ROOM, new SuggestionId("s"), path, new FieldValue("云帆"), baseRev, new ChatText("更好记"));
    }

    private String value(FieldPath path) {
        return room.form().field(path).orElseThrow().value().text();
    }

    private Decision decide(Author by, RoomOperation operation) {
        return RoomRules.decide(room, locks, by, operation, NOON, Optional.empty());
    }

    private Refusal refusal(Author by, RoomOperation operation) {
        Decision decision = decide(by, operation);
        assertThat(decision).isInstanceOf(Decision.Refuses.class);
        return ((Decision.Refuses) decision).why();
    }

    private void happens(Author by, RoomOperation operation) {
        Decision decision = decide(by, operation);
        assertThat(decision).isInstanceOf(Decision.Happens.class);
        ((Decision.Happens) decision).events().forEach(event -> apply(by, event));
    }

    private void apply(Author by, RoomEvent event) {
        room = room.apply(++seq, NOON, by, event);
    }
}
