package org.virtualwindow.kiosk.daemon;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.Session;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.virtualwindow.protocol.Beat;
import org.virtualwindow.protocol.CloseCode;
import org.virtualwindow.protocol.DaemonHealth;
import org.virtualwindow.protocol.FromDevice;
import org.virtualwindow.protocol.FromDevice.DeviceAlive;
import org.virtualwindow.protocol.NotUnderstood;
import org.virtualwindow.protocol.ToDevice;
import org.virtualwindow.protocol.ToDevice.DeviceNoted;
import org.virtualwindow.protocol.json.WireCodec;
import org.virtualwindow.protocol.json.WireCodec.Decoded;

/**
 * The line to the server, drawn anew whenever it is cut. One thread does everything here; what the network says reaches it
 * through a queue, one per connection, so that late news of an old connection is never taken for news of the present one.
 */
final class ServerLine {
    private static final Logger LOG = LoggerFactory.getLogger(ServerLine.class);

    private final DeviceKey key;
    private final String version;
    private final Supplier<DaemonHealth> health;
    private final Rhythm rhythm;
    private final Backoff backoff;
    private final InstantSource clock;
    private final Instant started;
    private long beats;
    private boolean comesOnceMore;

    /** Of the connection that is there; nobody hears what is said while there is none. */
    private volatile @Nullable BlockingQueue<News> present;

    /** @param health how this machine is just now; quick */
    ServerLine(
            DeviceKey key,
            String version,
            Supplier<DaemonHealth> health,
            Rhythm rhythm,
            Backoff backoff,
            InstantSource clock) {
        this.health = health;
        this.key = key;
        this.version = version;
        this.rhythm = rhythm;
        this.backoff = backoff;
        this.clock = clock;
        started = clock.instant();
    }

    /** Why the line is not drawn anew. */
    enum Over {
        /** The key was revoked, by the hall manager or because this kiosk was enrolled anew. */
        KEY_REFUSED,
        /** The key was used in two places, and is revoked. */
        KEY_CLONED,
        /** Another daemon with the same key was taken for the newer one, twice. */
        TAKEN_ELSEWHERE,
        /** The server talks with newer daemons only. */
        TOO_OLD,
        /** The hall wants this daemon started anew. */
        RESTART
    }

    private sealed interface News {
        record Told(String text) implements News {}

        /** @param end where this daemon wants the line no more */
        record Cut(int code, Optional<Over> end) implements News {
            Cut(int code) {
                this(code, Optional.empty());
            }
        }

        /** Something of this daemon that is to be said. */
        record Say(FromDevice message) implements News {}
    }

    /** What is done with what the server says. Called on the line's thread: it must not wait. */
    interface Work {
        Work NONE = new Work() {
            @Override
            public void connected() {}

            @Override
            public void told(ToDevice message) {}
        };

        /** The line was drawn, and has said that the daemon is alive. */
        void connected();

        void told(ToDevice message);
    }

    /** Said if the line is there, else not at all: whatever has to arrive is said again when it is drawn anew. Any thread, never waits. */
    void say(FromDevice message) {
        BlockingQueue<News> news = present;
        if (news != null) {
            news.add(new News.Say(message));
        }
    }

    /**
     * Ends it for good if the line is there. Otherwise nothing happens: when it is drawn anew somebody may sit here whom the end would
     * hit. Any thread.
     */
    void end(Over why) {
        BlockingQueue<News> news = present;
        if (news != null) {
            news.add(new News.Cut(CloseReason.CloseCodes.NORMAL_CLOSURE.getCode(), Optional.of(why)));
        }
    }

    /** Holds the line until it is over for good or the thread is interrupted. */
    Over hold(Work work) throws InterruptedException {
        while (true) {
            try {
                News.Cut cut = holdOnce(work);
                if (cut.end().isPresent()) {
                    return cut.end().get();
                }
                int code = cut.code();
                if (code == CloseCode.NOT_SIGNED_IN.code()) {
                    return Over.KEY_REFUSED;
                }
                if (code == CloseCode.KEY_CLONED.code()) {
                    return Over.KEY_CLONED;
                }
                if (code == CloseCode.TOO_OLD.code()) {
                    return Over.TOO_OLD;
                }
                // Whoever took its place has the same key. Coming once more shows the server that there are two.
                if (code == CloseCode.TAKEN_ELSEWHERE.code()) {
                    if (comesOnceMore) {
                        return Over.TAKEN_ELSEWHERE;
                    }
                    comesOnceMore = true;
                }
                LOG.info("The line was cut ({})", code);
            } catch (IOException e) {
                LOG.info("The server is out of reach: {}", e.getMessage());
            }
            Thread.sleep(backoff.next());
        }
    }

    /** Draws the line, and talks until it is cut. */
    private News.Cut holdOnce(Work work) throws IOException, InterruptedException {
        BlockingQueue<News> news = new LinkedBlockingQueue<>();
        Session session = Upgrade.connect(key, new Ear(news));
        try {
            present = news;
            return talk(session, news, work);
        } finally {
            present = null;
            close(session);
        }
    }

    private static void close(Session session) {
        try {
            session.close();
        } catch (IOException | RuntimeException alreadyGone) {
            LOG.debug("The line had gone before it was closed", alreadyGone);
        }
    }

    private News.Cut talk(Session session, BlockingQueue<News> news, Work work) throws InterruptedException {
        Instant heard = clock.instant();
        Instant nextBeat = heard.plus(rhythm.beat());
        Instant nextAlive = heard;
        boolean first = true;
        while (true) {
            Instant now = clock.instant();
            if (!now.isBefore(heard.plus(rhythm.stale()))) {
                return new News.Cut(CloseReason.CloseCodes.NO_STATUS_CODE.getCode());
            }
            if (!now.isBefore(nextAlive)) {
                send(
                        session,
                        new DeviceAlive(
                                version, Duration.between(started, now).toSeconds(), Optional.of(health.get())));
                nextAlive = now.plus(rhythm.alive());
                if (first) {
                    first = false;
                    work.connected();
                }
            }
            if (!now.isBefore(nextBeat)) {
                send(session, new Beat(++beats));
                nextBeat = now.plus(rhythm.beat());
            }
            Instant due = nextBeat.isBefore(nextAlive) ? nextBeat : nextAlive;
            switch (news.poll(Math.max(1, Duration.between(now, due).toMillis()), TimeUnit.MILLISECONDS)) {
                case null -> {}
                case News.Told(String text) -> {
                    heard = clock.instant();
                    understand(text, work);
                }
                case News.Say(FromDevice message) -> send(session, message);
                case News.Cut cut -> {
                    return cut;
                }
            }
        }
    }

    private void understand(String text, Work work) {
        if (!(WireCodec.decode(text, ToDevice.class) instanceof Decoded.Message<ToDevice>(ToDevice message))) {
            LOG.warn("The server said something this version does not understand");
            return;
        }
        switch (message) {
            case Beat _ -> {}
            case DeviceNoted noted -> {
                backoff.reset();
                comesOnceMore = false;
                noted.now().ifPresent(there -> key.serverSaysItIs(there, clock.instant()));
                LOG.debug("Noted as {}", noted.kiosk());
            }
            case ToDevice.DoCommand _,
                    ToDevice.CancelCommand _,
                    ToDevice.ResultNoted _,
                    ToDevice.RestartNow _,
                    ToDevice.TestDevices _,
                    ToDevice.VisitOver _ -> work.told(message);
            case NotUnderstood _ -> LOG.warn("The server does not understand this version ({})", version);
        }
    }

    /** A line that is cut says so, and with which code, in the queue; should it not, its silence does. */
    private static void send(Session session, FromDevice message) {
        try {
            session.getBasicRemote().sendText(WireCodec.encode(message));
        } catch (IOException | RuntimeException cut) {
            LOG.debug("The line was cut before {} was said", message, cut);
        }
    }

    /** Puts what a connection says into its queue. */
    private static final class Ear extends Endpoint {
        private final BlockingQueue<News> news;

        Ear(BlockingQueue<News> news) {
            this.news = news;
        }

        @Override
        public void onOpen(Session session, EndpointConfig config) {
            session.addMessageHandler(String.class, text -> news.add(new News.Told(text)));
        }

        @Override
        public void onClose(Session session, CloseReason reason) {
            news.add(new News.Cut(reason.getCloseCode().getCode()));
        }

        @Override
        public void onError(Session session, Throwable failure) {
            news.add(new News.Cut(CloseReason.CloseCodes.CLOSED_ABNORMALLY.getCode()));
        }
    }
}
