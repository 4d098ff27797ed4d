package org.virtualwindow.server.kiosk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.virtualwindow.protocol.Answer;
import org.virtualwindow.protocol.FromKiosk.MoveOn;
import org.virtualwindow.protocol.ServiceItem;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.ids.ServiceItemId;
import org.virtualwindow.protocol.values.Refusal;
import org.virtualwindow.server.call.CallState;
import org.virtualwindow.server.desk.Desk;
import org.virtualwindow.server.desk.Left;
import org.virtualwindow.server.form.ItemPackage;
import org.virtualwindow.server.identity.Visitor.KioskVisitor;
import org.virtualwindow.server.journal.Projection;
import org.virtualwindow.server.room.Room;
import org.virtualwindow.server.room.Rooms;
import org.virtualwindow.server.room.Speaker;
import org.virtualwindow.server.room.Visits;

/**
 * How a visit goes on to another matter, and the call with it: the next room is written first and ends the former's row in one
 * transaction, or puts it aside where its applicant has a code for it, then the former's journal says so, and the call goes on. What
 * a crash leaves undone of this is done by {@link #settle}.
 */
final class MovingOn {
    private final KioskParts parts;
    private final KioskVisitor kiosk;
    private final Speaker speaker;

    MovingOn(KioskParts parts, KioskVisitor kiosk, Speaker speaker) {
        this.parts = parts;
        this.kiosk = kiosk;
        this.speaker = speaker;
    }

    /** Waits for the database. */
    void from(Room room, MoveOn chosen) {
        Optional<ItemPackage> next = parts.packages()
                .now()
                .packageOf(chosen.item(), room.facts().owner())
                .filter(_ -> !chosen.item().equals(ServiceItemId.QUESTION));
        Optional<Refusal> refusal =
                next.map(found -> refusal(room, chosen, found.item())).orElse(Optional.of(Refusal.UNKNOWN));
        if (refusal.isPresent()) {
            refuse(chosen, refusal.get());
            return;
        }
        Optional<Instant> keptUntil = parts.resuming().keptUntil(room);
        Left left = new Left(room.facts().item(), room.facts().filedAs(), keptUntil);
        Projection leaves = keptUntil.isPresent() ? parts.resuming().kept(room) : Rooms.endOf(room.id());
        parts.rooms()
                .openAfter(room, chosen, next.orElseThrow(), kiosk, leaves)
                .ifPresentOrElse(
                        opened -> {
                            room.movedOn(opened.id(), keptUntil.isPresent(), parts.resuming()::told);
                            parts.desk()
                                    .movesOn(
                                            room.id(),
                                            left,
                                            opened.id(),
                                            opened.facts().item());
                            repeat(opened, chosen);
                        },
                        () -> refuse(chosen, Refusal.TRY_AGAIN));
    }

    /** Shows the room that this opened, and answers as then. */
    void repeat(Room opened, MoveOn chosen) {
        opened.enter(speaker);
        opened.repeat(speaker, chosen.opId(), chosen);
    }

    private Optional<Refusal> refusal(Room room, MoveOn chosen, ServiceItem item) {
        if (room.facts().helperActs()) {
            return Optional.of(Refusal.HELPER_MAY_NOT);
        }
        List<String> needed =
                item.agreements().stream().map(ServiceItem.Statement::code).toList();
        if (!chosen.agreed().containsAll(needed)) {
            return Optional.of(Refusal.INCOMPLETE);
        }
        boolean waits = parts.desk()
                .now()
                .callAt(kiosk.kiosk())
                .filter(call -> !(call.state() instanceof CallState.Talking))
                .isPresent();
        return waits ? Optional.of(Refusal.NOT_FREE) : Optional.empty();
    }

    private void refuse(MoveOn chosen, Refusal why) {
        speaker.peer().send(new Answer.Refused(chosen.opId(), why));
    }

    /**
     * Where a visit with a call had gone on when the server died, its former room ends and its call goes on, too, whichever of both
     * was written. Waits for the database; at the start only.
     */
    static void settle(Desk desk, Visits visits, Rooms rooms) {
        desk.now().calls().values().stream()
                .filter(call -> call.goesOn())
                .flatMap(call -> visits.at(call.kiosk()).stream())
                .flatMap(visit -> rooms.find(visit.room()).stream())
                .forEach(next -> next.facts().after().ifPresent(before -> settle(before, next, desk, visits, rooms)));
    }

    /** A former room that was put aside may have been taken up again since. */
    private static void settle(RoomId before, Room next, Desk desk, Visits visits, Rooms rooms) {
        visits.leftAside(before).ifPresent(kept -> {
            rooms.factsOf(before)
                    .map(facts -> new Left(
                            facts.item(), facts.filedAs(), kept ? facts.resumableUntil(Instant.MIN) : Optional.empty()))
                    .ifPresent(left ->
                            desk.movesOn(before, left, next.id(), next.facts().item()));
            rooms.find(before).ifPresent(former -> former.movedOn(next.id(), kept, () -> {}));
        });
    }
}
