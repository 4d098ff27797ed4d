package org.virtualwindow.server.journal;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.virtualwindow.protocol.ids.OpId;
import org.virtualwindow.protocol.values.Author;

/**
 * What was accepted before, so that an operation sent again has one effect and gets the same answer. The applicant and the helper
 * share a line, and who of them acts may have changed before it is sent again: what came on it is found for both.
 */
public final class Operations {
    private static final Set<String> AT_KIOSK = Set.of("APPLICANT:", "HELPER:");

    private record Key(String line, String id) {
        static Key of(String author, String id) {
            String role = author.substring(0, author.indexOf(':') + 1);
            return new Key(AT_KIOSK.contains(role) ? "KIOSK" : author, id);
        }
    }

    /** @param seq its place in the stream */
    public record Done(String hash, long seq) {}

    private final Map<Key, Done> accepted = new HashMap<>();

    public void add(String author, Operation operation, long seq) {
        accepted.put(Key.of(author, operation.id()), new Done(operation.hash(), seq));
    }

    public Optional<Done> find(String author, OpId id) {
        return Optional.ofNullable(accepted.get(Key.of(author, id.value())));
    }

    /** How an author stands in the journal's header. */
    public static String name(Author author) {
        return author.role() + ":" + author.id();
    }
}
