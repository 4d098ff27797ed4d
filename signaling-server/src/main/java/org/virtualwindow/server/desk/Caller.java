package org.virtualwindow.server.desk;

import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.ids.ServiceItemId;

/** Who calls, from where, for what. */
public record Caller(KioskId kiosk, CentreId near, RoomId room, CentreId owner, ServiceItemId item, boolean helper) {}
