package org.virtualwindow.server.blob;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.virtualwindow.protocol.Blob;
import org.virtualwindow.protocol.ids.BlobId;
import org.virtualwindow.protocol.ids.CommandId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.server.config.Refusal;
import org.virtualwindow.server.identity.DeviceKeys;
import org.virtualwindow.server.identity.PhoneLinks;
import org.virtualwindow.server.identity.Sessions;
import org.virtualwindow.server.postgres.Sql;

/** All parts of this package, put together: what is stored, how it comes in and who is shown it. */
public final class Materials implements AutoCloseable {
    private final Pictures pictures = new Pictures();
    private final Blobs blobs;
    private final Uploads uploads;

    /**
     * Reads what is there, and deletes what a crash left behind.
     *
     * @param folder of all data: {@code blobs} and {@code uploads}
     * @param key of both; made where nothing was ever kept
     * @throws Refusal where pages are kept and their key is not there
     */
    public Materials(Path folder, Path key, Sql sql, InstantSource clock) {
        if (!Files.exists(key) && holdsPages(folder.resolve("blobs"))) {
            throw new Refusal(
                    "The key of the stored pages, %s, is gone. Put it back, or say with blob-key-file where it is."
                            .formatted(key));
        }
        blobs = new Blobs(new FileBlobStore(folder.resolve("blobs"), key), sql, clock);
        uploads = new Uploads(
                new UploadRows(sql, clock), new FileBlobStore(folder.resolve("uploads"), key), blobs, pictures);
        uploads.sweep();
    }

    private static boolean holdsPages(Path folder) {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> rooms = Files.list(folder)) {
            return rooms.findAny().isPresent();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Blobs blobs() {
        return blobs;
    }

    /** Of what came for this command, only these pages stay. Blocks. */
    public void isOver(RoomId room, CommandId command, List<Blob> given) {
        uploads.isOver(room, command, given.stream().map(Blob::blob).collect(Collectors.toSet()));
    }

    /** Deletes what a phone has begun to send and may not end. Blocks. */
    public void phoneIsOver(PhoneLinks.Link link) {
        uploads.giveUpUnfinished(new Caller.Phone(link).name());
    }

    /** Deletes pages that nobody wants. Blocks. */
    public void forget(RoomId room, Set<BlobId> pages) {
        pages.forEach(page -> blobs.forget(room, page));
    }

    /**
     * What nobody may go on with any more is deleted, and what matters that are over have no use for. Now and then.
     *
     * @param used what a matter has a use for; empty while that may still become more
     */
    public void expire(Function<RoomId, Optional<Set<BlobId>>> used) {
        uploads.expire();
        blobs.settle(used);
    }

    public Doors doors(
            Sessions sessions, DeviceKeys keys, PhoneLinks phones, Seated seated, OpenTasks tasks, Arrivals arrivals) {
        Caller.Known callers = new Caller.Known(sessions, keys, phones);
        return new Doors(
                new UploadDoor(callers, seated, tasks, uploads, blobs, new FromPhones(phones, arrivals, uploads)),
                new BlobDoor(callers, seated, tasks, blobs, pictures));
    }

    public record Doors(UploadDoor uploads, BlobDoor blobs) {}

    @Override
    public void close() {
        pictures.close();
    }
}
