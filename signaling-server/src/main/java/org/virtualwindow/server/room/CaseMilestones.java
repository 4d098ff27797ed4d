package org.virtualwindow.server.room;

import java.util.Optional;
import org.virtualwindow.protocol.RoomMessage.SeatedClerk;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.server.milestone.Milestone;

/** Tells the log that a case was filed, once that is on disk. */
final class CaseMilestones implements RoomListener {
    @Override
    public void changed(RoomId room, RoomState before, RoomState after) {
        between(room, before, after).ifPresent(Milestone::write);
    }

    static Optional<Milestone> between(RoomId room, RoomState before, RoomState after) {
        return after.filed()
                .filter(_ -> before.filed().isEmpty())
                .map(filed -> new Milestone(
                        "filed as " + filed.caseNo(),
                        after.clerk().map(SeatedClerk::call),
                        room,
                        Milestone.desk(after.owner(), after.form().item().item()),
                        after.kiosk()));
    }
}
