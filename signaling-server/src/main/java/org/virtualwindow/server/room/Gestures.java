package org.virtualwindow.server.room;

import java.time.Instant;
import java.util.Optional;
import org.virtualwindow.protocol.RoomMessage.Led;
import org.virtualwindow.protocol.RoomMessage.Shown;
import org.virtualwindow.protocol.RoomSignal;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.values.Author;
import org.virtualwindow.protocol.values.FieldPath;
import org.virtualwindow.protocol.values.GrantScope;

/** What people in a room show each other in passing: typing, pointing, turning pages, marks. Nothing of it is kept. Used in the room's mailbox. */
final class Gestures {
    private final RoomId room;
    private final Company company;
    private final FieldLocks locks;
    private Now now = new Now(Optional.empty(), new Led(Optional.empty(), true, Optional.empty()));

    /**
     * What somebody who comes in is shown of it.
     *
     * @param pointedAt where the clerk points
     */
    record Now(Optional<FieldPath> pointedAt, Led led) {
        Now pointing(Optional<FieldPath> at) {
            return new Now(at, led);
        }

        Now leading(Optional<String> to) {
            return new Now(pointedAt, new Led(to, led.follows(), led.at()));
        }

        Now following(RoomSignal.Follow follow) {
            return new Now(pointedAt, new Led(led.to(), follow.follows(), follow.page()));
        }
    }

    Gestures(RoomId room, Company company, FieldLocks locks) {
        this.room = room;
        this.company = company;
        this.locks = locks;
    }

    Now now() {
        return now;
    }

    /** What may not be shown is dropped. */
    void make(RoomState state, Speaker from, Author by, RoomSignal signal, Instant at) {
        if (GestureRules.mayShow(state, locks, by, signal, at)) {
            now = switch (signal) {
                case RoomSignal.Point point -> now.pointing(point.path());
                case RoomSignal.Lead lead -> now.leading(lead.page());
                case RoomSignal.Follow follow -> now.following(follow);
                default -> now;
            };
            show(state, from, by, signal);
        }
    }

    /** Somebody's connection is gone, and with it their focus. */
    void end(RoomState state, Speaker from, Author by) {
        locks.release(by);
        show(state, from, by, new RoomSignal.Focus(room, Optional.empty()));
    }

    /** Whose leave to point or to write is withdrawn, points no longer and holds no field. */
    void asAllowed(RoomState state) {
        if (!state.granted(GrantScope.POINT)) {
            nobodyPoints();
        }
        if (!state.granted(GrantScope.EDIT_FORM)) {
            state.clerk().ifPresent(seat -> locks.releaseOf(seat.clerk().clerk().value()));
        }
    }

    void nobodyPoints() {
        now = now.pointing(Optional.empty()).leading(Optional.empty());
    }

    private void show(RoomState state, Speaker from, Author by, RoomSignal signal) {
        company.see(from.peer(), role -> RoomView.maySee(state, signal, role), new Shown(by, signal));
    }
}
