package org.virtualwindow.server.room;

import org.virtualwindow.protocol.ids.ClerkId;
import org.virtualwindow.protocol.values.Role;
import org.virtualwindow.server.connection.Peer;

/** Somebody who speaks to a room through a connection. Whether they have a seat in it, the room decides. */
public sealed interface Speaker {
    Peer peer();

    record AtKiosk(Peer peer) implements Speaker {}

    record AtConsole(Peer peer, ClerkId clerk) implements Speaker {}

    /** What they are shown is decided by this. */
    default Role role() {
        return this instanceof AtConsole ? Role.CLERK : Role.APPLICANT;
    }
}
