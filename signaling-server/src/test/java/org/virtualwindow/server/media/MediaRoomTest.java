package org.virtualwindow.server.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.virtualwindow.protocol.MediaMessage.MediaRestart;
import org.virtualwindow.protocol.MediaMessage.MediaSignal;
import org.virtualwindow.protocol.MediaMessage.MediaState;
import org.virtualwindow.protocol.MediaMessage.Sending;
import org.virtualwindow.protocol.MediaPlan;
import org.virtualwindow.protocol.MediaPlan.MediaMode;
import org.virtualwindow.protocol.ids.CallId;
import org.virtualwindow.server.config.MediaSettings.Mode;
import org.virtualwindow.server.config.TurnCredentials;

class MediaRoomTest {
    private static final CallId CALL = new CallId("call-1");

    private final List<String> milestones = new ArrayList<>();
    private final FakeRelay relay = new FakeRelay();
    private Instant now = Instant.EPOCH;
    private final AtomicLong epochs = new AtomicLong(3_000_000);
    private final MediaRoom room =
            new MediaRoom(CALL, epochs::incrementAndGet, parts(TurnCredentials.NONE, () -> Instant.EPOCH));
    private final Page kiosk = new Page("kiosk-page");
    private final Page clerk = new Page("clerk-page");

    @Test
    void thereIsAPlanOnceBothAreThereAndOneOfThemOffers() {
        room.join("kiosk", kiosk);
        assertThat(kiosk.plans()).isEmpty();

        room.join("clerk", clerk);

        MediaPlan plan = kiosk.plans().getLast();
        assertThat(plan.you()).isEqualTo("kiosk");
        assertThat(plan.participants().stream().filter(MediaPlan.Participant::offers))
                .hasSize(1);
        assertThat(clerk.plans().getLast().epoch()).isEqualTo(plan.epoch()).isGreaterThan(3_000_000);
    }

    @Test
    void thePageThatComesBackAfterACutKeepsThePlanAndAnotherPageNeedsANewOne() {
        both();
        long epoch = kiosk.plans().getLast().epoch();

        Page sameAgain = new Page("kiosk-page");
        room.join("kiosk", sameAgain);
        assertThat(sameAgain.plans().getLast().epoch()).isEqualTo(epoch);
        assertThat(clerk.plans()).hasSize(1);

        room.join("kiosk", new Page("reloaded"));
        assertThat(clerk.plans().getLast().epoch()).isEqualTo(epoch + 1);
    }

    @Test
    void bothSayThatTheConnectionBrokeAndGetOneNewPlan() {
        both();
        long epoch = kiosk.plans().getLast().epoch();

        room.restart("kiosk", kiosk, new MediaRestart(CALL, epoch));
        room.restart("clerk", clerk, new MediaRestart(CALL, epoch));

        assertThat(kiosk.plans().getLast().epoch()).isEqualTo(epoch + 1);
        assertThat(kiosk.plans()).hasSize(2);
    }

    @Test
    void credentialsAreReplacedByANewPlanBeforeTheyEndAndNotEarlier() {
        Instant[] now = {Instant.EPOCH};
        TurnCredentials turn = new TurnCredentials(List.of("turn:turn.example.org"), "s3cret", Duration.ofMinutes(20));
        MediaRoom renewing = new MediaRoom(CALL, epochs::incrementAndGet, parts(turn, () -> now[0]));
        renewing.join("kiosk", kiosk);
        renewing.renew();
        renewing.join("clerk", clerk);

        now[0] = Instant.EPOCH.plus(Duration.ofMinutes(14));
        renewing.renew();
        assertThat(kiosk.plans()).hasSize(1);

        now[0] = Instant.EPOCH.plus(Duration.ofMinutes(15));
        renewing.renew();
        renewing.renew();
        assertThat(kiosk.plans()).hasSize(2);
        assertThat(clerk.plans().getLast().epoch())
                .isEqualTo(kiosk.plans().getLast().epoch());
        assertThat(kiosk.plans().getLast().iceServers().getFirst().username()).contains("2100:call-1");
    }

    @Test
    void aSignalReachesTheOtherUnderTheSendersRealNameAndOnlyInThisEpoch() {
        both();
        long epoch = kiosk.plans().getLast().epoch();

        room.signal("kiosk", kiosk, new MediaSignal(CALL, epoch, "clerk", "clerk", "step"));
        room.signal("kiosk", kiosk, new MediaSignal(CALL, epoch - 1, "kiosk", "clerk", "late"));
        room.signal("kiosk", new Page("stranger"), new MediaSignal(CALL, epoch, "kiosk", "clerk", "forged"));

        assertThat(clerk.heard(MediaSignal.class))
                .containsExactly(new MediaSignal(CALL, epoch, "kiosk", "clerk", "step"));
        assertThat(kiosk.heard(MediaSignal.class)).isEmpty();
    }

    @Test
    void whoeverJoinsIsToldWhoseCameraIsOff() {
        both();
        MediaState off = new MediaState(CALL, Sending.OFF, Sending.ON, false);
        room.state("kiosk", kiosk, off);
        Page reloaded = new Page("reloaded");

        room.join("clerk", reloaded);

        assertThat(reloaded.heard(MediaState.class)).containsExactly(off);
    }

    @Test
    void whenBothSeeEachOtherThatIsAMilestoneOnceAPlan() {
        both();
        long epoch = kiosk.plan().epoch();
        room.state("kiosk", kiosk, sees(epoch));
        room.state("clerk", clerk, sees(epoch - 1));
        assertThat(milestones).isEmpty();

        room.state("clerk", clerk, sees(epoch));
        room.state("clerk", clerk, new MediaState(CALL, Sending.ON, Sending.ON, false));
        room.state("clerk", clerk, sees(epoch));
        assertThat(milestones).containsExactly("call-1 PEER_TO_PEER");

        room.restart("kiosk", kiosk, new MediaRestart(CALL, epoch));
        assertThat(milestones).hasSize(1);
        room.state("kiosk", kiosk, sees(epoch + 1));
        room.state("clerk", clerk, sees(epoch + 1));
        assertThat(milestones).hasSize(2);
    }

    private static MediaState sees(long epoch) {
        return new MediaState(CALL, Sending.ON, Sending.ON, false, Optional.of(epoch));
    }

    @Test
    void aMediaServerOfWhichBothSayAtOnceThatNothingComesIsLeft() {
        MediaRoom relayed = relayed();
        long epoch = kiosk.plan().epoch();
        assertThat(kiosk.plan().mode()).isEqualTo(MediaMode.RELAY);

        relayed.restart("kiosk", kiosk, new MediaRestart(CALL, epoch));
        relayed.restart("kiosk", kiosk, new MediaRestart(CALL, epoch));
        assertThat(clerk.plan().mode()).as("one's line may be at fault").isEqualTo(MediaMode.RELAY);
        assertThat(kiosk.plans()).hasSize(2);

        relayed.restart("clerk", clerk, new MediaRestart(CALL, epoch));
        assertThat(kiosk.plan().mode()).isEqualTo(MediaMode.PEER_TO_PEER);
        assertThat(clerk.plan().epoch())
                .isEqualTo(epoch + 2)
                .isEqualTo(kiosk.plan().epoch());
    }

    @Test
    void aMediaServerIsNotLeftForAReportThatComesLateOrForAnotherServersSake() {
        MediaRoom relayed = relayed();
        long epoch = kiosk.plan().epoch();
        relayed.restart("kiosk", kiosk, new MediaRestart(CALL, epoch));
        now = now.plusSeconds(3);
        relayed.restart("clerk", clerk, new MediaRestart(CALL, epoch));
        assertThat(kiosk.plans()).as("the clerk's line was cut meanwhile").hasSize(2);

        MediaRoom elsewhere = relayed();
        long first = kiosk.plan().epoch();
        relay.server = "another";
        elsewhere.restart("kiosk", kiosk, new MediaRestart(CALL, first));
        elsewhere.restart("clerk", clerk, new MediaRestart(CALL, first));
        assertThat(kiosk.plan().mode()).isEqualTo(MediaMode.RELAY);
        assertThat(kiosk.plan().epoch()).isEqualTo(first + 1);
    }

    private MediaRoom relayed() {
        MediaRoom relayed =
                new MediaRoom(CALL, epochs::incrementAndGet, parts(Mode.RELAY, relay, TurnCredentials.NONE, () -> now));
        relayed.join("kiosk", kiosk);
        relayed.join("clerk", clerk);
        return relayed;
    }

    @Test
    void theSameCallTalkedInAgainGetsAPlanThatIsNewerThanTheOneBefore() {
        both();
        room.restart(
                "kiosk", kiosk, new MediaRestart(CALL, kiosk.plans().getLast().epoch()));
        long last = kiosk.plans().getLast().epoch();

        MediaRoom again =
                new MediaRoom(CALL, epochs::incrementAndGet, parts(TurnCredentials.NONE, () -> Instant.EPOCH));
        again.join("kiosk", kiosk);
        again.join("clerk", new Page("another clerk"));

        assertThat(kiosk.plans().getLast().epoch()).isGreaterThan(last);
    }

    private MediaParts parts(TurnCredentials turn, InstantSource clock) {
        return parts(Mode.PEER_TO_PEER, Relay.NONE, turn, clock);
    }

    private MediaParts parts(Mode chosen, Relay through, TurnCredentials turn, InstantSource clock) {
        return new MediaParts(
                chosen,
                through,
                new Book(),
                turn,
                clock,
                (call, mode) -> milestones.add(call + " " + mode),
                Runnable::run);
    }

    private void both() {
        room.join("kiosk", kiosk);
        room.join("clerk", clerk);
    }
}
