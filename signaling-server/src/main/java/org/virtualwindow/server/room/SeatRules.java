package org.virtualwindow.server.room;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.virtualwindow.protocol.ClerkCard;
import org.virtualwindow.protocol.RoomEvent;
import org.virtualwindow.protocol.RoomMessage.SeatedClerk;
import org.virtualwindow.protocol.ids.CallId;
import org.virtualwindow.protocol.ids.ClerkId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.values.Author;
import org.virtualwindow.protocol.values.Role;
import org.virtualwindow.server.directory.Directory.HelperEntry;

/** Who sits in a room, and what follows when somebody sits down or leaves. Pure. No events where everything is so already. */
final class SeatRules {
    private SeatRules() {}

    /** Who speaks, if they have a seat here. */
    static Optional<Author> author(RoomState room, Speaker who) {
        if (room.ended()) {
            return Optional.empty();
        }
        return switch (who) {
            case Speaker.AtKiosk _ -> Optional.of(room.authorAtKiosk());
            case Speaker.AtConsole console ->
                seatOf(room, console.clerk())
                        .map(seat -> new Author(
                                Role.CLERK,
                                seat.clerk().clerk().value(),
                                seat.clerk().name()));
        };
    }

    private static Optional<SeatedClerk> seatOf(RoomState room, ClerkId clerk) {
        return room.clerk().filter(seat -> seat.clerk().clerk().equals(clerk));
    }

    /** A clerk answered the call of this room; whoever sat there before makes room. Nobody sits where nobody is. */
    static List<RoomEvent> clerkSits(RoomState room, CallId call, ClerkCard clerk) {
        boolean already = seatOf(room, clerk.clerk())
                .filter(seat -> seat.call().equals(call))
                .isPresent();
        if (already || room.ended() || room.visits().aside()) {
            return List.of();
        }
        List<RoomEvent> events = new ArrayList<>(clerkLeaves(room));
        events.add(new RoomEvent.ClerkSeated(call, clerk, room.epoch() + 1));
        return events;
    }

    /** What ends with a clerk's leaving: the permission given to them, their open proposals, what they
     * presented, the uses of devices but the applicant's own, their seat. */
    static List<RoomEvent> clerkLeaves(RoomState room) {
        List<RoomEvent> events = new ArrayList<>();
        room.ladder().beyondCalling().ifPresent(scope -> events.add(new RoomEvent.GrantEnded(scope)));
        events.addAll(proposalsEnd(room, RoomEvent.SuggestionEnd.STALE));
        events.addAll(GuidanceRules.ended(room));
        events.addAll(UseRules.clerkLeaves(room));
        events.addAll(LookupRules.withdrawn(room));
        room.clerk().ifPresent(seat -> events.add(new RoomEvent.ClerkLeft(seat.call(), seat.epoch())));
        return events;
    }

    /** What a clerk still proposes is over; what was read from a card stays. */
    static List<RoomEvent> proposalsEnd(RoomState room, RoomEvent.SuggestionEnd how) {
        return room.suggestions().values().stream()
                .filter(open -> open.source().isEmpty())
                .map(open -> (RoomEvent) new RoomEvent.SuggestionEnded(open.suggestion(), how))
                .toList();
    }

    private static List<RoomEvent> visitEnds(RoomState room) {
        List<RoomEvent> events = new ArrayList<>(UseRules.cancelled(room));
        clerkLeaves(room).stream().filter(event -> !events.contains(event)).forEach(events::add);
        events.addAll(LookupRules.visitEnds(room));
        return events;
    }

    /** The visit is over; with it ends whatever a clerk did here. */
    static List<RoomEvent> everybodyLeaves(RoomState room, RoomEvent.RoomEnd how) {
        List<RoomEvent> events = visitEnds(room);
        events.add(new RoomEvent.RoomEnded(how, Optional.empty()));
        return events;
    }

    /** The visit goes on in another room. */
    static List<RoomEvent> everybodyMovesOn(RoomState room, RoomId next) {
        List<RoomEvent> events = visitEnds(room);
        events.add(new RoomEvent.RoomEnded(RoomEvent.RoomEnd.MOVED_ON, Optional.of(next)));
        return events;
    }

    /** The applicant leaves with the code, and with them whoever helps; the matter stays. */
    static List<RoomEvent> putAside(RoomState room) {
        List<RoomEvent> events = visitEnds(room);
        events.addAll(helperLeaves(room));
        events.add(new RoomEvent.WasPutAside());
        return events;
    }

    static List<RoomEvent> helperArrives(RoomState room, HelperEntry helper) {
        return room.helper().isPresent() ? List.of() : List.of(new RoomEvent.HelperArrived(helper.id(), helper.name()));
    }

    static List<RoomEvent> helperLeaves(RoomState room) {
        return room.helper().isPresent() ? List.of(new RoomEvent.HelperLeft()) : List.of();
    }

    /** The other person at the kiosk types from now on; only where there are two. */
    static List<RoomEvent> handOver(RoomState room, Role to) {
        if (room.helper().isEmpty() || room.atKiosk() == to) {
            return List.of();
        }
        RoomEvent over = new RoomEvent.HandedOver(to);
        boolean back = to == Role.APPLICANT && room.visits().awaySince().isPresent();
        return back ? List.of(over, new RoomEvent.CameBack()) : List.of(over);
    }
}
