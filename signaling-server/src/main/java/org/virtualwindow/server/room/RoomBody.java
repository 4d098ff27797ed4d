package org.virtualwindow.server.room;

import org.virtualwindow.protocol.RoomEvent;
import org.virtualwindow.protocol.values.Author;

/** The body of a room's journal entry. */
record RoomBody(Author by, RoomEvent event) {}
