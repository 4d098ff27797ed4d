package org.virtualwindow.server.media.kurento;

import static org.assertj.core.api.Assertions.assertThat;
import static org.virtualwindow.server.media.kurento.RelayedTalk.SHORT;
import static org.virtualwindow.server.media.kurento.RelayedTalk.await;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kurento.client.KurentoClient;
import org.kurento.client.MediaPipeline;
import org.virtualwindow.protocol.MediaMessage.Answered;
import org.virtualwindow.protocol.MediaMessage.MediaSource;
import org.virtualwindow.protocol.MediaMessage.Offer;
import org.virtualwindow.protocol.MediaMessage.RelaySignal;
import org.virtualwindow.protocol.MediaPlan.MediaMode;
import org.virtualwindow.protocol.ids.CallId;
import org.virtualwindow.server.config.MediaSettings.Mode;
import org.virtualwindow.server.media.Page;

/** A call through a media server while all is well: the real Java client, talking to {@link FakeKurento}. */
class RelayIT {
    private final CannedEngine engine = new CannedEngine();
    private final FakeKurento kurento = FakeKurento.start(engine);
    private final List<RelayedTalk> talks = new ArrayList<>();

    @AfterEach
    void stop() {
        talks.forEach(RelayedTalk::close);
        kurento.close();
    }

    @Test
    void eachReceivesWhatTheOtherShowsThroughItAndNothingIsLeftAfterwards() {
        RelayedTalk talk = begin(Mode.RELAY);
        assertThat(talk.mode()).isEqualTo(MediaMode.RELAY);

        talk.talks();
        talk.clerkSays(talk.epoch(), "kiosk", MediaSource.SCREEN, new Offer(Sdp.RECEIVES_SCREEN));
        talk.kioskSays(talk.epoch(), "kiosk", MediaSource.SCREEN, new Offer(Sdp.SENDS_SCREEN));
        talk.clerkSays(talk.epoch(), "kiosk", MediaSource.BED, new Offer(Sdp.RECEIVES_SCREEN));
        talk.kioskSays(talk.epoch(), "kiosk", MediaSource.BED, new Offer(Sdp.SENDS_SCREEN));
        await("eight endpoints", () -> talk.stored().size() == 8);

        List<String> pipelines = kurento.objects("MediaPipeline");
        assertThat(pipelines).hasSize(1);
        assertThat(kurento.tags(pipelines.getFirst()).get("virtualwindow"))
                .matches("installation \\d+ call-1 " + talk.epoch());
        List<String> ends = kurento.objects("WebRtcEndpoint");
        long flows = ends.stream()
                .flatMap(from -> ends.stream().filter(to -> kurento.connected(from, to)))
                .count();
        assertThat(flows).isEqualTo(4);
        assertThat(ends.stream().map(kurento::settings).flatMap(set -> set.entrySet().stream()))
                .extracting(set -> set.getKey() + " " + set.getValue())
                .contains("setMaxVideoSendBandwidth 4000", "setMaxVideoRecvBandwidth 4000");
        await(
                "candidates and their end",
                () -> RelayedTalk.candidates(talk.kiosk, "clerk").stream()
                        .anyMatch(batch -> batch.candidates().isEmpty()));
        assertThat(RelayedTalk.candidates(talk.kiosk, "clerk")).hasSizeLessThanOrEqualTo(3);

        talk.ends();
        await("nothing left", () -> kurento.objects().isEmpty());
        assertThat(talk.book.written()).isEmpty();
    }

    @Test
    void candidatesThatComeBeforeTheOfferReachItsEndpointInOrder() {
        RelayedTalk talk = begin(Mode.RELAY);
        for (int i = 0; i < 5; i++) {
            talk.kioskSays(talk.epoch(), "kiosk", MediaSource.TALK, RelayedTalk.candidate("early-" + i));
        }
        talk.kioskSays(talk.epoch(), "kiosk", MediaSource.TALK, new Offer(Sdp.SENDS));
        for (int i = 0; i < 200; i++) {
            talk.kioskSays(talk.epoch(), "kiosk", MediaSource.TALK, RelayedTalk.candidate("late-" + i));
        }
        talk.kioskSays(talk.epoch(), "clerk", MediaSource.TALK, new Offer(Sdp.RECEIVES));
        await(
                "both answers",
                () -> RelayedTalk.answers(talk.kiosk, talk.epoch()).size() == 2);

        List<String> came = engine.candidates().stream()
                .map(each -> each.substring(each.indexOf(' ') + 1))
                .toList();
        assertThat(came).startsWith("early-0", "early-1", "early-2", "early-3", "early-4", "late-0", "late-1");
        assertThat(came).as("one browser fills no memory").hasSize(100);
    }

    @Test
    void whatIsOfAnotherEpochOrSaidForAnotherIsDropped() {
        RelayedTalk talk = begin(Mode.RELAY);
        long epoch = talk.epoch();

        talk.kioskSays(epoch - 1, "kiosk", MediaSource.TALK, new Offer(Sdp.SENDS));
        talk.kioskSays(epoch, "somebody", MediaSource.TALK, new Offer(Sdp.SENDS));
        talk.rooms.fromKiosk(
                new Page("stranger"),
                new RelaySignal(talk.call, epoch, "kiosk", MediaSource.TALK, new Offer(Sdp.SENDS)));
        talk.kioskSays(epoch, "clerk", MediaSource.TALK, new Answered(Sdp.SENDS));
        talk.kioskSays(epoch, "kiosk", MediaSource.TALK, new Offer(Sdp.SENDS));
        await("the one answer", () -> !RelayedTalk.answers(talk.kiosk, epoch).isEmpty());

        assertThat(kurento.objects("WebRtcEndpoint")).hasSize(1);
        assertThat(talk.clerk.heard(RelaySignal.class)).isEmpty();
        assertThat(talk.epoch()).isEqualTo(epoch);
    }

    @Test
    void theFirstOfferOfAStreamStandsAndAnotherChangesNothing() {
        RelayedTalk talk = begin(Mode.RELAY);
        long epoch = talk.epoch();

        talk.kioskSays(epoch, "kiosk", MediaSource.TALK, new Offer(Sdp.SENDS));
        talk.kioskSays(epoch, "kiosk", MediaSource.TALK, new Offer(Sdp.SENDS));
        talk.kioskSays(epoch, "clerk", MediaSource.TALK, new Offer(Sdp.RECEIVES));
        await("the answers", () -> RelayedTalk.answers(talk.kiosk, epoch).size() == 2);

        assertThat(kurento.objects("WebRtcEndpoint")).hasSize(2);
        assertThat(talk.epoch()).isEqualTo(epoch);
    }

    @Test
    void whereItIsOnlyNeededTheRelayComesInAfterTheDirectWayBroke() {
        RelayedTalk talk = begin(Mode.AS_NEEDED);
        assertThat(talk.mode()).isEqualTo(MediaMode.PEER_TO_PEER);
        assertThat(kurento.objects()).isEmpty();

        long direct = talk.epoch();
        talk.kioskSaysItBroke();

        assertThat(talk.awaitPlanAfter(direct).mode()).isEqualTo(MediaMode.RELAY);
        talk.talks();
        assertThat(kurento.objects("WebRtcEndpoint")).hasSize(4);
    }

    @Test
    void aNewPlanLeavesNothingOfTheOneBefore() {
        RelayedTalk talk = begin(Mode.RELAY);
        talk.talks();
        List<String> before = kurento.objects();
        long epoch = talk.epoch();

        talk.kioskSaysItBroke();
        talk.awaitPlanAfter(epoch);
        talk.talks();

        await("the old to go", () -> kurento.objects().stream().noneMatch(before::contains));
        assertThat(kurento.objects("WebRtcEndpoint")).hasSize(4);
    }

    @Test
    void aRestartedServerAdoptsWhatBothPagesStillUse() {
        RelayedTalk talk = talkThatIsWrittenDown();
        List<String> before = kurento.objects();
        long epoch = talk.epoch();
        talk.close();

        RelayedTalk after = after(talk, new Page("kiosk-page"), new Page("clerk-page"));
        after.join();
        await(
                "the plan is told again",
                () -> !after.kiosk.plans().isEmpty() && !after.clerk.plans().isEmpty());

        assertThat(after.kiosk.plan().epoch()).isEqualTo(epoch);
        assertThat(after.clerk.plan().epoch()).isEqualTo(epoch);
        await("the old server to be gone", () -> kurento.connections() == 1);
        kurento.collectGarbage();
        assertThat(kurento.objects())
                .as("the new server holds every one of them")
                .hasSameElementsAs(before);

        after.kioskSays(epoch, "kiosk", MediaSource.SCREEN, new Offer(Sdp.SENDS_SCREEN));
        after.kioskSays(epoch, "kiosk", MediaSource.TALK, new Offer(Sdp.SENDS));
        await("a screen in the same pipeline", () -> after.stored().size() == 5);
        assertThat(kurento.objects("MediaPipeline")).hasSize(1);

        after.ends();
        await("nothing left", () -> kurento.objects().isEmpty());
    }

    @Test
    void anotherPageAfterARestartGetsAPlanOfItsOwnAndTheOldIsReleased() {
        RelayedTalk talk = talkThatIsWrittenDown();
        List<String> before = kurento.objects();
        long epoch = talk.epoch();
        talk.close();

        RelayedTalk after = after(talk, new Page("kiosk-page"), new Page("reloaded"));
        after.begin();

        assertThat(after.epoch()).isGreaterThan(epoch);
        assertThat(after.mode()).isEqualTo(MediaMode.RELAY);
        await("the old to go", () -> kurento.objects().stream().noneMatch(before::contains));
    }

    @Test
    void whatCannotBeAdoptedIsReplacedByANewPlan() {
        RelayedTalk talk = talkThatIsWrittenDown();
        long epoch = talk.epoch();
        talk.close();
        await("the old server to be gone", () -> kurento.connections() == 0);
        kurento.collectGarbage();
        assertThat(kurento.objects()).isEmpty();

        RelayedTalk after = after(talk, new Page("kiosk-page"), new Page("clerk-page"));
        after.join();
        await("a plan", () -> !after.kiosk.plans().isEmpty());

        assertThat(after.epoch()).isGreaterThan(epoch);
    }

    @Test
    void anothersPipelinesAreNotTouchedAndNotKeptAliveByLooking() {
        KurentoClient other = KurentoClient.create(kurento.uri().toString());
        MediaPipeline untagged = other.createMediaPipeline();
        MediaPipeline tagged = other.createMediaPipeline();
        tagged.addTag("virtualwindow", "another-installation 7 call-1 7000001");
        MediaPipeline orphan = other.createMediaPipeline();
        orphan.addTag("virtualwindow", "installation 1 forgotten 1000001");

        begin(Mode.RELAY);
        await("our own orphan to go", () -> !kurento.objects().contains(orphan.getId()));
        assertThat(kurento.objects()).contains(untagged.getId(), tagged.getId());

        long looked = looks();
        await("several more looks", () -> looks() >= looked + 3);
        assertThat(kurento.objects()).contains(untagged.getId(), tagged.getId());
        other.destroy();
        await("their owner to be gone", () -> kurento.connections() == 1);
        await("nobody to hold them", () -> {
            kurento.collectGarbage();
            return kurento.objects().stream().noneMatch(List.of(untagged.getId(), tagged.getId())::contains);
        });
    }

    private long looks() {
        return kurento.requests().stream().filter("getPipelines"::equals).count();
    }

    @Test
    void aNewCallGoesToTheServerThatCarriesLess() {
        try (FakeKurento second = FakeKurento.start()) {
            RelayedTalk talk = new RelayedTalk(Mode.RELAY, SHORT, kurento.uri(), second.uri());
            talks.add(talk);
            RelayedTalk.awaitProven(kurento, second);
            talk.begin();
            await("a pipeline", () -> ours(kurento) + ours(second) == 1);

            Page otherKiosk = new Page("k2");
            Page otherClerk = new Page("c2");
            var another = new CallId("call-2");
            talk.rooms.joinKiosk(another, otherKiosk);
            talk.rooms.joinClerk(another, otherClerk);

            await("one each", () -> ours(kurento) == 1 && ours(second) == 1);
        }
    }

    private static long ours(FakeKurento server) {
        return server.objects("MediaPipeline").stream()
                .map(server::tags)
                .filter(tags -> !tags.getOrDefault("virtualwindow", "proof").contains("proof"))
                .count();
    }

    private RelayedTalk begin(Mode mode) {
        RelayedTalk talk = new RelayedTalk(mode, SHORT, kurento.uri());
        talks.add(talk);
        return talk.begin();
    }

    /** All that the next server must know of it is on disk. */
    private RelayedTalk talkThatIsWrittenDown() {
        RelayedTalk talk = begin(Mode.RELAY);
        talk.talks();
        await("it is written down", () -> talk.stored().size() == 4);
        return talk;
    }

    /** The next server on the same database. */
    private RelayedTalk after(RelayedTalk before, Page kiosk, Page clerk) {
        RelayedTalk talk = new RelayedTalk(
                Mode.RELAY, SHORT, List.copyOf(before.book.written().values()), kiosk, clerk, kurento.uri());
        talks.add(talk);
        return talk;
    }
}
