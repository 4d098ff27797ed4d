package org.virtualwindow.server;

import java.util.List;
import java.util.Set;
import org.virtualwindow.protocol.Blob;
import org.virtualwindow.protocol.ids.BlobId;
import org.virtualwindow.protocol.ids.CommandId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.server.blob.Materials;
import org.virtualwindow.server.device.Pages;
import org.virtualwindow.server.identity.PhoneLinks;
import org.virtualwindow.server.mailbox.Mailbox;
import org.virtualwindow.server.room.RoomPhones;

/** The pages of devices and phones, where they are stored. */
record StoredPages(Materials materials, Mailbox mailbox) implements Pages, RoomPhones.Unwanted {
    @Override
    public boolean keeps(RoomId room, Blob page) {
        return materials.blobs().keeps(room, page);
    }

    @Override
    public void isOver(RoomId room, CommandId command, List<Blob> given) {
        mailbox.execute(() -> materials.isOver(room, command, given));
    }

    /** Of what this phone sends, nothing comes any more. Never waits. */
    void phoneIsOver(PhoneLinks.Link link) {
        mailbox.execute(() -> materials.phoneIsOver(link));
    }

    @Override
    public void thrownAway(RoomId room, Set<BlobId> pages) {
        mailbox.execute(() -> materials.forget(room, pages));
    }
}
