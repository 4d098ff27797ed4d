package org.virtualwindow.server.media.kurento;

import static org.assertj.core.api.Assertions.assertThat;
import static org.virtualwindow.server.media.kurento.RelayedTalk.SHORT;
import static org.virtualwindow.server.media.kurento.RelayedTalk.await;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.virtualwindow.protocol.MediaMessage.MediaSource;
import org.virtualwindow.protocol.MediaMessage.Offer;
import org.virtualwindow.protocol.MediaPlan.MediaMode;
import org.virtualwindow.server.config.MediaSettings.Mode;

/** A call through a media server that fails: both are told a new plan in time, and nothing is left behind. */
class RelayFaultsIT {
    private static final int MOST_CALLS = 100;

    private final CannedEngine engine = new CannedEngine();
    private final FakeKurento kurento = FakeKurento.start(engine);
    private final FakeKurento second = FakeKurento.start();
    private final List<RelayedTalk> talks = new ArrayList<>();

    @AfterEach
    void stop() {
        talks.forEach(RelayedTalk::close);
        kurento.close();
        second.close();
    }

    /** What goes wrong in the middle of a call, and how it ends. */
    enum Fault {
        RESET(FakeKurento::reset, any -> {}),
        DEATH(FakeKurento::kill, FakeKurento::restart),
        SILENCE(server -> server.mute(true), FakeKurento::behave),
        FROZEN_NETWORK(server -> server.freeze(true), FakeKurento::behave),
        RESET_AND_NO_HANDSHAKE(
                server -> {
                    server.shakeNoHands(true);
                    server.reset();
                },
                FakeKurento::behave);

        final Consumer<FakeKurento> begins;
        final Consumer<FakeKurento> ends;

        Fault(Consumer<FakeKurento> begins, Consumer<FakeKurento> ends) {
            this.begins = begins;
            this.ends = ends;
        }
    }

    @ParameterizedTest
    @EnumSource
    void bothGetANewPlanInTimeAndLaterCallsUseTheServerAgain(Fault fault) {
        RelayedTalk talk = begin(SHORT, kurento.uri());
        talk.talks();
        long epoch = talk.epoch();

        fault.begins.accept(kurento);
        talk.awaitPlanAfter(epoch);
        fault.ends.accept(kurento);

        talk.anotherThroughTheRelay();
        await(
                "nothing of the first call",
                () -> kurento.objects("WebRtcEndpoint").size() == 4);
        talk.ends();
        await("nothing left", () -> kurento.objects().isEmpty());
    }

    /** The client answers whatever waits with error 0 when its connection ends, and tells of that end only afterwards. */
    @Test
    void anAnswerTheClientMadeUpItselfMeansThatTheConnectionEnded() {
        RelayedTalk talk = begin(SHORT, kurento.uri());
        long epoch = talk.epoch();
        kurento.refuse("create WebRtcEndpoint", 0);

        talk.offerTalk();

        assertThat(talk.awaitPlanAfter(epoch).mode()).isEqualTo(MediaMode.PEER_TO_PEER);
        assertThat(talk.kiosk.plans()).as("none of them on the ended one").hasSize(2);
    }

    @Test
    void aServerThatFallsSilentIsNoticedWithTheUsualTimesToo() {
        RelayedTalk talk = begin(Patience.USUAL, kurento.uri());
        talk.talks();
        long epoch = talk.epoch();

        kurento.mute(true);

        assertThat(talk.awaitPlanAfter(epoch).mode()).isEqualTo(MediaMode.PEER_TO_PEER);
    }

    @Test
    void theCallGoesToAnotherServerWhereThereIsOne() {
        RelayedTalk talk = begin(SHORT, kurento.uri(), second.uri());
        RelayedTalk.awaitProven(kurento, second);
        talk.talks();
        FakeKurento first = kurento.objects("WebRtcEndpoint").isEmpty() ? second : kurento;
        FakeKurento other = first == kurento ? second : kurento;
        long epoch = talk.epoch();

        first.kill();

        assertThat(talk.awaitPlanAfter(epoch).mode()).isEqualTo(MediaMode.RELAY);
        talk.talks();
        assertThat(other.objects("WebRtcEndpoint")).hasSize(4);
    }

    @Test
    void anAnswerThatComesTooLateIsNotWaitedForAndItsObjectsGo() {
        RelayedTalk talk = begin(SHORT, kurento.uri());
        long epoch = talk.epoch();
        kurento.delay("create WebRtcEndpoint", SHORT.call().plusMillis(500));
        talk.offerTalk();

        talk.awaitPlanAfter(epoch);
        talk.ends();
        await(
                "the late one to be there and go",
                () -> kurento.requests().contains("create WebRtcEndpoint")
                        && kurento.objects().isEmpty());
    }

    @Test
    void whatThePagesOfferAndTheServerCannotAnswerGoesTheDirectWayAtOnce() {
        engine.knowNoVideoCodec();
        RelayedTalk talk = begin(SHORT, kurento.uri());
        long epoch = talk.epoch();

        talk.offerTalk();

        assertThat(talk.awaitPlanAfter(epoch).mode()).isEqualTo(MediaMode.PEER_TO_PEER);
        await("nothing left", () -> kurento.objects().isEmpty());

        talk.another();
        long next = talk.epoch();
        talk.kioskSays(next, "kiosk", MediaSource.TALK, new Offer("nonsense"));
        assertThat(talk.awaitPlanAfter(next).mode()).isEqualTo(MediaMode.PEER_TO_PEER);
        await("nothing left", () -> kurento.objects().isEmpty());
    }

    @Test
    void aServerThatRefusesEverythingIsTriedTwiceAndThenLeft() {
        RelayedTalk talk = begin(SHORT, kurento.uri());
        talk.ends();
        kurento.refuse("create WebRtcEndpoint", 40001);

        talk.another();
        talk.settles();

        assertThat(talk.mode()).isEqualTo(MediaMode.PEER_TO_PEER);
        assertThat(talk.kiosk.plans()).hasSize(3);
    }

    @Test
    void nothingIsLeftWhicheverRequestIsRefused() {
        assertThat(leavesNothing(SHORT, FakeKurento::refuseNth)).isGreaterThan(25);
    }

    @Test
    void nothingIsLeftWhicheverAnswerIsLost() {
        Patience hasty = new Patience(
                Duration.ofMillis(250),
                SHORT.connect(),
                SHORT.probe(),
                SHORT.probeEvery(),
                SHORT.retryFirst(),
                SHORT.retryLongest(),
                Duration.ofMillis(100),
                SHORT.adopt(),
                SHORT.batch());
        assertThat(leavesNothing(hasty, FakeKurento::loseAnswerOfNth)).isGreaterThan(25);
    }

    /** A call for each request that building one takes, which fails at that request. Gives how many there were. */
    private int leavesNothing(Patience patience, BiConsumer<FakeKurento, Integer> failAt) {
        RelayedTalk talk = begin(patience, kurento.uri());
        int nth = 1;
        for (int calls = 0; calls < MOST_CALLS; calls++) {
            talk.awaitServer();
            failAt.accept(kurento, nth);
            talk.another();
            talk.settles();
            boolean came = kurento.nthCame();
            boolean whole = talk.mode() == MediaMode.RELAY;
            kurento.behave();
            talk.ends();
            await(
                    "nothing left of failing at request " + nth,
                    () -> kurento.objects().isEmpty());
            if (came) {
                nth++;
            } else if (whole) {
                return nth - 1;
            } // else a busy machine was slower than this test's patience: the same once more
        }
        throw new AssertionError("no call of " + MOST_CALLS + " was whole, the last failed before request " + nth);
    }

    @Test
    void whatCouldNotBeReleasedIsSweptAway() {
        RelayedTalk talk = begin(SHORT, kurento.uri());
        talk.talks();
        kurento.refuse("release", 40001);

        talk.ends();
        await("a release is tried", () -> kurento.requests().contains("release"));
        kurento.behave();

        await("nothing left", () -> kurento.objects().isEmpty());
    }

    private RelayedTalk begin(Patience patience, URI... servers) {
        RelayedTalk talk = new RelayedTalk(Mode.RELAY, patience, servers);
        talks.add(talk);
        return talk.begin();
    }
}
