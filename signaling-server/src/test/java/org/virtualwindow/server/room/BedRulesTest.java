package org.virtualwindow.server.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.virtualwindow.server.room.OpenRooms.APPLICANT;
import static org.virtualwindow.server.room.OpenRooms.CLERK;
import static org.virtualwindow.server.room.OpenRooms.NOON;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.virtualwindow.protocol.Blob;
import org.virtualwindow.protocol.DeviceResult;
import org.virtualwindow.protocol.DeviceTask;
import org.virtualwindow.protocol.DeviceView;
import org.virtualwindow.protocol.RoomEvent;
import org.virtualwindow.protocol.RoomEvent.UseEnd;
import org.virtualwindow.protocol.RoomOperation.AllowUse;
import org.virtualwindow.protocol.RoomOperation.EndUseConsent;
import org.virtualwindow.protocol.RoomOperation.OnDevices;
import org.virtualwindow.protocol.RoomOperation.Operate;
import org.virtualwindow.protocol.RoomOperation.StopUse;
import org.virtualwindow.protocol.RoomOperation.UseDone;
import org.virtualwindow.protocol.ids.BlobId;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.protocol.ids.CommandId;
import org.virtualwindow.protocol.ids.DeviceId;
import org.virtualwindow.protocol.ids.OpId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.ids.ServiceItemId;
import org.virtualwindow.protocol.values.Author;
import org.virtualwindow.protocol.values.Capability;
import org.virtualwindow.protocol.values.DeviceCondition;
import org.virtualwindow.protocol.values.GrantScope;
import org.virtualwindow.protocol.values.Refusal;
import org.virtualwindow.protocol.values.Role;
import org.virtualwindow.server.form.Catalog;
import org.virtualwindow.server.room.KioskDevices.AtKiosk;
import org.virtualwindow.server.room.Uses.Use;

/** The clerk watches what lies under the document camera and has pages taken of it, until somebody has seen enough. */
class BedRulesTest {
    private static final OpId OP = new OpId("op");
    private static final RoomId ROOM = new RoomId("room");
    private static final Author HELPER = new Author(Role.HELPER, "h1", "周敏");
    private static final DeviceTask WATCH = new DeviceTask.WatchBed();
    private static final DeviceTask CAPTURE = new DeviceTask.CapturePage();
    private static final AtKiosk HERE = new AtKiosk(
            false,
            true,
            List.of(new DeviceView(
                    new DeviceId("d"), "d", List.of(Capability.CAPTURE), DeviceCondition.OK, List.of(), true)));

    private RoomState room = OpenRooms.talking(Catalog.load()
            .find(new ServiceItemId("ENT_NAME"), new CentreId("330503"))
            .orElseThrow());
    private long seq = 1;

    @Test
    void theBedIsWatchedOnceItIsAllowedAndPagesAreTakenMeanwhileWithoutAskingAgain() {
        happens(CLERK, operate("w", WATCH));
        assertThat(use("w").runs()).isFalse();
        assertThat(refusal(CLERK, operate("p", CAPTURE)))
                .as("nothing is taken while it is asked for")
                .isEqualTo(Refusal.DEVICE_BUSY);
        assertThat(refusal(HELPER, new AllowUse(OP, ROOM, command("w")))).isEqualTo(Refusal.HELPER_MAY_NOT);
        happens(APPLICANT, new AllowUse(OP, ROOM, command("w")));

        happens(CLERK, operate("p", CAPTURE));
        assertThat(use("p").runs()).isTrue();
        assertThat(refusal(CLERK, operate("p2", CAPTURE)))
                .as("one page at a time")
                .isEqualTo(Refusal.DEVICE_BUSY);
        assertThat(refusal(CLERK, operate("w2", WATCH))).isEqualTo(Refusal.DEVICE_BUSY);
        happens(APPLICANT, done("p", page()));
        assertThat(use("w").runs()).as("it goes on after a page").isTrue();
        happens(CLERK, operate("p2", CAPTURE));
    }

    @Test
    void whileAPageIsTakenWithoutWatchingNobodyBeginsToWatch() {
        runs("p", CAPTURE);
        assertThat(refusal(CLERK, operate("w", WATCH))).isEqualTo(Refusal.DEVICE_BUSY);
    }

    @Test
    void whoeverAtTheKioskStopsItStopsThePageToo() {
        for (Author each : List.of(APPLICANT, HELPER)) {
            runs("w" + seq, WATCH);
            CommandId watch = open();
            happens(CLERK, operate("p" + seq, CAPTURE));
            happens(each, new StopUse(OP, ROOM, watch));
            assertThat(room.uses().open()).isEmpty();
            assertThat(room.uses().find(watch).flatMap(Use::over)).contains(over(each));
        }
    }

    @Test
    void theClerkWhoHasSeenEnoughStillGetsThePageThatIsBeingTaken() {
        runs("w", WATCH);
        happens(CLERK, operate("p", CAPTURE));
        happens(CLERK, new StopUse(OP, ROOM, command("w")));
        assertThat(use("w").open()).isFalse();
        assertThat(use("p").runs()).isTrue();
        assertThat(events(CLERK, new StopUse(OP, ROOM, command("w"))))
                .as("twice")
                .isEmpty();
        assertThat(room.uses().all().lastEntry().getKey())
                .as("what ended last is read last")
                .isEqualTo(command("w"));
    }

    @Test
    void itEndsWithTheConsentTheClerkAndTheMatter() {
        runs("w1", WATCH);
        happens(APPLICANT, new EndUseConsent(OP, ROOM, Capability.CAPTURE));
        assertThat(use("w1").open()).isFalse();

        runs("w2", WATCH);
        RoomState watched = room;
        assertThat(SeatRules.clerkLeaves(watched)).contains(ended("w2"));
        assertThat(SeatRules.everybodyMovesOn(watched, new RoomId("next"))).contains(ended("w2"));
        assertThat(SeatRules.putAside(watched)).contains(ended("w2"));
        assertThat(UseRules.forgotten(watched)).contains(ended("w2"));
    }

    @Test
    void whoMayNotSeeTheFormDoesNotSeeThePapersEither() {
        runs("w1", WATCH);
        assertThat(GrantRules.end(room, GrantScope.POINT))
                .as("the form stays in sight")
                .isEqualTo(Decision.happens(new RoomEvent.GrantEnded(GrantScope.POINT)));
        RoomEvent covered = new RoomEvent.GrantEnded(GrantScope.SEE_FORM);
        assertThat(GrantRules.end(room, GrantScope.SEE_FORM))
                .as("the clerk is told while they still see it")
                .isEqualTo(Decision.happens(ended("w1"), covered));
        room = room.apply(++seq, NOON, APPLICANT, ended("w1")).apply(++seq, NOON, APPLICANT, covered);
        assertThat(refusal(CLERK, operate("w2", WATCH))).isEqualTo(Refusal.NEEDS_GRANT);
    }

    @Test
    void watchingGivesNoPages() {
        runs("w", WATCH);
        assertThat(refusal(APPLICANT, done("w", page()))).isEqualTo(Refusal.INVALID);
        assertThat(refusal(CLERK, new Operate(OP, ROOM, command("w3"), WATCH, Optional.of("NAME_ID"))))
                .isEqualTo(Refusal.DEVICE_BUSY);
        happens(APPLICANT, done("w", new DeviceResult.TaskCancelled()));
        assertThat(refusal(CLERK, new Operate(OP, ROOM, command("w3"), WATCH, Optional.of("NAME_ID"))))
                .as("none of it is of a material")
                .isEqualTo(Refusal.INVALID);
        assertThat(refusal(APPLICANT, done("w", new DeviceResult.TaskCancelled())))
                .isEqualTo(Refusal.UNKNOWN);
    }

    private void runs(String id, DeviceTask task) {
        happens(CLERK, operate(id, task));
        if (!use(id).runs()) {
            happens(APPLICANT, new AllowUse(OP, ROOM, command(id)));
        }
    }

    private CommandId open() {
        return room.uses().open().firstEntry().getKey();
    }

    private static Uses.Over over(Author by) {
        return new Uses.Over(UseEnd.CANCELLED, by.role(), Optional.empty());
    }

    private static RoomEvent ended(String id) {
        return new RoomEvent.UseEnded(command(id), UseEnd.CANCELLED);
    }

    private static DeviceResult page() {
        return new DeviceResult.PagesKept(List.of(new Blob(new BlobId("b"), "image/jpeg", 7L, "0".repeat(64))));
    }

    private static UseDone done(String id, DeviceResult result) {
        return new UseDone(OP, ROOM, command(id), result);
    }

    private static Operate operate(String id, DeviceTask task) {
        return new Operate(OP, ROOM, command(id), task);
    }

    private static CommandId command(String id) {
        return new CommandId(id);
    }

    private Use use(String id) {
        return room.uses().find(command(id)).orElseThrow();
    }

    private void happens(Author by, OnDevices operation) {
        events(by, operation).forEach(event -> room = room.apply(++seq, NOON, by, event));
    }

    private List<RoomEvent> events(Author by, OnDevices operation) {
        Decision decision = UseRules.decide(room, by, operation, HERE);
        assertThat(decision).as(operation.toString()).isInstanceOf(Decision.Happens.class);
        return ((Decision.Happens) decision).events();
    }

    private Refusal refusal(Author by, OnDevices operation) {
        Decision decision = UseRules.decide(room, by, operation, HERE);
        assertThat(decision).as(operation.toString()).isInstanceOf(Decision.Refuses.class);
        return ((Decision.Refuses) decision).why();
    }
}
