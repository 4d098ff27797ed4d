package org.virtualwindow.server.media.kurento;

import static org.assertj.core.api.Assertions.assertThat;
import static org.virtualwindow.server.media.kurento.RelayedTalk.await;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.kurento.client.KurentoClient;
import org.virtualwindow.protocol.MediaMessage.MediaSource;
import org.virtualwindow.protocol.MediaMessage.Offer;
import org.virtualwindow.protocol.MediaPlan.MediaMode;
import org.virtualwindow.server.config.MediaSettings.Mode;
import org.virtualwindow.server.media.Page;

/** What {@link RelayIT} tells, with a real media server: the same client, the same times as in a hall. */
@EnabledIfEnvironmentVariable(
        named = "KURENTO_URI",
        matches = "wss?://.+",
        disabledReason = "no real Kurento Media Server: name one in KURENTO_URI, like ws://127.0.0.1:8888/kurento")
class RealKurentoIT {
    private final URI uri =
            URI.create(Optional.ofNullable(System.getenv("KURENTO_URI")).orElse(""));
    private final KurentoClient watching = KurentoClient.create(uri.toString());

    @AfterEach
    void stop() {
        watching.destroy();
    }

    @Test
    void aCallGoesThroughItIsAdoptedAndLeavesNothing() {
        RelayedTalk talk = new RelayedTalk(Mode.RELAY, Patience.USUAL, uri).begin();
        assertThat(talk.mode()).isEqualTo(MediaMode.RELAY);
        talk.talks();
        talk.kioskSays(talk.epoch(), "kiosk", MediaSource.SCREEN, new Offer(Sdp.SENDS_SCREEN));
        talk.clerkSays(talk.epoch(), "kiosk", MediaSource.SCREEN, new Offer(Sdp.RECEIVES_SCREEN));
        await("six endpoints", () -> talk.stored().size() == 6);
        await(
                "candidates and their end",
                () -> RelayedTalk.candidates(talk.clerk, "kiosk").stream()
                        .anyMatch(batch -> batch.candidates().isEmpty()));
        assertThat(ours()).isEqualTo(1);
        long epoch = talk.epoch();
        talk.close();

        RelayedTalk after = new RelayedTalk(
                Mode.RELAY,
                Patience.USUAL,
                List.copyOf(talk.book.written().values()),
                new Page("kiosk-page"),
                new Page("clerk-page"),
                uri);
        try (after) {
            after.join();
            await("the plan is told again", () -> !after.kiosk.plans().isEmpty());
            assertThat(after.epoch()).isEqualTo(epoch);

            after.ends();
            await("nothing left", () -> ours() == 0);
        }
    }

    private long ours() {
        return watching.getServerManager().getPipelines().stream()
                .filter(pipeline -> pipeline.getTags().stream()
                        .anyMatch(tag ->
                                tag.getKey().equals(Tag.KEY) && tag.getValue().contains(" call-1 ")))
                .count();
    }
}
