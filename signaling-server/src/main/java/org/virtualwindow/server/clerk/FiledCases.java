package org.virtualwindow.server.clerk;

import java.util.Optional;
import org.virtualwindow.protocol.ids.CaseNo;
import org.virtualwindow.protocol.ids.RoomId;

/** Which case a room was filed as. Never blocks. */
@FunctionalInterface
public interface FiledCases {
    Optional<CaseNo> in(RoomId room);
}
