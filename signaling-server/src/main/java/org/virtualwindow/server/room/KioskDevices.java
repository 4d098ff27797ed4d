package org.virtualwindow.server.room;

import java.time.Duration;
import java.util.List;
import org.virtualwindow.protocol.Blob;
import org.virtualwindow.protocol.DeviceTask;
import org.virtualwindow.protocol.DeviceView;
import org.virtualwindow.protocol.ids.CommandId;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.values.Capability;

/** The devices of the kiosks, as a room uses them. Never waits; any thread. */
public interface KioskDevices {
    /** Where there are none. */
    KioskDevices NONE = new KioskDevices() {
        @Override
        public AtKiosk at(KioskId kiosk) {
            return AtKiosk.NOTHING;
        }

        @Override
        public void begins(KioskId kiosk, Command command) {}

        @Override
        public void isOver(KioskId kiosk, RoomId room, CommandId command, Ended ended) {}
    };

    AtKiosk at(KioskId kiosk);

    /** This was allowed and is on disk. Also said again of what runs: it has one effect however often it is said. */
    void begins(KioskId kiosk, Command command);

    /** What was allowed is over, and that is on disk. Also said again: it has one effect however often it is said. */
    void isOver(KioskId kiosk, RoomId room, CommandId command, Ended ended);

    /**
     * @param cancelled the device may not know it yet
     * @param pages that came of it; whatever else was stored for it is nobody's
     */
    record Ended(Capability taken, boolean cancelled, List<Blob> pages) {}

    /**
     * @param reached the kiosk's daemon is connected and tells of its devices
     * @param watched the page of this visit is connected: whoever sits there sees what runs, and can stop it
     * @param devices those of the daemon and of the page
     */
    record AtKiosk(boolean reached, boolean watched, List<DeviceView> devices) {
        static final AtKiosk NOTHING = new AtKiosk(false, false, List.of());
    }

    /**
     * @param nonce comes back with the result
     * @param within how long it may take
     */
    record Command(RoomId room, CommandId id, DeviceTask task, String nonce, Duration within) {}
}
