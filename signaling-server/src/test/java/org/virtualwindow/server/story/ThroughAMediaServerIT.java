package org.virtualwindow.server.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.virtualwindow.server.Await.await;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.virtualwindow.protocol.MediaMessage.MediaSource;
import org.virtualwindow.protocol.MediaMessage.Offer;
import org.virtualwindow.protocol.MediaMessage.RelaySignal;
import org.virtualwindow.protocol.MediaPlan;
import org.virtualwindow.protocol.ids.CallId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.server.config.MediaSettings;
import org.virtualwindow.server.media.kurento.FakeKurento;
import org.virtualwindow.server.media.kurento.Sdp;
import org.virtualwindow.server.postgres.Sql;

/** A call whose sound and picture go through a media server, over real sockets and a real database. */
class ThroughAMediaServerIT {
    @TempDir
    static Path folder = Path.of("");

    @Test
    void theMediaOfACallOutliveARestartOfTheServerAndEndWithTheCall() {
        try (FakeKurento kurento = FakeKurento.start();
                Town town = new Town(folder, new MediaSettings(MediaSettings.Mode.RELAY, List.of(kurento.uri())))) {
            await("the media server", () -> kurento.requests().contains("getPipelines"));
            Console clerk = town.console("shen.jianhua");
            KioskPage kiosk = town.kiosk(Town.ENTRANCE);
            clerk.isReady(true);
            RoomId room = kiosk.opensTheForm();
            kiosk.calls(room);
            CallId call = clerk.awaitRing().call();
            clerk.answers(call);
            MediaPlan plan = kiosk.line().await(MediaPlan.class);
            assertThat(plan.mode()).isEqualTo(MediaPlan.MediaMode.RELAY);
            offer(kiosk.line(), plan, "kiosk", "clerk");
            offer(clerk.line(), clerk.line().await(MediaPlan.class), "clerk", "kiosk");
            await("all of it is written down", () -> written(town, ".WebRtcEndpoint") == 4);
            List<String> objects = kurento.objects();

            town.restart();
            try (KioskPage kioskBack = town.kiosk(kiosk.cookie(), kiosk.page());
                    Console clerkBack = town.console(clerk.cookie(), clerk.page())) {
                assertThat(kioskBack.line().await(MediaPlan.class).epoch()).isEqualTo(plan.epoch());
                assertThat(clerkBack.line().await(MediaPlan.class).epoch()).isEqualTo(plan.epoch());
                assertThat(kurento.objects("WebRtcEndpoint")).isNotEmpty().allMatch(objects::contains);
                assertThat(kurento.objects()).containsAll(objects);

                clerkBack.hangsUp(call);
                await("nothing left", () -> kurento.objects().isEmpty() && written(town, call.value()) == 0);
            }
        }
    }

    private static void offer(Line<?> line, MediaPlan plan, String me, String other) {
        line.say(new RelaySignal(plan.call(), plan.epoch(), me, MediaSource.TALK, new Offer(Sdp.SENDS)));
        line.say(new RelaySignal(plan.call(), plan.epoch(), other, MediaSource.TALK, new Offer(Sdp.RECEIVES)));
    }

    /** How often this stands in what is kept of relayed calls. */
    private static int written(Town town, String what) {
        return new Sql(town.server().database().dataSource())
                .list("select body from relayed_call", row -> row.getString("body")).stream()
                        .mapToInt(body -> body.split(what, -1).length - 1)
                        .sum();
    }
}
