package org.virtualwindow.server.room;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.protocol.ids.OpId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.server.postgres.Sql;

/** Which matter is open at which kiosk, and in which of its browser starts. Held in memory as the table has it. */
public final class Visits {
    private final Sql sql;
    private final Map<KioskId, Visit> open = new ConcurrentHashMap<>();
    private volatile Consumer<KioskId> over = kiosk -> {};
    private volatile Consumer<RoomId> left = room -> {};

    /** @param browserStart only this start of the kiosk's browser is shown the room */
    public record Visit(RoomId room, String browserStart) {}

    public Visits(Sql sql) {
        this.sql = sql;
        sql.list(
                        "select id, kiosk, browser_start from room where state in ('OPEN', 'FILED')",
                        row -> Map.entry(
                                new KioskId(row.getString("kiosk")),
                                new Visit(new RoomId(row.getString("id")), row.getString("browser_start"))))
                .forEach(entry -> open.put(entry.getKey(), entry.getValue()));
    }

    /** @param listener is told after nobody sits at a kiosk any more; must not wait */
    public void listen(Consumer<KioskId> listener) {
        over = listener;
    }

    /** @param listener is told after a room is not open any more at the kiosk where it was; must not wait */
    public void listenToRooms(Consumer<RoomId> listener) {
        left = listener;
    }

    public Optional<Visit> at(KioskId kiosk) {
        return Optional.ofNullable(open.get(kiosk));
    }

    /** The same person goes on in another start of the kiosk's browser. Waits for the database. */
    public void move(KioskId kiosk, RoomId room, String browserStart) {
        sql.update(
                "update room set browser_start = ? where id = ? and kiosk = ?",
                browserStart,
                room.value(),
                kiosk.value());
        open.computeIfPresent(kiosk, (key, visit) -> visit.room().equals(room) ? new Visit(room, browserStart) : visit);
    }

    /** Whether this room was once open at this kiosk and is over, or put aside. Waits for the database. */
    public boolean isOver(KioskId kiosk, RoomId room) {
        return sql.first(
                        "select 1 from room where id = ? and kiosk = ? and state in ('ENDED', 'ASIDE')",
                        row -> true,
                        room.value(),
                        kiosk.value())
                .isPresent();
    }

    /** Whether a room that was left was put aside; empty where it is open. Waits for the database. */
    public Optional<Boolean> leftAside(RoomId room) {
        return sql.first(
                "select state = 'ASIDE' from room where id = ? and state in ('ASIDE', 'ENDED')",
                row -> row.getBoolean(1),
                room.value());
    }

    /** Whether this operation once opened a room at this kiosk. Waits for the database. */
    public boolean opened(KioskId kiosk, OpId opId) {
        return sql.first(
                        "select 1 from entry join room on room.id = entry.stream"
                                + " where entry.op_id = ? and entry.seq = 1 and room.kiosk = ?",
                        row -> true,
                        opId.value(),
                        kiosk.value())
                .isPresent();
    }

    void began(KioskId kiosk, Visit visit) {
        Visit before = open.put(kiosk, visit);
        if (before != null && !before.room().equals(visit.room())) {
            left.accept(before.room());
        }
    }

    /** The applicant came back at this kiosk, in this start of its browser. */
    public void resumed(KioskId kiosk, Visit visit) {
        began(kiosk, visit);
    }

    /** The applicant has left this kiosk. */
    public void ended(KioskId kiosk, RoomId room) {
        Visit visit = open.get(kiosk);
        if (visit != null && visit.room().equals(room) && open.remove(kiosk, visit)) {
            over.accept(kiosk);
            left.accept(room);
        }
    }
}
