package org.virtualwindow.campaigns.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.virtualwindow.campaigns.history.Fact.Wish;
import org.virtualwindow.protocol.CallEnd;
import org.virtualwindow.protocol.ClerkCard;
import org.virtualwindow.protocol.RoomEvent;
import org.virtualwindow.protocol.ids.CallId;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.protocol.ids.ClerkId;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.ids.ServiceItemId;
import org.virtualwindow.protocol.values.ChatText;
import org.virtualwindow.protocol.values.FieldPath;
import org.virtualwindow.protocol.values.FieldValue;
import org.virtualwindow.protocol.values.LocalText;
import org.virtualwindow.protocol.values.Source;
import org.virtualwindow.server.call.CallState;
import org.virtualwindow.server.desk.Call;

/** A history in which every promise was kept, and changes to it. */
final class Story {
    static final String APPLICANT = "APPLICANT:K1";
    static final String SECOND = "APPLICANT:K2";
    static final String CLERK = "CLERK:C1";
    static final String OTHER_CLERK = "CLERK:C2";
    static final String ROOM = "room1";
    static final String NAME = "/tradeName";
    static final CallState.Place PLACE = new CallState.Place(Instant.ofEpochSecond(100), false);

    private final List<Fact> facts = new ArrayList<>();

    /** One types, is called, answered and parted from; another waits behind. */
    static Story good() {
        Story story = new Story();
        story.room();
        story.calls();
        Form form = Form.EMPTY
                .after(2, APPLICANT, set("禾", 1))
                .after(4, CLERK, said("您好"))
                .after(5, APPLICANT, set("禾泽", 2));
        story.add(new Fact.Holds(900L, APPLICANT, ROOM, 6L, form));
        story.add(new Fact.HoldsCall(900L, APPLICANT, "Ended", "call1"));
        story.add(new Fact.HoldsCall(900L, SECOND, "Waiting", "call2"));
        return story;
    }

    private void room() {
        add(kept(1, APPLICANT, "a0", opened("K1")));
        add(new Fact.Entered(10L, APPLICANT, 1L, ROOM, 1L, Form.EMPTY));
        asks(20, APPLICANT, "a1", new Wish("SetField", ROOM, NAME, "禾"), 2);
        add(kept(2, APPLICANT, "a1", set("禾", 1)));
        tells(21, APPLICANT, 2, APPLICANT, set("禾", 1));
        add(kept(3, "SYSTEM:room", "", seated("C1", 1)));
        tells(22, APPLICANT, 3, "SYSTEM:room", seated("C1", 1));
        add(new Fact.Entered(23L, CLERK, 1L, ROOM, 3L, Form.EMPTY.after(2, APPLICANT, set("禾", 1))));
        asks(30, CLERK, "c5", new Wish("Say", ROOM, "", "您好"), 4);
        add(kept(4, CLERK, "c5", said("您好")));
        asks(40, APPLICANT, "a2", new Wish("SetField", ROOM, NAME, "禾泽"), 5);
        add(kept(5, APPLICANT, "a2", set("禾泽", 2)));
        for (String who : List.of(APPLICANT, CLERK)) {
            tells(50, who, 4, CLERK, said("您好"));
            tells(51, who, 5, APPLICANT, set("禾泽", 2));
        }
        add(kept(6, "SYSTEM:room", "", new RoomEvent.ClerkLeft(new CallId("call1"), 1L)));
        tells(52, APPLICANT, 6, "SYSTEM:room", new RoomEvent.ClerkLeft(new CallId("call1"), 1L));
        // A refused one leaves nothing.
        add(new Fact.Sent(60L, APPLICANT, "a3", new Wish("SetField", ROOM, NAME, "late")));
        add(new Fact.Answered(61L, APPLICANT, "a3", false, 0L));
    }

    private void calls() {
        ClerkId clerk = new ClerkId("C1");
        asks(100, APPLICANT, "a4", new Wish("RequestCall", ROOM, "", ""), 1);
        add(desk(1, APPLICANT, "a4", call("call1", "K1", new CallState.Waiting(PLACE))));
        asks(110, SECOND, "b1", new Wish("RequestCall", "room2", "", ""), 2);
        add(desk(2, SECOND, "b1", call("call2", "K2", new CallState.Waiting(later()))));
        add(desk(3, "SYSTEM:desk", "", call("call1", "K1", ringing("C1"))));
        asks(120, CLERK, "c1", new Wish("AnswerCall", "call1", "", ""), 4);
        add(desk(4, CLERK, "c1", call("call1", "K1", talking("C1"))));
        add(new Fact.CallShown(121L, CLERK, "InCall", "call1", "0815"));
        add(new Fact.CallShown(121L, APPLICANT, "Talking", "call1", "0815"));
        asks(130, APPLICANT, "a5", new Wish("HangUp", "call1", "", ""), 5);
        CallState wrapUp = new CallState.WrapUp(clerk, Instant.ofEpochSecond(200), CallEnd.APPLICANT_HUNG_UP);
        add(desk(5, APPLICANT, "a5", call("call1", "K1", wrapUp)));
        asks(140, CLERK, "c2", new Wish("FinishWrapUp", "call1", "", ""), 7);
        add(desk(6, CLERK, "", call("call1", "K1", new CallState.Over(CallEnd.APPLICANT_HUNG_UP))));
        add(new Fact.KeptDuty(7L, CLERK, "c2", "C1", false));
        add(new Fact.KeptRow(call("call1", "K1", new CallState.Over(CallEnd.APPLICANT_HUNG_UP))));
        add(new Fact.KeptRow(call("call2", "K2", new CallState.Waiting(later()))));
    }

    Story add(Fact fact) {
        facts.add(fact);
        return this;
    }

    /** Without what fits; there must be something. */
    Story without(Predicate<Fact> which) {
        if (!facts.removeIf(which)) {
            throw new IllegalArgumentException("nothing like this is in the story");
        }
        return this;
    }

    <F extends Fact> Story changed(Class<F> kind, Predicate<F> which, UnaryOperator<F> change) {
        boolean found = false;
        for (int i = 0; i < facts.size(); i++) {
            if (kind.isInstance(facts.get(i)) && which.test(kind.cast(facts.get(i)))) {
                facts.set(i, change.apply(kind.cast(facts.get(i))));
                found = true;
            }
        }
        if (!found) {
            throw new IllegalArgumentException("nothing like this is in the story");
        }
        return this;
    }

    /** A room's entry says this instead. */
    Story keptAs(String op, RoomEvent event) {
        return changed(
                Fact.KeptEvent.class,
                it -> it.op().equals(op),
                it -> new Fact.KeptEvent(it.room(), it.seq(), it.by(), op, event));
    }

    /** The desk's entry of this number is this one instead. */
    Story deskAs(Fact.KeptCall entry) {
        return changed(Fact.KeptCall.class, it -> it.seq().equals(entry.seq()), it -> entry);
    }

    /** Whoever holds the room in the end holds this, too. */
    Story heldWith(long seq, String by, RoomEvent event) {
        return changed(
                Fact.Holds.class,
                it -> true,
                it -> new Fact.Holds(
                        it.at(), it.who(), it.room(), it.seq(), it.form().after(seq, by, event)));
    }

    List<Fact> facts() {
        return List.copyOf(facts);
    }

    void asks(long at, String who, String op, Wish wish, long seq) {
        add(new Fact.Sent(at, who, op, wish));
        add(new Fact.Answered(at + 1, who, op, true, seq));
    }

    void tells(long at, String who, long seq, String by, RoomEvent event) {
        add(new Fact.Happened(at, who, 1L, ROOM, seq, by, event));
    }

    static Fact kept(long seq, String by, String op, RoomEvent event) {
        return new Fact.KeptEvent(ROOM, seq, by, op, event);
    }

    static Fact.KeptCall desk(long seq, String by, String op, Call call) {
        return new Fact.KeptCall(seq, by, op, call);
    }

    static Call call(String id, String kiosk, CallState state) {
        return new Call(
                new CallId(id),
                new RoomId(kiosk.equals("K1") ? ROOM : "room2"),
                new KioskId(kiosk),
                new ServiceItemId("ENT_NAME"),
                new CentreId("310117"),
                new CentreId("330503"),
                false,
                state);
    }

    static CallState.Place later() {
        return new CallState.Place(PLACE.since().plusSeconds(1), false);
    }

    static CallState ringing(String clerk) {
        return ringing(PLACE, clerk);
    }

    static CallState ringing(CallState.Place place, String clerk) {
        return new CallState.Ringing(place, new ClerkId(clerk), Instant.ofEpochSecond(120));
    }

    static CallState talking(String clerk) {
        return new CallState.Talking(PLACE, new ClerkId(clerk), "0815", Instant.ofEpochSecond(110));
    }

    static RoomEvent set(String value, long rev) {
        return new RoomEvent.FieldSet(new FieldPath(NAME), new FieldValue(value), rev, Source.TYPED, Optional.empty());
    }

    static RoomEvent said(String words) {
        return new RoomEvent.Said(new ChatText(words));
    }

    static RoomEvent opened(String kiosk) {
        return new RoomEvent.RoomOpened(
                new ServiceItemId("ENT_NAME"),
                1L,
                new CentreId("310117"),
                new CentreId("330503"),
                new KioskId(kiosk),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static RoomEvent seated(String clerk, long epoch) {
        LocalText nothing = new LocalText("", "");
        return new RoomEvent.ClerkSeated(
                new CallId("call1"), new ClerkCard(new ClerkId(clerk), "", "", nothing, nothing), epoch);
    }
}
