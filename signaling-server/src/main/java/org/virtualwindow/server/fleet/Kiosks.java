package org.virtualwindow.server.fleet;

import org.virtualwindow.protocol.ToDevice;
import org.virtualwindow.protocol.ToKiosk;
import org.virtualwindow.protocol.ids.KioskId;

/** The kiosks as they are at this moment. Never waits; any thread. */
public interface Kiosks {
    /** Somebody's matter is open there, or they are in a call. */
    boolean inUse(KioskId kiosk);

    /** Its daemon is connected. */
    boolean hasDaemon(KioskId kiosk);

    /** False where its page is not connected. */
    boolean tellPage(KioskId kiosk, ToKiosk message);

    /** False where its daemon is not connected. */
    boolean tellDaemon(KioskId kiosk, ToDevice message);
}
