package org.virtualwindow.server.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.virtualwindow.protocol.ids.OpId;
import org.virtualwindow.protocol.values.FieldValue;
import org.virtualwindow.server.config.Refusal;
import org.virtualwindow.server.postgres.Database;
import org.virtualwindow.server.postgres.Sql;
import org.virtualwindow.server.postgres.StubbornDatabase;
import org.virtualwindow.server.postgres.TestDatabase;
import org.virtualwindow.server.postgres.WithPostgres;

@ExtendWith(WithPostgres.class)
class JournalIT {
    private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");
    private static final AtomicInteger NAMES = new AtomicInteger();

    @TempDir
    static Path folder = Path.of("");

    private final Sql sql;
    private final StubbornDatabase database;
    private final List<Journal> journals = new ArrayList<>();
    private final Journal journal;
    private final String name = "s" + NAMES.incrementAndGet();

    JournalIT(Database database, Sql sql) {
        this.sql = sql;
        this.database = new StubbornDatabase(database.dataSource());
        this.journal = journal(1);
    }

    private Journal journal(long fence) {
        Journal made = new Journal(database, folder.resolve("journal.key"), fence, new SimpleMeterRegistry());
        journals.add(made);
        return made;
    }

    @AfterEach
    void close() {
        journals.forEach(Journal::close);
    }

    @Test
    void whatWasAcknowledgedIsThereAfterThePoolDied() {
        String url = TestDatabase.url();
        List<CompletableFuture<Boolean>> answers = new ArrayList<>();
        try (Database first = Database.open(url);
                Journal writes =
                        new Journal(first.dataSource(), folder.resolve("journal.key"), 1, new SimpleMeterRegistry())) {
            Stream stream = writes.create(name, null, null);
            for (int number = 1; number <= 400; number++) {
                answers.add(append(stream, "entry " + number));
                if (number == 200) {
                    answers.get(50).join();
                    first.close();
                }
            }
            answers.forEach(CompletableFuture::join);
        }
        long acknowledged = answers.stream().filter(CompletableFuture::join).count();
        assertThat(acknowledged).isBetween(51L, 399L);
        try (Database second = Database.open(url);
                Journal reads =
                        new Journal(second.dataSource(), folder.resolve("journal.key"), 2, new SimpleMeterRegistry())) {
            List<String> found = bodies(reads.open(name).orElseThrow());
            assertThat(found).hasSizeGreaterThanOrEqualTo((int) acknowledged);
            assertThat(found)
                    .isEqualTo(IntStream.rangeClosed(1, found.size())
                            .mapToObj(number -> "entry " + number)
                            .toList());
        }
    }

    @Test
    void aNodeThatWasFencedOffCanNoLongerAppend() {
        Stream old = journal.create(name, null, null);
        assertThat(append(old, "one").join()).isTrue();
        Stream taken = journal(2).open(name).orElseThrow().stream();
        assertThat(append(old, "late").join()).isFalse();
        assertThat(journal.open(name)).as("nor take it back").isEmpty();
        assertThat(append(taken, "two").join()).isTrue();
        assertThat(bodies(journal(3).open(name).orElseThrow())).containsExactly("one", "two");
    }

    @Test
    void whoeverChangesARowIsFoundOutWhenTheStreamIsOpened() {
        List<String> changes = List.of(
                "update entry set author = 'CLERK:other' where stream = ? and seq = 2",
                "update entry set type = 'Other' where stream = ? and seq = 2",
                "update entry set at = at + 1 where stream = ? and seq = 2",
                "update entry set version = 2 where stream = ? and seq = 2",
                "update entry set op_id = 'x', op_hash = hash where stream = ? and seq = 2",
                "update entry set hash = sealed where stream = ? and seq = 2",
                "update entry set sealed = hash where stream = ? and seq = 2",
                "delete from entry where stream = ? and seq = 2",
                "update entry set seq = 9 where stream = ? and seq = 2",
                "update entry_body set body = set_byte(body, 20, get_byte(body, 20) # 1) where stream = ? and seq = 2",
                "update entry_body b set body = o.body from entry_body o"
                        + " where b.stream = ? and b.seq = 2 and o.stream = b.stream and o.seq = 1");
        for (String change : changes) {
            String stream = "t" + NAMES.incrementAndGet();
            Stream written = journal.create(stream, null, null);
            append(written, "one");
            append(written, "two");
            append(written, "three").join();
            assertThat(bodies(journal.open(stream).orElseThrow())).hasSize(3);
            if (change.contains(" entry set seq") || change.startsWith("delete")) {
                sql.update("delete from entry_body where stream = ? and seq = 2", stream);
            }
            assertThat(sql.update(change, stream)).as(change).isEqualTo(1);
            assertThatThrownBy(() -> journal.open(stream))
                    .as(change)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(stream);
        }
    }

    @Test
    void twoEntriesThatChangePlacesAreFoundOut() {
        Stream written = journal.create(name, null, null);
        append(written, "one");
        append(written, "two");
        append(written, "three").join();
        sql.update("delete from entry_body where stream = ?", name);
        sql.update("update entry set seq = -seq where stream = ? and seq in (2, 3)", name);
        sql.update("update entry set seq = 5 + seq where stream = ? and seq < 0", name);
        assertThatThrownBy(() -> journal.open(name)).hasMessageContaining("broken at entry 2");
    }

    @Test
    void anErasedBodyLeavesAChainThatVerifies() {
        Stream written = journal.create(name, null, null);
        append(written, "one");
        append(written, "two").join();
        sql.update("delete from entry_body where stream = ? and seq = 1", name);
        Stream.Opened opened = journal.open(name).orElseThrow();
        assertThat(opened.entries().getFirst().body()).isNull();
        assertThat(append(opened.stream(), "three").join()).isTrue();
        assertThat(journal.open(name).orElseThrow().entries()).hasSize(3);
    }

    @Test
    void aStreamWhoseKeyWasErasedIsNeverOpenedAgain() {
        append(journal.create(name, null, null), "one").join();
        sql.update("update stream set wrapped_key = null where id = ?", name);
        assertThat(journal.open(name)).isEmpty();
    }

    @Test
    void oneBadAppendOfAHundredFailsAlone() {
        List<CompletableFuture<Boolean>> answers = new ArrayList<>();
        database.hold();
        CompletableFuture<Boolean> first = append(journal.create(name, null, null), "first");
        database.awaitHeld();
        for (int number = 0; number < 100; number++) {
            Stream stream = journal.create("h" + NAMES.incrementAndGet(), null, null);
            Projection row = number == 42
                    ? transaction -> transaction.update("insert into node values (true, 1)")
                    : transaction -> {};
            answers.add(append(stream, "entry", row));
        }
        database.letGo();
        assertThat(first.join()).isTrue();
        for (int number = 0; number < 100; number++) {
            assertThat(answers.get(number).join()).as("append %d", number).isEqualTo(number != 42);
        }
    }

    @Test
    void whatFollowsAFailedAppendOfItsStreamFailsToo() {
        Stream stream = journal.create(name, null, null);
        append(stream, "one").join();
        database.hold();
        CompletableFuture<Boolean> another = append(journal.create("o" + name, null, null), "first");
        database.awaitHeld();
        CompletableFuture<Boolean> bad =
                append(stream, "two", transaction -> transaction.update("insert into node values (true, 1)"));
        CompletableFuture<Boolean> behind = append(stream, "three");
        database.letGo();
        assertThat(another.join()).isTrue();
        assertThat(bad.join()).isFalse();
        assertThat(behind.join()).isFalse();
        assertThat(append(stream, "four").join()).isFalse();

        Stream anew = journal.open(name).orElseThrow().stream();
        assertThat(append(anew, "two again").join()).isTrue();
        assertThat(bodies(journal.open(name).orElseThrow())).containsExactly("one", "two again");
    }

    @Test
    void aCommitWhoseAnswerWasLostCountsOnce() {
        Stream stream = journal.create(name, null, null);
        for (String entry : List.of("the first brings the stream's row", "another")) {
            database.nextCommit(connection -> {
                connection.commit();
                throw new SQLException("the answer was lost", "08006");
            });
            assertThat(append(stream, entry).join()).as(entry).isTrue();
        }
        assertThat(append(stream, "last").join()).isTrue();
        assertThat(bodies(journal.open(name).orElseThrow())).hasSize(3);
    }

    @Test
    void aDatabaseThatThrowsTheWriterOutIsWaitedFor() {
        Stream stream = journal.create(name, null, null);
        database.nextCommit(connection -> {
            long process = process(connection);
            sql.list("select pg_terminate_backend(?::int)", row -> row.getBoolean(1), process);
            connection.commit();
        });
        assertThat(append(stream, "one").join()).isTrue();
        AtomicInteger tries = new AtomicInteger();
        CompletableFuture<Boolean> second = append(stream, "two", transaction -> {
            if (tries.incrementAndGet() == 1) {
                transaction.list("select pg_terminate_backend(pg_backend_pid())", row -> row.getBoolean(1));
            }
        });
        assertThat(second.join()).isTrue();
        assertThat(bodies(journal.open(name).orElseThrow())).containsExactly("one", "two");
    }

    @Test
    void manyAppendsShareOneCommit() {
        database.hold();
        CompletableFuture<Boolean> first = append(journal.create(name, null, null), "first");
        database.awaitHeld();
        int before = database.commits();
        List<CompletableFuture<Boolean>> answers = IntStream.range(0, 300)
                .mapToObj(number -> append(journal.create("g" + NAMES.incrementAndGet(), null, null), "entry"))
                .toList();
        assertThat(answers).as("while the commit before it is held").noneMatch(CompletableFuture::isDone);
        assertThat(first).isNotDone();
        database.letGo();
        answers.forEach(answer -> assertThat(answer.join()).isTrue());
        assertThat(database.commits() - before).isEqualTo(1);
    }

    @Test
    void anOwnerThatFailsDoesNotStopTheWriter() {
        Stream stream = journal.create(name, null, null);
        stream.append(
                List.of(event("one")),
                List.of(),
                () -> {
                    throw new IllegalStateException("an owner's bug");
                },
                () -> {});
        assertThat(append(journal.create("o" + name, null, null), "another's").join())
                .isTrue();
    }

    @Test
    void anOperationsHashSaysNothingWithoutTheStreamsKey() {
        Stream one = journal.create(name, null, null);
        Stream other = journal.create("o" + name, null, null);
        FieldValue guess = new FieldValue("330503198803150029");
        OpId op = new OpId("op");
        assertThat(one.operation(op, guess)).isEqualTo(one.operation(op, guess));
        assertThat(one.operation(op, guess)).isNotEqualTo(other.operation(op, guess));
        append(one, "one").join();
        assertThat(journal.open(name).orElseThrow().stream().operation(op, guess))
                .as("after a restart")
                .isEqualTo(one.operation(op, guess));
        assertThat(one.operation(op, guess).hash())
                .isNotEqualTo(HexFormat.of()
                        .formatHex(Chain.seal("\"330503198803150029\"".getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void oneServerPerDatabaseAndEachHasAGreaterNumber() {
        long first;
        try (NodeLock lock = NodeLock.take(database)) {
            first = lock.fence();
            assertThatThrownBy(() -> NodeLock.take(database))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("Another server runs on this database");
        }
        try (NodeLock lock = NodeLock.take(database)) {
            assertThat(lock.fence()).isGreaterThan(first);
        }
    }

    private static CompletableFuture<Boolean> append(Stream stream, String body, Projection... rows) {
        CompletableFuture<Boolean> answer = new CompletableFuture<>();
        AtomicInteger answers = new AtomicInteger();
        stream.append(
                List.of(event(body)),
                List.of(rows),
                () -> answer.complete(answers.incrementAndGet() == 1),
                () -> answer.complete(false));
        return answer;
    }

    private static Stream.Event event(String body) {
        return new Stream.Event(NOON, "SYSTEM:test", null, "Test", body.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> bodies(Stream.Opened opened) {
        return opened.entries().stream()
                .map(entry -> entry.body() == null ? "(erased)" : new String(entry.body(), StandardCharsets.UTF_8))
                .toList();
    }

    private static long process(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_backend_pid()")) {
            row.next();
            return row.getLong(1);
        }
    }
}
