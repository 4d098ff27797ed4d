package org.virtualwindow.server.room;

import org.virtualwindow.protocol.ids.RoomId;

/** Is told after every change of a room that is on disk, in order, in the room's mailbox: must not wait. */
@FunctionalInterface
interface RoomListener {
    void changed(RoomId room, RoomState before, RoomState after);
}
