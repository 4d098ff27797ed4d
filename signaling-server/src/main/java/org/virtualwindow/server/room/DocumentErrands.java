package org.virtualwindow.server.room;

import org.virtualwindow.protocol.ids.RoomId;

/** Has a receipt made once a case is filed and that is on disk. Used in the room's mailbox. */
final class DocumentErrands implements RoomListener {
    private final Documents documents;

    DocumentErrands(Documents documents) {
        this.documents = documents;
    }

    @Override
    public void changed(RoomId room, RoomState before, RoomState after) {
        if (before.filed().isEmpty()) {
            again(room, after);
        }
    }

    /** A crash came between, or nobody knew the address for its QR code. */
    void again(RoomId room, RoomState state) {
        if (lacksReceipt(state)) {
            documents.lacking(room);
        }
    }

    static boolean lacksReceipt(RoomState state) {
        return state.filed().isPresent()
                && !state.ended()
                && state.uses().documents().isEmpty();
    }
}
