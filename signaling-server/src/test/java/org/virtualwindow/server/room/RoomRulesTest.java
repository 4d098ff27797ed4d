package org.virtualwindow.server.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.virtualwindow.protocol.ClerkCard;
import org.virtualwindow.protocol.RoomEvent;
import org.virtualwindow.protocol.RoomOperation;
import org.virtualwindow.protocol.RoomSignal;
import org.virtualwindow.protocol.ServiceItem;
import org.virtualwindow.protocol.ids.CallId;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.protocol.ids.ClerkId;
import org.virtualwindow.protocol.ids.OpId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.ids.RowId;
import org.virtualwindow.protocol.ids.ServiceItemId;
import org.virtualwindow.protocol.ids.SuggestionId;
import org.virtualwindow.protocol.values.Author;
import org.virtualwindow.protocol.values.ChatText;
import org.virtualwindow.protocol.values.FieldPath;
import org.virtualwindow.protocol.values.FieldValue;
import org.virtualwindow.protocol.values.GrantScope;
import org.virtualwindow.protocol.values.Issue;
import org.virtualwindow.protocol.values.LocalText;
import org.virtualwindow.protocol.values.Refusal;
import org.virtualwindow.protocol.values.Role;
import org.virtualwindow.server.form.Catalog;

class RoomRulesTest {
    private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");
    private static final OpId OP = new OpId("op");
    private static final RoomId ROOM = new RoomId("room");
    private static final FieldPath NAME = new FieldPath("/tradeName");
    private static final FieldPath HIDDEN = new FieldPath("/regionWord");
    private static final FieldPath FIRST_ROW = new FieldPath("/investors/r1");
    private static final SuggestionId PROPOSAL = new SuggestionId("s1");
    private static final ChatText WHY = new ChatText("核对");
    private static final Author APPLICANT = new Author(Role.APPLICANT, "k1", "");
    private static final Author HELPER = new Author(Role.HELPER, "h1", "周敏");
    private static final Author CLERK = new Author(Role.CLERK, "c1", "沈建华");
    private static final ServiceItem ITEM = Catalog.load()
            .find(new ServiceItemId("ENT_NAME"), new CentreId("330503"))
            .orElseThrow();

    private final FieldLocks locks = new FieldLocks();
    private RoomState room = OpenRooms.open(ITEM, Optional.empty());
    private long seq = 1;

    private boolean shows(Author by, RoomSignal signal, Instant now) {
        return GestureRules.mayShow(room, locks, by, signal, now);
    }

    @Test
    void whoSawAnOlderValueIsShownThePresentOne() {
        happens(APPLICANT, set(NAME, "禾泽", 0));
        Decision.Refuses refused = refuses(APPLICANT, set(NAME, "云帆", 0));
        assertThat(refused.why()).isEqualTo(Refusal.CONFLICT);
        assertThat(refused.current().orElseThrow().value().text()).isEqualTo("禾泽");
        happens(APPLICANT, set(NAME, "云帆", 1));
    }

    @Test
    void whoWritesWhatIsThereAlreadyHasNothingToChoose() {
        happens(APPLICANT, set(NAME, "禾泽", 0));
        assertThat(decide(APPLICANT, set(NAME, "禾泽", 0))).isEqualTo(Decision.happens());
    }

    @Test
    void aFieldInWhichSomebodyTypesIsTheirsUntilTheyStop() {
        sitsDown();
        happens(APPLICANT, new RoomOperation.GiveGrant(OP, ROOM, GrantScope.EDIT_FORM));
        locks.hold(APPLICANT, NAME, FieldLocks.HELD, NOON);
        Decision.Refuses refused = refuses(CLERK, set(NAME, "云帆", 0));
        assertThat(refused.why()).isEqualTo(Refusal.LOCKED);
        assertThat(refused.until()).contains(NOON.plus(FieldLocks.HELD));
        happens(APPLICANT, set(NAME, "禾泽", 0));
        locks.release(APPLICANT);
        happens(CLERK, set(NAME, "云帆", 1));
    }

    @Test
    void aLockRunsOutAndFollowsTheFocus() {
        locks.hold(APPLICANT, NAME, FieldLocks.HELD, NOON);
        assertThat(locks.heldAgainst(CLERK, NAME, NOON.plus(FieldLocks.HELD))).isEmpty();
        locks.hold(APPLICANT, new FieldPath("/regionWord"), FieldLocks.HELD, NOON);
        assertThat(locks.heldAgainst(CLERK, NAME, NOON)).isEmpty();
        assertThat(locks.hold(CLERK, new FieldPath("/regionWord"), FieldLocks.HELD, NOON))
                .isFalse();
    }

    @Test
    void aLongTextIsHeldThroughAThoughtAndWhoWaitsMayAskForTheTurn() {
        ServiceItem legalAid = Catalog.load()
                .find(new ServiceItemId("LEGAL_AID"), new CentreId("330503"))
                .orElseThrow();
        room = OpenRooms.open(legalAid, Optional.empty());
        sitsDown();
        happens(APPLICANT, new RoomOperation.GiveGrant(OP, ROOM, GrantScope.EDIT_FORM));
        var facts = new FieldPath("/facts");
        var ask = new RoomSignal.AskTurn(ROOM, facts);
        assertThat(shows(CLERK, ask, NOON)).as("nobody writes it").isFalse();
        assertThat(shows(APPLICANT, new RoomSignal.Focus(ROOM, Optional.of(facts)), NOON))
                .isTrue();

        Instant afterAThought = NOON.plus(FieldLocks.TURN).minusSeconds(1);
        assertThat(shows(CLERK, new RoomSignal.Draft(ROOM, facts, new FieldValue("一")), afterAThought))
                .isFalse();
        assertThat(shows(CLERK, ask, afterAThought)).isTrue();
        assertThat(shows(APPLICANT, ask, afterAThought)).as("it is theirs").isFalse();
        assertThat(shows(CLERK, new RoomSignal.AskTurn(ROOM, NAME), afterAThought))
                .isFalse();

        shows(APPLICANT, new RoomSignal.Focus(ROOM, Optional.empty()), afterAThought);
        assertThat(shows(CLERK, new RoomSignal.Draft(ROOM, facts, new FieldValue("一")), afterAThought))
                .isTrue();
    }

    @Test
    void whoMayWriteShowsThatTheyChooseBetweenTwoTextsAndAnybodyThatTheyHaveChosen() {
        sitsDown();
        var chooses = new RoomSignal.Choosing(ROOM, NAME, true);
        assertThat(shows(CLERK, chooses, NOON)).as("who may not write").isFalse();
        assertThat(shows(APPLICANT, chooses, NOON)).isTrue();
        happens(APPLICANT, new RoomOperation.GiveGrant(OP, ROOM, GrantScope.EDIT_FORM));
        assertThat(shows(CLERK, chooses, NOON)).isTrue();
        happens(APPLICANT, new RoomOperation.EndGrant(OP, ROOM, GrantScope.EDIT_FORM));
        assertThat(shows(CLERK, new RoomSignal.Choosing(ROOM, NAME, false), NOON))
                .isTrue();
    }

    @Test
    void aClerkWritesOnlyWhileTheyMay() {
        sitsDown();
        FieldPath table = new FieldPath("/investors");
        List<RoomOperation> writes = List.of(
                set(NAME, "禾泽", 0),
                new RoomOperation.AddRow(OP, ROOM, table, new RowId("r2")),
                new RoomOperation.RemoveRow(OP, ROOM, new FieldPath("/investors/r1")));
        writes.forEach(write -> assertThat(refusal(CLERK, write)).isEqualTo(Refusal.NEEDS_GRANT));
        happens(CLERK, new RoomOperation.AskGrant(OP, ROOM, GrantScope.EDIT_FORM));
        writes.forEach(write ->
                assertThat(refusal(CLERK, write)).as("asked is not given").isEqualTo(Refusal.NEEDS_GRANT));
        happens(APPLICANT, new RoomOperation.GiveGrant(OP, ROOM, GrantScope.EDIT_FORM));
        writes.forEach(write -> happens(CLERK, write));
        happens(APPLICANT, new RoomOperation.EndGrant(OP, ROOM, GrantScope.EDIT_FORM));
        assertThat(refusal(CLERK, set(NAME, "云帆", 1))).isEqualTo(Refusal.NEEDS_GRANT);
    }

    @Test
    void withoutAClerkThereIsNobodyToAllowAnything() {
        assertThat(refusal(APPLICANT, new RoomOperation.GiveGrant(OP, ROOM, GrantScope.EDIT_FORM)))
                .isEqualTo(Refusal.NO_CALL);
    }

    @Test
    void whatWasAllowedAndProposedEndsWithTheClerk() {
        sitsDown();
        happens(APPLICANT, new RoomOperation.GiveGrant(OP, ROOM, GrantScope.EDIT_FORM));
        happens(CLERK, suggest(PROPOSAL, "云帆", 0));
        apply(APPLICANT, SeatRules.clerkLeaves(room));
        assertThat(room.clerk()).isEmpty();
        assertThat(room.suggestions()).isEmpty();
        assertThat(room.granted(GrantScope.EDIT_FORM)).isFalse();
    }

    @Test
    void aProposalForAFieldThatMovedOnIsOver() {
        sitsDown();
        happens(CLERK, suggest(PROPOSAL, "云帆", 0));
        assertThat(refusal(CLERK, suggest(PROPOSAL, "又一", 0))).isEqualTo(Refusal.ALREADY);
        happens(APPLICANT, set(NAME, "禾泽", 0));
        assertThat(refusal(APPLICANT, new RoomOperation.TakeSuggestion(OP, ROOM, PROPOSAL)))
                .isEqualTo(Refusal.UNKNOWN);
        assertThat(refusal(CLERK, suggest(new SuggestionId("s2"), "云帆", 0))).isEqualTo(Refusal.STALE);
    }

    @Test
    void aNewerProposalReplacesTheOneBefore() {
        sitsDown();
        happens(CLERK, suggest(PROPOSAL, "云帆", 0));
        happens(CLERK, suggest(new SuggestionId("s2"), "禾泽", 0));
        assertThat(room.suggestions()).containsOnlyKeys(new SuggestionId("s2"));
        happens(APPLICANT, new RoomOperation.TakeSuggestion(OP, ROOM, new SuggestionId("s2")));
        assertThat(room.form().field(NAME).orElseThrow().value().text()).isEqualTo("禾泽");
        assertThat(room.suggestions()).isEmpty();
    }

    @Test
    void aHelperMayNotDeclareConfirmOrSubmit() {
        List.of(
                        new RoomOperation.Declare(OP, ROOM, "NAME_RISK", true),
                        new RoomOperation.Confirm(OP, ROOM, NAME, 0L),
                        new RoomOperation.Submit(OP, ROOM, "0123"))
                .forEach(operation -> assertThat(refusal(HELPER, operation)).isEqualTo(Refusal.HELPER_MAY_NOT));
        happens(HELPER, set(NAME, "禾泽", 0));
    }

    @Test
    void aFormWithIssuesIsNotFiledAndTheAnswerNamesThem() {
        Decision.Refuses refused = refuses(APPLICANT, new RoomOperation.Submit(OP, ROOM, "0123"));
        assertThat(refused.why()).isEqualTo(Refusal.INCOMPLETE);
        assertThat(refused.issues())
                .extracting(issue -> issue.path().value())
                .contains("/tradeName", "/declarations/NAME_RISK");
    }

    @Test
    void whatTheClerkWroteWaitsForTheApplicantsConfirmation() {
        sitsDown();
        happens(APPLICANT, new RoomOperation.GiveGrant(OP, ROOM, GrantScope.EDIT_FORM));
        happens(CLERK, set(NAME, "禾泽", 0));
        assertThat(refuses(APPLICANT, new RoomOperation.Submit(OP, ROOM, "0123"))
                        .issues())
                .anyMatch(issue -> issue.path().equals(NAME) && issue.code().equals("unconfirmed"));
        assertThat(refusal(APPLICANT, new RoomOperation.Confirm(OP, ROOM, NAME, 0L)))
                .isEqualTo(Refusal.STALE);
        happens(APPLICANT, new RoomOperation.Confirm(OP, ROOM, NAME, 1L));
        assertThat(room.form().unconfirmed()).isEmpty();
    }

    @Test
    void whatAClerkTookBackAgainIsNothingToCallRight() {
        mayWrite();
        happens(CLERK, set(NAME, "禾泽", 0));
        happens(CLERK, new RoomOperation.Undo(OP, ROOM, NAME, 1L));
        assertThat(room.form().field(NAME).orElseThrow().value()).isEqualTo(FieldValue.EMPTY);
        assertThat(room.form().unconfirmed()).isEmpty();
        assertThat(unconfirmedAtSubmission()).isEmpty();

        happens(APPLICANT, set(NAME, "云帆", 2));
        happens(CLERK, set(NAME, "禾泽", 3));
        happens(CLERK, set(NAME, "云帆", 4));
        assertThat(unconfirmedAtSubmission())
                .as("it says what the applicant wrote")
                .isEmpty();
    }

    @Test
    void anAnswerThatAClerkEmptiedIsNotFiledBeforeTheApplicantSaysSo() {
        mayWrite();
        happens(APPLICANT, set(NAME, "云帆", 0));
        happens(CLERK, set(NAME, "", 1));
        assertThat(unconfirmedAtSubmission()).containsExactly(NAME);
        assertThat(decide(APPLICANT, new RoomOperation.Confirm(OP, ROOM, NAME, 2L)))
                .isEqualTo(Decision.happens(new RoomEvent.FieldConfirmed(NAME, 2L)));
        happens(APPLICANT, new RoomOperation.Confirm(OP, ROOM, NAME, 2L));
        assertThat(unconfirmedAtSubmission()).isEmpty();
    }

    @Test
    void whatAClerkChangesAfterTheApplicantsWordWaitsForAnother() {
        mayWrite();
        happens(CLERK, set(NAME, "禾泽", 0));
        happens(APPLICANT, new RoomOperation.Confirm(OP, ROOM, NAME, 1L));
        happens(CLERK, set(NAME, "云帆", 1));
        assertThat(unconfirmedAtSubmission()).containsExactly(NAME);
    }

    private void mayWrite() {
        sitsDown();
        happens(APPLICANT, new RoomOperation.GiveGrant(OP, ROOM, GrantScope.EDIT_FORM));
    }

    private List<FieldPath> unconfirmedAtSubmission() {
        return refuses(APPLICANT, new RoomOperation.Submit(OP, ROOM, "0123")).issues().stream()
                .filter(issue -> issue.code().equals("unconfirmed"))
                .map(Issue::path)
                .toList();
    }

    @Test
    void fieldsThatAreHiddenUnknownOrNeverWereAreRefused() {
        assertThat(refusal(APPLICANT, set(HIDDEN, "x", 0))).isEqualTo(Refusal.HIDDEN);
        assertThat(refusal(APPLICANT, set(new FieldPath("/nothing"), "x", 0))).isEqualTo(Refusal.UNKNOWN);
        assertThat(refusal(APPLICANT, set(new FieldPath("/investors"), "x", 0))).isEqualTo(Refusal.UNKNOWN);
        assertThat(refusal(APPLICANT, set(new FieldPath("/investors/r9/name"), "x", 0)))
                .isEqualTo(Refusal.UNKNOWN);
        assertThat(refusal(APPLICANT, set(new FieldPath("/namePattern"), "NO_SUCH_CHOICE", 0)))
                .isEqualTo(Refusal.INVALID);
        assertThat(refusal(APPLICANT, set(NAME, "长".repeat(FieldValue.LONGEST), 0)))
                .isEqualTo(Refusal.INVALID);
        sitsDown();
        assertThat(refusal(CLERK, new RoomOperation.Reveal(OP, ROOM, NAME, WHY)))
                .isEqualTo(Refusal.UNKNOWN);
        assertThat(refusal(APPLICANT, new RoomOperation.Declare(OP, ROOM, "NOTHING", true)))
                .isEqualTo(Refusal.UNKNOWN);
        assertThat(refusal(APPLICANT, new RoomOperation.Confirm(OP, ROOM, NAME, 0L)))
                .isEqualTo(Refusal.UNKNOWN);
        assertThat(refusal(APPLICANT, new RoomOperation.DropSuggestion(OP, ROOM, PROPOSAL)))
                .isEqualTo(Refusal.UNKNOWN);
    }

    @Test
    void aRowThatWasTakenOutDoesNotComeBackAndTakesItsProposalsWithIt() {
        sitsDown();
        FieldPath table = new FieldPath("/investors");
        happens(APPLICANT, new RoomOperation.AddRow(OP, ROOM, table, new RowId("r2")));
        assertThat(refusal(APPLICANT, new RoomOperation.AddRow(OP, ROOM, table, new RowId("r2"))))
                .isEqualTo(Refusal.ALREADY);
        FieldPath inRow = new FieldPath("/investors/r2/name");
        happens(CLERK, new RoomOperation.Suggest(OP, ROOM, PROPOSAL, inRow, new FieldValue("李"), 0L, WHY));
        happens(APPLICANT, new RoomOperation.RemoveRow(OP, ROOM, new FieldPath("/investors/r2")));
        assertThat(room.suggestions()).isEmpty();
        assertThat(refusal(APPLICANT, new RoomOperation.AddRow(OP, ROOM, table, new RowId("r2"))))
                .isEqualTo(Refusal.ALREADY);
        assertThat(refusal(APPLICANT, new RoomOperation.RemoveRow(OP, ROOM, new FieldPath("/investors/r2"))))
                .isEqualTo(Refusal.UNKNOWN);
        assertThat(refusal(APPLICANT, new RoomOperation.RemoveRow(OP, ROOM, NAME)))
                .isEqualTo(Refusal.UNKNOWN);
    }

    @Test
    void aRowInWhichSomebodyTypesStays() {
        mayWrite();
        FieldPath inRow = new FieldPath("/investors/r1/name");
        locks.hold(APPLICANT, inRow, FieldLocks.HELD, NOON);
        Decision.Refuses refused = refuses(CLERK, new RoomOperation.RemoveRow(OP, ROOM, FIRST_ROW));
        assertThat(refused.why()).isEqualTo(Refusal.LOCKED);
        assertThat(refused.until()).contains(NOON.plus(FieldLocks.HELD));
        happens(APPLICANT, new RoomOperation.RemoveRow(OP, ROOM, FIRST_ROW));
    }

    @Test
    void aClerkTakesOutNoRowInWhichTheApplicantSaysSomething() {
        mayWrite();
        FieldPath name = new FieldPath("/investors/r1/name");
        RoomOperation out = new RoomOperation.RemoveRow(OP, ROOM, FIRST_ROW);
        happens(HELPER, set(name, "李", 0));
        assertThat(refusal(CLERK, out)).isEqualTo(Refusal.DENIED);
        happens(CLERK, set(name, "", 1));
        assertThat(refusal(CLERK, out))
                .as("emptied first, which nobody has called right")
                .isEqualTo(Refusal.DENIED);
        happens(APPLICANT, new RoomOperation.Confirm(OP, ROOM, name, 2L));
        happens(CLERK, set(name, "王", 2));
        happens(CLERK, out);
    }

    @Test
    void whatAClerkWroteInARowAndTheApplicantCalledRightStays() {
        mayWrite();
        FieldPath name = new FieldPath("/investors/r1/name");
        happens(CLERK, set(name, "王", 0));
        happens(APPLICANT, new RoomOperation.Confirm(OP, ROOM, name, 1L));
        assertThat(refusal(CLERK, new RoomOperation.RemoveRow(OP, ROOM, FIRST_ROW)))
                .isEqualTo(Refusal.DENIED);
    }

    @Test
    void whatWasPutAsideWhileItsNumberWasDrawnIsNotFiled() {
        apply(APPLICANT, List.of(new RoomEvent.MayBeResumed(NOON), new RoomEvent.WasPutAside()));
        assertThat(refusal(APPLICANT, new RoomOperation.Submit(OP, ROOM, "0123")))
                .isEqualTo(Refusal.NO_ROOM);
    }

    @Test
    void aClerkWhoAnswersTooLateSitsInNoRoomThatWasPutAside() {
        ClerkCard clerk =
                new ClerkCard(new ClerkId("c1"), "沈建华", "NX1001", new LocalText("", ""), new LocalText("", ""));
        assertThat(SeatRules.clerkSits(room, new CallId("call"), clerk)).isNotEmpty();
        apply(APPLICANT, List.of(new RoomEvent.MayBeResumed(NOON), new RoomEvent.WasPutAside()));
        assertThat(SeatRules.clerkSits(room, new CallId("call"), clerk)).isEmpty();
    }

    @Test
    void aChatIsAsLongAsItCanBeShownAtOnceAndNoLonger() {
        RoomOperation say = new RoomOperation.Say(OP, ROOM, new ChatText("您好"));
        IntStream.range(0, RoomRules.LONGEST_CHAT).forEach(line -> happens(APPLICANT, say));
        assertThat(refusal(APPLICANT, say)).isEqualTo(Refusal.TOO_MANY);
    }

    private void sitsDown() {
        apply(CLERK, List.of(OpenRooms.seated("call", 1)));
    }

    private static RoomOperation set(FieldPath path, String value, long baseRev) {
        return new RoomOperation.SetField(OP, ROOM, path, new FieldValue(value), baseRev);
    }

    private static RoomOperation suggest(SuggestionId id, String value, long baseRev) {
        return new RoomOperation.Suggest(OP, ROOM, id, NAME, new FieldValue(value), baseRev, WHY);
    }

    private Decision decide(Author by, RoomOperation operation) {
        return RoomRules.decide(room, locks, by, operation, NOON, Optional.empty());
    }

    private void happens(Author by, RoomOperation operation) {
        Decision decision = decide(by, operation);
        assertThat(decision).as(operation.toString()).isInstanceOf(Decision.Happens.class);
        apply(by, ((Decision.Happens) decision).events());
    }

    private void apply(Author by, List<RoomEvent> events) {
        for (RoomEvent event : events) {
            room = room.apply(++seq, NOON, by, event);
        }
    }

    private Decision.Refuses refuses(Author by, RoomOperation operation) {
        Decision decision = decide(by, operation);
        assertThat(decision).as(operation.toString()).isInstanceOf(Decision.Refuses.class);
        return (Decision.Refuses) decision;
    }

    private Refusal refusal(Author by, RoomOperation operation) {
        return refuses(by, operation).why();
    }
}
