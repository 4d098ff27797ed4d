package org.virtualwindow.server.device;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.virtualwindow.protocol.Beat;
import org.virtualwindow.protocol.FromDevice;
import org.virtualwindow.protocol.ToDevice;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.server.connection.Conversation;
import org.virtualwindow.server.connection.Door;
import org.virtualwindow.server.connection.Peer;
import org.virtualwindow.server.connection.Seats;
import org.virtualwindow.server.identity.DeviceKeys;

/** Lets enrolled device daemons in, one per kiosk, and knows which are alive and of which version. */
public final class DeviceDoor implements Door<FromDevice> {
    private static final String BEARER = "Bearer ";

    private final DeviceKeys keys;
    private final Runnable changed;
    private final Seats<KioskId, Daemon> alive = new Seats<>();

    /** @param changed a daemon came, went or said which it is */
    public DeviceDoor(DeviceKeys keys, Runnable changed) {
        this.keys = keys;
        this.changed = changed;
    }

    @Override
    public Class<FromDevice> root() {
        return FromDevice.class;
    }

    @Override
    public Optional<Conversation<FromDevice>> open(Credentials credentials, Peer peer) {
        String authorization = credentials.authorization();
        if (authorization == null || !authorization.startsWith(BEARER)) {
            return Optional.empty();
        }
        return keys.check(authorization.substring(BEARER.length())).map(kiosk -> {
            Daemon here = new Daemon(kiosk, peer);
            alive.take(kiosk, here, peer);
            return here;
        });
    }

    /** The version of this kiosk's daemon; empty while none is connected. Any thread. */
    public Optional<String> version(KioskId kiosk) {
        return alive.find(kiosk).map(daemon -> daemon.version);
    }

    private final class Daemon implements Conversation<FromDevice> {
        private final KioskId kiosk;
        private final Peer peer;
        private volatile @Nullable String version;

        Daemon(KioskId kiosk, Peer peer) {
            this.kiosk = kiosk;
            this.peer = peer;
        }

        @Override
        public void handle(FromDevice message) {
            switch (message) {
                case FromDevice.DeviceAlive report -> {
                    version = report.version();
                    peer.send(new ToDevice.DeviceNoted(kiosk));
                    changed.run();
                }
                case Beat _ -> {} // answered by the connection
            }
        }

        @Override
        public void gone() {
            if (alive.leave(kiosk, this)) {
                changed.run();
            }
        }
    }
}
