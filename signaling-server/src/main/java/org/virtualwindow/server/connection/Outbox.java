package org.virtualwindow.server.connection;

import jakarta.websocket.RemoteEndpoint;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * The one writer of a socket. What cannot be written at once waits here, within bounds; beyond them the peer reads too slowly and is
 * given up, so that one slow browser never holds up anybody else.
 */
final class Outbox {
    static final int MOST_MESSAGES = 500;
    static final int MOST_CHARACTERS = 2 * 1024 * 1024;
    static final Duration LONGEST_WRITE = Duration.ofSeconds(5);

    private final RemoteEndpoint.Async remote;
    private final Traffic traffic;
    private final InstantSource clock;
    private final Runnable overflowed;
    private final Queue<String> waiting = new ArrayDeque<>();
    private int characters;
    private boolean writing;
    private Instant began = Instant.MAX;
    private boolean closed;

    Outbox(RemoteEndpoint.Async remote, Traffic traffic, InstantSource clock, Runnable overflowed) {
        this.remote = remote;
        this.traffic = traffic;
        this.clock = clock;
        this.overflowed = overflowed;
    }

    void add(String text) {
        boolean full = false;
        synchronized (waiting) {
            if (closed) {
                return;
            }
            traffic.queued(waiting.size());
            waiting.add(text);
            characters += text.length();
            if (waiting.size() > MOST_MESSAGES || characters > MOST_CHARACTERS) {
                full = true;
                close();
            } else if (writing) {
                return;
            } else {
                writing = true;
            }
        }
        if (full) {
            overflowed.run();
        } else {
            writeNext();
        }
    }

    /** Forgets what waits and takes nothing more. */
    void close() {
        synchronized (waiting) {
            closed = true;
            traffic.forgotten(waiting.size());
            waiting.clear();
            characters = 0;
        }
    }

    /**
     * Whether one message is being written for too long. To be asked now and then: a time-out for each message would cost more than
     * the message.
     */
    boolean stuck(Instant now) {
        synchronized (waiting) {
            return writing && began.plus(LONGEST_WRITE).isBefore(now);
        }
    }

    private void writeNext() {
        String next = take();
        if (next == null) {
            return;
        }
        try {
            remote.sendText(next, result -> {
                if (result.isOK()) {
                    writeNext();
                } else {
                    close(); // the socket is gone or stuck; its endpoint is told by itself
                }
            });
        } catch (RuntimeException e) {
            close(); // the session was closed between the check and the write
        }
    }

    private @Nullable String take() {
        synchronized (waiting) {
            String next = waiting.poll();
            if (next == null) {
                writing = false;
            } else {
                began = clock.instant();
                traffic.left(1);
                characters -= next.length();
            }
            return next;
        }
    }
}
