package org.virtualwindow.server.blob;

import java.util.Optional;
import org.virtualwindow.protocol.ids.BlobId;
import org.virtualwindow.protocol.ids.CommandId;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.protocol.ids.RoomId;

/** What the daemon of a kiosk was asked to do and has not ended: that much it may store and fetch. Any thread; may wait for the database. */
public interface OpenTasks {
    /** The room for which this kiosk does the command; empty where it does no such command. */
    Optional<RoomId> room(KioskId kiosk, CommandId command);

    /** Whether this kiosk was asked to do something with this document of this room. */
    boolean names(KioskId kiosk, RoomId room, BlobId document);
}
