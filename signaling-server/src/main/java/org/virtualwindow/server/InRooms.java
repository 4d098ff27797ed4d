package org.virtualwindow.server;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.virtualwindow.protocol.Blob;
import org.virtualwindow.protocol.ids.BlobId;
import org.virtualwindow.protocol.ids.ClerkId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.server.blob.Arrivals;
import org.virtualwindow.server.blob.Seated;
import org.virtualwindow.server.call.CallState;
import org.virtualwindow.server.desk.Call;
import org.virtualwindow.server.desk.Desk;
import org.virtualwindow.server.identity.PhoneLinks;
import org.virtualwindow.server.identity.Visitor.KioskVisitor;
import org.virtualwindow.server.room.Room;
import org.virtualwindow.server.room.RoomPhones;
import org.virtualwindow.server.room.Rooms;
import org.virtualwindow.server.room.Visits;

/** Who sees the pages of which room at this moment, and what phones bring into it. */
record InRooms(Visits visits, Desk desk, Rooms rooms, PhoneLinks links) implements Seated, Arrivals {
    private static final Duration ANSWER = Duration.ofSeconds(10);

    @Override
    public boolean wants(RoomId room, String material) {
        return rooms.find(room)
                .map(Room::facts)
                .filter(facts ->
                        facts.filedAs().isEmpty() && facts.wants(material).isPresent())
                .isPresent();
    }

    @Override
    public Arrival came(PhoneLinks.Link from, Blob page) {
        Optional<Room> found = rooms.find(from.room());
        if (found.isEmpty()) {
            return Arrival.ROOM_OVER;
        }
        CompletableFuture<RoomPhones.Arrival> heard = new CompletableFuture<>();
        found.get()
                .phones()
                .came(from.material().code(), page, () -> links.isCurrent(from) && sits(from), heard::complete);
        return switch (heard.completeOnTimeout(null, ANSWER.toSeconds(), TimeUnit.SECONDS)
                .join()) {
            case WAITS, KNOWN -> Arrival.WAITS;
            case TOO_LATE -> Arrival.TOO_LATE;
            case TOO_MANY -> Arrival.TOO_MANY;
            case null -> Arrival.NOT_NOW;
        };
    }

    @Override
    public boolean tookBack(RoomId room, BlobId page) {
        Optional<Room> found = rooms.find(room);
        if (found.isEmpty()) {
            return true;
        }
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        found.get().phones().tookBack(page, () -> done.complete(true));
        return done.completeOnTimeout(false, ANSWER.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    @Override
    public boolean isUntaken(RoomId room, BlobId page) {
        return rooms.find(room).filter(found -> found.facts().isUntaken(page)).isPresent();
    }

    /** Whether the visit in which a code was shown goes on, and its material is still wanted. */
    boolean goesOn(PhoneLinks.Link link) {
        return !link.visitOver()
                && sits(link)
                && wants(link.room(), link.material().code());
    }

    private boolean sits(PhoneLinks.Link link) {
        return of(link.kiosk()).filter(link.room()::equals).isPresent();
    }

    @Override
    public Optional<RoomId> of(KioskVisitor kiosk) {
        return visits.at(kiosk.kiosk())
                .filter(visit -> visit.browserStart().equals(kiosk.browserStart()))
                .map(Visits.Visit::room);
    }

    @Override
    public Optional<RoomId> of(ClerkId clerk) {
        return desk.now()
                .callOf(clerk)
                .filter(call -> call.state() instanceof CallState.Talking)
                .map(Call::room)
                .filter(room -> rooms.find(room)
                        .filter(each -> each.facts().isOpenToClerk())
                        .isPresent());
    }
}
