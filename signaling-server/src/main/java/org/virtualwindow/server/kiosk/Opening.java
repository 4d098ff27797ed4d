package org.virtualwindow.server.kiosk;

import java.util.List;
import java.util.Optional;
import org.virtualwindow.protocol.Answer;
import org.virtualwindow.protocol.FromKiosk.OpenRoom;
import org.virtualwindow.protocol.ServiceItem;
import org.virtualwindow.protocol.values.Refusal;
import org.virtualwindow.server.form.ItemPackage;
import org.virtualwindow.server.identity.Visitor.KioskVisitor;
import org.virtualwindow.server.room.Room;
import org.virtualwindow.server.room.Speaker;

/** How a visit begins at a kiosk where nobody sits. Waits for the database. */
final class Opening {
    private final KioskParts parts;
    private final KioskVisitor kiosk;
    private final Speaker speaker;

    Opening(KioskParts parts, KioskVisitor kiosk, Speaker speaker) {
        this.parts = parts;
        this.kiosk = kiosk;
        this.speaker = speaker;
    }

    void open(OpenRoom open) {
        Optional<ItemPackage> chosen = parts.packages().now().packageOf(open.item(), open.owner());
        Optional<Refusal> refusal = refusal(open, chosen);
        if (refusal.isPresent()) {
            refuse(open, refusal.get());
        } else {
            parts.rooms()
                    .open(open, chosen.orElseThrow(), kiosk)
                    .ifPresentOrElse(room -> repeat(room, open), () -> refuse(open, Refusal.TRY_AGAIN));
        }
    }

    /** Shows the room that is open, and answers as when it was opened. */
    void repeat(Room opened, OpenRoom open) {
        opened.enter(speaker);
        opened.repeat(speaker, open.opId(), open);
    }

    private Optional<Refusal> refusal(OpenRoom open, Optional<ItemPackage> chosen) {
        if (parts.visits().opened(kiosk.kiosk(), open.opId())) {
            return Optional.of(Refusal.ALREADY); // it opened a room that is over by now
        }
        if (parts.fleet().of(kiosk.kiosk()).outOfOrder()) {
            return Optional.of(Refusal.OUT_OF_ORDER);
        }
        if (chosen.isEmpty()) {
            return Optional.of(Refusal.UNKNOWN);
        }
        List<String> needed = chosen.get().item().agreements().stream()
                .map(ServiceItem.Statement::code)
                .toList();
        return open.agreed().containsAll(needed) ? Optional.empty() : Optional.of(Refusal.INCOMPLETE);
    }

    private void refuse(OpenRoom open, Refusal why) {
        speaker.peer().send(new Answer.Refused(open.opId(), why));
    }
}
