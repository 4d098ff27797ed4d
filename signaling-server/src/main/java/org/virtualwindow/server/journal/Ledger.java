package org.virtualwindow.server.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.virtualwindow.protocol.Answer;
import org.virtualwindow.protocol.ids.OpId;
import org.virtualwindow.protocol.json.WireCodec;
import org.virtualwindow.protocol.values.Refusal;

/**
 * What one owner writes, and what it owes the world for it: an operation that is sent again gets the same answer and has no second
 * effect, and nothing leaves before it is on disk. Used in the owner's mailbox.
 */
public final class Ledger {
    private final Stream stream;
    private final Operations operations;
    private final Releases releases;
    private final Executor mailbox;
    private final Runnable failed;

    /** @param failed runs in the mailbox when the journal refused what was appended: the owner in memory is wrong from then on */
    public Ledger(Stream stream, Operations operations, Executor mailbox, Runnable failed) {
        this.stream = stream;
        this.operations = operations;
        this.releases = new Releases(stream.seq());
        this.mailbox = mailbox;
        this.failed = failed;
    }

    /** The last place that was given out; it may not be on disk yet. */
    public long seq() {
        return stream.seq();
    }

    /** What makes this message the same when it is sent twice. */
    public Operation operation(OpId opId, Object message) {
        return stream.operation(opId, message);
    }

    /** Whether the operation was accepted before; then it is answered as it was then, or refused where it says something else. */
    public boolean answeredBefore(String author, OpId opId, Operation sent, Consumer<? super Answer> to) {
        Optional<Operations.Done> before = operations.find(author, opId);
        before.ifPresent(done -> {
            if (done.hash().equals(sent.hash())) {
                accept(opId, done.seq(), to);
            } else {
                to.accept(new Answer.Refused(opId, Refusal.MISMATCH));
            }
        });
        return before.isPresent();
    }

    /** Even where nothing new is written for this answer, what it rests on must be on disk. */
    public void accept(OpId opId, long seq, Consumer<? super Answer> to) {
        afterCommit(() -> to.accept(new Answer.Accepted(opId, seq)));
    }

    /** Runs when everything appended so far is on disk, in the order in which such tasks were given. */
    public void afterCommit(Runnable task) {
        releases.after(stream.seq(), task);
    }

    /**
     * Appends what happened, all of it or nothing. Returns the place of the last event.
     *
     * @param operation brought this about; it is answered as accepted from now on. Where nothing happened only until a restart
     * @param body what is written of an event
     * @param rows written in the same transaction
     */
    public <E> long append(
            Instant at,
            String author,
            @Nullable Operation operation,
            List<? extends E> events,
            Function<E, Object> body,
            List<Projection> rows) {
        if (events.isEmpty()) {
            if (operation != null) {
                // Said again, it is not judged by what is so by then.
                operations.add(author, operation, stream.seq());
            }
            return stream.seq();
        }
        long last = stream.seq() + events.size();
        if (operation != null) {
            operations.add(author, operation, last);
        }
        List<Stream.Event> written = new ArrayList<>(events.size());
        for (E event : events) {
            written.add(new Stream.Event(
                    at,
                    author,
                    event == events.getLast() ? operation : null,
                    event.getClass().getSimpleName(),
                    WireCodec.bytes(body.apply(event))));
        }
        stream.append(
                written,
                rows,
                () -> mailbox.execute(() -> releases.committed(last)),
                () -> mailbox.execute(() -> {
                    releases.forget();
                    failed.run();
                }));
        return last;
    }
}
