package org.virtualwindow.server.kiosk;

import org.virtualwindow.protocol.Answer;
import org.virtualwindow.protocol.DeviceTask;
import org.virtualwindow.protocol.FromKiosk.ReadCard;
import org.virtualwindow.protocol.FromKiosk.TakeEarlier;
import org.virtualwindow.protocol.RoomOperation;
import org.virtualwindow.protocol.ServiceItem;
import org.virtualwindow.protocol.ids.CommandId;
import org.virtualwindow.protocol.ids.OpId;
import org.virtualwindow.protocol.values.Refusal;
import org.virtualwindow.server.room.Room;
import org.virtualwindow.server.room.Speaker;

/** What papers say of whoever sits at a kiosk, and what they filed before. Waits for the database. */
final class Papers {
    private final KioskParts parts;
    private final Speaker speaker;

    Papers(KioskParts parts, Speaker speaker) {
        this.parts = parts;
        this.speaker = speaker;
    }

    void read(Room room, ReadCard read) {
        if (parts.devices().cards().byDaemon(room.facts().kiosk())) {
            room.operate(
                    speaker,
                    new RoomOperation.Operate(
                            read.opId(),
                            room.id(),
                            new CommandId(read.opId().value()),
                            new DeviceTask.ReadIdCard(read.card())));
            return;
        }
        parts.devices()
                .cards()
                .laidHere(read.card())
                .ifPresentOrElse(
                        card -> room.cardRead(
                                speaker, read.opId(), read, parts.earlier().cardRead(card, room.id())),
                        () -> refuse(read.opId(), Refusal.UNKNOWN));
    }

    /** It is looked for again: nothing of an earlier case is kept before somebody wants it. */
    void takeEarlier(Room room, TakeEarlier take) {
        room.facts()
                .cardSays(ServiceItem.What.ID_NO)
                .flatMap(idNo -> parts.earlier().of(idNo, room.id()))
                .ifPresentOrElse(
                        found -> room.earlierTaken(speaker, take.opId(), take, found.taken()),
                        () -> refuse(take.opId(), Refusal.UNKNOWN));
    }

    private void refuse(OpId opId, Refusal why) {
        speaker.peer().send(new Answer.Refused(opId, why));
    }
}
