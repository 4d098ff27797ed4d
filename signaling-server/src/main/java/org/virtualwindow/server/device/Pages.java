package org.virtualwindow.server.device;

import java.util.List;
import org.virtualwindow.protocol.Blob;
import org.virtualwindow.protocol.ids.CommandId;
import org.virtualwindow.protocol.ids.RoomId;

/** Where pages are stored. */
public interface Pages {
    /** Whether exactly this is stored, and for this room. Blocks. */
    boolean keeps(RoomId room, Blob page);

    /** Of what was stored for this command, only these pages stay. Never waits. */
    void isOver(RoomId room, CommandId command, List<Blob> given);
}
