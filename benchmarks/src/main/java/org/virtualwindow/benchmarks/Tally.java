package org.virtualwindow.benchmarks;

import java.util.Collection;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/** What was sent and when it came through. Only what was sent in the window counts, whenever it arrived. */
final class Tally {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(5);

    private final long from;
    private final long until;
    private final Map<String, Long> onTheWay = new ConcurrentHashMap<>();
    private final Queue<Long> acks = new ConcurrentLinkedQueue<>();
    private final Queue<Long> drafts = new ConcurrentLinkedQueue<>();
    private final Queue<Long> lateness = new ConcurrentLinkedQueue<>();

    Tally(long from, long until) {
        this.from = from;
        this.until = until;
    }

    long until() {
        return until;
    }

    void sends(String name, long due) {
        long now = System.nanoTime();
        if (now >= from && now < until) {
            onTheWay.put(name, now);
            lateness.add(now - due);
        }
    }

    void accepted(String name, long at) {
        Long sent = onTheWay.remove(name);
        if (sent != null) {
            acks.add(at - sent);
        }
    }

    void shown(String name, long at) {
        Long sent = onTheWay.remove(name);
        if (sent != null) {
            drafts.add(at - sent);
        }
    }

    void awaitAnswers() throws InterruptedException {
        long patience = System.nanoTime() + PATIENCE;
        while (!onTheWay.isEmpty() && System.nanoTime() < patience) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    int unanswered() {
        return onTheWay.size();
    }

    Collection<Long> acks() {
        return acks;
    }

    Collection<Long> drafts() {
        return drafts;
    }

    Collection<Long> lateness() {
        return lateness;
    }
}
