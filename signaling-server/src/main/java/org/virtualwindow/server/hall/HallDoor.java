package org.virtualwindow.server.hall;

import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import org.virtualwindow.protocol.FromHall;
import org.virtualwindow.server.connection.Conversation;
import org.virtualwindow.server.connection.Door;
import org.virtualwindow.server.connection.Peer;
import org.virtualwindow.server.connection.Pulse;
import org.virtualwindow.server.desk.Desk;
import org.virtualwindow.server.desk.DeskListener;
import org.virtualwindow.server.desk.DeskState;
import org.virtualwindow.server.device.DeviceDoor;
import org.virtualwindow.server.directory.Directory;
import org.virtualwindow.server.fleet.KioskOrders;
import org.virtualwindow.server.identity.OneTimeCodes;
import org.virtualwindow.server.identity.Sessions;

/** Lets hall managers in, any number of boards each. */
public final class HallDoor implements Door<FromHall>, DeskListener {
    private final Sessions sessions;
    private final Directory directory;
    private final Desk desk;
    private final OneTimeCodes codes;
    private final DeviceDoor devices;
    private final KioskOrders orders;
    private final HallViews views;
    private final WaitingHistory history;
    private final InstantSource clock;
    private final Set<HallConversation> boards = ConcurrentHashMap.newKeySet();
    private final Pulse pulse;

    public HallDoor(
            Sessions sessions,
            Directory directory,
            Desk desk,
            OneTimeCodes codes,
            DeviceDoor devices,
            KioskOrders orders,
            HallViews views,
            InstantSource clock,
            ScheduledExecutorService timer) {
        this.sessions = sessions;
        this.directory = directory;
        this.desk = desk;
        this.codes = codes;
        this.devices = devices;
        this.orders = orders;
        this.views = views;
        this.clock = clock;
        this.history = new WaitingHistory(clock.instant());
        this.pulse = new Pulse(timer, () -> desk.inOrder(this::showAll));
    }

    @Override
    public Class<FromHall> root() {
        return FromHall.class;
    }

    @Override
    public Optional<Conversation<FromHall>> open(Credentials credentials, Peer peer) {
        return sessions.hall(credentials.cookies())
                .flatMap(visitor -> directory.manager(visitor.manager()))
                .map(manager -> {
                    HallConversation here = new HallConversation(
                            manager, peer, desk, directory, codes, devices, orders, boards::remove);
                    boards.add(here);
                    desk.inOrder(now -> {
                        here.begin(history.of(manager.centre()));
                        show(here, now);
                    });
                    return here;
                });
    }

    /** Something the boards show changed that the desk does not know of. */
    public void changed() {
        pulse.changed();
    }

    @Override
    public void changed(DeskState before, DeskState after) {
        pulse.changed();
    }

    private void showAll(DeskState now) {
        history.note(clock.instant(), now.line());
        boards.forEach(board -> show(board, now));
    }

    private void show(HallConversation board, DeskState now) {
        board.show(views.board(board.manager(), now, clock.instant()));
    }
}
