package org.virtualwindow.server.blob;

import java.util.Optional;
import org.virtualwindow.protocol.ids.BlobId;
import org.virtualwindow.protocol.ids.CommandId;
import org.virtualwindow.protocol.ids.RoomId;

/**
 * A page on its way in.
 *
 * @param command of the kiosk's daemon, for which it is
 * @param sha256 of the whole, where its sender said it
 * @param received bytes that are durable
 * @param blob what became of it
 * @param refusal why nothing became of it
 * @param by who sends it, like {@code KIOSK:310117-K1}
 */
record Upload(
        String id,
        RoomId room,
        Optional<CommandId> command,
        String mediaType,
        long length,
        Optional<String> sha256,
        long received,
        Optional<BlobId> blob,
        Optional<Refused> refusal,
        String by) {

    boolean isOver() {
        return blob.isPresent() || refusal.isPresent();
    }
}
