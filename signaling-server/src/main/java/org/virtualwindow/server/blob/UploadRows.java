package org.virtualwindow.server.blob;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.virtualwindow.protocol.ids.BlobId;
import org.virtualwindow.protocol.ids.CommandId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.server.postgres.Sql;

/** How far each upload is. Blocks. */
public final class UploadRows {
    private static final Duration LASTS = Duration.ofHours(24);
    private static final int OPEN_AT_ONCE = 8;
    private static final String OF_PHONES = Caller.PHONE + "%";
    private static final int MOST_PAGES = 500;
    private static final long MOST_BYTES = 200L * 1024 * 1024;

    private final Sql sql;
    private final InstantSource clock;

    public UploadRows(Sql sql, InstantSource clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * Refused where the room has no place for it: what others have begun counts as if it were complete. Where an answer was lost, what is
     * begun again for the same command is the same upload.
     *
     * @return the id by which it goes on
     */
    String begin(Upload upload) throws NotTaken {
        Optional<String> before = begun(upload);
        if (before.isPresent()) {
            return before.get();
        }
        Optional<Refused> refused = sql.together(tx -> {
            // who begins at the same moment waits, so that a hundred at once count each other
            boolean open = tx.first(
                            "select 1 from room where id = ? and state <> 'ENDED' for update",
                            row -> true,
                            upload.room().value())
                    .isPresent();
            Optional<Refused> no = open ? full(tx, upload) : Optional.of(Refused.UNKNOWN);
            if (no.isEmpty()) {
                tx.update(
                        """
                        insert into upload (id, room, command, media_type, length, sha256, received, made_by, expires_at)
                        values (?, ?, ?, ?, ?, ?, 0, ?, ?)
                        """,
                        upload.id(),
                        upload.room().value(),
                        upload.command().map(CommandId::value).orElse(null),
                        upload.mediaType(),
                        upload.length(),
                        upload.sha256().orElse(null),
                        upload.by(),
                        clock.instant().plus(LASTS).toEpochMilli());
            }
            return no;
        });
        if (refused.isPresent()) {
            throw new NotTaken(refused.get());
        }
        return upload.id();
    }

    private Optional<String> begun(Upload upload) {
        return upload.command().isEmpty() || upload.sha256().isEmpty()
                ? Optional.empty()
                : sql.first(
                        """
                        select id from upload where room = ? and command = ? and sha256 = ? and length = ? and made_by = ?
                          and blob is null and refusal is null and expires_at > ?
                        """,
                        row -> row.getString(1),
                        upload.room().value(),
                        upload.command().get().value(),
                        upload.sha256().get(),
                        upload.length(),
                        upload.by(),
                        clock.millis());
    }

    /** What was begun for this command. */
    List<String> of(RoomId room, CommandId command) {
        return sql.list(
                "select id from upload where room = ? and command = ?",
                row -> row.getString(1),
                room.value(),
                command.value());
    }

    private record Held(long count, long bytes) {}

    private record Coming(long alike, long count, long bytes) {}

    private Optional<Refused> full(Sql tx, Upload upload) {
        String room = upload.room().value();
        // of phones apart: whoever sends from there does not keep the room's scanner and camera waiting
        Coming coming = tx.first(
                        "select count(*) filter (where (made_by like ?) = ?), count(*), coalesce(sum(length), 0) from"
                                + " upload where room = ? and blob is null and refusal is null and expires_at > ?",
                        row -> new Coming(row.getLong(1), row.getLong(2), row.getLong(3)),
                        OF_PHONES,
                        upload.by().startsWith(Caller.PHONE),
                        room,
                        clock.millis())
                .orElseThrow();
        Held there = tx.first(
                        "select count(*), coalesce(sum(bytes), 0) from blob where room = ?",
                        row -> new Held(row.getLong(1), row.getLong(2)),
                        room)
                .orElseThrow();
        if (coming.alike() >= OPEN_AT_ONCE) {
            return Optional.of(Refused.TOO_MANY_UPLOADS);
        }
        boolean fits = there.count() + coming.count() < MOST_PAGES
                && there.bytes() + coming.bytes() + upload.length() <= MOST_BYTES;
        return fits ? Optional.empty() : Optional.of(Refused.ROOM_FULL);
    }

    Optional<Upload> find(String id) {
        return sql.first(
                "select * from upload where id = ? and expires_at > ?", UploadRows::upload, id, clock.millis());
    }

    private static Upload upload(ResultSet row) throws SQLException {
        return new Upload(
                row.getString("id"),
                new RoomId(row.getString("room")),
                Optional.ofNullable(row.getString("command")).map(CommandId::new),
                row.getString("media_type"),
                row.getLong("length"),
                Optional.ofNullable(row.getString("sha256")),
                row.getLong("received"),
                Optional.ofNullable(row.getString("blob")).map(BlobId::new),
                Optional.ofNullable(row.getString("refusal")).map(Refused::valueOf),
                row.getString("made_by"));
    }

    void received(String id, long to) {
        sql.update("update upload set received = ? where id = ?", to, id);
    }

    void refuse(String id, Refused why) {
        sql.update("update upload set refusal = ? where id = ? and blob is null", why.name(), id);
    }

    /** @param tx in which the blob is written too */
    static void becomes(Sql tx, String id, BlobId blob) {
        tx.update("update upload set blob = ? where id = ?", blob.value(), id);
    }

    void delete(String id) {
        sql.update("delete from upload where id = ?", id);
    }

    /** Those nobody may go on with any more. */
    List<String> stale() {
        return sql.list(
                "select upload.id from upload join room on room.id = upload.room"
                        + " where upload.expires_at <= ? or room.state = 'ENDED'",
                row -> row.getString(1),
                clock.millis());
    }

    List<String> unfinishedOf(String by) {
        return sql.list(
                "select id from upload where made_by = ? and blob is null and refusal is null",
                row -> row.getString(1),
                by);
    }

    void deleteUnfinishedOfPhones() {
        sql.update("delete from upload where made_by like ? and blob is null", OF_PHONES);
    }

    /** Those whose bytes are still wanted. */
    List<String> open() {
        return sql.list("select id from upload where blob is null and refusal is null", row -> row.getString(1));
    }
}
