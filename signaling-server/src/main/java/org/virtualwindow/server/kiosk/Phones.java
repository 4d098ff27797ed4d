package org.virtualwindow.server.kiosk;

import java.util.Optional;
import org.virtualwindow.protocol.Answer;
import org.virtualwindow.protocol.FromKiosk.EndPhone;
import org.virtualwindow.protocol.FromKiosk.OfferPhone;
import org.virtualwindow.protocol.ServiceItem.Material;
import org.virtualwindow.protocol.ToKiosk.PhoneOffered;
import org.virtualwindow.protocol.ToKiosk.PhoneOver;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.values.Refusal;
import org.virtualwindow.server.connection.Peer;
import org.virtualwindow.server.identity.PhoneLinks;
import org.virtualwindow.server.identity.Visitor.KioskVisitor;
import org.virtualwindow.server.room.Room;
import org.virtualwindow.server.room.RoomFacts;

/** Lets a phone send pages into the matter that is open at a kiosk. */
record Phones(PhoneLinks links, KioskVisitor kiosk, Peer peer) {

    void offer(Room room, OfferPhone offer) {
        RoomFacts facts = room.facts();
        Optional<Material> material = facts.wants(offer.material());
        if (facts.filedAs().isPresent()) {
            peer.send(new Answer.Refused(offer.opId(), Refusal.SUBMITTED));
        } else if (material.isEmpty()) {
            peer.send(new Answer.Refused(offer.opId(), Refusal.UNKNOWN));
        } else {
            String code = material.get().code();
            PhoneLinks.Offered made =
                    links.offer(room.id(), kiosk, material.get(), facts.says().title());
            peer.send(new PhoneOffered(room.id(), code, made.code(), made.until()));
            peer.send(new Answer.Accepted(offer.opId(), 0L));
        }
    }

    /** A page that comes may show a code that is over by now. */
    void show(RoomId room) {
        if (!links.letsIn(room)) {
            peer.send(new PhoneOver(room));
        }
    }

    void end(Room room, EndPhone end) {
        links.end(room.id());
        peer.send(new Answer.Accepted(end.opId(), 0L));
    }
}
