package org.virtualwindow.server.device;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.virtualwindow.protocol.DeviceView;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.protocol.values.Capability;
import org.virtualwindow.server.connection.Peer;

/** Who tells of the kiosks' devices, their daemons or their pages, and of which. Who came last is heard. Any thread. */
final class Lines {
    private static final int MOST_DEVICES = 20;

    private final boolean inPage;
    private final Map<KioskId, Line> lines = new ConcurrentHashMap<>();

    /** @param inPage of pages, which tell of what happens in themselves and of nothing else */
    Lines(boolean inPage) {
        this.inPage = inPage;
    }

    private record Line(Peer peer, List<DeviceView> devices) {}

    Optional<Peer> peer(KioskId kiosk) {
        return Optional.ofNullable(lines.get(kiosk)).map(Line::peer);
    }

    boolean isOf(KioskId kiosk, Peer peer) {
        return lines.get(kiosk) instanceof Line line && line.peer() == peer;
    }

    List<DeviceView> devices(KioskId kiosk) {
        return Optional.ofNullable(lines.get(kiosk)).map(Line::devices).orElse(List.of());
    }

    /** Returns whether this one had not told of any before. */
    boolean tells(KioskId kiosk, Peer peer, List<DeviceView> told) {
        Line next = new Line(peer, those(told));
        Line[] before = new Line[1];
        lines.compute(kiosk, (_, line) -> {
            before[0] = line;
            return line == null
                            || line.peer() == peer
                            || peer.arrival().isAfter(line.peer().arrival())
                    ? next
                    : line;
        });
        return before[0] == null || before[0].peer() != peer;
    }

    /** Returns whether it was the one that is heard. */
    boolean leave(KioskId kiosk, Peer peer) {
        Line line = lines.get(kiosk);
        return line != null && line.peer() == peer && lines.remove(kiosk, line);
    }

    private List<DeviceView> those(List<DeviceView> told) {
        List<DeviceView> kept = new ArrayList<>();
        for (DeviceView device : told.stream().limit(MOST_DEVICES).toList()) {
            List<Capability> can = device.can().stream()
                    .filter(each -> each.inPage() == inPage)
                    .toList();
            if (!can.isEmpty()) {
                kept.add(new DeviceView(
                        device.device(),
                        device.name(),
                        can,
                        device.condition(),
                        device.troubles(),
                        device.simulated()));
            }
        }
        return List.copyOf(kept);
    }
}
