package org.virtualwindow.server.device;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.virtualwindow.protocol.ToDevice;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.server.connection.Peer;

/** What daemons must be told, also those that are away just now. Any thread. */
final class Errands {
    private final Lines daemons;
    private final Map<KioskId, Set<ToDevice>> unsaid = new ConcurrentHashMap<>();

    Errands(Lines daemons) {
        this.daemons = daemons;
    }

    /** Now, or as soon as the daemon is there. */
    void say(KioskId kiosk, ToDevice message) {
        Optional<Peer> daemon = daemons.peer(kiosk);
        if (daemon.isPresent()) {
            daemon.get().send(message);
        } else {
            unsaid.merge(kiosk, Set.of(message), (before, more) -> {
                Set<ToDevice> all = new LinkedHashSet<>(before);
                all.addAll(more);
                return all;
            });
            // It may have come meanwhile: what ends this visit must not reach it in the next.
            daemons.peer(kiosk).ifPresent(come -> missed(kiosk, come));
        }
    }

    /** A daemon came. */
    void missed(KioskId kiosk, Peer peer) {
        Set<ToDevice> missed = unsaid.remove(kiosk);
        if (missed != null) {
            missed.forEach(peer::send);
        }
    }
}
