package org.virtualwindow.server.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Slows down whoever guesses. Some tries are free; after them each failure doubles the wait, up to five minutes, so that a
 * stranger can never lock an account for good. A quarter of an hour without a try forgets all.
 *
 * <p>A try counts as a failure until it is said to have succeeded: a hundred at once are no more than a hundred in a row.
 */
final class Throttle {
    private static final Duration FORGETS = Duration.ofMinutes(15);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    /** More than that many guessed at once push out those who were quiet longest. */
    private static final int REMEMBERED = 20_000;

    private final InstantSource clock;
    private final int free;
    private final SequencedMap<String, Tries> tries = new LinkedHashMap<>();

    Throttle(InstantSource clock, int free) {
        this.clock = clock;
        this.free = free;
    }

    private record Tries(int count, Instant last) {}

    /** Counts a try; where it has to wait, says how long and counts nothing. */
    synchronized Optional<Duration> attempt(String who) {
        Instant now = clock.instant();
        Tries before = tries.getOrDefault(who, new Tries(0, now));
        if (!now.isBefore(before.last().plus(FORGETS))) {
            before = new Tries(0, now);
        }
        Duration left = Duration.between(now, before.last().plus(waitAfter(before.count())));
        if (left.isPositive()) {
            return Optional.of(left);
        }
        tries.remove(who);
        tries.put(who, new Tries(before.count() + 1, now)); // at the end: the first is the one quiet longest
        if (tries.size() > REMEMBERED) {
            tries.pollFirstEntry();
        }
        return Optional.empty();
    }

    /** The last try was right. */
    synchronized void succeeded(String who) {
        tries.remove(who);
    }

    private Duration waitAfter(int failures) {
        if (failures < free) {
            return Duration.ZERO;
        }
        int doublings = Math.min(failures - free, 10);
        Duration wait = FIRST_WAIT.multipliedBy(1L << doublings);
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }
}
