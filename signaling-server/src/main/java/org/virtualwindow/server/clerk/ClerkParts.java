package org.virtualwindow.server.clerk;

import java.time.Duration;
import java.util.concurrent.Executor;
import org.virtualwindow.server.desk.Desk;
import org.virtualwindow.server.directory.Directory;
import org.virtualwindow.server.items.Packages;
import org.virtualwindow.server.kiosk.KioskDoor;
import org.virtualwindow.server.media.MediaRooms;
import org.virtualwindow.server.room.PutAside;
import org.virtualwindow.server.room.Rooms;

/**
 * What a clerk's conversation talks to.
 *
 * @param errands the same queue that {@link Seating} uses: a clerk enters a room after being seated there
 * @param reminders tells which matters wait for their applicants; nobody in a call waits behind that
 * @param longWait whoever waits this long is pointed out
 */
public record ClerkParts(
        Desk desk,
        Rooms rooms,
        Directory directory,
        Packages packages,
        MediaRooms media,
        KioskDoor kiosks,
        Executor errands,
        Executor reminders,
        Duration longWait,
        PutAside aside) {}
