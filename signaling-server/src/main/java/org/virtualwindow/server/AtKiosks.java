package org.virtualwindow.server;

import org.virtualwindow.protocol.ToDevice;
import org.virtualwindow.protocol.ToKiosk;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.server.desk.Desk;
import org.virtualwindow.server.device.DeviceDoor;
import org.virtualwindow.server.fleet.Kiosks;
import org.virtualwindow.server.kiosk.KioskDoor;
import org.virtualwindow.server.room.Visits;

/** Who sits at the kiosks, and what is connected of them. */
record AtKiosks(Visits visits, Desk desk, KioskDoor pages, DeviceDoor daemons) implements Kiosks {
    @Override
    public boolean inUse(KioskId kiosk) {
        return visits.at(kiosk).isPresent() || desk.now().callAt(kiosk).isPresent();
    }

    @Override
    public boolean hasDaemon(KioskId kiosk) {
        return daemons.version(kiosk).isPresent();
    }

    @Override
    public boolean tellPage(KioskId kiosk, ToKiosk message) {
        return pages.tell(kiosk, message);
    }

    @Override
    public boolean tellDaemon(KioskId kiosk, ToDevice message) {
        return daemons.tell(kiosk, message);
    }
}
