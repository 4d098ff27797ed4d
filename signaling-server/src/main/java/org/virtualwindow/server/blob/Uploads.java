package org.virtualwindow.server.blob;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.virtualwindow.protocol.Blob;
import org.virtualwindow.protocol.ids.BlobId;
import org.virtualwindow.protocol.ids.CommandId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.server.blob.BlobStore.Place;
import org.virtualwindow.server.identity.Secrets;

/**
 * Pages on their way in. What {@link #append} has returned for is durable; the last byte makes a blob of the page or refuses it,
 * once. A crash between any two steps loses at most what was not yet acknowledged: whoever asks how far it is goes on from there.
 * Blocks.
 */
public final class Uploads {
    static final int LARGEST = 20 * 1024 * 1024;
    /** As much of one request is held in memory before it is written down. */
    static final int CHUNK = 1024 * 1024;

    private static final int ID_LENGTH = 32;

    private final UploadRows rows;
    private final BlobStore chunks;
    private final Blobs blobs;
    private final Pictures pictures;
    private final Consumer<Step> after;
    /** By upload, while anybody wants it. */
    private final Map<String, Turn> turns = new ConcurrentHashMap<>();

    private record Turn(Lock lock, int wanted) {}

    /** After each of these the power may go. */
    enum Step {
        CHUNK_WRITTEN,
        CHUNK_COUNTED,
        BLOB_KEPT,
        CHUNKS_DELETED
    }

    /** @param chunks a store of their own */
    public Uploads(UploadRows rows, BlobStore chunks, Blobs blobs, Pictures pictures) {
        this(rows, chunks, blobs, pictures, step -> {});
    }

    Uploads(UploadRows rows, BlobStore chunks, Blobs blobs, Pictures pictures, Consumer<Step> after) {
        this.rows = rows;
        this.chunks = chunks;
        this.blobs = blobs;
        this.pictures = pictures;
        this.after = after;
    }

    /** What somebody wants to send. */
    record Wanted(RoomId room, Optional<CommandId> command, String mediaType, long length, Optional<String> sha256) {}

    String begin(Wanted wanted, String by) throws NotTaken {
        if (wanted.length() <= 0) {
            throw new NotTaken(Refused.EMPTY);
        }
        if (wanted.length() > LARGEST) {
            throw new NotTaken(Refused.TOO_LARGE);
        }
        if (PictureType.called(wanted.mediaType()).isEmpty()) {
            throw new NotTaken(Refused.WRONG_TYPE);
        }
        String id = Secrets.token().substring(0, ID_LENGTH);
        return rows.begin(new Upload(
                id,
                wanted.room(),
                wanted.command(),
                wanted.mediaType(),
                wanted.length(),
                wanted.sha256(),
                0,
                Optional.empty(),
                Optional.empty(),
                by));
    }

    Optional<Upload> find(String id) {
        return rows.find(id);
    }

    /**
     * Takes what comes, as far as it comes. Two requests at once do no harm: of each place the first counts.
     *
     * @param sha256 of exactly these bytes, hex; such a chunk is at most {@link #CHUNK} long and taken whole or not at all
     * @return the upload after it
     */
    Upload append(String id, long offset, InputStream body, Optional<String> sha256) throws NotTaken, IOException {
        refusedBefore(there(id));
        if (there(id).received() != offset) {
            throw new NotTaken(Refused.WRONG_OFFSET);
        }
        long at = offset;
        byte[] chunk = arriving(body);
        if (sha256.isPresent() && (body.read() >= 0 || !sha256.get().equals(Blobs.sha256(chunk)))) {
            throw new NotTaken(Refused.WRONG_CHECKSUM);
        }
        while (chunk.length > 0) {
            take(id, at, chunk);
            at += chunk.length;
            chunk = arriving(body);
        }
        return look(id);
    }

    /** As much as comes before the line is cut, at most a chunk. */
    private static byte[] arriving(InputStream body) throws IOException {
        byte[] chunk = new byte[CHUNK];
        int length = 0;
        try {
            int read = body.read(chunk, 0, CHUNK);
            while (read > 0) {
                length += read;
                read = length == CHUNK ? 0 : body.read(chunk, length, CHUNK - length);
            }
        } catch (IOException cut) {
            if (length == 0) {
                throw cut;
            }
        }
        return Arrays.copyOf(chunk, length);
    }

    private void take(String id, long at, byte[] chunk) throws NotTaken {
        alone(id, () -> {
            Upload upload = there(id);
            if (upload.received() != at) {
                throw new NotTaken(Refused.WRONG_OFFSET);
            }
            if (at + chunk.length > upload.length()) {
                throw new NotTaken(Refused.LONGER_THAN_SAID);
            }
            chunks.write(new Place(id, String.valueOf(at)), chunk);
            after.accept(Step.CHUNK_WRITTEN);
            rows.received(id, at + chunk.length);
            after.accept(Step.CHUNK_COUNTED);
            return upload;
        });
    }

    private Upload there(String id) throws NotTaken {
        return rows.find(id).orElseThrow(() -> new NotTaken(Refused.UNKNOWN));
    }

    /** How far it is now; one that is complete is made a blob of first. */
    Upload look(String id) throws NotTaken {
        return alone(id, () -> {
            Upload upload = there(id);
            refusedBefore(upload);
            return finish(upload);
        });
    }

    private static void refusedBefore(Upload upload) throws NotTaken {
        if (upload.refusal().isPresent()) {
            throw new NotTaken(upload.refusal().get());
        }
    }

    /** Nothing remains of what came; a blob that was made of it stays. */
    void terminate(String id) throws NotTaken {
        alone(id, () -> {
            rows.delete(id);
            chunks.deleteAll(id);
            return id;
        });
    }

    /** Nothing remains of what came, nor of what was made of it. */
    void giveUp(String id) throws NotTaken {
        alone(id, () -> {
            Upload upload = there(id);
            rows.delete(id);
            chunks.deleteAll(id);
            upload.blob().ifPresent(blob -> blobs.forget(upload.room(), blob));
            return id;
        });
    }

    /** Nothing remains of what came of one that is not complete. */
    void giveUpUnfinished(String by) {
        for (String id : rows.unfinishedOf(by)) {
            try {
                alone(id, () -> {
                    if (rows.find(id).filter(Upload::isOver).isEmpty()) {
                        rows.delete(id);
                        chunks.deleteAll(id);
                    }
                    return id;
                });
            } catch (NotTaken gone) {
                throw new IllegalStateException(gone);
            }
        }
    }

    /** The command is over: of what came for it only this stays, also of what is on its way in at this moment. */
    void isOver(RoomId room, CommandId command, Set<BlobId> given) {
        for (String id : rows.of(room, command)) {
            try {
                alone(id, () -> {
                    Optional<BlobId> made = rows.find(id).flatMap(Upload::blob);
                    if (made.filter(given::contains).isEmpty()) {
                        rows.delete(id);
                        chunks.deleteAll(id);
                        made.ifPresent(blob -> blobs.forget(room, blob));
                    }
                    return id;
                });
            } catch (NotTaken gone) {
                throw new IllegalStateException(gone);
            }
        }
    }

    private Upload finish(Upload upload) throws NotTaken {
        if (upload.isOver() || upload.received() < upload.length()) {
            return upload;
        }
        try {
            byte[] sent = whole(upload);
            if (upload.sha256().isPresent() && !upload.sha256().get().equals(Blobs.sha256(sent))) {
                throw new NotTaken(Refused.WRONG_HASH);
            }
            Pictures.Clean clean = pictures.clean(sent, upload.mediaType());
            Optional<Blob> kept = blobs.keep(
                    upload.room(),
                    new Blobs.Content(clean.mediaType(), clean.bytes(), clean.faults(), upload.by()),
                    (tx, blob) -> UploadRows.becomes(tx, upload.id(), blob));
            after.accept(Step.BLOB_KEPT);
            if (kept.isEmpty()) {
                throw new NotTaken(Refused.UNKNOWN);
            }
        } catch (NotTaken refused) {
            if (refused.why() != Refused.OVERLOADED) {
                rows.refuse(upload.id(), refused.why());
                chunks.deleteAll(upload.id());
            }
            throw refused;
        }
        chunks.deleteAll(upload.id());
        after.accept(Step.CHUNKS_DELETED);
        return there(upload.id());
    }

    private byte[] whole(Upload upload) {
        ByteArrayOutputStream all = new ByteArrayOutputStream((int) upload.length());
        while (all.size() < upload.length()) {
            try (InputStream chunk = chunks.read(new Place(upload.id(), String.valueOf(all.size())))) {
                chunk.transferTo(all);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return all.toByteArray();
    }

    @FunctionalInterface
    interface Work<T> {
        T run() throws NotTaken;
    }

    /** What is done with one upload is done one after the other; never while bytes are awaited. None waits for another upload. */
    <T> T alone(String id, Work<T> work) throws NotTaken {
        Lock lock = Objects.requireNonNull(turns.compute(
                        id,
                        (_, turn) -> turn == null
                                ? new Turn(new ReentrantLock(), 1)
                                : new Turn(turn.lock(), turn.wanted() + 1)))
                .lock();
        lock.lock();
        try {
            return work.run();
        } finally {
            lock.unlock();
            turns.computeIfPresent(
                    id, (_, turn) -> turn.wanted() == 1 ? null : new Turn(turn.lock(), turn.wanted() - 1));
        }
    }

    /** Forgets what nobody may go on with, and matters that are over and were not filed. */
    public void expire() {
        for (String id : rows.stale()) {
            try {
                terminate(id);
            } catch (NotTaken gone) {
                throw new IllegalStateException(gone);
            }
        }
        blobs.forgetUnfiled();
    }

    /** Deletes what a crash left behind, and what phones may not end because their codes are gone. Only before the first request. */
    public void sweep() {
        rows.deleteUnfinishedOfPhones();
        Set<String> open = new HashSet<>(rows.open());
        chunks.all().stream()
                .map(Place::of)
                .distinct()
                .filter(id -> !open.contains(id))
                .forEach(chunks::deleteAll);
        blobs.sweep();
    }
}
