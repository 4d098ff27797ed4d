package org.virtualwindow.server.journal;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.virtualwindow.protocol.ids.OpId;
import org.virtualwindow.protocol.json.WireCodec;

/**
 * The end of one stream, held by its owner and used in the owner's mailbox only. It gives each event its place in the order and
 * in the chain before it is written.
 */
public final class Stream {
    private static final int SALT = 16;
    private static final SecureRandom random = new SecureRandom();

    private final Journal journal;
    private final String id;
    private final StreamKey key;
    private final AtomicBoolean broken = new AtomicBoolean();
    private long seq;
    private byte[] head;
    private List<Projection> first;

    Stream(Journal journal, String id, StreamKey key, long seq, byte[] head, List<Projection> first) {
        this.journal = journal;
        this.id = id;
        this.key = key;
        this.seq = seq;
        this.head = head;
        this.first = first;
    }

    public String id() {
        return id;
    }

    /** The last place that was given out; it may not be on disk yet. */
    public long seq() {
        return seq;
    }

    /**
     * Appends events that belong together, and what follows from them. {@code committed} and {@code failed} run on the journal's
     * thread: hand the work to the owner's mailbox there. After {@code failed} this stream must not be used again.
     */
    public void append(List<Event> events, List<Projection> projections, Runnable committed, Runnable failed) {
        List<Entry> entries = new ArrayList<>(events.size());
        for (Event event : events) {
            entries.add(entry(event));
        }
        journal.write(new Append(id, broken, first, entries, projections, committed, failed));
        first = List.of();
    }

    /** What makes a message the same when it is sent twice. It says nothing about the message to who lacks this stream's key. */
    public Operation operation(OpId opId, Object message) {
        return new Operation(opId.value(), key.mark(WireCodec.bytes(message)));
    }

    private Entry entry(Event event) {
        byte[] plain = new byte[SALT + event.body().length];
        random.nextBytes(plain);
        System.arraycopy(event.body(), 0, plain, SALT, event.body().length);
        byte[] sealed = Chain.seal(plain);
        byte[] previous = head;
        seq++;
        head = Chain.hash(
                previous, id, seq, event.at(), event.author(), event.operation(), event.type(), Entry.VERSION, sealed);
        return new Entry(
                id,
                seq,
                event.at(),
                event.author(),
                event.operation(),
                event.type(),
                previous,
                head,
                sealed,
                plain,
                key);
    }

    static byte[] body(byte[] saltAndBody) {
        return Arrays.copyOfRange(saltAndBody, SALT, saltAndBody.length);
    }

    /**
     * Something to be written.
     *
     * @param author {@code ROLE:id}
     * @param type the body's kind, readable without its key
     */
    public record Event(Instant at, String author, @Nullable Operation operation, String type, byte[] body) {}

    /** Something that was written. {@code body} is null where it was erased. */
    public record Written(
            long seq, Instant at, String author, @Nullable Operation operation, String type, byte @Nullable [] body) {}

    /** A stream as it was found, with its end to go on from. */
    public record Opened(Stream stream, List<Written> entries) {}
}
