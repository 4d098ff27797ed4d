package org.virtualwindow.server.blob;

import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.virtualwindow.protocol.Blob;
import org.virtualwindow.protocol.ids.BlobId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.values.PictureFault;
import org.virtualwindow.server.blob.BlobStore.Place;
import org.virtualwindow.server.identity.Secrets;
import org.virtualwindow.server.postgres.Sql;

/**
 * What is stored of which room. The bytes are durable before the row is there, and the row is gone before the bytes are: a crash
 * leaves at most bytes without a row, which {@link #sweep} deletes. Blocks.
 */
public final class Blobs {
    private static final int ID_LENGTH = 20;

    private final BlobStore store;
    private final Sql sql;
    private final InstantSource clock;

    public Blobs(BlobStore store, Sql sql, InstantSource clock) {
        this.store = store;
        this.sql = sql;
        this.clock = clock;
    }

    /** @param by who made it, like {@code SYSTEM:receipt}: never a person's name */
    public record Content(String mediaType, byte[] bytes, List<PictureFault> faults, String by) {}

    /** @param room whose it is, and in which nobody else is shown it */
    public record Stored(RoomId room, Blob blob) {}

    /** Returns when it is durable; empty where the room is over. */
    public Optional<Blob> keep(RoomId room, Content content) {
        return keep(room, content, (tx, id) -> {});
    }

    /** @param with is written in the transaction that makes it a blob of the room */
    Optional<Blob> keep(RoomId room, Content content, BiConsumer<Sql, BlobId> with) {
        BlobId id = new BlobId(Secrets.token().substring(0, ID_LENGTH));
        Blob blob = new Blob(
                id,
                content.mediaType(),
                (long) content.bytes().length,
                sha256(content.bytes()),
                Optional.of(content.faults()).filter(faults -> !faults.isEmpty()));
        Place place = new Place(room.value(), id.value());
        store.write(place, content.bytes());
        boolean kept = sql.together(tx -> {
            boolean open = tx.update(
                            """
                            insert into blob (id, room, near_centre, owner_centre, media_type, bytes, sha256, faults, made_by, made_at)
                            select ?, id, near_centre, owner_centre, ?, ?, ?, ?, ?, ? from room where id = ? and state <> 'ENDED'
                            """,
                            id.value(),
                            blob.mediaType(),
                            blob.bytes(),
                            blob.sha256(),
                            content.faults().stream().map(Enum::name).collect(Collectors.joining(" ")),
                            content.by(),
                            clock.millis(),
                            room.value())
                    == 1;
            if (open) {
                with.accept(tx, id);
            }
            return open;
        });
        if (!kept) {
            store.delete(place);
        }
        return kept ? Optional.of(blob) : Optional.empty();
    }

    public Optional<Stored> find(BlobId id) {
        return sql.first(
                "select id, room, media_type, bytes, sha256, faults from blob where id = ?", Blobs::stored, id.value());
    }

    /** Whether exactly this is stored of this room. */
    public boolean keeps(RoomId room, Blob blob) {
        return find(blob.blob()).filter(new Stored(room, blob)::equals).isPresent();
    }

    /** In the order in which they came. */
    public List<Blob> of(RoomId room) {
        return sql.list(
                "select id, room, media_type, bytes, sha256, faults from blob where room = ? order by made_at, id",
                row -> stored(row).blob(),
                room.value());
    }

    private static Stored stored(ResultSet row) throws SQLException {
        String faults = row.getString("faults");
        return new Stored(
                new RoomId(row.getString("room")),
                new Blob(
                        new BlobId(row.getString("id")),
                        row.getString("media_type"),
                        row.getLong("bytes"),
                        row.getString("sha256"),
                        faults.isEmpty()
                                ? Optional.empty()
                                : Optional.of(Arrays.stream(faults.split(" "))
                                        .map(PictureFault::valueOf)
                                        .toList())));
    }

    public InputStream read(Stored stored) {
        return store.read(place(stored));
    }

    private static Place place(Stored stored) {
        return new Place(stored.room().value(), stored.blob().blob().value());
    }

    /**
     * Deletes all that is stored of a room. Pieces of an upload that was still under way open with nothing from now on; the next start
     * deletes them.
     */
    public void forget(RoomId room) {
        sql.together(tx -> {
            tx.update("delete from upload where room = ?", room.value());
            return tx.update("delete from blob where room = ?", room.value());
        });
        store.deleteAll(room.value());
    }

    /** Deletes one that is of no use to its room. */
    void forget(RoomId room, BlobId id) {
        sql.update("delete from blob where id = ? and room = ?", id.value(), room.value());
        store.delete(new Place(room.value(), id.value()));
    }

    /** Forgets matters that are over and were not filed. */
    void forgetUnfiled() {
        sql.list("""
            select distinct blob.room from blob join room on room.id = blob.room
            where room.state = 'ENDED' and not exists (select 1 from case_file where case_file.room = room.id)
            """, row -> new RoomId(row.getString("room"))).forEach(this::forget);
    }

    /**
     * Deletes of matters that are over what they have no use for, and looks at the rest of them no more.
     *
     * @param used what a matter has a use for; empty while that may still become more
     */
    void settle(Function<RoomId, Optional<Set<BlobId>>> used) {
        sql.list("""
            select distinct blob.room from blob join room on room.id = blob.room
            where not blob.settled and room.state = 'ENDED'
            """, row -> new RoomId(row.getString("room")))
                .forEach(room -> used.apply(room).ifPresent(kept -> settle(room, kept)));
    }

    private void settle(RoomId room, Set<BlobId> kept) {
        sql.list(
                        "select id from blob where room = ? and not settled",
                        row -> new BlobId(row.getString("id")),
                        room.value())
                .forEach(id -> {
                    if (kept.contains(id)) {
                        sql.update("update blob set settled = true where id = ?", id.value());
                    } else {
                        forget(room, id);
                    }
                });
    }

    /** Deletes bytes without a row. Only before the first is stored: then such bytes may be on their way to a row. */
    void sweep() {
        Set<Place> known = new HashSet<>(
                sql.list("select room, id from blob", row -> new Place(row.getString("room"), row.getString("id"))));
        store.all().stream().filter(place -> !known.contains(place)).forEach(store::delete);
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
