package org.virtualwindow.server.desk;

import java.util.Optional;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.ids.ServiceItemId;

/** Who calls, from where, for what. */
public record Caller(
        KioskId kiosk,
        CentreId near,
        RoomId room,
        CentreId owner,
        ServiceItemId item,
        boolean helper,
        Optional<Resumed> resumed) {

    /** Somebody who came with a matter for the first time. */
    public Caller(KioskId kiosk, CentreId near, RoomId room, CentreId owner, ServiceItemId item, boolean helper) {
        this(kiosk, near, room, owner, item, helper, Optional.empty());
    }
}
