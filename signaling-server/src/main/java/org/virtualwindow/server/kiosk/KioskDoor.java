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
import org.virtualwindow.protocol.CloseCode;
import org.virtualwindow.protocol.FromKiosk;
import org.virtualwindow.protocol.ToKiosk;
import org.virtualwindow.protocol.ToKiosk.Destination;
import org.virtualwindow.protocol.ToKiosk.KioskStanding;
import org.virtualwindow.protocol.ToKiosk.PhoneOver;
import org.virtualwindow.protocol.ToKiosk.PhoneSeen;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.values.LocalText;
import org.virtualwindow.server.connection.Conversation;
import org.virtualwindow.server.connection.Door;
import org.virtualwindow.server.connection.Peer;
import org.virtualwindow.server.connection.Pulse;
import org.virtualwindow.server.connection.Seats;
import org.virtualwindow.server.desk.DeskListener;
import org.virtualwindow.server.desk.DeskState;
import org.virtualwindow.server.desk.TalkTimes;
import org.virtualwindow.server.directory.Directory;
import org.virtualwindow.server.fleet.Standing;
import org.virtualwindow.server.identity.DeviceKeys;
import org.virtualwindow.server.identity.PhoneLinks;
import org.virtualwindow.server.identity.Sessions;

/** Lets kiosk pages in, one per kiosk: the newest wins. */
public final class KioskDoor implements Door<FromKiosk>, DeskListener {
    private final Sessions sessions;
    private final Directory directory;
    private final KioskParts parts;
    private final KioskViews views;
    private final OtherKiosks others;
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
        this.others = new OtherKiosks(
                directory, kiosk -> isHere(kiosk) && !parts.fleet().of(kiosk).outOfOrder());
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
            KioskConversation here = new KioskConversation(
                    visitor, Optional.ofNullable(credentials.origin()), peer, parts, views, this::left);
            Instant now = clock.instant();
            showLobby(here, views.destinations(parts.desk().now(), now), now);
            here.show(standing(visitor.kiosk()));
            if (seats.take(visitor.kiosk(), here, peer)) {
                here.begin();
                tellDesk(visitor.kiosk());
                parts.desk().inOrder(here::deskChanged);
            }
            // A key that was revoked before this page was seated did not find it there.
            if (sessions.kiosk(credentials.cookies()).isEmpty()) {
                peer.close(CloseCode.NOT_SIGNED_IN);
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

    /** Says this to the kiosk's page; false where none is connected. Any thread. */
    public boolean tell(KioskId kiosk, ToKiosk message) {
        Optional<KioskConversation> here = seats.find(kiosk);
        here.ifPresent(page -> page.peer().send(message));
        return here.isPresent();
    }

    /** A phone opened the code that this start of the kiosk's browser shows. Any thread. */
    public void phoneSeen(PhoneLinks.Link link, boolean first) {
        seats.find(link.kiosk().kiosk())
                .filter(page -> page.kiosk().equals(link.kiosk()))
                .ifPresent(page -> page.peer()
                        .send(new PhoneSeen(link.room(), link.material().code(), first)));
    }

    /** The code that this start of the kiosk's browser shows lets no phone send any more. Any thread. */
    public void phoneOver(PhoneLinks.Link link) {
        seats.find(link.kiosk().kiosk())
                .filter(page -> page.kiosk().equals(link.kiosk()))
                .ifPresent(page -> page.peer().send(new PhoneOver(link.room())));
    }

    /** The page that this kiosk's key opened is over; one that a person opened stays. Must not wait. */
    public void keyIsRevoked(DeviceKeys.Revoked revoked) {
        sessions.keyIsRevoked(revoked);
        seats.find(revoked.kiosk())
                .filter(page -> !sessions.lasts(page.kiosk()))
                .ifPresent(page -> page.peer().close(CloseCode.NOT_SIGNED_IN));
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

    /** A centre handles other items now, or calls them otherwise; or a kiosk stands otherwise than before. */
    public void lobbyChanged() {
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
        if (others.near(kiosk).anyMatch(each -> parts.fleet().of(each.id()).outOfOrder())) {
            pulse.changed(); // it names the kiosks that are on
        }
    }

    private void showLobbies() {
        DeskState desk = parts.desk().now();
        Instant now = clock.instant();
        List<Destination> all = views.destinations(desk, now);
        seats.all().forEach(here -> {
            showLobby(here, all, now);
            here.show(standing(here.kiosk().kiosk()));
        });
    }

    private KioskStanding standing(KioskId kiosk) {
        Standing standing = parts.fleet().of(kiosk);
        List<LocalText> near = standing.outOfOrder() ? others.ofHall(kiosk) : List.of();
        return new KioskStanding(
                standing.outOfOrder(),
                standing.outOfOrderMessage(),
                standing.message(),
                parts.devices().broken(kiosk),
                near,
                standing.outOfOrder() && near.isEmpty() ? others.elsewhere(kiosk, clock.instant()) : List.of());
    }

    private void showLobby(KioskConversation here, List<Destination> all, Instant now) {
        directory.kiosk(here.kiosk().kiosk()).ifPresent(kiosk -> here.show(views.lobby(kiosk, all, now)));
    }
}
