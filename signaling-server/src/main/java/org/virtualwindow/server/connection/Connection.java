package org.virtualwindow.server.connection;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Session;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.virtualwindow.protocol.Beat;
import org.virtualwindow.protocol.CloseCode;
import org.virtualwindow.protocol.MediaMessage;
import org.virtualwindow.protocol.NotUnderstood;
import org.virtualwindow.protocol.ids.OpId;
import org.virtualwindow.protocol.json.WireCodec;
import org.virtualwindow.protocol.json.WireCodec.Decoded;
import org.virtualwindow.server.config.ConnectionLimits;
import org.virtualwindow.server.mailbox.Mailbox;

/**
 * One connected browser or daemon. What comes is read on a thread of the socket, which never waits: media is passed on right
 * there, everything else goes through this connection's mailbox, whose thread may wait.
 */
final class Connection<F> implements Peer {
    private static final Logger log = LoggerFactory.getLogger(Connection.class);

    private final Session session;
    private final Runnable cut;
    private final Class<F> root;
    private final Traffic traffic;
    private final InstantSource clock;
    private final Outbox outbox;
    private final Mailbox inbox;
    private final AtomicInteger unhandled = new AtomicInteger();
    private final int mostUnhandled;
    private final RateLimit limit;
    private final Silence silence;
    private final Arrival arrival;
    private volatile @Nullable Conversation<F> conversation;
    /** Why we end it; 0 while we do not. */
    private volatile int closing;

    /** @param cut ends the socket without a word, for a peer that could not be told anything */
    Connection(
            Session session,
            Class<F> root,
            ConnectionLimits limits,
            Traffic traffic,
            Executor threads,
            InstantSource clock,
            Arrival arrival,
            Runnable cut) {
        this.session = session;
        this.cut = cut;
        this.root = root;
        this.traffic = traffic;
        this.clock = clock;
        this.arrival = arrival;
        this.inbox = new Mailbox(threads);
        this.mostUnhandled = limits.burst();
        Instant now = clock.instant();
        this.limit = new RateLimit(limits, now);
        this.silence = new Silence(limits, now);
        this.outbox = new Outbox(session.getAsyncRemote(), traffic, clock, () -> close(CloseCode.TOO_SLOW));
    }

    @Override
    public void inOrder(Runnable task) {
        inbox.execute(task);
    }

    void begin(Conversation<F> with) {
        this.conversation = with;
    }

    void received(String text) {
        if (closing != 0) {
            return; // whoever does not answer our close must not go on all the same
        }
        Instant now = clock.instant();
        silence.heard(now);
        traffic.received();
        if (!limit.allows(now)) {
            traffic.limited();
            close(CloseCode.TOO_MANY);
            return;
        }
        switch (WireCodec.decode(text, root)) {
            case Decoded.Message<F>(Beat beat) -> {
                silence.beat(now);
                send(beat);
            }
            case Decoded.Message<F>(var message) when message instanceof MediaMessage -> handle(message);
            case Decoded.Message<F>(var message) -> {
                if (unhandled.incrementAndGet() > mostUnhandled) {
                    close(CloseCode.COME_BACK);
                    return;
                }
                inOrder(() -> {
                    unhandled.decrementAndGet();
                    handle(message);
                });
            }
            case Decoded.NotOurs<F>(String reason, Optional<OpId> opId) -> send(new NotUnderstood(reason, opId));
            case Decoded.Unreadable<F>() -> close(CloseCode.UNREADABLE);
        }
    }

    private void handle(F message) {
        Conversation<F> with = conversation;
        if (with == null) {
            return; // not let in
        }
        try {
            with.handle(message);
        } catch (RuntimeException e) {
            log.error("A {} could not be handled", message.getClass().getSimpleName(), e);
            close(CloseCode.COME_BACK);
        }
    }

    /**
     * The socket has ended; counts it.
     *
     * @param code what was heard last, which is not what we said where the peer did not answer
     */
    void ended(int code) {
        traffic.closed(closing == 0 ? code : closing);
    }

    void gone() {
        outbox.close();
        Conversation<F> with = conversation;
        if (with != null) {
            with.gone();
        }
    }

    /**
     * To be called every second. Gives up a peer that missed three beats, whose own side finds out when its line returns, and cuts
     * off one that does not read or does not answer our close.
     */
    void check(Instant now) {
        Conversation<F> with = conversation;
        if (outbox.stuck(now)) {
            closing = CloseCode.TOO_SLOW.code();
            cut.run();
        } else if (silence.isTooLong(now, with != null && with.inCall())) {
            if (closing != 0) {
                cut.run();
            } else {
                closeWith(CloseReason.CloseCodes.GOING_AWAY);
            }
        }
    }

    @Override
    public void send(Object message) {
        traffic.sent(message);
        outbox.add(WireCodec.encode(message));
    }

    @Override
    public void close(CloseCode code) {
        closeWith(CloseReason.CloseCodes.getCloseCode(code.code()));
    }

    @Override
    public Arrival arrival() {
        return arrival;
    }

    /** A close waits for the socket, so it leaves the caller's thread. Of two reasons the first stands. */
    private void closeWith(CloseReason.CloseCode code) {
        if (closing != 0) {
            return;
        }
        closing = code.getCode();
        outbox.close();
        Thread.ofVirtual().name("close").start(() -> {
            try {
                session.close(new CloseReason(code, ""));
            } catch (IOException | IllegalStateException e) {
                log.debug("A connection was gone before it was closed: {}", e.getMessage());
            }
        });
    }
}
