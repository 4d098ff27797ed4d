package org.virtualwindow.server.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.virtualwindow.server.room.OpenRooms.APPLICANT;
import static org.virtualwindow.server.room.OpenRooms.CLERK;
import static org.virtualwindow.server.room.OpenRooms.NOON;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.virtualwindow.protocol.DeviceTask;
import org.virtualwindow.protocol.DeviceView;
import org.virtualwindow.protocol.RoomEvent;
import org.virtualwindow.protocol.RoomOperation;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.protocol.ids.CommandId;
import org.virtualwindow.protocol.ids.DeviceId;
import org.virtualwindow.protocol.ids.HelperId;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.protocol.ids.OpId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.ids.ServiceItemId;
import org.virtualwindow.protocol.values.Author;
import org.virtualwindow.protocol.values.Capability;
import org.virtualwindow.protocol.values.ChatText;
import org.virtualwindow.protocol.values.DeviceCondition;
import org.virtualwindow.protocol.values.FieldPath;
import org.virtualwindow.protocol.values.FieldValue;
import org.virtualwindow.protocol.values.Refusal;
import org.virtualwindow.protocol.values.Role;
import org.virtualwindow.server.form.Catalog;

/** Somebody goes out for their papers in the midst of a call: what only they can do waits, and nothing else does. */
class PresenceRulesTest {
    private static final OpId OP = new OpId("op");
    private static final RoomId ROOM = new RoomId("room");
    private static final Author HELPER = new Author(Role.HELPER, "h1", "周敏");
    private static final FieldPath CLAIMS = new FieldPath("/claims");
    private static final RoomOperation BACK = new RoomOperation.ComeBack(OP, ROOM);

    private RoomState room = OpenRooms.talking(Catalog.load()
            .find(new ServiceItemId("LEGAL_AID"), new CentreId("330503"))
            .orElseThrow());
    private long seq = 1;

    @Test
    void whatOnlyTheApplicantDoesWaitsForThem() {
        happens(CLERK, new RoomOperation.StepAway(OP, ROOM));
        assertThat(room.visits().awaySince()).contains(NOON);
        List.of(
                        new RoomOperation.Declare(OP, ROOM, "TRUE_ECONOMY", true),
                        new RoomOperation.Confirm(OP, ROOM, CLAIMS, 0L),
                        new RoomOperation.Submit(OP, ROOM, "0123"),
                        set(new FieldPath("/signature"), "12,90 40,31"))
                .forEach(operation -> assertThat(refusal(APPLICANT, operation))
                        .as(operation.toString())
                        .isEqualTo(Refusal.APPLICANT_AWAY));
        happens(APPLICANT, BACK);
        assertThat(room.visits().awaySince()).isEmpty();
        happens(APPLICANT, new RoomOperation.Declare(OP, ROOM, "TRUE_ECONOMY", true));
    }

    @Test
    void everythingElseGoesOn() {
        happens(APPLICANT, new RoomOperation.StepAway(OP, ROOM));
        happens(APPLICANT, set(CLAIMS, "想要一位律师"));
        happens(CLERK, new RoomOperation.Say(OP, ROOM, new ChatText("我等您回来")));
    }

    @Test
    void whileNobodySeesItTheBedIsNotWatched() {
        KioskDevices.AtKiosk here = new KioskDevices.AtKiosk(
                true,
                true,
                List.of(new DeviceView(
                        new DeviceId("d"), "d", List.of(Capability.CAPTURE), DeviceCondition.OK, List.of(), true)));
        RoomOperation.Operate watch =
                new RoomOperation.Operate(OP, ROOM, new CommandId("w"), new DeviceTask.WatchBed());
        apply(CLERK, ((Decision.Happens) UseRules.decide(room, CLERK, watch, here)).events());
        apply(APPLICANT, List.of(new RoomEvent.UseAllowed(new CommandId("w"))));
        happens(CLERK, new RoomOperation.StepAway(OP, ROOM));
        assertThat(room.uses().open()).isEmpty();

        RoomOperation.Operate again =
                new RoomOperation.Operate(OP, ROOM, new CommandId("w2"), new DeviceTask.WatchBed());
        assertThat(UseRules.decide(room, CLERK, again, here)).isEqualTo(Decision.refuse(Refusal.APPLICANT_AWAY));
        happens(APPLICANT, BACK);
        assertThat(UseRules.decide(room, CLERK, again, here)).isInstanceOf(Decision.Happens.class);
    }

    @Test
    void whoSaysItTwiceChangesNothing() {
        assertThat(events(APPLICANT, BACK)).isEmpty();
        happens(CLERK, new RoomOperation.StepAway(OP, ROOM));
        assertThat(events(APPLICANT, new RoomOperation.StepAway(OP, ROOM))).isEmpty();
    }

    @Test
    void aHelperDoesNotComeBackForThem() {
        helperArrives();
        happens(HELPER, new RoomOperation.StepAway(OP, ROOM));
        assertThat(refusal(HELPER, BACK)).isEqualTo(Refusal.HELPER_MAY_NOT);
        assertThat(refusal(HELPER, new RoomOperation.Submit(OP, ROOM, "0123"))).isEqualTo(Refusal.HELPER_MAY_NOT);
        happens(HELPER, set(CLAIMS, "想要一位律师"));
    }

    @Test
    void whoGetsThePlaceBackFromTheHelperIsThere() {
        helperArrives();
        happens(CLERK, new RoomOperation.StepAway(OP, ROOM));
        apply(HELPER, SeatRules.handOver(room, Role.APPLICANT));
        assertThat(room.atKiosk()).isEqualTo(Role.APPLICANT);
        assertThat(room.visits().awaySince()).isEmpty();
    }

    @Test
    void whoLeavesWithTheCodeIsNotAwayWhenTheyComeBackWithIt() {
        happens(CLERK, new RoomOperation.StepAway(OP, ROOM));
        apply(APPLICANT, List.of(new RoomEvent.MayBeResumed(NOON.plusSeconds(60))));
        apply(APPLICANT, SeatRules.putAside(room));
        apply(APPLICANT, List.of(new RoomEvent.WasResumed(new KioskId("k2"), new CentreId("310117"))));
        assertThat(room.visits().awaySince()).isEmpty();
    }

    private void helperArrives() {
        apply(HELPER, List.of(new RoomEvent.HelperArrived(new HelperId("h1"), "周敏")));
    }

    private static RoomOperation set(FieldPath path, String value) {
        return new RoomOperation.SetField(OP, ROOM, path, new FieldValue(value), 0L);
    }

    private Decision decide(Author by, RoomOperation operation) {
        return RoomRules.decide(room, new FieldLocks(), by, operation, NOON, Optional.empty());
    }

    private List<RoomEvent> events(Author by, RoomOperation operation) {
        Decision decision = decide(by, operation);
        assertThat(decision).as(operation.toString()).isInstanceOf(Decision.Happens.class);
        return ((Decision.Happens) decision).events();
    }

    private void happens(Author by, RoomOperation operation) {
        List<RoomEvent> events = events(by, operation);
        assertThat(events).isNotEmpty();
        apply(by, events);
    }

    private void apply(Author by, List<RoomEvent> events) {
        for (RoomEvent event : events) {
            room = room.apply(++seq, NOON, by, event);
        }
    }

    private Refusal refusal(Author by, RoomOperation operation) {
        Decision decision = decide(by, operation);
        assertThat(decision).as(operation.toString()).isInstanceOf(Decision.Refuses.class);
        return ((Decision.Refuses) decision).why();
    }
}
