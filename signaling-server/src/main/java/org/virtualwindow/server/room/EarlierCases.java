package org.virtualwindow.server.room;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.virtualwindow.protocol.IdentityDocument;
import org.virtualwindow.protocol.RoomEvent.CardRead;
import org.virtualwindow.protocol.RoomEvent.EarlierCase;
import org.virtualwindow.protocol.RoomEvent.EarlierTaken;
import org.virtualwindow.protocol.RoomEvent.Known;
import org.virtualwindow.protocol.RoomEvent.KnownRow;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.values.FieldValue;
import org.virtualwindow.server.card.CardTexts;
import org.virtualwindow.server.form.FormState;
import org.virtualwindow.server.postgres.Sql;

/**
 * What people filed before, found by the number on their card and only where it was read then too: a number that somebody typed
 * proves nothing. Waits for the database.
 */
public final class EarlierCases {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final Sql sql;
    private final Rooms rooms;
    private final InstantSource clock;

    public EarlierCases(Sql sql, Rooms rooms, InstantSource clock) {
        this.sql = sql;
        this.rooms = rooms;
        this.clock = clock;
    }

    /**
     * @param says what its package names as of the person, as {@link TakenOver#known}
     * @param rows of its tables, as {@link TakenRows#known}
     */
    public record Earlier(EarlierCase told, List<Known> says, List<KnownRow> rows) {
        /** What happens when its applicant wants it. */
        public EarlierTaken taken() {
            return new EarlierTaken(says, Optional.of(rows).filter(some -> !some.isEmpty()));
        }
    }

    private record Filed(RoomId room, Instant at) {}

    /** The latest case of this person, if something of it may be used again. */
    public Optional<Earlier> of(FieldValue idNo, RoomId except) {
        return sql.first(
                        "select room, filed_at from case_file where person = ? and room <> ?"
                                + " order by filed_at desc limit 1",
                        row -> new Filed(new RoomId(row.getString(1)), Instant.ofEpochMilli(row.getLong(2))),
                        rooms.person(idNo),
                        except.value())
                .flatMap(filed -> rooms.read(filed.room()).map(room -> earlier(room.form(), filed.at())))
                .filter(earlier -> !earlier.says().isEmpty() || !earlier.rows().isEmpty());
    }

    /** What a card that was read comes to in this room. */
    public CardRead cardRead(IdentityDocument card, RoomId room) {
        return new CardRead(
                CardTexts.says(card),
                of(new FieldValue(card.number()), room).map(Earlier::told),
                card.expired(LocalDate.ofInstant(clock.instant(), CHINA)));
    }

    private static Earlier earlier(FormState form, Instant at) {
        return new Earlier(
                new EarlierCase(form.item().title(), at),
                TakenOver.known(form).entrySet().stream()
                        .map(each -> new Known(each.getKey(), each.getValue()))
                        .toList(),
                TakenRows.known(form));
    }
}
