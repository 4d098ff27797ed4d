package org.virtualwindow.server.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Who was cut off, and whether they have been away for too long. Used in the desk's mailbox. */
final class Grace<K> {
    private final Duration length;
    private final Map<K, Instant> gone = new HashMap<>();

    Grace(Duration length) {
        this.length = length;
    }

    void isHere(K who, boolean here, Instant now) {
        if (here) {
            gone.remove(who);
        } else {
            isGone(who, now);
        }
    }

    /** Who was gone already has been since then. */
    void isGone(K who, Instant at) {
        gone.putIfAbsent(who, at);
    }

    boolean isOver(K who, Instant now) {
        Instant since = gone.get(who);
        return since != null && !since.plus(length).isAfter(now);
    }
}
