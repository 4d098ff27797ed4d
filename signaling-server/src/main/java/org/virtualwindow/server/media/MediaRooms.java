package org.virtualwindow.server.media;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.virtualwindow.protocol.MediaMessage;
import org.virtualwindow.protocol.MediaMessage.MediaRestart;
import org.virtualwindow.protocol.MediaMessage.MediaSignal;
import org.virtualwindow.protocol.MediaMessage.MediaState;
import org.virtualwindow.protocol.MediaMessage.RelaySignal;
import org.virtualwindow.protocol.ids.CallId;
import org.virtualwindow.server.connection.Peer;
import org.virtualwindow.server.desk.DeskListener;
import org.virtualwindow.server.desk.DeskState;

/** The media of every call that is being talked in. Never blocks. */
public final class MediaRooms implements DeskListener {
    /** Plans a server can make before the next server's numbers begin. */
    private static final long EPOCHS_PER_SERVER = 1_000_000;

    private final Map<CallId, MediaRoom> rooms = new ConcurrentHashMap<>();
    private final AtomicLong epochs;
    private final MediaParts parts;

    /** @param fence this server's number, greater than any before it */
    public MediaRooms(long fence, MediaParts parts) {
        this.epochs = new AtomicLong(fence * EPOCHS_PER_SERVER);
        this.parts = parts;
    }

    /** Goes on with what an earlier server left, before anybody joins. */
    public void resume(List<StoredPassage> left) {
        left.forEach(passage -> room(passage.call()).adopt(passage));
    }

    public void joinKiosk(CallId call, Peer peer) {
        room(call).join(Talkers.KIOSK, peer);
    }

    public void joinClerk(CallId call, Peer peer) {
        room(call).join(Talkers.CLERK, peer);
    }

    public void fromKiosk(Peer peer, MediaMessage message) {
        from(Talkers.KIOSK, peer, message);
    }

    public void fromClerk(Peer peer, MediaMessage message) {
        from(Talkers.CLERK, peer, message);
    }

    /** Who speaks in a call they did not join is not heard. */
    private void from(String name, Peer peer, MediaMessage message) {
        MediaRoom room = rooms.get(message.call());
        if (room != null) {
            switch (message) {
                case MediaSignal signal -> room.signal(name, peer, signal);
                case MediaState state -> room.state(name, peer, state);
                case MediaRestart restart -> room.restart(name, peer, restart);
                case RelaySignal signal -> room.signal(name, peer, signal);
            }
        }
    }

    /** To be called every now and then: nobody's credentials end in a call. */
    public void renew() {
        rooms.values().forEach(MediaRoom::renew);
    }

    @Override
    public void changed(DeskState before, DeskState after) {
        rooms.forEach((call, room) -> {
            if (!after.talking(call)) {
                rooms.remove(call);
                room.end();
            }
        });
    }

    private MediaRoom room(CallId call) {
        return rooms.computeIfAbsent(call, id -> new MediaRoom(id, epochs::incrementAndGet, parts));
    }
}
