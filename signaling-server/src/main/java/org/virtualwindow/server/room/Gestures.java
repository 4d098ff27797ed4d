package org.virtualwindow.server.room;

import java.time.Instant;
import java.util.Optional;
import org.virtualwindow.protocol.RoomMessage.Shown;
import org.virtualwindow.protocol.RoomSignal;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.values.Author;
import org.virtualwindow.protocol.values.FieldPath;

/** What people in a room show each other in passing: typing, pointing, marks. Nothing of it is kept. Used in the room's mailbox. */
final class Gestures {
    private final RoomId room;
    private final Company company;
    private final FieldLocks locks;
    private Optional<FieldPath> pointedAt = Optional.empty();

    Gestures(RoomId room, Company company, FieldLocks locks) {
        this.room = room;
        this.company = company;
        this.locks = locks;
    }

    /** Where somebody points just now. */
    Optional<FieldPath> pointedAt() {
        return pointedAt;
    }

    /** What may not be shown is dropped. */
    void make(RoomState state, Speaker from, Author by, RoomSignal signal, Instant now) {
        if (RoomRules.mayShow(state, locks, by, signal, now)) {
            if (signal instanceof RoomSignal.Point point) {
                pointedAt = point.path();
            }
            show(state, from, by, signal);
        }
    }

    /** Somebody's connection is gone, and with it their focus. */
    void end(RoomState state, Speaker from, Author by) {
        locks.release(by);
        show(state, from, by, new RoomSignal.Focus(room, Optional.empty()));
    }

    void nobodyPoints() {
        pointedAt = Optional.empty();
    }

    private void show(RoomState state, Speaker from, Author by, RoomSignal signal) {
        company.see(from.peer(), role -> RoomView.maySee(state.form(), signal, role), new Shown(by, signal));
    }
}
