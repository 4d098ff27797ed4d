package org.virtualwindow.server.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.virtualwindow.protocol.Answer;
import org.virtualwindow.protocol.CallEnd;
import org.virtualwindow.protocol.ClerkState;
import org.virtualwindow.protocol.ids.CallId;
import org.virtualwindow.protocol.ids.OpId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.ids.WindowId;
import org.virtualwindow.protocol.values.Refusal;
import org.virtualwindow.server.call.CallState.Ringing;
import org.virtualwindow.server.call.CallState.Suspended;
import org.virtualwindow.server.call.CallState.Talking;
import org.virtualwindow.server.call.CallState.Waiting;
import org.virtualwindow.server.call.CallState.WrapUp;
import org.virtualwindow.server.config.DeskTimes;
import org.virtualwindow.server.postgres.Database;
import org.virtualwindow.server.postgres.WithPostgres;

@ExtendWith(WithPostgres.class)
class DeskTest {
    private static final Duration RING = DeskTimes.USUAL.ring();
    private static final Duration GRACE = DeskTimes.USUAL.grace();

    @TempDir
    static Path folder = Path.of("");

    private final Database database;
    private DeskScenario desk;

    DeskTest(Database database) {
        this.database = database;
        this.desk = new DeskScenario(database, folder);
    }

    @AfterEach
    void nothingWasRefusedByTheJournal() {
        desk.close();
        assertThat(desk.failures()).isZero();
    }

    @Test
    void aClerkWhoDoesNotAnswerLosesTheCallToTheNextAndIsAway() {
        var zhang = desk.clerk("Zhang").sitsDown();
        var kiosk = desk.kiosk("entrance");
        kiosk.pressesCall();
        Instant since = desk.clock();
        assertThat(zhang.at()).isInstanceOf(Ringing.class);

        var li = desk.clerk("Li").sitsDown();
        desk.timePasses(RING.minusMillis(2)); // one passed while the second clerk sat down
        assertThat(zhang.at()).isInstanceOf(Ringing.class);
        desk.timePasses(Duration.ofMillis(1));

        assertThat(stateOf(zhang)).isEqualTo(ClerkState.AWAY);
        assertThat(li.at()).isInstanceOf(Ringing.class);
        assertThat(kiosk.call().place().orElseThrow().since()).isEqualTo(since);
        assertThat(refusal(zhang.answers(kiosk.call().id()))).isEqualTo(Refusal.NO_CALL);
    }

    @Test
    void whoDeclinesIsAwayAndTheNextRingsAtOnce() {
        var zhang = desk.clerk("Zhang").sitsDown();
        var li = desk.clerk("Li").sitsDown();
        var kiosk = desk.kiosk("entrance");
        kiosk.pressesCall();
        zhang.declines(zhang.callId());
        assertThat(stateOf(zhang)).isEqualTo(ClerkState.AWAY);
        assertThat(li.callId()).isEqualTo(kiosk.call().id());
    }

    @Test
    void cancellingFreesTheClerkForTheNextInLine() {
        var zhang = desk.clerk("Zhang").sitsDown();
        var first = desk.kiosk("entrance");
        var second = desk.kiosk("area");
        first.pressesCall();
        second.pressesCall();
        CallId cancelled = zhang.callId();

        assertThat(first.cancels(cancelled)).isInstanceOf(Answer.Accepted.class);
        assertThat(zhang.callId()).isEqualTo(second.call().id());
        assertThat(desk.state().lastEnded().get(first.id()))
                .isEqualTo(new DeskState.EndedCall(cancelled, CallEnd.CANCELLED));
        assertThat(refusal(zhang.answers(cancelled))).isEqualTo(Refusal.NO_CALL);
    }

    @Test
    void twoCallsNeverGetOneClerk() {
        var zhang = desk.clerk("Zhang").sitsDown();
        var first = desk.kiosk("entrance");
        var second = desk.kiosk("area");
        first.pressesCall();
        second.pressesCall();
        zhang.answers(zhang.callId());
        assertThat(first.at()).isInstanceOf(Talking.class);
        assertThat(second.at()).isInstanceOf(Waiting.class);

        first.hangsUp(first.call().id());
        assertThat(zhang.at()).isInstanceOf(WrapUp.class);
        assertThat(second.at()).as("while the clerk still finishes").isInstanceOf(Waiting.class);
        zhang.finishes(zhang.callId());
        assertThat(second.at()).isInstanceOf(Ringing.class);
    }

    @Test
    void aClerkWhoseLineIsLostForTheGraceGivesTheCallBackBeforeAllOthers() {
        desk.clerk("Zhang");
        var waitsLongest = desk.kiosk("area");
        waitsLongest.pressesCall();
        desk.timePasses(Duration.ofSeconds(1));
        var cut = desk.kiosk("entrance");
        cut.pressesCall();
        Instant since = desk.clock();
        var zhang = desk.clerk("Zhang").sitsDown();
        waitsLongest.cancels(waitsLongest.call().id());
        zhang.answers(cut.call().id());
        waitsLongest.pressesCall();

        zhang.lineIsCut();
        desk.timePasses(GRACE.minusMillis(1));
        assertThat(cut.at()).isInstanceOf(Talking.class);
        desk.timePasses(Duration.ofMillis(1));
        assertThat(cut.call().place().orElseThrow().since()).isEqualTo(since);
        assertThat(cut.call().place().orElseThrow().cutOff()).isTrue();
        assertThat(desk.state().line()).first().isEqualTo(cut.call());

        var li = desk.clerk("Li").sitsDown();
        assertThat(li.callId()).isEqualTo(cut.call().id());
    }

    @Test
    void aClerkWhoIsBackWithinTheGraceGoesOn() {
        var zhang = desk.clerk("Zhang").sitsDown();
        var kiosk = desk.kiosk("entrance");
        kiosk.pressesCall();
        zhang.answers(zhang.callId());
        zhang.lineIsCut();
        desk.timePasses(GRACE.minusSeconds(1));
        zhang.comesBack();
        desk.timePasses(GRACE);
        assertThat(kiosk.at()).isInstanceOf(Talking.class);
    }

    @Test
    void aKioskThatIsLostForTheGraceIsSuspendedAndComesBackToTheTop() {
        var zhang = desk.clerk("Zhang").sitsDown();
        var kiosk = desk.kiosk("entrance");
        kiosk.pressesCall();
        Instant since = desk.clock();
        zhang.answers(zhang.callId());
        kiosk.lineIsCut();
        desk.timePasses(GRACE);
        assertThat(kiosk.at()).isInstanceOf(Suspended.class);
        assertThat(stateOf(zhang)).as("free for others").isEqualTo(ClerkState.READY);

        zhang.saysReady(false);
        var other = desk.kiosk("area");
        other.pressesCall();
        kiosk.comesBack();
        assertThat(desk.state().line())
                .extracting(Call::id)
                .containsExactly(kiosk.call().id(), other.call().id());
        assertThat(kiosk.call().place().orElseThrow().since()).isEqualTo(since);
    }

    @Test
    void aKioskThatIsLostWhileItWaitsIsNotRungFor() {
        var kiosk = desk.kiosk("entrance");
        kiosk.pressesCall();
        kiosk.lineIsCut();
        desk.timePasses(GRACE);
        assertThat(desk.state().calls()).isEmpty();
        assertThat(desk.openCalls()).isZero();
    }

    @Test
    void aRestartKeepsEveryCallAndWhoIsReady() {
        var zhang = desk.clerk("Zhang").sitsDown();
        desk.clerk("Li").sitsDown();
        var talks = desk.kiosk("entrance");
        var rings = desk.kiosk("area");
        var waits = desk.kiosk("corner");
        talks.pressesCall();
        zhang.answers(zhang.callId());
        rings.pressesCall();
        waits.pressesCall();
        var before = desk.state();

        desk.restart();
        assertThat(desk.state().calls()).isEqualTo(before.calls());
        assertThat(desk.state().duties()).isEqualTo(before.duties());
        desk.timePasses(GRACE.minusSeconds(1));
        assertThat(talks.at()).as("every grace begins anew").isInstanceOf(Talking.class);
    }

    @Test
    void aRingThatWasGoingOnWhenTheServerDiedGetsItsWholeTimeAnew() {
        var zhang = desk.clerk("Zhang").sitsDown();
        var kiosk = desk.kiosk("entrance");
        kiosk.pressesCall();
        desk.timePasses(RING.minusSeconds(1));
        desk.restart();
        kiosk.comesBack();
        zhang.comesBack();
        desk.timePasses(RING.minusSeconds(1));
        assertThat(zhang.answers(kiosk.call().id())).isInstanceOf(Answer.Accepted.class);
    }

    @Test
    void theSameOperationGetsTheSameAnswerAlsoAfterARestart() {
        desk.clerk("Zhang");
        var kiosk = desk.kiosk("entrance");
        OpId op = DeskScenario.op();
        Answer first = kiosk.pressesCall(op);
        assertThat(kiosk.pressesCall(op)).isEqualTo(first);
        desk.restart();
        assertThat(kiosk.pressesCall(op)).isEqualTo(first);
        assertThat(desk.state().calls()).hasSize(1);

        kiosk.request(op, new RoomId("another"));
        desk.settle();
        assertThat(refusal(kiosk.ear().last())).isEqualTo(Refusal.MISMATCH);
    }

    @Test
    void anOperationIdOfLongAgoIsNewAgain() {
        desk.clerk("Zhang");
        var kiosk = desk.kiosk("entrance");
        OpId op = DeskScenario.op();
        kiosk.pressesCall(op);
        kiosk.endsTheVisit();
        desk.timePasses(Duration.ofDays(2));
        desk.restart();
        kiosk.comesBack();
        assertThat(kiosk.pressesCall(op)).isInstanceOf(Answer.Accepted.class);
        assertThat(kiosk.at()).isInstanceOf(Waiting.class);
    }

    @Test
    void aHallManagerChoosesWhoAnswers() {
        var kiosk = desk.kiosk("entrance");
        var zhang = desk.clerk("Zhang").sitsDown();
        var li = desk.clerk("Li").sitsDown();
        kiosk.pressesCall();
        CallId call = kiosk.call().id();
        assertThat(zhang.callId()).isEqualTo(call);
        assertThat(refusal(desk.assigns(DeskScenario.op(), call, zhang.id()))).isEqualTo(Refusal.NOT_FREE);

        OpId op = DeskScenario.op();
        Answer answer = desk.assigns(op, call, li.id());
        assertThat(answer).isInstanceOf(Answer.Accepted.class);
        assertThat(li.callId()).isEqualTo(call);
        assertThat(stateOf(zhang)).isEqualTo(ClerkState.READY);
        assertThat(desk.assigns(op, call, li.id())).as("sent again").isEqualTo(answer);
        assertThat(refusal(desk.assigns(op, call, zhang.id())))
                .as("the same id for something else")
                .isEqualTo(Refusal.MISMATCH);
        assertThat(refusal(desk.assigns(DeskScenario.op(), new CallId("nothing"), zhang.id())))
                .isEqualTo(Refusal.NO_CALL);
    }

    @Test
    void outsideOpeningHoursTheAnswerNamesWhenTheCentreOpens() {
        desk.clerk("Zhang").sitsDown();
        desk.timePasses(Duration.ofHours(7)); // 17:00 in Huzhou
        Answer.Refused refused = (Answer.Refused) desk.kiosk("entrance").pressesCall();
        assertThat(refused.why()).isEqualTo(Refusal.CLOSED);
        assertThat(refused.until()).contains(Instant.parse("2026-03-05T01:00:00Z"));
    }

    @Test
    void aFullLineTakesNoMore() {
        desk.close();
        desk = new DeskScenario(database, folder, new DeskTimes(RING, GRACE, 1, RING, RING), Runnable::run);
        desk.clerk("Zhang");
        desk.kiosk("entrance").pressesCall();
        assertThat(refusal(desk.kiosk("area").pressesCall())).isEqualTo(Refusal.LINE_FULL);
        assertThat(desk.openCalls()).isEqualTo(1);
    }

    @Test
    void whoIsPutOnAWindowIsRungAtOnce() {
        var zhang = desk.clerk("Zhang").sitsDown();
        desk.clerk("Li");
        desk.directory().unassign(zhang.id(), new WindowId("W1"));
        var kiosk = desk.kiosk("entrance");
        kiosk.pressesCall();
        assertThat(kiosk.at()).isInstanceOf(Waiting.class);
        desk.directory().assign(zhang.id(), new WindowId("W1"));
        desk.desk().look();
        desk.settle();
        assertThat(zhang.callId()).isEqualTo(kiosk.call().id());
    }

    @Test
    void theNextApplicantsCallIsNeverTheOneBeforeTheirs() {
        var kiosk = desk.kiosk("entrance");
        desk.clerk("Zhang");
        kiosk.pressesCall();
        CallId before = kiosk.call().id();
        desk.anotherRoomAt("entrance", "room-next");
        kiosk.request(DeskScenario.op(), new RoomId("room-next"));
        desk.settle();
        assertThat(kiosk.call().id()).isNotEqualTo(before);
        assertThat(kiosk.call().room()).isEqualTo(new RoomId("room-next"));
        assertThat(desk.openCalls()).isEqualTo(1);
    }

    private ClerkState stateOf(DeskScenario.Clerk clerk) {
        return desk.state().stateOf(clerk.id());
    }

    private static Refusal refusal(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Refused.class);
        return ((Answer.Refused) answer).why();
    }
}
