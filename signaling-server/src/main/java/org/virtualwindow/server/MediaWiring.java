package org.virtualwindow.server;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.virtualwindow.server.config.MediaSettings;
import org.virtualwindow.server.config.ServerConfig;
import org.virtualwindow.server.desk.CallMilestones;
import org.virtualwindow.server.desk.Desk;
import org.virtualwindow.server.mailbox.Load;
import org.virtualwindow.server.media.MediaParts;
import org.virtualwindow.server.media.MediaRooms;
import org.virtualwindow.server.media.PassageRows;
import org.virtualwindow.server.media.Relay;
import org.virtualwindow.server.media.StoredPassage;
import org.virtualwindow.server.media.kurento.KurentoRelay;
import org.virtualwindow.server.milestone.Milestone;
import org.virtualwindow.server.postgres.Sql;

/** Makes what calls send their sound and pictures through, and takes up what a former start left there. */
final class MediaWiring {
    private MediaWiring() {}

    /** @param part is given what must be closed with the server */
    static MediaRooms start(
            ServerConfig config, Sql sql, Desk desk, long fence, Around around, UnaryOperator<KurentoRelay> part) {
        PassageRows passages = new PassageRows(sql, around.load("passages"));
        boolean relayed = config.media().mode() != MediaSettings.Mode.PEER_TO_PEER;
        List<StoredPassage> left = passages.left(call -> relayed && desk.now().talking(call));
        Optional<KurentoRelay> relay = relayed
                ? Optional.of(part.apply(KurentoRelay.start(
                        config.media().kurento(),
                        passages.installation(),
                        fence,
                        left,
                        around.load("relay"),
                        around.timer())))
                : Optional.empty();
        MediaRooms media = new MediaRooms(
                fence,
                new MediaParts(
                        config.media().mode(),
                        relay.<Relay>map(each -> each).orElse(Relay.NONE),
                        passages,
                        config.turn(),
                        around.clock(),
                        (call, mode) ->
                                CallMilestones.connected(desk.now(), call, mode).ifPresent(Milestone::write),
                        // Whoever brings something passes it on: a thread for each message cost half as much again.
                        new Load(Runnable::run, around.registry(), "media")));
        relay.ifPresent(each -> each.bindTo(around.registry()));
        media.resume(left);
        return media;
    }
}
