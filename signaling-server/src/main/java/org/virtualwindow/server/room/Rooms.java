package org.virtualwindow.server.room;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.virtualwindow.protocol.FromKiosk.MoveOn;
import org.virtualwindow.protocol.FromKiosk.OpenRoom;
import org.virtualwindow.protocol.RoomEvent;
import org.virtualwindow.protocol.RoomEvent.RoomOpened;
import org.virtualwindow.protocol.ServiceItem;
import org.virtualwindow.protocol.ids.CallId;
import org.virtualwindow.protocol.ids.CaseNo;
import org.virtualwindow.protocol.ids.ClerkId;
import org.virtualwindow.protocol.ids.OpId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.ids.ServiceItemId;
import org.virtualwindow.protocol.json.WireCodec;
import org.virtualwindow.protocol.values.Author;
import org.virtualwindow.protocol.values.FieldValue;
import org.virtualwindow.protocol.values.GrantScope;
import org.virtualwindow.protocol.values.Role;
import org.virtualwindow.server.casefile.CaseNumbers;
import org.virtualwindow.server.form.FormState;
import org.virtualwindow.server.form.ItemPackage;
import org.virtualwindow.server.identity.Secrets;
import org.virtualwindow.server.identity.Visitor.KioskVisitor;
import org.virtualwindow.server.items.Packages;
import org.virtualwindow.server.journal.Journal;
import org.virtualwindow.server.journal.Operation;
import org.virtualwindow.server.journal.Operations;
import org.virtualwindow.server.journal.Projection;
import org.virtualwindow.server.journal.Stream;
import org.virtualwindow.server.licence.Registers;
import org.virtualwindow.server.postgres.Sql;

/** The rooms in memory; one that is not is read from the journal. Waits for the database: not for the mailboxes of rooms and the desk. */
public final class Rooms {
    private final Journal journal;
    private final Packages packages;
    private final Visits visits;
    private final InstantSource clock;
    private final Executor threads;
    private final CaseNumbers numbers;
    private final Map<RoomId, CompletableFuture<Optional<Room>>> rooms = new ConcurrentHashMap<>();
    private volatile Function<RoomId, Optional<CallId>> talking = room -> Optional.empty();
    private volatile KioskDevices devices = KioskDevices.NONE;
    private volatile Documents documents = room -> {};
    private volatile Registers registers = Registers.NONE;
    private volatile RoomPhones.Unwanted unwanted = (room, pages) -> {};

    public Rooms(Journal journal, Packages packages, Visits visits, Sql sql, InstantSource clock, Executor threads) {
        this.journal = journal;
        this.packages = packages;
        this.visits = visits;
        this.clock = clock;
        this.threads = threads;
        this.numbers = new CaseNumbers(sql);
    }

    /** Says in which rooms a clerk really sits, so that a room that was left in a crash lets its clerk go. */
    public void seatsAreKnownBy(Function<RoomId, Optional<CallId>> desk) {
        this.talking = desk;
    }

    /** Before the first room is found. */
    public void devicesAre(KioskDevices devices) {
        this.devices = devices;
    }

    /** Before the first room is found. */
    public void documentsAre(Documents documents) {
        this.documents = documents;
    }

    /** Before the first room is found. */
    public void registersAre(Registers registers) {
        this.registers = registers;
    }

    /** Before the first room is found. */
    public void unwantedGo(RoomPhones.Unwanted unwanted) {
        this.unwanted = unwanted;
    }

    /** Empty where there never was such a room, or it is over. */
    public Optional<Room> find(RoomId id) {
        CompletableFuture<Optional<Room>> made = new CompletableFuture<>();
        CompletableFuture<Optional<Room>> found = rooms.putIfAbsent(id, made);
        if (found != null) {
            return found.join();
        }
        try {
            Optional<Room> room = journal.open(id.value()).flatMap(opened -> replay(id, opened, made));
            if (room.isEmpty()) {
                rooms.remove(id, made);
            }
            made.complete(room);
            room.ifPresent(loaded -> {
                loaded.unseatUnless(talking.apply(id));
                loaded.uses().again();
                loaded.readAgain();
                loaded.phones().again();
            });
            return room;
        } catch (RuntimeException e) {
            rooms.remove(id, made);
            made.completeExceptionally(e);
            throw e;
        }
    }

    /** Under which name a person's cases are found again, by the number of their card. */
    byte[] person(FieldValue idNo) {
        return journal.pseudonym("person " + idNo.text());
    }

    /** As {@link #read}. */
    public Optional<RoomFacts> factsOf(RoomId id) {
        return read(id).map(RoomFacts::new);
    }

    /** A room as its journal says, also one that is over; nobody can enter it here. Waits for the database. */
    Optional<RoomState> read(RoomId id) {
        return journal.open(id.value()).flatMap(opened -> replay(opened, new Operations()));
    }

    /** Which case a room was filed as; empty also where the room is not in memory. Never waits. */
    public Optional<CaseNo> filedAs(RoomId id) {
        CompletableFuture<Optional<Room>> room = rooms.get(id);
        return room == null || !room.isDone() || room.isCompletedExceptionally()
                ? Optional.empty()
                : room.join().flatMap(found -> found.facts().filedAs());
    }

    /** Opens a room for what the applicant chose and agreed to; returns when it is on disk. Empty where it could not be written. */
    public Optional<Room> open(OpenRoom chosen, ItemPackage pinned, KioskVisitor kiosk) {
        RoomOpened opened = opened(pinned, kiosk, chosen.agreed(), Optional.empty(), Optional.empty());
        return begin(chosen.opId(), chosen, kiosk, opened, List.of(), List.of());
    }

    /**
     * Opens the room in which the visit goes on, with what it takes over from the one before. As {@link #open}; {@link
     * Room#movedOn} is still to be told.
     *
     * @param leaves the row of the one before, which is no longer open: a kiosk has one open room at any moment
     */
    public Optional<Room> openAfter(
            Room before, MoveOn chosen, ItemPackage pinned, KioskVisitor kiosk, Projection leaves) {
        RoomOpened opened = opened(
                pinned,
                kiosk,
                chosen.agreed(),
                Optional.of(before.id()),
                before.onDisk().withdrawn());
        List<TakenOver.Entry> taken = TakenOver.from(before.onDisk(), FormState.of(pinned.item()));
        return begin(chosen.opId(), chosen, kiosk, opened, taken, List.of(leaves));
    }

    private static RoomOpened opened(
            ItemPackage pinned,
            KioskVisitor kiosk,
            List<String> agreed,
            Optional<RoomId> after,
            Optional<GrantScope> withdrawn) {
        ServiceItem item = pinned.item();
        boolean question = item.item().equals(ServiceItemId.QUESTION);
        return new RoomOpened(
                item.item(),
                item.version(),
                kiosk.centre(),
                pinned.owner(),
                kiosk.kiosk(),
                agreed,
                question ? Optional.empty() : Optional.of(pinned.hash()),
                Optional.of(Secrets.token()),
                after,
                withdrawn);
    }

    /** @param first rows that make place for the new one */
    private Optional<Room> begin(
            OpId opId,
            Object message,
            KioskVisitor kiosk,
            RoomOpened opened,
            List<TakenOver.Entry> taken,
            List<Projection> first) {
        RoomId id = new RoomId(Secrets.token().substring(0, 20));
        Author applicant = new Author(Role.APPLICANT, kiosk.kiosk().value(), "");
        Instant now = Instant.ofEpochMilli(clock.instant().toEpochMilli());
        Stream stream = journal.create(
                id.value(), kiosk.centre().value(), opened.owner().value());
        Operation sent = stream.operation(opId, message);
        List<Stream.Event> events = new ArrayList<>();
        events.add(event(now, applicant, sent, opened));
        Optional<RoomState> state = first(opened);
        for (TakenOver.Entry entry : taken) {
            Instant at = entry.at().orElse(now);
            events.add(event(at, entry.by(), null, entry.event()));
            long seq = events.size();
            state = state.map(before -> before.apply(seq, at, entry.by(), entry.event()));
        }
        List<Projection> rows = new ArrayList<>(first);
        rows.add(row(id, kiosk, opened, now));
        CompletableFuture<Boolean> written = new CompletableFuture<>();
        stream.append(events, rows, () -> written.complete(true), () -> written.complete(false));
        if (state.isEmpty() || !written.join()) {
            return Optional.empty();
        }
        Operations operations = new Operations();
        operations.add(Operations.name(applicant), sent, 1);
        CompletableFuture<Optional<Room>> place = new CompletableFuture<>();
        Room room = make(id, place, stream, state.get(), operations);
        place.complete(Optional.of(room));
        rooms.put(id, place);
        visits.began(kiosk.kiosk(), new Visits.Visit(id, kiosk.browserStart()));
        return Optional.of(room);
    }

    /** Packages came into force: whoever sits over a form that may go on by one of them is told. Never waits. */
    public void packagesChanged() {
        rooms.values().stream()
                .filter(place -> place.isDone() && !place.isCompletedExceptionally())
                .flatMap(place -> place.join().stream())
                .forEach(Room::packagesChanged);
    }

    private static Stream.Event event(Instant at, Author by, @Nullable Operation operation, RoomEvent event) {
        return new Stream.Event(
                at,
                Operations.name(by),
                operation,
                event.getClass().getSimpleName(),
                WireCodec.bytes(new RoomBody(by, event)));
    }

    /** What ends a room's projection, for {@link Room#end}. */
    public static Projection endOf(RoomId id) {
        return transaction -> {
            transaction.update("update room set state = 'ENDED' where id = ?", id.value());
            transaction.update("delete from resume_code where room = ?", id.value());
        };
    }

    /** What puts a room's projection aside, for {@link Room#putAside}. */
    public static Projection asideOf(RoomId id, Optional<ClerkId> clerk, Instant since, Instant until) {
        return transaction -> transaction.update(
                "update room set state = 'ASIDE', aside_clerk = ?, aside_since = ?, aside_until = ? where id = ?",
                clerk.map(ClerkId::value).orElse(null),
                since.toEpochMilli(),
                until.toEpochMilli(),
                id.value());
    }

    /** What moves a room's projection to another kiosk, for {@link Room#resume}. */
    public static Projection resumedAt(RoomId id, KioskVisitor kiosk) {
        return transaction -> transaction.update(
                "update room set state = 'OPEN', kiosk = ?, browser_start = ?, near_centre = ? where id = ?",
                kiosk.kiosk().value(),
                kiosk.browserStart(),
                kiosk.centre().value(),
                id.value());
    }

    private static Projection row(RoomId id, KioskVisitor kiosk, RoomOpened opened, Instant at) {
        return transaction -> transaction.update(
                """
                insert into room (id, item, kiosk, browser_start, near_centre, owner_centre, state, opened_at)
                values (?, ?, ?, ?, ?, ?, 'OPEN', ?)\
                """,
                id.value(),
                opened.item().value(),
                kiosk.kiosk().value(),
                kiosk.browserStart(),
                kiosk.centre().value(),
                opened.owner().value(),
                at.toEpochMilli());
    }

    private Optional<Room> replay(RoomId id, Stream.Opened opened, CompletableFuture<Optional<Room>> place) {
        Operations operations = new Operations();
        return replay(opened, operations)
                .filter(room -> !room.ended())
                .map(room -> make(id, place, opened.stream(), room, operations));
    }

    private Optional<RoomState> replay(Stream.Opened opened, Operations operations) {
        Optional<RoomState> state = Optional.empty();
        for (Stream.Written entry : opened.entries()) {
            if (entry.body() == null) {
                return Optional.empty(); // erased: nothing can go on here
            }
            RoomBody body = WireCodec.read(entry.body(), RoomBody.class);
            state = state.isEmpty() ? first(body.event()) : state.flatMap(before -> after(before, entry, body));
            Operation operation = entry.operation();
            if (operation != null) {
                operations.add(entry.author(), operation, entry.seq());
            }
        }
        return state;
    }

    private Optional<RoomState> after(RoomState before, Stream.Written entry, RoomBody body) {
        return body.event() instanceof RoomEvent.Migrated migrated
                ? packages.find(migrated.item(), before.owner(), migrated.itemHash())
                        .map(before::migrated)
                : Optional.of(before.apply(entry.seq(), entry.at(), body.by(), body.event()));
    }

    private Optional<RoomState> first(RoomEvent event) {
        return event instanceof RoomEvent.RoomOpened opened
                ? packages.item(opened.item(), opened.owner(), opened.itemHash())
                        .map(item -> RoomState.open(opened, FormState.of(item)))
                : Optional.empty();
    }

    /** @param place where it stands among the rooms, for as long as it is the one of its id */
    private Room make(
            RoomId id, CompletableFuture<Optional<Room>> place, Stream stream, RoomState state, Operations operations) {
        return new Room(
                id,
                threads,
                clock,
                new Filing(numbers, this::person, clock, threads),
                devices,
                documents,
                registers,
                unwanted,
                () -> {
                    rooms.remove(id, place);
                },
                () -> packages.now().packageOf(state.form().item().item(), state.owner()),
                stream,
                state,
                operations);
    }
}
