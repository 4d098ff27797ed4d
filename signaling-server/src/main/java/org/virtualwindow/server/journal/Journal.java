package org.virtualwindow.server.journal;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.virtualwindow.server.postgres.Sql;

/**
 * Writes what all owners append, many streams in one commit. One thread, so that a stream's entries reach the disk in their order;
 * its queue is never full, because every entry in it is owed an answer: doors limit what comes in.
 */
public final class Journal implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Journal.class);
    private static final int LARGEST_COMMIT = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> AWAY = List.of("08", "40", "53", "57");
    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final Duration STUCK = Duration.ofSeconds(30);
    private static final Duration RETRY = Duration.ofMillis(250);
    private static final Append STOP =
            new Append("", new AtomicBoolean(), List.of(), List.of(), List.of(), () -> {}, () -> {});

    private final DataSource database;
    private final StreamKey.Master master;
    private final long fence;
    private final BlockingQueue<Append> queue = new LinkedBlockingQueue<>();
    private final CommitFigures figures;
    private final Thread writer;
    private volatile long seenAt = System.nanoTime();

    /** A journal that is counted nowhere. */
    public Journal(DataSource database, Path keyFile, long fence) {
        this(database, keyFile, fence, new CompositeMeterRegistry());
    }

    /**
     * @param fence this node's number, greater than any before it on this database
     * @param keyFile the master key; made where there is none
     */
    public Journal(DataSource database, Path keyFile, long fence, MeterRegistry registry) {
        this.database = database;
        this.master = StreamKey.Master.in(keyFile);
        this.fence = fence;
        this.figures = new CommitFigures(registry, queue);
        this.writer = Thread.ofPlatform().name("journal").start(this::run);
    }

    /**
     * A new stream. Its row is written with its first entry.
     *
     * @param near the centre where the applicant sits, {@code null} for the desk
     * @param owner the centre that decides
     */
    public Stream create(String id, @Nullable String near, @Nullable String owner) {
        StreamKey key = master.make(id);
        Projection row = transaction -> transaction.update(
                """
                insert into stream (id, fence, near_centre, owner_centre, key_id, wrapped_key) values (?, ?, ?, ?, ?, ?)
                on conflict do nothing\
                """, // it is there already where only the answer of its commit was lost; its entries say so
                id,
                fence,
                near,
                owner,
                StreamKey.Master.ID,
                key.wrapped());
        return new Stream(this, id, key, 0, Chain.START, List.of(row));
    }

    /**
     * Takes a stream over for this node and reads it from its beginning, verifying the chain. Waits for the database.
     *
     * @throws IllegalStateException where the chain is broken or the stream belongs to a later node
     */
    public Optional<Stream.Opened> open(String id) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            Optional<byte[]> wrapped = takeOver(Sql.within(database, connection), id);
            if (wrapped.isEmpty()) {
                connection.rollback();
                return Optional.empty();
            }
            StreamKey key = master.unwrap(id, wrapped.get());
            Stream.Opened opened = JournalReader.read(this, connection, id, key);
            connection.commit();
            return Optional.of(opened);
        } catch (SQLException e) {
            throw new IllegalStateException("Stream " + id + " could not be read", e);
        }
    }

    /**
     * Takes a long stream over at its end, without reading what came before. Waits for the database.
     *
     * @param recent is given every operation since then, oldest first
     */
    public Optional<Stream> resume(String id, Instant since, Operations recent) {
        Sql sql = new Sql(database);
        return takeOver(sql, id).map(wrapped -> {
            sql.list(
                    "select author, op_id, op_hash, seq from entry where stream = ? and op_id is not null and at >= ?"
                            + " order by seq",
                    row -> {
                        Operation operation =
                                new Operation(row.getString(2), HexFormat.of().formatHex(row.getBytes(3)));
                        recent.add(row.getString(1), operation, row.getLong(4));
                        return operation;
                    },
                    id,
                    since.toEpochMilli());
            return sql.first(
                            "select seq, hash from entry where stream = ? order by seq desc limit 1",
                            row -> new Stream(
                                    this, id, master.unwrap(id, wrapped), row.getLong(1), row.getBytes(2), List.of()),
                            id)
                    .orElseThrow();
        });
    }

    private Optional<byte[]> takeOver(Sql transaction, String id) {
        return transaction.first(
                "update stream set fence = ? where id = ? and fence <= ? and wrapped_key is not null returning"
                        + " wrapped_key",
                row -> row.getBytes(1),
                fence,
                id,
                fence);
    }

    /** What was said in a stream can never be read again; that it was said, by whom and when, stays in a chain that verifies. */
    public static void erase(Sql transaction, String id) {
        transaction.update("delete from entry_body where stream = ?", id);
        transaction.update("update stream set wrapped_key = null where id = ?", id);
    }

    /**
     * Stands in open columns for what is short or personal: the same for the same text, found out by trying only with the master key.
     */
    public byte[] pseudonym(String of) {
        return master.pseudonym(of);
    }

    /** Whether the journal's thread was at work or ready for it lately: also while it waits patiently for a database that is away. */
    public boolean isAlive() {
        return writer.isAlive() && System.nanoTime() - seenAt < STUCK.toNanos();
    }

    void write(Append append) {
        queue.add(append);
    }

    private void run() {
        List<Append> batch = new ArrayList<>();
        boolean going = true;
        while (going) {
            batch.clear();
            try {
                Append first = queue.poll(IDLE.toMillis(), TimeUnit.MILLISECONDS);
                seenAt = System.nanoTime();
                if (first == null) {
                    continue;
                }
                batch.add(first);
            } catch (InterruptedException e) {
                return;
            }
            queue.drainTo(batch, LARGEST_COMMIT - 1);
            going = !batch.remove(STOP);
            commit(batch);
        }
    }

    /** All at once; where that fails each alone, so that only those that cannot be written fail. */
    private void commit(List<Append> batch) {
        List<Append> sound = batch.stream().filter(this::sound).toList();
        if (sound.isEmpty()) {
            return;
        }
        try {
            transact(sound);
            sound.forEach(append -> tell(append.committed()));
        } catch (SQLException e) {
            if (sound.size() == 1) {
                commitPatiently(sound.getFirst(), e);
            } else {
                sound.forEach(append -> commit(List.of(append)));
            }
        }
    }

    /** What follows a failed append of its stream fails with it: the chain would have a gap. */
    private boolean sound(Append append) {
        if (append.broken().get()) {
            tell(append.failed());
            return false;
        }
        return true;
    }

    /** Waits for a database that is away; everybody's answers wait with it, and nothing is lost. */
    private void commitPatiently(Append append, SQLException failure) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        SQLException last = failure;
        while (isAway(last) && System.nanoTime() < until) {
            LockSupport.parkNanos(RETRY.toNanos());
            seenAt = System.nanoTime();
            try {
                transact(List.of(append));
                tell(append.committed());
                return;
            } catch (SQLException e) {
                last = e;
            }
        }
        String state = last.getSQLState(); // the message of a state may quote a row
        log.error("An append to stream {} failed: {}", append.stream(), state == null ? last.getMessage() : state);
        append.broken().set(true);
        figures.failed();
        tell(append.failed());
    }

    /** One owner's trouble must not stop the writer of all. */
    private static void tell(Runnable owner) {
        try {
            owner.run();
        } catch (RuntimeException e) {
            log.error("The owner of a stream could not be told", e);
        }
    }

    /** Connection exceptions, shutdowns, no room left, rolled back (SQLSTATE classes), and a pool without a connection. */
    private static boolean isAway(SQLException failure) {
        String state = failure.getSQLState();
        return failure instanceof SQLTransientConnectionException
                || (state != null && AWAY.stream().anyMatch(state::startsWith));
    }

    private void transact(List<Append> batch) throws SQLException {
        figures.batch(batch.size());
        long began = System.nanoTime();
        try {
            write(batch);
        } finally {
            figures.commits().record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
        }
    }

    private void write(List<Append> batch) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                Sql transaction = Sql.within(database, connection);
                batch.forEach(append -> append.before().forEach(row -> row.write(transaction)));
                boolean fresh = JournalWriter.insert(
                        connection,
                        fence,
                        batch.stream()
                                .flatMap(append -> append.entries().stream())
                                .toList());
                if (fresh) {
                    batch.forEach(append -> append.after().forEach(row -> row.write(transaction)));
                    connection.commit();
                } else {
                    connection.rollback();
                }
            } catch (SQLException | RuntimeException e) {
                throw rolledBack(connection, e);
            }
        }
    }

    /** The failure itself: a rollback on a connection that is gone fails too, and says less. */
    private static SQLException rolledBack(Connection connection, Exception failure) {
        SQLException why = failure instanceof SQLException sql
                ? sql
                : failure.getCause() instanceof SQLException within ? within : new SQLException(failure);
        try {
            connection.rollback();
        } catch (SQLException gone) {
            why.addSuppressed(gone);
        }
        return why;
    }

    /** Writes what is queued, then ends. */
    @Override
    public void close() {
        queue.add(STOP);
        try {
            writer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static boolean same(byte[] one, byte[] other) {
        return Arrays.equals(one, other);
    }
}
