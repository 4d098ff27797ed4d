package org.virtualwindow.server.device;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.virtualwindow.protocol.Beat;
import org.virtualwindow.protocol.CloseCode;
import org.virtualwindow.protocol.FromDevice;
import org.virtualwindow.protocol.ToDevice;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.server.connection.Conversation;
import org.virtualwindow.server.connection.Door;
import org.virtualwindow.server.connection.Peer;
import org.virtualwindow.server.identity.DeviceKeys;

/** Lets enrolled device daemons in, one per kiosk, and knows which are alive and of which version. */
public final class DeviceDoor implements Door<FromDevice> {
    private static final String BEARER = "Bearer ";

    private final DeviceKeys keys;
    private final Runnable changed;
    private final Map<KioskId, Daemon> alive = new ConcurrentHashMap<>();

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
            Daemon before = alive.put(kiosk, here);
            if (before != null) {
                before.peer.close(CloseCode.TAKEN_ELSEWHERE);
            }
            return here;
        });
    }

    /** The version of this kiosk's daemon; empty while none is connected. Any thread. */
    public Optional<String> version(KioskId kiosk) {
        return Optional.ofNullable(alive.get(kiosk)).map(daemon -> daemon.version);
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
            if (alive.remove(kiosk, this)) {
                changed.run();
            }
        }
    }
}
