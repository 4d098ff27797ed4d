package org.virtualwindow.server.room;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.virtualwindow.protocol.Blob;
import org.virtualwindow.protocol.RoomMessage.PageView;
import org.virtualwindow.protocol.RoomMessage.RejectedPage;
import org.virtualwindow.protocol.RoomMessage.SentPage;
import org.virtualwindow.protocol.ids.BlobId;
import org.virtualwindow.protocol.ids.RoomId;

/** What of the pages and documents that are stored of a matter stays. */
public final class KeptPages {
    private KeptPages() {}

    /** Of all that is stored of a room, what is to stay; empty while that may become more. Waits for the database. */
    public static Optional<Set<BlobId>> of(Rooms rooms, RoomId room) {
        return rooms.read(room).flatMap(KeptPages::of);
    }

    /**
     * Pure. What a matter that is over has a use for: the pages of its devices' uses, those of its materials with those in whose place they
     * came, those that still wait, and its documents. All else that is stored of it came of nothing and is to be deleted: it was stored
     * while its command was stopped, or a crash came before anybody heard of it.
     *
     * <p>Empty while the matter is not over, and then nothing may be deleted by this. A page is stored first, then its sender is told
     * so, and only then comes the result that names it, or the arrival of a phone's page: what the matter does not know may still be on
     * its way to it, also once it is filed. When it is over, every use is over with it and no result, page or document is taken any
     * more; so what it does not know then it never will.
     */
    static Optional<Set<BlobId>> of(RoomState room) {
        return room.ended() ? Optional.of(known(room)) : Optional.empty();
    }

    private static Set<BlobId> known(RoomState room) {
        Stream<Blob> ofUses = room.uses().all().values().stream().flatMap(use -> use.pages().stream());
        Stream<Blob> ofMaterials = room.checklist().all().values().stream()
                .flatMap(entry -> entry.pages().stream())
                .flatMap(KeptPages::withThoseBefore);
        Stream<Blob> waiting = room.checklist().sent().stream().map(SentPage::page);
        return Stream.of(ofUses, ofMaterials, waiting, room.uses().documents().stream())
                .flatMap(each -> each)
                .map(Blob::blob)
                .collect(Collectors.toSet());
    }

    private static Stream<Blob> withThoseBefore(PageView page) {
        return Stream.concat(
                Stream.of(page.page()),
                page.before().stream().flatMap(before -> before.stream().map(RejectedPage::page)));
    }
}
