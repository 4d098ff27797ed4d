package org.virtualwindow.server.room;

import static org.virtualwindow.server.room.Decision.happens;
import static org.virtualwindow.server.room.Decision.refuse;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.virtualwindow.protocol.Blob;
import org.virtualwindow.protocol.RoomEvent;
import org.virtualwindow.protocol.RoomMessage.SentPage;
import org.virtualwindow.protocol.ids.BlobId;
import org.virtualwindow.protocol.values.Author;
import org.virtualwindow.protocol.values.Refusal;
import org.virtualwindow.protocol.values.Role;
import org.virtualwindow.server.room.RoomPhones.Arrival;

/** Pages that a phone sends: they are of no material before the applicant has seen them at the kiosk and taken them. Pure. */
final class PhoneRules {
    /** Of pages that wait to be taken. */
    static final int MOST_WAITING = 10;

    private PhoneRules() {}

    /** What becomes of a page that a phone sent. Sent twice, it came once. */
    static Arrival arrival(RoomState room, String material, Blob page) {
        if (room.checklist().knows(page.blob())) {
            return Arrival.KNOWN;
        }
        boolean open = !room.ended() && !room.visits().aside() && room.filed().isEmpty();
        if (!open || MaterialRules.wanted(room, material).isEmpty()) {
            return Arrival.TOO_LATE;
        }
        return room.checklist().sent().size() < MOST_WAITING ? Arrival.WAITS : Arrival.TOO_MANY;
    }

    static Decision take(RoomState room, Author by, BlobId page) {
        return onPage(
                room,
                by,
                page,
                sent -> MaterialRules.wanted(room, sent.material())
                        .<Decision>map(_ -> happens(new RoomEvent.PagesAssigned(sent.material(), List.of(sent.page()))))
                        .orElse(refuse(Refusal.UNKNOWN)));
    }

    static Decision drop(RoomState room, Author by, BlobId page) {
        return onPage(room, by, page, sent -> happens(new RoomEvent.SentPageDropped(page)));
    }

    private static Decision onPage(RoomState room, Author by, BlobId page, Function<SentPage, Decision> then) {
        if (by.role() == Role.HELPER) {
            return refuse(Refusal.HELPER_MAY_NOT);
        }
        Optional<SentPage> sent = room.checklist().sent(page);
        return sent.isEmpty() ? refuse(Refusal.UNKNOWN) : then.apply(sent.get());
    }
}
