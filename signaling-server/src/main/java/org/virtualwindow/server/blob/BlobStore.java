package org.virtualwindow.server.blob;

import java.io.InputStream;
import java.util.List;

/** Where bytes lie that are too many for the journal. Any thread; waits for its disk, whose failures are {@link java.io.UncheckedIOException}s. */
public interface BlobStore {
    /**
     * @param of whose it is: a room or an upload
     * @param name among those
     */
    record Place(String of, String name) {}

    /** Durable when it returns. What lay there before is replaced. */
    void write(Place place, byte[] content);

    /**
     * As it was written to exactly this place. A file that was changed, cut or moved here from another place breaks off with an
     * {@link java.io.IOException}, at the latest where it differs.
     */
    InputStream read(Place place);

    void delete(Place place);

    /** Deletes everything of a room or an upload. */
    void deleteAll(String of);

    List<Place> all();
}
