package org.virtualwindow.server.clerk;

import java.util.concurrent.Executor;
import org.virtualwindow.server.call.CallState;
import org.virtualwindow.server.desk.Call;
import org.virtualwindow.server.desk.DeskListener;
import org.virtualwindow.server.desk.DeskState;
import org.virtualwindow.server.directory.Directory;
import org.virtualwindow.server.room.Rooms;

/** Gives the clerk of a call their seat in its room, and takes it back when the call is over or goes on in another. */
public final class Seating implements DeskListener {
    private final Rooms rooms;
    private final Directory directory;
    private final Executor errands;

    /** @param errands runs tasks in order and off the desk's mailbox, because finding a room may wait */
    public Seating(Rooms rooms, Directory directory, Executor errands) {
        this.rooms = rooms;
        this.directory = directory;
        this.errands = errands;
    }

    /** After a restart: everybody who was talking sits where they sat. */
    public void begin(DeskState found) {
        found.calls().values().forEach(this::seatIfTalking);
    }

    @Override
    public void changed(DeskState before, DeskState after) {
        if (before.calls() == after.calls()) {
            return;
        }
        before.calls().values().stream()
                .filter(call -> call.state() instanceof CallState.Talking && !talksIn(after, call))
                .forEach(call ->
                        errands.execute(() -> rooms.find(call.room()).ifPresent(room -> room.unseat(call.id()))));
        after.calls().values().stream().filter(call -> !talksIn(before, call)).forEach(this::seatIfTalking);
    }

    /** Whether this call is talked in, in the same room. */
    private static boolean talksIn(DeskState desk, Call call) {
        return desk.call(call.id())
                .filter(found -> found.state() instanceof CallState.Talking
                        && found.room().equals(call.room()))
                .isPresent();
    }

    private void seatIfTalking(Call call) {
        if (call.state() instanceof CallState.Talking talking) {
            errands.execute(() -> directory
                    .card(talking.clerk(), call.item())
                    .ifPresent(card -> rooms.find(call.room()).ifPresent(room -> room.seat(call.id(), card))));
        }
    }
}
