package org.virtualwindow.server.desk;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.virtualwindow.protocol.ids.CallId;
import org.virtualwindow.protocol.ids.ClerkId;
import org.virtualwindow.protocol.json.WireCodec;
import org.virtualwindow.server.call.CallState;
import org.virtualwindow.server.config.DeskTimes;
import org.virtualwindow.server.directory.Directory;
import org.virtualwindow.server.journal.Journal;
import org.virtualwindow.server.journal.Operations;
import org.virtualwindow.server.journal.Projection;
import org.virtualwindow.server.journal.Stream;
import org.virtualwindow.server.postgres.Sql;

/** The desk in the database: the rows that follow from its entries, and how it begins from them. */
public final class DeskRows {
    private static final String STREAM = "desk";

    /** An operation is sent again within moments; a day is ample. */
    private static final Duration REMEMBERED = Duration.ofDays(1);

    private DeskRows() {}

    static Projection of(Call call) {
        return transaction -> transaction.update(
                """
                insert into call (id, room, kiosk, near_centre, owner_centre, open, body) values (?, ?, ?, ?, ?, ?, ?)
                on conflict (id) do update set room = excluded.room, open = excluded.open, body = excluded.body\
                """,
                call.id().value(),
                call.room().value(),
                call.kiosk().value(),
                call.near().value(),
                call.owner().value(),
                !(call.state() instanceof CallState.Over),
                WireCodec.encode(call));
    }

    static Projection of(Duty duty) {
        return transaction -> transaction.update(
                """
                insert into clerk_duty (clerk, ready, since) values (?, ?, ?)
                on conflict (clerk) do update set ready = excluded.ready, since = excluded.since\
                """, duty.clerk().value(), duty.ready(), duty.since().toEpochMilli());
    }

    /**
     * The desk as its rows have it. Waits for the database.
     *
     * @param failed the journal refused what the desk had done: this process must begin again
     */
    public static Desk load(
            Journal journal,
            Sql sql,
            Directory directory,
            InstantSource clock,
            DeskTimes times,
            Executor threads,
            Runnable failed) {
        Operations operations = new Operations();
        Stream stream = journal.resume(STREAM, clock.instant().minus(REMEMBERED), operations)
                .orElseGet(() -> begin(journal, clock));
        Map<CallId, Call> calls = sql
                .list(
                        "select body from call where open",
                        row -> WireCodec.read(row.getString("body").getBytes(StandardCharsets.UTF_8), Call.class))
                .stream()
                .collect(Collectors.toMap(Call::id, Function.identity()));
        Map<ClerkId, Duty> duties = sql
                .list(
                        "select clerk, ready, since from clerk_duty",
                        row -> new Duty(
                                new ClerkId(row.getString("clerk")),
                                row.getBoolean("ready"),
                                Instant.ofEpochMilli(row.getLong("since"))))
                .stream()
                .collect(Collectors.toMap(Duty::clerk, Function.identity()));
        DeskState found = new DeskState(new Calls(calls), duties, Set.of(), Set.of(), Map.of());
        return new Desk(threads, clock, times, directory, stream, operations, found, failed);
    }

    private static Stream begin(Journal journal, InstantSource clock) {
        Stream stream = journal.create(STREAM, null, null);
        CompletableFuture<Boolean> written = new CompletableFuture<>();
        Instant now = Instant.ofEpochMilli(clock.instant().toEpochMilli());
        stream.append(
                List.of(new Stream.Event(now, "SYSTEM:desk", null, "DeskOpened", new byte[0])),
                List.of(),
                () -> written.complete(true),
                () -> written.complete(false));
        if (!written.join()) {
            throw new IllegalStateException("The desk's journal cannot be written");
        }
        return stream;
    }
}
