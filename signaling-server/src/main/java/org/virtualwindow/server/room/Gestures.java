package org.virtualwindow.server.room;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.virtualwindow.protocol.RoomEvent;
import org.virtualwindow.protocol.RoomMessage.Chooser;
import org.virtualwindow.protocol.RoomMessage.Led;
import org.virtualwindow.protocol.RoomMessage.Shown;
import org.virtualwindow.protocol.RoomSignal;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.values.Author;
import org.virtualwindow.protocol.values.FieldPath;
import org.virtualwindow.protocol.values.GrantScope;
import org.virtualwindow.protocol.values.Role;

/** What people in a room show each other in passing: typing, pointing, turning pages, marks. Nothing of it is kept. Used in the room's mailbox. */
final class Gestures {
    /** No form has as many fields; a page that says more is not to be believed. */
    private static final int MOST = 200;

    private final RoomId room;
    private final Company company;
    private final FieldLocks locks;
    private Now now = Now.NOTHING;

    /**
     * What somebody who comes in is shown of it.
     *
     * @param pointedAt where the clerk points
     * @param choosing whoever wrote a field at the same moment as another and chooses which of both stands
     */
    record Now(Optional<FieldPath> pointedAt, Led led, List<Chooser> choosing) {
        static final Now NOTHING =
                new Now(Optional.empty(), new Led(Optional.empty(), true, Optional.empty()), List.of());

        Now pointing(Optional<FieldPath> at) {
            return new Now(at, led, choosing);
        }

        Now leading(Optional<String> to) {
            return new Now(pointedAt, new Led(to, led.follows(), led.at()), choosing);
        }

        Now following(RoomSignal.Follow follow) {
            return new Now(pointedAt, new Led(led.to(), follow.follows(), follow.page()), choosing);
        }

        Now choosing(Author by, RoomSignal.Choosing signal) {
            Now without = without(each -> each.path().equals(signal.path()) && sameSide(each.by(), by));
            if (!signal.choosing() || without.choosing.size() >= MOST) {
                return without;
            }
            List<Chooser> longer = new ArrayList<>(without.choosing);
            longer.add(new Chooser(signal.path(), by));
            return new Now(pointedAt, led, List.copyOf(longer));
        }

        Now without(Predicate<Chooser> over) {
            return new Now(
                    pointedAt, led, choosing.stream().filter(over.negate()).toList());
        }

        /** Those on the other side of the glass: what one chooses oneself stands on one's own page. */
        List<Chooser> choosersFor(Role role) {
            return choosing.stream()
                    .filter(each -> (each.by().role() == Role.CLERK) != (role == Role.CLERK))
                    .toList();
        }
    }

    /** Applicant and helper sit at one page: what it asks, either of them chooses. */
    private static boolean sameSide(Author one, Author other) {
        return (one.role() == Role.CLERK) == (other.role() == Role.CLERK);
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
                case RoomSignal.Choosing choosing -> now.choosing(by, choosing);
                default -> now;
            };
            show(state, from, by, signal);
        }
    }

    /** Somebody's connection is gone, and with it their focus, and what they had not yet chosen; a page that comes back says it again. */
    void end(RoomState state, Speaker from, Author by) {
        locks.release(by);
        show(state, from, by, new RoomSignal.Focus(room, Optional.empty()));
        for (Chooser each : now.choosing()) {
            if (sameSide(each.by(), by)) {
                show(state, from, by, new RoomSignal.Choosing(room, each.path(), false));
            }
        }
        now = now.without(each -> sameSide(each.by(), by));
    }

    /** What an event ends: whoever writes has chosen; whose leave to point or to write is withdrawn, points no longer and holds no field. */
    void follow(RoomState state, Author by, RoomEvent event) {
        now = switch (event) {
            case RoomEvent.FieldSet set ->
                now.without(each -> each.path().equals(set.path()) && sameSide(each.by(), by));
            case RoomEvent.RowRemoved(var row) ->
                now.without(each -> each.path().isIn(row));
            case RoomEvent.ClerkLeft _ -> now.without(each -> each.by().role() == Role.CLERK);
            case RoomEvent.HelperLeft _ -> now.without(each -> each.by().role() == Role.HELPER);
            case RoomEvent.Migrated _ -> now.without(_ -> true);
            default -> now;
        };
        if (!state.granted(GrantScope.POINT)) {
            nobodyPoints();
        }
        if (!state.granted(GrantScope.EDIT_FORM)) {
            now = now.without(each -> each.by().role() == Role.CLERK);
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
