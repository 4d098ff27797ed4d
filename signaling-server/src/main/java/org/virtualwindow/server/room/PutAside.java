package org.virtualwindow.server.room;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.protocol.ids.ClerkId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.ids.ServiceItemId;
import org.virtualwindow.server.journal.Journal;
import org.virtualwindow.server.postgres.Sql;

/** The matters that wait for their applicants to come back. Waits for the database. */
public final class PutAside {
    private static final int MOST = 20;

    private final Sql sql;
    private final Rooms rooms;
    private final InstantSource clock;

    public PutAside(Sql sql, Rooms rooms, InstantSource clock) {
        this.sql = sql;
        this.rooms = rooms;
        this.clock = clock;
    }

    /** @param applicant the first character of their name, masked */
    public record Waiting(
            ServiceItemId item, CentreId owner, CentreId near, String applicant, Instant since, Instant until) {}

    private record Row(RoomId room, ServiceItemId item, CentreId owner, CentreId near, Instant since, Instant until) {}

    /** Those this clerk had, the newest first. */
    public List<Waiting> of(ClerkId clerk) {
        return sql
                .list(
                        "select id, item, owner_centre, near_centre, aside_since, aside_until from room"
                                + " where state = 'ASIDE' and aside_clerk = ? and aside_until > ?"
                                + " order by aside_since desc limit " + MOST,
                        row -> new Row(
                                new RoomId(row.getString(1)),
                                new ServiceItemId(row.getString(2)),
                                new CentreId(row.getString(3)),
                                new CentreId(row.getString(4)),
                                Instant.ofEpochMilli(row.getLong(5)),
                                Instant.ofEpochMilli(row.getLong(6))),
                        clerk.value(),
                        clock.millis())
                .stream()
                .map(row -> new Waiting(
                        row.item(),
                        row.owner(),
                        row.near(),
                        rooms.find(row.room())
                                .map(room -> room.facts().maskedName())
                                .orElse(""),
                        row.since(),
                        row.until()))
                .toList();
    }

    /** Ends what nobody came back for in time, and erases what stood in it: nothing was filed, so nothing is to be kept. */
    public void expire() {
        sql.list(
                        "select id from room where state = 'ASIDE' and aside_until <= ?",
                        row -> new RoomId(row.getString(1)),
                        clock.millis())
                .forEach(id -> rooms.find(id)
                        .ifPresent(room -> room.expire(transaction -> {
                            Rooms.endOf(id).write(transaction);
                            Journal.erase(transaction, id.value());
                        })));
    }
}
