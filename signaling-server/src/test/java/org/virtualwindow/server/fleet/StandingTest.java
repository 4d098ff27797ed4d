package org.virtualwindow.server.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.virtualwindow.protocol.FromHall.RestartKiosk;
import org.virtualwindow.protocol.FromHall.Restarted;
import org.virtualwindow.protocol.KioskRestart.RestartOutcome;
import org.virtualwindow.protocol.SelfTest.TestOutcome;
import org.virtualwindow.protocol.SelfTest.TestPart;
import org.virtualwindow.protocol.SelfTest.Tried;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.protocol.ids.OpId;
import org.virtualwindow.protocol.values.NoticeText;
import org.virtualwindow.protocol.values.Trouble;

class StandingTest {
    private static final Optional<NoticeText> WHY = Optional.of(new NoticeText("维修"));
    private static final Optional<NoticeText> NEWS = Optional.of(new NoticeText("11:30 起维护"));

    @Test
    void whyAKioskIsOutOfOrderIsForgottenWithItsBeingSo() {
        Standing disabled = Standing.NONE.says(NEWS).disabled(WHY);
        assertThat(disabled.outOfOrder()).isTrue();
        assertThat(disabled.outOfOrderMessage()).isEqualTo(WHY);
        assertThat(disabled.enabled()).isEqualTo(Standing.NONE.says(NEWS));
    }

    @Test
    void aDaemonThatHadRunBeforeItWasToStartAnewHasNotDoneSo() {
        Instant at = Instant.ofEpochSecond(100);
        OpId order = new OpId("a");
        Standing ordered = Standing.NONE.ordered(new RestartKiosk(order, new KioskId("k"), Restarted.DAEMON), at);
        assertThat(ordered.runs(at.minusSeconds(1))).isEqualTo(ordered);
        assertThat(outcome(ordered.runs(at))).isEqualTo(RestartOutcome.DONE);
        Standing late = ordered.at(at.plusSeconds(60));
        assertThat(outcome(late)).isEqualTo(RestartOutcome.NO_ANSWER);
        assertThat(outcome(late.runs(at.plusSeconds(90)))).isEqualTo(RestartOutcome.DONE);
        Standing declined = ordered.restarted(order, RestartOutcome.DECLINED, Optional.of(Trouble.BUSY));
        assertThat(declined.runs(at.plusSeconds(9)).at(at.plusSeconds(60))).isEqualTo(declined);
        assertThat(ordered.restarted(new OpId("b"), RestartOutcome.DONE, Optional.empty()))
                .isEqualTo(ordered);
    }

    private static RestartOutcome outcome(Standing standing) {
        return standing.restart().orElseThrow().outcome();
    }

    @Test
    void whoeverDoesNotAnswerLeavesItsPartsAsNotTried() {
        Tried tone = new Tried(TestPart.TONE, TestOutcome.FAILED, Optional.of(Trouble.NOT_HEARD));
        Standing tested = Standing.NONE.tests(Instant.EPOCH).tested(List.of(tone));
        List<Tried> parts = tested.selfTest().orElseThrow().parts();
        assertThat(parts).extracting(Tried::part).containsExactly(TestPart.values());
        assertThat(parts).contains(tone);
        assertThat(parts)
                .filteredOn(part -> part.outcome() == TestOutcome.NOT_TRIED)
                .hasSize(4);
        assertThat(Standing.NONE.tested(List.of(tone))).isEqualTo(Standing.NONE);
    }
}
