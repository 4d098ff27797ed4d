package org.virtualwindow.server.room;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.virtualwindow.protocol.RoomEvent;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.values.Author;
import org.virtualwindow.server.form.ItemPackage;
import org.virtualwindow.server.journal.Ledger;
import org.virtualwindow.server.journal.Operation;
import org.virtualwindow.server.journal.Operations;
import org.virtualwindow.server.journal.Projection;

/**
 * One matter as it moves on: in memory at once, on disk with the next commit, and only then known to others. Used in the room's
 * mailbox.
 */
final class Matter {
    private final RoomId id;
    private final InstantSource clock;
    private final Ledger ledger;
    private final Company company;
    private final RoomListener listener;
    private final Gestures gestures;
    private RoomState state;
    private volatile RoomState onDisk;

    Matter(
            RoomId id,
            InstantSource clock,
            Ledger ledger,
            Company company,
            Gestures gestures,
            RoomListener listener,
            RoomState state) {
        this.id = id;
        this.clock = clock;
        this.ledger = ledger;
        this.company = company;
        this.gestures = gestures;
        this.listener = listener;
        this.state = state;
        this.onDisk = state;
    }

    RoomId id() {
        return id;
    }

    RoomState state() {
        return state;
    }

    /** Any thread. */
    RoomState onDisk() {
        return onDisk;
    }

    /** Lets happen what was asked for. Accepted whether or not anything changes. */
    void accept(Asked asked, List<RoomEvent> events, List<Projection> rows) {
        accept(asked, events, rows, Optional.empty());
    }

    /** @param newer what {@link RoomEvent.Migrated} names, where it is among the events */
    void accept(Asked asked, List<RoomEvent> events, List<Projection> rows, Optional<ItemPackage> newer) {
        long seq = happen(asked.by(), asked.sent(), events, rows, newer);
        ledger.accept(asked.opId(), seq, asked.who().peer()::send);
    }

    /** Moves on and appends, with what lapses thereby; the others are told after the commit. Returns the place of the last event. */
    long happen(Author by, @Nullable Operation operation, List<RoomEvent> events, List<Projection> rows) {
        return happen(by, operation, events, rows, Optional.empty());
    }

    private long happen(
            Author by,
            @Nullable Operation operation,
            List<RoomEvent> asked,
            List<Projection> rows,
            Optional<ItemPackage> newer) {
        RoomState before = state;
        Instant now = Instant.ofEpochMilli(clock.instant().toEpochMilli());
        List<RoomEvent> events = new ArrayList<>(SignatureRules.lapsing(state, asked));
        List<Runnable> news = new ArrayList<>(events.size());
        events.forEach(event -> news.add(moved(ledger.seq() + news.size() + 1, now, by, event, newer)));
        List<RoomEvent> lapsed = LookupRules.lapsing(before, state);
        lapsed.forEach(event -> {
            events.add(event);
            news.add(moved(ledger.seq() + news.size() + 1, now, SignatureRules.NOBODY, event, newer));
        });
        long seq = ledger.seq() + events.size();
        ledger.append(
                now,
                Operations.name(by),
                operation,
                events,
                event -> new RoomBody(
                        lapsed.contains(event) ? SignatureRules.NOBODY : SignatureRules.author(by, event), event),
                rows);
        news.forEach(ledger::afterCommit);
        return seq;
    }

    /** What is to be told of an event once it is on disk; here it has happened. */
    private Runnable moved(long seq, Instant at, Author by, RoomEvent event, Optional<ItemPackage> newer) {
        Author author = SignatureRules.author(by, event);
        state = event instanceof RoomEvent.Migrated
                ? state.migrated(newer.orElseThrow())
                : state.apply(seq, at, author, event);
        gestures.follow(state, by, event);
        return news(seq, at, author, event);
    }

    private Runnable news(long seq, Instant at, Author by, RoomEvent event) {
        RoomState after = state;
        return () -> {
            RoomState before = onDisk;
            onDisk = after;
            listener.changed(id, before, after);
            company.hear(role -> RoomView.told(id, seq, at, by, event, before, after, role, gestures.now()));
        };
    }
}
