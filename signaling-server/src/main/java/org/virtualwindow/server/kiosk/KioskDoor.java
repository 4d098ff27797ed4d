package org.virtualwindow.server.kiosk;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Stream;
import org.virtualwindow.protocol.FromKiosk;
import org.virtualwindow.protocol.ToKiosk.Destination;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.server.connection.Conversation;
import org.virtualwindow.server.connection.Door;
import org.virtualwindow.server.connection.Peer;
import org.virtualwindow.server.connection.Pulse;
import org.virtualwindow.server.connection.Seats;
import org.virtualwindow.server.desk.DeskListener;
import org.virtualwindow.server.desk.DeskState;
import org.virtualwindow.server.desk.TalkTimes;
import org.virtualwindow.server.directory.Directory;
import org.virtualwindow.server.identity.Sessions;

/** Lets kiosk pages in, one per kiosk: the newest wins. */
public final class KioskDoor implements Door<FromKiosk>, DeskListener {
    private final Sessions sessions;
    private final Directory directory;
    private final KioskParts parts;
    private final KioskViews views;
    private final InstantSource clock;
    private final Seats<KioskId, KioskConversation> seats = new Seats<>();
    private final Pulse pulse;

    public KioskDoor(
            Sessions sessions,
            Directory directory,
            KioskParts parts,
            TalkTimes talkTimes,
            Duration grace,
            InstantSource clock,
            ScheduledExecutorService timer) {
        this.sessions = sessions;
        this.directory = directory;
        this.parts = parts;
        this.views = new KioskViews(directory, parts.packages()::now, parts.offering(), talkTimes, grace);
        this.clock = clock;
        this.pulse = new Pulse(timer, this::showLobbies);
    }

    @Override
    public Class<FromKiosk> root() {
        return FromKiosk.class;
    }

    @Override
    public Optional<Conversation<FromKiosk>> open(Credentials credentials, Peer peer) {
        return sessions.kiosk(credentials.cookies()).map(visitor -> {
            KioskConversation here = new KioskConversation(visitor, peer, parts, views, this::left);
            Instant now = clock.instant();
            showLobby(here, views.destinations(parts.desk().now(), now), now);
            if (seats.take(visitor.kiosk(), here, peer)) {
                here.begin();
                tellDesk(visitor.kiosk());
                parts.desk().inOrder(here::deskChanged);
            }
            return here;
        });
    }

    /** The kiosk shows nothing of its open matter, because its browser was started anew. */
    public boolean isInterrupted(KioskId kiosk) {
        return seats.find(kiosk).filter(KioskConversation::interrupted).isPresent();
    }

    /** Whether a page is connected. */
    public boolean isHere(KioskId kiosk) {
        return seats.isTaken(kiosk);
    }

    /** The clerk saw the same person: this start of the browser may go on with the room. Waits for the database. */
    public boolean letBackIn(KioskId kiosk, RoomId room) {
        Optional<KioskConversation> here = seats.find(kiosk).filter(KioskConversation::interrupted);
        if (here.isEmpty()) {
            return false;
        }
        parts.visits().move(kiosk, room, here.get().kiosk().browserStart());
        here.get().begin();
        parts.desk().look();
        return true;
    }

    /** What a crash left half done, before anybody comes in. Waits for the database. */
    public void settle() {
        MovingOn.settle(parts.desk(), parts.visits(), parts.rooms());
    }

    /** A centre handles other items now, or calls them otherwise. */
    public void offersChanged() {
        pulse.changed();
    }

    @Override
    public void changed(DeskState before, DeskState after) {
        if (after.differsInKiosksOnly(before)) {
            return; // who came is shown the desk by the way in
        }
        Set<KioskId> concerned = new HashSet<>();
        Stream.of(before, after).forEach(desk -> {
            desk.calls().values().forEach(call -> concerned.add(call.kiosk()));
            concerned.addAll(desk.lastEnded().keySet());
        });
        concerned.forEach(kiosk -> seats.find(kiosk).ifPresent(here -> here.deskChanged(after)));
        pulse.changed();
    }

    private void left(KioskConversation gone) {
        KioskId kiosk = gone.kiosk().kiosk();
        if (seats.leave(kiosk, gone)) {
            tellDesk(kiosk);
        }
    }

    private void tellDesk(KioskId kiosk) {
        parts.desk().kioskSeat(kiosk, () -> isHere(kiosk));
    }

    private void showLobbies() {
        DeskState desk = parts.desk().now();
        Instant now = clock.instant();
        List<Destination> all = views.destinations(desk, now);
        seats.all().forEach(here -> showLobby(here, all, now));
    }

    private void showLobby(KioskConversation here, List<Destination> all, Instant now) {
        directory.kiosk(here.kiosk().kiosk()).ifPresent(kiosk -> here.show(views.lobby(kiosk, all, now)));
    }
}
