package org.virtualwindow.server.journal;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.virtualwindow.protocol.ids.OpId;
import org.virtualwindow.protocol.values.Author;

/** What was accepted before, so that an operation sent again has one effect and gets the same answer. */
public final class Operations {
    private record Key(String author, String id) {}

    /** @param seq its place in the stream */
    public record Done(String hash, long seq) {}

    private final Map<Key, Done> accepted = new HashMap<>();

    public void add(String author, Operation operation, long seq) {
        accepted.put(new Key(author, operation.id()), new Done(operation.hash(), seq));
    }

    public Optional<Done> find(String author, OpId id) {
        return Optional.ofNullable(accepted.get(new Key(author, id.value())));
    }

    /** How an author stands in the journal's header. A helper and the applicant share a kiosk, so an id alone is not enough. */
    public static String name(Author author) {
        return author.role() + ":" + author.id();
    }
}
