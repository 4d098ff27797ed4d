package org.virtualwindow.server.desk;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.virtualwindow.protocol.Answer;
import org.virtualwindow.protocol.CallCommand;
import org.virtualwindow.protocol.FromHall;
import org.virtualwindow.protocol.ids.CallId;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.protocol.ids.ClerkId;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.protocol.ids.OpId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.ids.WindowId;
import org.virtualwindow.server.call.CallState;
import org.virtualwindow.server.config.DeskTimes;
import org.virtualwindow.server.directory.Directory;
import org.virtualwindow.server.journal.Journal;
import org.virtualwindow.server.journal.Stream;
import org.virtualwindow.server.postgres.Database;
import org.virtualwindow.server.postgres.Sql;

/**
 * A real desk on a real database, with the clerks and kiosks of a story. After each step everything that follows from it is on
 * disk and published. Time passes when the story says so.
 */
final class DeskScenario implements AutoCloseable {
    static final CentreId NANXUN = DeskTables.NANXUN;
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final Database database;
    private final Sql sql;
    private final DeskTables tables;
    private final Path folder;
    private final DeskTimes times;
    private final Executor threads;
    private volatile Instant now = Instant.parse("2026-03-04T02:00:00Z");
    private final InstantSource clock = () -> now;
    private final Directory directory;
    private final Map<String, Clerk> clerks = new HashMap<>();
    private final Map<String, Kiosk> kiosks = new HashMap<>();
    private long fence = NUMBERS.incrementAndGet();
    private Journal journal;
    private Stream barrier;
    private Desk desk;
    private int failures;

    DeskScenario(Database database, Path folder) {
        this(database, folder, DeskTimes.USUAL, Runnable::run);
    }

    DeskScenario(Database database, Path folder, DeskTimes times, Executor threads) {
        this.database = database;
        this.folder = folder;
        this.times = times;
        this.threads = threads;
        this.sql = new Sql(database.dataSource());
        this.tables = new DeskTables(sql);
        tables.beginAnew();
        this.directory = new Directory(sql);
        this.journal = journal();
        this.barrier = journal.create("barrier" + fence, null, null);
        this.desk = load();
    }

    private Journal journal() {
        return new Journal(database.dataSource(), folder.resolve("journal.key"), fence, new SimpleMeterRegistry());
    }

    private Desk load() {
        return DeskRows.load(journal, sql, directory, clock, times, threads, () -> failures++);
    }

    Desk desk() {
        return desk;
    }

    DeskState state() {
        return desk.now();
    }

    Instant clock() {
        return now;
    }

    int failures() {
        return failures;
    }

    Directory directory() {
        return directory;
    }

    Clerk clerk(String name) {
        return Objects.requireNonNull(clerks.computeIfAbsent(name, Clerk::new));
    }

    Kiosk kiosk(String name) {
        return Objects.requireNonNull(kiosks.computeIfAbsent(name, Kiosk::new));
    }

    void timePasses(Duration time) {
        now = now.plus(time);
        desk.tick();
        settle();
    }

    /** The server dies and another starts; nobody is connected. */
    void restart() {
        journal.close();
        fence = NUMBERS.incrementAndGet();
        journal = journal();
        barrier = journal.create("barrier" + fence, null, null);
        desk = load();
    }

    void neverCloses() {
        tables.neverClose();
        directory.reread();
    }

    /** Everything appended so far is on disk and everybody was told: the journal writes in order. */
    void settle() {
        awaitMailbox();
        CompletableFuture<Boolean> written = new CompletableFuture<>();
        barrier.append(
                List.of(new Stream.Event(clock(), "SYSTEM:test", null, "Barrier", new byte[0])),
                List.of(),
                () -> written.complete(true),
                () -> written.complete(false));
        if (!written.join()) {
            throw new IllegalStateException("the barrier could not be written");
        }
        awaitMailbox();
    }

    private void awaitMailbox() {
        CompletableFuture<DeskState> reached = new CompletableFuture<>();
        desk.inOrder(reached::complete);
        reached.join();
    }

    /** The applicant has left the kiosk, and the next one has opened another matter there. */
    void anotherRoomAt(String kiosk, String room) {
        tables.endRoomsAt(kiosk);
        tables.room(room, kiosk);
    }

    /** What the table says, without the desk. */
    long openCalls() {
        return tables.openCalls();
    }

    /** What they are told in the end who ask this. */
    private Answer answer(Ear ear, Runnable ask) {
        ask.run();
        settle();
        return ear.last();
    }

    static OpId op() {
        return new OpId("op" + NUMBERS.incrementAndGet());
    }

    @Override
    public void close() {
        journal.close();
    }

    final class Clerk {
        private final ClerkId id;
        private final Ear ear = new Ear();

        private Clerk(String name) {
            id = new ClerkId(name);
            tables.clerk(name);
            directory.assign(id, new WindowId(DeskTables.WINDOW));
        }

        ClerkId id() {
            return id;
        }

        Ear ear() {
            return ear;
        }

        /** A moment after whoever sat down before, so that it is clear who has been ready longest. */
        Clerk sitsDown() {
            now = now.plusMillis(1);
            desk.clerkSeat(id, () -> true);
            desk.setReady(ear, new CallCommand.SetReady(op(), true), id);
            settle();
            return this;
        }

        void saysReady(boolean ready) {
            desk.setReady(ear, new CallCommand.SetReady(op(), ready), id);
            settle();
        }

        void comesBack() {
            desk.clerkSeat(id, () -> true);
            settle();
        }

        void lineIsCut() {
            desk.clerkSeat(id, () -> false);
            settle();
        }

        Optional<Call> call() {
            return state().callOf(id);
        }

        CallId callId() {
            return call().orElseThrow().id();
        }

        @Nullable
        CallState at() {
            return call().map(Call::state).orElse(null);
        }

        Answer answers(CallId call) {
            return answer(ear, () -> desk.answer(ear, new CallCommand.AnswerCall(op(), call), id));
        }

        Answer declines(CallId call) {
            return answer(ear, () -> desk.decline(ear, new CallCommand.DeclineCall(op(), call), id));
        }

        Answer hangsUp(CallId call) {
            return answer(ear, () -> desk.hangUp(ear, new CallCommand.HangUp(op(), call), id));
        }

        Answer finishes(CallId call) {
            return answer(
                    ear,
                    () -> desk.finishWrapUp(ear, new CallCommand.FinishWrapUp(op(), call, true, Optional.empty()), id));
        }
    }

    final class Kiosk {
        private final KioskId id;
        private final RoomId room;
        private final Ear ear = new Ear();

        private Kiosk(String name) {
            id = new KioskId(name);
            room = new RoomId("room-" + name);
            tables.kiosk(name);
            tables.room(room.value(), name);
            directory.reread();
            desk.kioskSeat(id, () -> true);
        }

        KioskId id() {
            return id;
        }

        Ear ear() {
            return ear;
        }

        Answer pressesCall() {
            return pressesCall(op());
        }

        Answer pressesCall(OpId op) {
            return answer(ear, () -> request(op, room));
        }

        void request(OpId op) {
            request(op, room);
        }

        void request(OpId op, RoomId in) {
            desk.requestCall(
                    ear,
                    new CallCommand.RequestCall(op, in),
                    new Caller(id, DeskTables.SONGJIANG, in, NANXUN, DeskTables.ITEM, false));
        }

        Answer cancels(CallId call) {
            return answer(ear, () -> desk.cancelCall(ear, new CallCommand.CancelCall(op(), call), id));
        }

        Answer hangsUp(CallId call) {
            return answer(ear, () -> desk.hangUp(ear, new CallCommand.HangUp(op(), call), id));
        }

        void endsTheVisit() {
            desk.visitEnded(id);
            settle();
        }

        void lineIsCut() {
            desk.kioskSeat(id, () -> false);
            settle();
        }

        void comesBack() {
            desk.kioskSeat(id, () -> true);
            settle();
        }

        Call call() {
            return state().callAt(id).orElseThrow();
        }

        @Nullable
        CallState at() {
            return state().callAt(id).map(Call::state).orElse(null);
        }
    }

    /** A hall manager of Nanxun chooses. */
    Answer assigns(OpId op, CallId call, ClerkId clerk) {
        Ear ear = new Ear();
        return answer(
                ear, () -> desk.assign(ear, op, new FromHall.AssignCall(op, call, clerk), "manager", call, clerk));
    }
}
