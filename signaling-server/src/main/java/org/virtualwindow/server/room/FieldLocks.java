package org.virtualwindow.server.room;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.virtualwindow.protocol.values.Author;
import org.virtualwindow.protocol.values.FieldPath;

/**
 * Who types where just now. A lock follows the focus and only prevents annoyance: the register's revision decides. Gone after a
 * restart. Used in the room's mailbox.
 */
final class FieldLocks {
    /** A field stays held this long after its holder last typed in it. */
    static final Duration HELD = Duration.ofSeconds(10);
    /** A long text is written by turns: a turn outlives a thought. */
    static final Duration TURN = Duration.ofSeconds(60);

    record Lock(FieldPath path, Instant until) {}

    private final Map<String, Lock> byAuthor = new HashMap<>();

    /** The author's focus is here, or they typed here: they hold this field and no other. Refused where another holds it. */
    boolean hold(Author author, FieldPath path, Duration held, Instant now) {
        if (heldAgainst(author, path, now).isPresent()) {
            return false;
        }
        byAuthor.put(author.id(), new Lock(path, now.plus(held)));
        return true;
    }

    void release(Author author) {
        releaseOf(author.id());
    }

    /** @param author the id of who may hold nothing any more */
    void releaseOf(String author) {
        byAuthor.remove(author);
    }

    /** Until when somebody else holds this field, as far as is known now. */
    Optional<Instant> heldAgainst(Author author, FieldPath path, Instant now) {
        return heldWhere(path::equals, author, now);
    }

    /** Until when somebody else holds a field of this row. */
    Optional<Instant> heldInRow(Author author, FieldPath row, Instant now) {
        return heldWhere(path -> path.isIn(row), author, now);
    }

    private Optional<Instant> heldWhere(Predicate<FieldPath> there, Author author, Instant now) {
        return byAuthor.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(author.id()))
                .map(Map.Entry::getValue)
                .filter(lock -> there.test(lock.path()) && lock.until().isAfter(now))
                .map(Lock::until)
                .findFirst();
    }
}
