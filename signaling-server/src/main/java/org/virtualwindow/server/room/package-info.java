/**
 * The room: what people do together on one matter. It outlives every call and every connection.
 *
 * <p>{@link org.virtualwindow.server.room.RoomRules} judges an operation and {@link
 * org.virtualwindow.server.room.RoomState#apply} moves on; both are pure. {@link org.virtualwindow.server.room.Room} runs them in
 * its mailbox, appends what happened to the journal, and lets nothing out before it is on disk.
 */
@NullMarked
package org.virtualwindow.server.room;

import org.jspecify.annotations.NullMarked;
