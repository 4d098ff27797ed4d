package org.virtualwindow.server.clerk;

import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;
import org.virtualwindow.protocol.FromClerk;
import org.virtualwindow.protocol.ids.ClerkId;
import org.virtualwindow.server.connection.Conversation;
import org.virtualwindow.server.connection.Door;
import org.virtualwindow.server.connection.Peer;
import org.virtualwindow.server.connection.Pulse;
import org.virtualwindow.server.connection.Seats;
import org.virtualwindow.server.desk.DeskListener;
import org.virtualwindow.server.desk.DeskState;
import org.virtualwindow.server.directory.Directory;
import org.virtualwindow.server.form.Catalog;
import org.virtualwindow.server.identity.Sessions;

/** Lets consoles in, one per clerk: the newest wins. */
public final class ClerkDoor implements Door<FromClerk>, DeskListener {
    private final Sessions sessions;
    private final Directory directory;
    private final ClerkParts parts;
    private final ClerkViews views;
    private final InstantSource clock;
    private final Seats<ClerkId, ClerkConversation> seats = new Seats<>();
    private final Pulse pulse;

    public ClerkDoor(
            Sessions sessions,
            Directory directory,
            Supplier<Catalog> catalog,
            ClerkParts parts,
            FiledCases filed,
            InstantSource clock,
            ScheduledExecutorService timer) {
        this.sessions = sessions;
        this.directory = directory;
        this.parts = parts;
        this.views = new ClerkViews(directory, catalog, parts.kiosks(), filed, parts.longWait());
        this.clock = clock;
        this.pulse = new Pulse(timer, () -> parts.desk().inOrder(this::showLines));
    }

    @Override
    public Class<FromClerk> root() {
        return FromClerk.class;
    }

    @Override
    public Optional<Conversation<FromClerk>> open(Credentials credentials, Peer peer) {
        return sessions.clerk(credentials.cookies())
                .flatMap(visitor -> directory.clerk(visitor.clerk()))
                .map(clerk -> {
                    ClerkConversation here = new ClerkConversation(clerk, peer, parts, views, this::left);
                    if (seats.take(clerk.id(), here, peer)) {
                        tellDesk(clerk.id());
                        parts.reminders().execute(here::showAside);
                    }
                    return here;
                });
    }

    @Override
    public void changed(DeskState before, DeskState after) {
        seats.all().forEach(here -> here.deskChanged(after, clock.instant()));
        pulse.changed();
    }

    /** A matter was put aside, or taken up again. */
    public void asideChanged() {
        parts.reminders().execute(() -> seats.all().forEach(ClerkConversation::showAside));
    }

    private void showLines(DeskState desk) {
        seats.all().forEach(here -> here.show(desk, clock.instant()));
    }

    private void left(ClerkConversation gone) {
        if (seats.leave(gone.clerk(), gone)) {
            tellDesk(gone.clerk());
        }
    }

    private void tellDesk(ClerkId clerk) {
        parts.desk().clerkSeat(clerk, () -> seats.isTaken(clerk));
    }
}
