package org.virtualwindow.server.blob;

import java.util.Optional;
import org.virtualwindow.protocol.ids.BlobId;
import org.virtualwindow.protocol.ids.ClerkId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.server.identity.Visitor.KioskVisitor;

/** Who sits in which room at this moment, and may see its pages. Any thread; may wait for the database. */
public interface Seated {
    /** The room whose applicant sits at this kiosk, in this start of its browser. */
    Optional<RoomId> of(KioskVisitor kiosk);

    /** The room in which this clerk talks, where its applicant lets them see the form. */
    Optional<RoomId> of(ClerkId clerk);

    /** A phone sent it and the applicant has not taken it: the clerk is not shown it. */
    boolean isUntaken(RoomId room, BlobId page);
}
