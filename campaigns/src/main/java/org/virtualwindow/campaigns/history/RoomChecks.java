package org.virtualwindow.campaigns.history;

import static org.virtualwindow.campaigns.history.Invariant.I11_NO_GAP_NO_DUPLICATE;
import static org.virtualwindow.campaigns.history.Invariant.I1_KEPT;
import static org.virtualwindow.campaigns.history.Invariant.I2_SAME_FOR_ALL;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.virtualwindow.campaigns.history.Fact.Entered;
import org.virtualwindow.campaigns.history.Fact.Happened;
import org.virtualwindow.campaigns.history.Fact.Holds;
import org.virtualwindow.campaigns.history.Fact.KeptEvent;
import org.virtualwindow.campaigns.history.Ledger.Op;
import org.virtualwindow.protocol.RoomEvent;

/** What everybody was told of a room, in order, and what they hold of it in the end. */
final class RoomChecks {
    private RoomChecks() {}

    static void check(Ledger ledger, List<Violation> found) {
        ledger.rooms().forEach((room, events) -> revisions(ledger, room, events, found));
        streams(ledger, found);
        ledger.all(Holds.class).forEach(holds -> {
            Form kept = ledger.replay(holds.room(), Long.MAX_VALUE).form().seenBy(holds.who());
            if (!kept.equals(holds.form())) {
                found.add(new Violation(
                        I2_SAME_FOR_ALL,
                        holds.who() + " holds of " + holds.room() + " at " + holds.seq() + " "
                                + Difference.between(holds.form(), kept)));
            }
        });
    }

    /** Each writing of a field is the next one, and what stands there in the end was not refused. */
    private static void revisions(Ledger ledger, String room, List<KeptEvent> events, List<Violation> found) {
        Map<String, KeptEvent> last = new HashMap<>();
        for (KeptEvent kept : events) {
            if (kept.event() instanceof RoomEvent.FieldSet set) {
                KeptEvent before = last.put(set.path().value(), kept);
                long revBefore = before != null && before.event() instanceof RoomEvent.FieldSet old ? old.rev() : 0;
                if (set.rev() != revBefore + 1) {
                    found.add(new Violation(
                            I1_KEPT, room + " " + set.path() + " goes from revision " + revBefore + " to " + kept));
                }
            }
        }
        last.forEach((path, kept) -> {
            Op op = new Op(kept.by(), kept.op());
            if (ledger.sent().containsKey(op) && ledger.answers().containsKey(op) && !ledger.accepted(op)) {
                found.add(new Violation(I2_SAME_FOR_ALL, room + " " + path + " is what was refused: " + kept));
            }
        });
    }

    private record Seat(String who, String room) {}

    /** Where somebody is in a room's stream. The form grows with what they are told, so that each is compared once. */
    private record Place(long connection, long from, long seq) {}

    private static void streams(Ledger ledger, List<Violation> found) {
        Map<String, Map<Long, KeptEvent>> kept = new HashMap<>();
        ledger.rooms()
                .forEach((room, events) ->
                        kept.put(room, events.stream().collect(Collectors.toMap(KeptEvent::seq, e -> e, (a, b) -> a))));
        Map<Seat, Place> places = new HashMap<>();
        for (Fact fact : ledger.history()) {
            switch (fact) {
                case Entered in -> {
                    Form should = ledger.replay(in.room(), in.seq()).form().seenBy(in.who());
                    if (!should.equals(in.form())) {
                        found.add(new Violation(
                                I11_NO_GAP_NO_DUPLICATE,
                                in.who() + " was shown " + in.room() + " at " + in.seq() + " with "
                                        + Difference.between(in.form(), should)));
                    }
                    places.put(new Seat(in.who(), in.room()), new Place(in.connection(), in.seq(), in.seq()));
                }
                case Happened told -> {
                    Seat seat = new Seat(told.who(), told.room());
                    Map<Long, KeptEvent> room = kept.getOrDefault(told.room(), Map.of());
                    places.put(seat, told(ledger, told, places.get(seat), room, found));
                }
                case Fact _ -> {}
            }
        }
    }

    private static Place told(
            Ledger ledger, Happened told, @Nullable Place place, Map<Long, KeptEvent> kept, List<Violation> found) {
        String where = told.who() + " in " + told.room() + ": ";
        KeptEvent entry = kept.get(told.seq());
        boolean known = Form.knows(told.event());
        if (entry == null
                || !entry.by().equals(told.by())
                || !entry.event().getClass().equals(told.event().getClass())
                || (known && !entry.event().equals(told.event()))) {
            found.add(new Violation(
                    I11_NO_GAP_NO_DUPLICATE,
                    where + "was told " + told.event() + " at " + told.seq() + ", kept is " + entry));
        }
        if (place == null || place.connection != told.connection()) {
            found.add(new Violation(
                    I11_NO_GAP_NO_DUPLICATE, where + "was told of " + told.seq() + " before being shown the room"));
            return new Place(told.connection(), told.seq(), told.seq());
        }
        if (told.seq() <= place.seq) {
            found.add(new Violation(
                    I11_NO_GAP_NO_DUPLICATE, where + told.seq() + " came after " + place.seq + ": twice or late"));
            return place;
        }
        for (long seq = place.seq + 1; seq < told.seq(); seq++) {
            KeptEvent missed = kept.get(seq);
            if (missed != null && Form.knows(missed.event()) && !isCovered(ledger, told.who(), missed)) {
                found.add(new Violation(I11_NO_GAP_NO_DUPLICATE, where + "was never told of " + missed));
            }
        }
        return new Place(place.connection, place.from, told.seq());
    }

    private static boolean isCovered(Ledger ledger, String who, KeptEvent kept) {
        return Form.isClerk(who)
                && Form.saysOfTheForm(kept.event())
                && !ledger.replay(kept.room(), kept.seq()).form().grants().seesForm();
    }
}
