package org.virtualwindow.server.device;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.virtualwindow.protocol.Beat;
import org.virtualwindow.protocol.CloseCode;
import org.virtualwindow.protocol.DaemonHealth;
import org.virtualwindow.protocol.FromDevice;
import org.virtualwindow.protocol.NotUnderstood;
import org.virtualwindow.protocol.ToDevice;
import org.virtualwindow.protocol.ToHall.DaemonTrouble;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.server.connection.Conversation;
import org.virtualwindow.server.connection.Door;
import org.virtualwindow.server.connection.Peer;
import org.virtualwindow.server.connection.Seats;
import org.virtualwindow.server.identity.DeviceKeys;
import org.virtualwindow.server.identity.DeviceKeys.Known;

/** Lets enrolled device daemons in, one per kiosk, and knows which are alive, of which version, and why one is not. */
public final class DeviceDoor implements Door<FromDevice> {
    private final DeviceKeys keys;
    private final Daemons daemons;
    private final int oldest;
    private final InstantSource clock;
    private final BiConsumer<KioskId, FromDevice> ofKiosk;
    private final Runnable changed;
    private final Map<KioskId, Heard> heard = new ConcurrentHashMap<>();
    private final Seats<KioskId, Daemon> alive = new Seats<>();
    private final Map<KioskId, DaemonTrouble> troubles = new ConcurrentHashMap<>();
    private final AtomicLong revocations = new AtomicLong();

    /**
     * @param oldest the version of the oldest daemon that is let in
     * @param ofKiosk is told what a daemon says of its kiosk as a whole; may wait for the database
     * @param changed a daemon came, went, was refused or said which it is
     */
    public DeviceDoor(
            DeviceKeys keys,
            Daemons daemons,
            int oldest,
            InstantSource clock,
            BiConsumer<KioskId, FromDevice> ofKiosk,
            Runnable changed) {
        this.keys = keys;
        this.daemons = daemons;
        this.oldest = oldest;
        this.clock = clock;
        this.ofKiosk = ofKiosk;
        this.changed = changed;
        keys.cloned().forEach(kiosk -> troubles.put(kiosk, DaemonTrouble.KEY_CLONED));
        keys.listen(this::isRevoked);
    }

    private void isRevoked(DeviceKeys.Revoked revoked) {
        boolean cloned = revoked.why() == DeviceKeys.Why.CLONED;
        if (cloned) {
            troubles.put(revoked.kiosk(), DaemonTrouble.KEY_CLONED);
        }
        sendAway(revoked.kiosk(), revoked.key(), cloned ? CloseCode.KEY_CLONED : CloseCode.NOT_SIGNED_IN);
        changed.run();
    }

    @Override
    public Class<FromDevice> root() {
        return FromDevice.class;
    }

    @Override
    public Optional<Conversation<FromDevice>> open(Credentials credentials, Peer peer) {
        long before = revocations.get();
        return switch (keys.connects(credentials.authorization())) {
            case Known.Daemon(KioskId kiosk, String key, String start) -> {
                Daemon here = new Daemon(kiosk, key, start, peer);
                daemons.came(kiosk, start);
                alive.take(kiosk, here, peer);
                // Who was revoked before being seated was not found there.
                if (revocations.get() != before && !keys.isInForce(key)) {
                    here.sendAway(CloseCode.NOT_SIGNED_IN);
                }
                yield Optional.of(here);
            }
            case Known.Cloned _ -> {
                peer.close(CloseCode.KEY_CLONED);
                yield Optional.empty();
            }
            case Known.Late _ -> {
                peer.close(CloseCode.COME_BACK);
                yield Optional.empty();
            }
            case Known.Nobody _ -> Optional.empty();
        };
    }

    /** The kiosk's key opens nothing any more, and what it opened is closed. Blocks. */
    public void revoke(KioskId kiosk) {
        keys.revoke(kiosk);
    }

    /** The version of this kiosk's daemon; empty while none is connected. Any thread. */
    public Optional<String> version(KioskId kiosk) {
        return alive.find(kiosk).map(daemon -> daemon.version);
    }

    /** How this kiosk's machine is; empty while its daemon is not connected. Any thread. */
    public Optional<DaemonHealth> health(KioskId kiosk) {
        return alive.find(kiosk).map(daemon -> daemon.health);
    }

    /**
     * A daemon's sign of life.
     *
     * @param upSeconds for how long it had run then
     */
    public record Heard(Instant at, long upSeconds) {}

    /** The last sign of life of this kiosk's daemon since this server began. Any thread. */
    public Optional<Heard> heard(KioskId kiosk) {
        return Optional.ofNullable(heard.get(kiosk));
    }

    /** Says this to the kiosk's daemon; false where none is connected that has said which it is. Any thread. */
    public boolean tell(KioskId kiosk, ToDevice message) {
        Optional<Daemon> here = alive.find(kiosk).filter(daemon -> daemon.version != null);
        here.ifPresent(daemon -> daemon.peer.send(message));
        return here.isPresent();
    }

    /** Why this kiosk's daemon was not let in, until one is. Any thread. */
    public Optional<DaemonTrouble> trouble(KioskId kiosk) {
        return Optional.ofNullable(troubles.get(kiosk));
    }

    private void sendAway(KioskId kiosk, String key, CloseCode code) {
        revocations.incrementAndGet();
        alive.find(kiosk).filter(daemon -> daemon.key.equals(key)).ifPresent(daemon -> daemon.sendAway(code));
    }

    private final class Daemon implements Conversation<FromDevice> {
        private final KioskId kiosk;
        private final String key;
        private final String start;
        private final Peer peer;
        private volatile @Nullable String version;
        private volatile @Nullable DaemonHealth health;
        private volatile boolean outside;

        Daemon(KioskId kiosk, String key, String start, Peer peer) {
            this.kiosk = kiosk;
            this.key = key;
            this.start = start;
            this.peer = peer;
        }

        void sendAway(CloseCode code) {
            outside = true;
            peer.close(code);
        }

        @Override
        public void handle(FromDevice message) {
            if (outside) {
                return; // what it had said before it was sent away
            }
            switch (message) {
                case FromDevice.DeviceAlive report -> {
                    keys.lives(key, start);
                    alive(report);
                }
                case FromDevice.DevicesAre _,
                        FromDevice.CommandBegan _,
                        FromDevice.CommandProgress _,
                        FromDevice.CommandEnded _ -> {
                    if (version != null) { // whoever has not said which it is may be too old
                        daemons.says(kiosk, peer, message);
                    }
                }
                case FromDevice.DevicesTested _, FromDevice.RestartDone _, FromDevice.RestartDeclined _ -> {
                    if (version != null) {
                        ofKiosk.accept(kiosk, message);
                    }
                }
                case Beat _ -> {} // answered by the connection
            }
        }

        private void alive(FromDevice.DeviceAlive report) {
            if (Version.isBefore(report.version(), oldest)) {
                troubles.put(kiosk, DaemonTrouble.TOO_OLD);
                peer.send(new NotUnderstood("too old: version %d or newer".formatted(oldest), Optional.empty()));
                sendAway(CloseCode.TOO_OLD);
            } else {
                troubles.remove(kiosk);
                version = report.version();
                health = report.health().orElse(null);
                heard.put(kiosk, new Heard(clock.instant(), report.upSeconds()));
                ofKiosk.accept(kiosk, report);
                peer.send(new ToDevice.DeviceNoted(kiosk, Optional.of(clock.instant())));
            }
            changed.run();
        }

        @Override
        public void gone() {
            daemons.left(kiosk, peer);
            if (alive.leave(kiosk, this)) {
                changed.run();
            }
        }
    }
}
