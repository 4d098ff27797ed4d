package org.virtualwindow.server.kiosk;

import org.virtualwindow.server.desk.Desk;
import org.virtualwindow.server.device.Devices;
import org.virtualwindow.server.fleet.Fleet;
import org.virtualwindow.server.identity.HelperSignIn;
import org.virtualwindow.server.identity.PhoneLinks;
import org.virtualwindow.server.items.CurrentOffering;
import org.virtualwindow.server.items.Packages;
import org.virtualwindow.server.media.MediaRooms;
import org.virtualwindow.server.room.EarlierCases;
import org.virtualwindow.server.room.Rooms;
import org.virtualwindow.server.room.Visits;

/** What a kiosk's conversation talks to. */
public record KioskParts(
        Desk desk,
        Rooms rooms,
        Visits visits,
        MediaRooms media,
        Packages packages,
        CurrentOffering offering,
        HelperSignIn helpers,
        EarlierCases earlier,
        Resuming resuming,
        Devices devices,
        Fleet fleet,
        PhoneLinks phones) {}
