package org.virtualwindow.campaigns.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.virtualwindow.campaigns.history.Story.APPLICANT;
import static org.virtualwindow.campaigns.history.Story.CLERK;
import static org.virtualwindow.campaigns.history.Story.OTHER_CLERK;
import static org.virtualwindow.campaigns.history.Story.ROOM;
import static org.virtualwindow.campaigns.history.Story.SECOND;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.virtualwindow.campaigns.history.Fact.Answered;
import org.virtualwindow.campaigns.history.Fact.Entered;
import org.virtualwindow.campaigns.history.Fact.Happened;
import org.virtualwindow.campaigns.history.Fact.HoldsCall;
import org.virtualwindow.campaigns.history.Fact.KeptCall;
import org.virtualwindow.campaigns.history.Fact.KeptDuty;
import org.virtualwindow.campaigns.history.Fact.KeptEvent;
import org.virtualwindow.campaigns.history.Fact.KeptRow;
import org.virtualwindow.campaigns.history.Fact.Sent;
import org.virtualwindow.campaigns.history.Fact.Wish;
import org.virtualwindow.protocol.CallEnd;
import org.virtualwindow.protocol.RoomEvent;
import org.virtualwindow.protocol.RoomEvent.SuggestionEnd;
import org.virtualwindow.protocol.ids.RowId;
import org.virtualwindow.protocol.ids.SuggestionId;
import org.virtualwindow.protocol.values.FieldPath;
import org.virtualwindow.protocol.values.GrantScope;
import org.virtualwindow.server.call.CallState;
import org.virtualwindow.server.desk.Call;

/** A checker that cannot fail is no checker: each promise is broken in a story that keeps all others. */
class CheckerTest {
    @Test
    void aStoryInWhichEveryPromiseIsKeptHasNoViolation() {
        assertThat(Checker.check(Story.good().facts())).isEmpty();
    }

    @Test
    void theSameIsFoundInTheFile(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("history.jsonl");
        try (History history = History.begin(file)) {
            Story.good().facts().forEach(history::add);
        }
        assertThat(History.read(file)).isEqualTo(Story.good().facts());
    }

    @Test
    void i1AnAcknowledgedValueIsGone() {
        broken(Invariant.I1_KEPT, Story.good().without(kept("a2")));
    }

    @Test
    void i1AnAcknowledgedLineIsGone() {
        broken(Invariant.I1_KEPT, Story.good().without(kept("c5")));
    }

    @Test
    void i1AnAcknowledgedCommandLeftNoTrace() {
        broken(Invariant.I1_KEPT, Story.good().without(fact -> fact instanceof KeptDuty));
    }

    @Test
    void i1AnAcknowledgedValueIsKeptAsAnother() {
        broken(Invariant.I1_KEPT, Story.good().keptAs("a2", Story.set("hui", 2)));
    }

    @Test
    void i1ARevisionIsSkipped() {
        broken(Invariant.I1_KEPT, Story.good().keptAs("a2", Story.set("禾泽", 3)));
    }

    @Test
    void i2SomebodyHoldsAnotherValue() {
        broken(Invariant.I2_SAME_FOR_ALL, Story.good().heldWith(5, APPLICANT, Story.set("禾", 2)));
    }

    @Test
    void i2SomebodyHoldsALineThatIsNotKept() {
        broken(Invariant.I2_SAME_FOR_ALL, Story.good().heldWith(9, CLERK, Story.said("?")));
    }

    @Test
    void i2WhatWasAskedForLaterStandsBefore() {
        Story story = Story.good();
        story.asks(70, SECOND, "b2", new Wish("Say", "room2", "", "one"), 2);
        story.asks(80, SECOND, "b3", new Wish("Say", "room2", "", "two"), 1);
        story.add(new KeptEvent("room2", 1L, SECOND, "b3", Story.said("two")));
        story.add(new KeptEvent("room2", 2L, SECOND, "b2", Story.said("one")));
        broken(Invariant.I2_SAME_FOR_ALL, story);
    }

    @Test
    void i3TwoClerksHaveTheSameCall() {
        broken(
                Invariant.I3_ONE_OWNER,
                Story.good()
                        .changed(
                                KeptCall.class,
                                it -> it.seq() >= 5,
                                it -> new KeptCall(it.seq() + 1, it.by(), it.op(), it.call()))
                        .changed(
                                KeptDuty.class,
                                it -> true,
                                it -> new KeptDuty(8L, it.by(), it.op(), it.clerk(), it.ready()))
                        .add(Story.desk(5, OTHER_CLERK, "", Story.call("call1", "K1", Story.talking("C2")))));
    }

    @Test
    void i3AClerkHasTwoCalls() {
        broken(
                Invariant.I3_ONE_OWNER,
                Story.good().deskAs(Story.desk(5, "SYSTEM:desk", "", Story.call("call2", "K2", Story.ringing("C1")))));
    }

    @Test
    void i3AClerkMovesACallThatIsNotHers() {
        broken(
                Invariant.I3_ONE_OWNER,
                Story.good()
                        .changed(
                                KeptCall.class,
                                it -> it.seq() == 6,
                                it -> new KeptCall(6L, OTHER_CLERK, it.op(), it.call())));
    }

    @Test
    void i3AScreenShowsATalkThatNeverWas() {
        broken(
                Invariant.I3_ONE_OWNER,
                Story.good().add(new Fact.CallShown(150L, OTHER_CLERK, "InCall", "call1", "0815")));
    }

    @Test
    void i4ARequestedCallIsNowhere() {
        broken(
                Invariant.I4_NO_CALL_VANISHES,
                Story.good()
                        .without(fact -> fact instanceof KeptCall it && isSecond(it.call()))
                        .without(fact -> fact instanceof KeptRow it && isSecond(it.call()))
                        .without(
                                fact -> fact instanceof HoldsCall it && it.who().equals(SECOND)));
    }

    @Test
    void i4ACallThatWasOverGoesOn() {
        broken(
                Invariant.I4_NO_CALL_VANISHES,
                Story.good()
                        .add(Story.desk(
                                8,
                                "SYSTEM:desk",
                                "",
                                Story.call("call1", "K1", new CallState.Over(CallEnd.ABANDONED)))));
    }

    @Test
    void i4SomebodyInTheLineIsPassedOver() {
        CallState.Place behind = new CallState.Place(Story.later().since().plusSeconds(1), false);
        broken(
                Invariant.I4_NO_CALL_VANISHES,
                Story.good()
                        .deskAs(Story.desk(
                                1, APPLICANT, "a4", Story.call("call1", "K1", new CallState.Waiting(behind))))
                        .deskAs(Story.desk(
                                3, "SYSTEM:desk", "", Story.call("call1", "K1", Story.ringing(behind, "C1")))));
    }

    @Test
    void i4AKioskThinksItWaitsAndNobodyKnows() {
        broken(
                Invariant.I4_NO_CALL_VANISHES,
                Story.good()
                        .changed(
                                HoldsCall.class,
                                it -> it.who().equals(APPLICANT),
                                it -> new HoldsCall(it.at(), it.who(), "Waiting", "call1")));
    }

    @Test
    void i4TheTableIsNotWhatTheJournalSays() {
        broken(
                Invariant.I4_NO_CALL_VANISHES,
                Story.good().without(fact -> fact instanceof KeptRow it && isSecond(it.call())));
    }

    @Test
    void i5AnOperationHasTwoEffects() {
        Story story = Story.good().add(Story.kept(7, CLERK, "c5", Story.said("您好")));
        broken(Invariant.I5_ONCE, story);
    }

    @Test
    void i5TheSameWordsStandTwiceUnderTwoNames() {
        Story story = Story.good().add(Story.kept(7, CLERK, "", Story.said("您好")));
        broken(Invariant.I5_ONCE, story);
    }

    @Test
    void i5WhatWasRefusedHasAnEffect() {
        Story story = Story.good().add(Story.kept(7, APPLICANT, "a3", Story.set("late", 3)));
        broken(Invariant.I5_ONCE, story);
    }

    @Test
    void i5AnOperationIsAcceptedAndRefused() {
        broken(Invariant.I5_ONCE, Story.good().add(new Answered(99L, APPLICANT, "a1", false, 0L)));
    }

    @Test
    void i5AnOperationIsAcceptedAtTwoPlaces() {
        broken(Invariant.I5_ONCE, Story.good().add(new Answered(99L, APPLICANT, "a1", true, 4L)));
    }

    @Test
    void i10SomebodyIsShownARoomOfOthers() {
        broken(Invariant.I10_APART, Story.good().add(new Entered(60L, SECOND, 1L, ROOM, 1L, Form.EMPTY)));
    }

    @Test
    void i10AClerkIsToldOfWhatHappensAfterSheLeft() {
        Story story = Story.good();
        story.add(Story.kept(7, APPLICANT, "", Story.said("alone")));
        story.tells(53, CLERK, 7, APPLICANT, Story.said("alone"));
        broken(Invariant.I10_APART, story);
    }

    @Test
    void aClerkWhoLeavesBecauseTheRoomEndsIsToldBoth() {
        RoomEvent ended = new RoomEvent.RoomEnded(RoomEvent.RoomEnd.LEFT, Optional.empty());
        Story story = Story.good().add(Story.kept(7, "SYSTEM:room", "", ended));
        story.tells(52, CLERK, 6, "SYSTEM:room", clerkLeft());
        story.tells(53, CLERK, 7, "SYSTEM:room", ended);
        assertThat(Checker.check(story.facts())).isEmpty();
        Story later = Story.good()
                .add(Story.kept(7, APPLICANT, "", Story.said("alone")))
                .add(Story.kept(8, "SYSTEM:room", "", ended));
        later.tells(53, CLERK, 8, "SYSTEM:room", ended);
        broken(Invariant.I10_APART, later);
    }

    @Test
    void i10SomebodyIsAnsweredWhatTheyNeverAsked() {
        broken(Invariant.I10_APART, Story.good().add(new Answered(99L, SECOND, "a1", true, 2L)));
    }

    @Test
    void i11AnEventIsMissing() {
        broken(
                Invariant.I11_NO_GAP_NO_DUPLICATE,
                Story.good()
                        .without(fact -> fact instanceof Happened it && it.who().equals(CLERK) && it.seq() == 4));
    }

    @Test
    void i11AnEventComesTwice() {
        Story story = Story.good();
        story.tells(60, CLERK, 5, APPLICANT, Story.set("禾泽", 2));
        broken(Invariant.I11_NO_GAP_NO_DUPLICATE, story);
    }

    @Test
    void i11SomethingIsToldThatIsNotKept() {
        Story story = Story.good();
        story.tells(60, APPLICANT, 7, CLERK, Story.said("lost in the crash"));
        broken(Invariant.I11_NO_GAP_NO_DUPLICATE, story);
    }

    @Test
    void i11AnotherValueIsToldThanIsKept() {
        broken(
                Invariant.I11_NO_GAP_NO_DUPLICATE,
                Story.good()
                        .changed(
                                Happened.class,
                                it -> it.who().equals(CLERK) && it.seq() == 5,
                                it -> new Happened(it.at(), it.who(), 1L, ROOM, 5L, it.by(), Story.set("hui", 2))));
    }

    @Test
    void i11TheRoomIsShownAsItNeverWas() {
        broken(
                Invariant.I11_NO_GAP_NO_DUPLICATE,
                Story.good()
                        .changed(
                                Entered.class,
                                it -> it.who().equals(CLERK),
                                it -> new Entered(it.at(), it.who(), 1L, ROOM, 3L, Form.EMPTY)));
    }

    @Test
    void i11SomethingIsToldOnAConnectionThatWasNotShownTheRoom() {
        Story story = Story.good();
        story.add(new Happened(60L, CLERK, 2L, ROOM, 6L, "SYSTEM:room", clerkLeft()));
        broken(Invariant.I11_NO_GAP_NO_DUPLICATE, story);
    }

    @Test
    void whatWasNeverAnsweredMayBeKeptOrNot() {
        Story story = Story.good().add(new Sent(95L, SECOND, "b9", new Wish("Say", "room2", "", "cut off")));
        assertThat(Checker.check(story.facts())).isEmpty();
    }

    @Test
    void aFormThatIsFilledInTogetherHasNoViolation() {
        assertThat(Checker.check(Together.good().facts())).isEmpty();
    }

    @Test
    void i1WhatWasAskedOfAFormIsKeptOtherwise() {
        FieldPath name = Together.NAME_IN_ROW;
        keptOtherwise("t1", new RoomEvent.RowAdded(Together.TABLE, new RowId("r3")));
        keptOtherwise("t2", Together.wrote(name, "丙", 1));
        keptOtherwise("t2", Together.wrote(name, "甲", 2));
        keptOtherwise("t3", Together.made("s2", name, "甲方", 1));
        keptOtherwise("t3", Together.made("s1", name, "乙方", 1));
        keptOtherwise("t4", Together.took("s1", name, "乙方", 2));
        keptOtherwise("t4", Together.took("s9", name, "甲方", 2));
        keptOtherwise("t5", new RoomEvent.GrantAsked(GrantScope.SUGGEST));
        keptOtherwise("t6", new RoomEvent.GrantGiven(GrantScope.SEE_FORM));
        keptOtherwise("t7", Together.wrote(name, "丙", 3));
        keptOtherwise("t8", new RoomEvent.FieldConfirmed(name, 2L));
        keptOtherwise("t9", Together.wrote(name, "丙", 4));
        keptOtherwise("t11", new RoomEvent.Declared("NAME_RISK", false));
        keptOtherwise("t13", new RoomEvent.RowRemoved(new FieldPath("/investors/r1")));
        keptOtherwise("t14", new RoomEvent.GrantEnded(GrantScope.SEE_FORM));
    }

    private static void keptOtherwise(String op, RoomEvent event) {
        assertThat(Checker.check(Together.good().keptAs(op, event).facts()))
                .as(op + " kept as " + event)
                .anySatisfy(violation -> {
                    assertThat(violation.invariant()).isEqualTo(Invariant.I1_KEPT);
                    assertThat(violation.toString()).contains(op);
                });
    }

    @Test
    void i1WhatWasAskedOfAFormIsGone() {
        for (String op : Together.ACCEPTED) {
            assertThat(Checker.check(Together.good().without(kept(op)).facts()))
                    .as(op)
                    .anySatisfy(violation -> {
                        assertThat(violation.invariant()).isEqualTo(Invariant.I1_KEPT);
                        assertThat(violation.toString()).contains(op);
                    });
        }
    }

    @Test
    void whatIsSoAlreadyNeedsNotHappenAgain() {
        Wish again = new Wish("Declare", ROOM, "", "true", "NAME_RISK", Optional.empty());
        Story story = Together.good();
        story.asks(950, APPLICANT, "t90", again, Together.LAST);
        assertThat(Checker.check(story.facts())).isEmpty();
        Wish other = new Wish("Declare", ROOM, "", "false", "NAME_RISK", Optional.empty());
        story.asks(960, APPLICANT, "t91", other, Together.LAST);
        broken(Invariant.I1_KEPT, story);
    }

    @Test
    void i5ARowIsAddedTwice() {
        Story story = Together.good();
        story.add(Story.kept(
                Together.LAST + 1, APPLICANT, "t1", new RoomEvent.RowAdded(Together.TABLE, new RowId("r2"))));
        broken(Invariant.I5_ONCE, story);
    }

    @Test
    void i2SomebodyHoldsAnotherForm() {
        holdsOtherwise("rows", new RoomEvent.RowAdded(Together.TABLE, new RowId("r9")));
        holdsOtherwise("fields", Together.wrote(new FieldPath("/regionWord"), "南浔", 1));
        holdsOtherwise("suggestions", Together.made("s9", new FieldPath("/tradeName"), "禾", 2));
        holdsOtherwise("suggestions", new RoomEvent.SuggestionEnded(new SuggestionId("s4"), SuggestionEnd.RETRACTED));
        holdsOtherwise("grants", new RoomEvent.GrantAsked(GrantScope.EDIT_FORM));
        holdsOtherwise("grants", new RoomEvent.GrantEnded(GrantScope.POINT));
        holdsOtherwise("declared", new RoomEvent.Declared("NAME_RISK", false));
        holdsOtherwise("fields", new RoomEvent.FieldConfirmed(new FieldPath("/industryWord"), 1L));
        holdsOtherwise("lines", Story.said("?"));
        Form form = Together.form();
        assertThat(Difference.between(form.told(form.rev() + 1, form.unconfirmed()), form))
                .startsWith("rev");
        assertThat(Difference.between(form.told(form.rev(), Set.of()), form)).startsWith("unconfirmed");
    }

    private static void holdsOtherwise(String part, RoomEvent event) {
        assertThat(Checker.check(Together.good()
                        .heldWith(Together.LAST, APPLICANT, event)
                        .facts()))
                .as(part)
                .anySatisfy(violation -> {
                    assertThat(violation.invariant()).isEqualTo(Invariant.I2_SAME_FOR_ALL);
                    assertThat(violation.toString()).contains(part + " [");
                });
    }

    @Test
    void i2AnotherRevisionOrAnotherWaitingIsToldThanTheJournalGives() {
        for (Form wrong : List.of(
                Together.form().told(99, Together.form().unconfirmed()),
                Together.form().told(Together.form().rev(), Set.of()))) {
            broken(
                    Invariant.I2_SAME_FOR_ALL,
                    Together.good()
                            .changed(
                                    Fact.Holds.class,
                                    it -> true,
                                    it -> new Fact.Holds(it.at(), it.who(), it.room(), it.seq(), wrong)));
        }
    }

    @Test
    void aClerkToWhomTheFormIsCoveredHoldsNothingOfIt() {
        Story story = Together.covered();
        assertThat(Checker.check(story.facts())).isEmpty();
        broken(
                Invariant.I11_NO_GAP_NO_DUPLICATE,
                Together.covered()
                        .changed(
                                Entered.class,
                                it -> it.who().equals(CLERK) && it.seq() > Together.LAST,
                                it -> new Entered(it.at(), it.who(), 1L, ROOM, it.seq(), Together.form())));
    }

    private static RoomEvent clerkLeft() {
        return Story.good().facts().stream()
                .filter(fact -> fact instanceof KeptEvent it && it.seq() == 6)
                .map(fact -> ((KeptEvent) fact).event())
                .findFirst()
                .orElseThrow();
    }

    private static boolean isSecond(Call call) {
        return call.id().value().equals("call2");
    }

    private static Predicate<Fact> kept(String op) {
        return fact -> fact instanceof KeptEvent it && it.op().equals(op);
    }

    /** One fault may break several promises; this one it must. */
    private static void broken(Invariant invariant, Story story) {
        assertThat(Checker.check(story.facts()))
                .isNotEmpty()
                .anySatisfy(violation -> assertThat(violation.invariant()).isEqualTo(invariant));
    }
}
