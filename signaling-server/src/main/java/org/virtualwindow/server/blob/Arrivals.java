package org.virtualwindow.server.blob;

import org.virtualwindow.protocol.Blob;
import org.virtualwindow.protocol.ids.BlobId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.server.identity.PhoneLinks;

/** Hears of pages that phones bring. Any thread. */
public interface Arrivals {
    /** What becomes of a page. */
    enum Arrival {
        /** It waits for the applicant, and that is on disk. Told again of the same page, it came once. */
        WAITS,
        /** Nobody knows it, and nobody will: that its matter is filed or has left the kiosk, or that its code is over. */
        TOO_LATE,
        /** As {@link #TOO_LATE}: as many wait already as may. */
        TOO_MANY,
        /** The room is over, and keeps what it knew. */
        ROOM_OVER,
        /** The room begins again from the disk: the same is to be told again. */
        NOT_NOW
    }

    /** Whether the matter is still open, and pages of this material may come. */
    boolean wants(RoomId room, String material);

    /** Waits until what became of it is on disk. */
    Arrival came(PhoneLinks.Link from, Blob page);

    /** Whoever sent a page takes it back, where nobody took it and it came of no use. Waits until that is on disk; false where it is to be told again. */
    boolean tookBack(RoomId room, BlobId page);
}
