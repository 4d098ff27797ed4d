package org.virtualwindow.server.room;

import org.virtualwindow.protocol.ids.RoomId;

/** Makes the documents of rooms, which it tells them by {@link RoomUses#made}. Never waits; any thread. */
@FunctionalInterface
public interface Documents {
    /** This room is filed, that is on disk, and it has no receipt. Said again for as long as it is so. */
    void lacking(RoomId room);
}
