package org.virtualwindow.server.journal;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What an owner's stream still owes the world: answers, news and effects that wait for their place to be on disk. Used in the
 * owner's mailbox.
 */
public final class Releases {
    private record Release(long seq, Runnable task) {}

    private final Deque<Release> waiting = new ArrayDeque<>();
    private long committed;

    /** @param committed the stream's last place, which is on disk */
    public Releases(long committed) {
        this.committed = committed;
    }

    /** Runs the task once this place is on disk, in the order in which tasks were given; at once where it is already. */
    public void after(long seq, Runnable task) {
        if (seq <= committed && waiting.isEmpty()) {
            task.run();
        } else {
            waiting.add(new Release(seq, task));
        }
    }

    /** Everything up to this place is on disk. */
    public void committed(long seq) {
        committed = seq;
        while (!waiting.isEmpty() && waiting.getFirst().seq() <= seq) {
            waiting.removeFirst().task().run();
        }
    }

    /** What waited will never be on disk. */
    public void forget() {
        waiting.clear();
    }
}
