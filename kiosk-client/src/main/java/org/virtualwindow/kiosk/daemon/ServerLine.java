package org.virtualwindow.kiosk.daemon;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.Session;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.virtualwindow.protocol.Beat;
import org.virtualwindow.protocol.CloseCode;
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
    private final Rhythm rhythm;
    private final Backoff backoff;
    private final InstantSource clock;
    private final Instant started;
    private long beats;

    ServerLine(DeviceKey key, String version, Rhythm rhythm, Backoff backoff, InstantSource clock) {
        this.key = key;
        this.version = version;
        this.rhythm = rhythm;
        this.backoff = backoff;
        this.clock = clock;
        started = clock.instant();
    }

    /** Why the line is not drawn anew. */
    enum Over {
        /** The key was revoked: this kiosk was enrolled anew. */
        KEY_REFUSED,
        /** Another daemon came with the same key, and was taken for the newer one. */
        TAKEN_ELSEWHERE
    }

    private sealed interface News {
        record Told(String text) implements News {}

        record Cut(int code) implements News {}
    }

    /** Holds the line until it is over for good or the thread is interrupted. */
    Over hold() throws InterruptedException {
        while (true) {
            try {
                int code = holdOnce();
                if (code == CloseCode.NOT_SIGNED_IN.code()) {
                    return Over.KEY_REFUSED;
                }
                if (code == CloseCode.TAKEN_ELSEWHERE.code()) {
                    return Over.TAKEN_ELSEWHERE;
                }
                LOG.info("The line was cut ({})", code);
            } catch (IOException e) {
                LOG.info("The server is out of reach: {}", e.getMessage());
            }
            Thread.sleep(backoff.next());
        }
    }

    /** Draws the line, talks until it is cut, says with which code. */
    private int holdOnce() throws IOException, InterruptedException {
        BlockingQueue<News> news = new LinkedBlockingQueue<>();
        Session session = Upgrade.connect(key, new Ear(news));
        try {
            return talk(session, news);
        } finally {
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

    private int talk(Session session, BlockingQueue<News> news) throws InterruptedException {
        Instant heard = clock.instant();
        Instant nextBeat = heard.plus(rhythm.beat());
        Instant nextAlive = heard;
        while (true) {
            Instant now = clock.instant();
            if (!now.isBefore(heard.plus(rhythm.stale()))) {
                return CloseReason.CloseCodes.NO_STATUS_CODE.getCode();
            }
            if (!now.isBefore(nextAlive)) {
                send(
                        session,
                        new DeviceAlive(version, Duration.between(started, now).toSeconds()));
                nextAlive = now.plus(rhythm.alive());
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
                    understand(text);
                }
                case News.Cut(int code) -> {
                    return code;
                }
            }
        }
    }

    private void understand(String text) {
        if (!(WireCodec.decode(text, ToDevice.class) instanceof Decoded.Message<ToDevice>(ToDevice message))) {
            LOG.warn("The server said something this version does not understand");
            return;
        }
        switch (message) {
            case Beat _ -> {}
            case DeviceNoted noted -> {
                backoff.reset();
                LOG.debug("Noted as {}", noted.kiosk());
            }
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
