package org.virtualwindow.server.connection;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.virtualwindow.protocol.CloseCode;

/**
 * The one connection of each who may have but one. Any thread.
 *
 * @param <K> who
 * @param <C> their conversation
 */
public final class Seats<K, C> {
    private final Map<K, Seat<C>> taken = new ConcurrentHashMap<>();

    private record Seat<C>(C conversation, Peer peer) {}

    /** Who came last sits; the other is closed as taken elsewhere. Returns whether this one sits. */
    public boolean take(K key, C conversation, Peer peer) {
        Seat<C> mine = new Seat<>(conversation, peer);
        Seat<C> sits = taken.merge(key, mine, (before, _) -> {
            boolean later = peer.arrival().isAfter(before.peer.arrival());
            (later ? before : mine).peer.close(CloseCode.TAKEN_ELSEWHERE);
            return later ? mine : before;
        });
        return sits == mine;
    }

    /** Returns whether it had the seat until now. */
    public boolean leave(K key, C conversation) {
        Seat<C> seat = taken.get(key);
        return seat != null && seat.conversation == conversation && taken.remove(key, seat);
    }

    public Optional<C> find(K key) {
        return Optional.ofNullable(taken.get(key)).map(Seat::conversation);
    }

    public boolean isTaken(K key) {
        return taken.containsKey(key);
    }

    public Collection<C> all() {
        return taken.values().stream().map(Seat::conversation).toList();
    }
}
