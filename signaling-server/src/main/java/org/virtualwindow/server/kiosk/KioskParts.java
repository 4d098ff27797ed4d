package org.virtualwindow.server.kiosk;

import org.virtualwindow.server.desk.Desk;
import org.virtualwindow.server.form.Catalog;
import org.virtualwindow.server.identity.HelperSignIn;
import org.virtualwindow.server.media.MediaRooms;
import org.virtualwindow.server.room.Rooms;
import org.virtualwindow.server.room.Visits;

/** What a kiosk's conversation talks to. */
public record KioskParts(
        Desk desk, Rooms rooms, Visits visits, MediaRooms media, Catalog catalog, HelperSignIn helpers) {}
