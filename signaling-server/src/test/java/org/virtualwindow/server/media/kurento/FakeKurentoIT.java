package org.virtualwindow.server.media.kurento;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kurento.client.IceCandidate;
import org.kurento.client.KurentoClient;
import org.kurento.client.MediaPipeline;
import org.kurento.client.WebRtcEndpoint;
import org.kurento.client.internal.server.KurentoServerException;

/** The stand-in holds what the real client asks for, so that tests which lean on it mean something. */
class FakeKurentoIT {
    private final CannedEngine engine = new CannedEngine();
    private final FakeKurento kurento = FakeKurento.start(engine);
    private final KurentoClient client = KurentoClient.create(kurento.uri().toString());

    @AfterEach
    void stop() {
        client.destroy();
        kurento.close();
    }

    @Test
    void theRealClientNegotiatesAndConnectsEndpoints() throws InterruptedException {
        MediaPipeline pipeline = client.createMediaPipeline();
        pipeline.addTag("k", "v");
        WebRtcEndpoint from = new WebRtcEndpoint.Builder(pipeline).build();
        WebRtcEndpoint to = new WebRtcEndpoint.Builder(pipeline).build();
        BlockingQueue<String> found = new LinkedBlockingQueue<>();
        from.addIceCandidateFoundListener(
                event -> found.add(event.getCandidate().getCandidate()));
        from.addIceGatheringDoneListener(event -> found.add("done"));
        from.connect(to);
        from.setMaxVideoRecvBandwidth(3000);

        assertThat(from.processOffer(Sdp.SENDS)).contains("a=recvonly", "m=video 9");
        from.addIceCandidate(new IceCandidate("candidate:9", "0", 0));
        assertThat(found).isEmpty();
        from.gatherCandidates();

        assertThat(List.of(next(found), next(found), next(found)))
                .anyMatch(each -> each.startsWith("candidate:1 "))
                .contains("done");
        assertThat(kurento.connected(from.getId(), to.getId())).isTrue();
        assertThat(kurento.settings(from.getId())).containsEntry("setMaxVideoRecvBandwidth", "3000");
        assertThat(kurento.tags(pipeline.getId())).containsEntry("k", "v");
        assertThat(engine.candidates()).containsExactly(from.getId() + " candidate:9");
        assertThat(client.getServerManager().getInfo().getVersion()).isEqualTo("7.3.0");
        assertThat(client.getServerManager().getPipelines()).containsExactly(pipeline);
        assertThat(pipeline.getChildren()).hasSize(2);

        assertThatThrownBy(() -> from.processOffer(Sdp.SENDS))
                .isInstanceOfSatisfying(
                        KurentoServerException.class,
                        refused -> assertThat(refused.getCode()).isEqualTo(40208));
        assertThatThrownBy(() -> to.processOffer("nonsense"))
                .isInstanceOfSatisfying(
                        KurentoServerException.class,
                        refused -> assertThat(refused.getCode()).isEqualTo(40201));
        pipeline.release();
        pipeline.release();
        assertThat(kurento.objects()).isEmpty();
        assertThatThrownBy(from::gatherCandidates)
                .isInstanceOfSatisfying(
                        KurentoServerException.class,
                        refused -> assertThat(refused.getCode()).isEqualTo(40101));
    }

    @Test
    void whatNoSessionHoldsIsCollectedAndWhoeverListsHolds() {
        String pipeline = client.createMediaPipeline().getId();
        KurentoClient other = KurentoClient.create(kurento.uri().toString());
        assertThat(other.getServerManager().getPipelines()).hasSize(1);
        client.destroy();
        RelayedTalk.await("it to be gone", () -> kurento.connections() == 1);

        kurento.collectGarbage();
        assertThat(kurento.objects()).as("held by the one who listed it").containsExactly(pipeline);

        other.destroy();
        RelayedTalk.await("the other to be gone", () -> kurento.connections() == 0);
        kurento.collectGarbage();
        assertThat(kurento.objects()).isEmpty();
    }

    private static String next(BlockingQueue<String> queue) throws InterruptedException {
        return String.valueOf(queue.poll(5, TimeUnit.SECONDS));
    }
}
