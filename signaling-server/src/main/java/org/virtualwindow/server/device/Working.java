package org.virtualwindow.server.device;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.virtualwindow.protocol.DeviceView;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.protocol.values.Capability;
import org.virtualwindow.protocol.values.DeviceCondition;

/**
 * What the kiosks have devices for, as their daemons told since they were started: so that one that is gone is missed, and what was
 * taken out of a kiosk for good is not. Any thread.
 */
final class Working {
    private final Map<KioskId, Set<Capability>> had = new ConcurrentHashMap<>();
    private final Map<KioskId, String> starts = new ConcurrentHashMap<>();

    /** @param start names the run of the daemon */
    void came(KioskId kiosk, String start) {
        if (!start.equals(starts.put(kiosk, start))) {
            had.remove(kiosk);
        }
    }

    void told(KioskId kiosk, List<DeviceView> devices) {
        had.merge(kiosk, can(devices), (before, more) -> {
            Set<Capability> all = EnumSet.noneOf(Capability.class);
            all.addAll(before);
            all.addAll(more);
            return all;
        });
    }

    /** For what none of its devices works any more. */
    List<Capability> broken(KioskId kiosk, boolean reached, List<DeviceView> now) {
        Set<Capability> works = reached
                ? can(now.stream().filter(device -> !isOut(device)).toList())
                : EnumSet.noneOf(Capability.class);
        return had.getOrDefault(kiosk, Set.of()).stream()
                .filter(each -> !works.contains(each))
                .sorted()
                .toList();
    }

    private static Set<Capability> can(List<DeviceView> devices) {
        Set<Capability> can = EnumSet.noneOf(Capability.class);
        devices.forEach(device -> can.addAll(device.can()));
        return can;
    }

    private static boolean isOut(DeviceView device) {
        return device.condition() == DeviceCondition.FAULT || device.condition() == DeviceCondition.DISABLED;
    }
}
