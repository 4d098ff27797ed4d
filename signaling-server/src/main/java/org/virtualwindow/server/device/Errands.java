package org.virtualwindow.server.device;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.virtualwindow.protocol.ToDevice;
import org.virtualwindow.protocol.ToDevice.CancelCommand;
import org.virtualwindow.protocol.ToDevice.DoCommand;
import org.virtualwindow.protocol.ToDevice.VisitOver;
import org.virtualwindow.protocol.ids.CommandId;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.server.connection.Peer;

/**
 * What daemons must be told, also those that are away just now. A line may have been dead for a while before anybody notices, so what was
 * said over it shortly before is said again over the next. Any thread.
 */
final class Errands {
    /** Longer than a dead line is taken for a living one. */
    private static final Duration MAY_BE_LOST = Duration.ofMinutes(2);

    private static final int MOST = 20;

    private final Lines daemons;
    private final InstantSource clock;
    private final Map<KioskId, SequencedMap<ToDevice, Said>> errands = new HashMap<>();

    Errands(Lines daemons, InstantSource clock) {
        this.daemons = daemons;
        this.clock = clock;
    }

    /** @param to empty where there was nobody */
    private record Said(Optional<Peer> to, Instant at) {
        boolean isFor(Peer peer, Instant now) {
            return to.isEmpty() || (to.get() != peer && now.isBefore(at.plus(MAY_BE_LOST)));
        }
    }

    /** Now, or as soon as the daemon is there. */
    synchronized void say(KioskId kiosk, ToDevice message) {
        var all = errands.computeIfAbsent(kiosk, _ -> new LinkedHashMap<>());
        all.putLast(message, new Said(Optional.empty(), clock.instant()));
        if (all.size() > MOST) {
            all.pollFirstEntry();
        }
        daemons.peer(kiosk).ifPresent(peer -> missed(kiosk, peer));
    }

    /** Whoever sits there now wants something: what ends the visit before must not reach it any more. */
    synchronized void ask(KioskId kiosk, Peer daemon, DoCommand command) {
        var all = errands.getOrDefault(kiosk, new LinkedHashMap<>());
        all.remove(new VisitOver());
        daemon.send(command);
    }

    /** It is over there. */
    synchronized void ended(KioskId kiosk, CommandId command) {
        errands.getOrDefault(kiosk, new LinkedHashMap<>()).remove(new CancelCommand(command));
    }

    /** A daemon came, or is there still. */
    synchronized void missed(KioskId kiosk, Peer peer) {
        Instant now = clock.instant();
        var all = errands.getOrDefault(kiosk, new LinkedHashMap<>());
        List<ToDevice> missed = new ArrayList<>();
        all.forEach((message, said) -> {
            if (said.isFor(peer, now)) {
                missed.add(message);
            }
        });
        missed.forEach(message -> {
            peer.send(message);
            all.put(message, new Said(Optional.of(peer), now));
        });
    }
}
