package org.virtualwindow.server.device;

import org.virtualwindow.protocol.FromDevice;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.server.connection.Peer;

/** Hears what the device daemons say that were let in. May wait for the database. */
public interface Daemons {
    /** @param start names the run of the daemon: another where it was started anew, the same where only its line was cut */
    void came(KioskId kiosk, String start);

    /** One connection speaks one message after the other. */
    void says(KioskId kiosk, Peer peer, FromDevice message);

    void left(KioskId kiosk, Peer peer);
}
