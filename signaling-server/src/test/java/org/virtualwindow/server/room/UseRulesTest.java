package org.virtualwindow.server.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.virtualwindow.server.room.OpenRooms.APPLICANT;
import static org.virtualwindow.server.room.OpenRooms.CLERK;
import static org.virtualwindow.server.room.OpenRooms.NOON;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.virtualwindow.protocol.Blob;
import org.virtualwindow.protocol.DeviceResult;
import org.virtualwindow.protocol.DeviceTask;
import org.virtualwindow.protocol.DeviceView;
import org.virtualwindow.protocol.RoomEvent;
import org.virtualwindow.protocol.RoomEvent.UseEnd;
import org.virtualwindow.protocol.RoomMessage.UseView;
import org.virtualwindow.protocol.RoomOperation.AllowUse;
import org.virtualwindow.protocol.RoomOperation.DidByHand;
import org.virtualwindow.protocol.RoomOperation.EndUseConsent;
import org.virtualwindow.protocol.RoomOperation.OnDevices;
import org.virtualwindow.protocol.RoomOperation.Operate;
import org.virtualwindow.protocol.RoomOperation.RefuseUse;
import org.virtualwindow.protocol.RoomOperation.StopUse;
import org.virtualwindow.protocol.RoomOperation.UseDone;
import org.virtualwindow.protocol.ServiceItem;
import org.virtualwindow.protocol.SignedResult;
import org.virtualwindow.protocol.ids.BlobId;
import org.virtualwindow.protocol.ids.CaseNo;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.protocol.ids.CommandId;
import org.virtualwindow.protocol.ids.DeviceId;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.protocol.ids.OpId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.ids.RowId;
import org.virtualwindow.protocol.ids.ServiceItemId;
import org.virtualwindow.protocol.values.Author;
import org.virtualwindow.protocol.values.Capability;
import org.virtualwindow.protocol.values.DeviceCondition;
import org.virtualwindow.protocol.values.FieldPath;
import org.virtualwindow.protocol.values.FieldValue;
import org.virtualwindow.protocol.values.GrantScope;
import org.virtualwindow.protocol.values.Refusal;
import org.virtualwindow.protocol.values.Role;
import org.virtualwindow.protocol.values.Source;
import org.virtualwindow.protocol.values.Trouble;
import org.virtualwindow.server.form.Catalog;
import org.virtualwindow.server.form.WholeAnswers;
import org.virtualwindow.server.room.KioskDevices.AtKiosk;
import org.virtualwindow.server.room.RoomUses.Verdict;

/** A clerk asks for a use of a device, the applicant allows it, and it is over once. */
class UseRulesTest {
    private static final OpId OP = new OpId("op");
    private static final RoomId ROOM = new RoomId("room");
    private static final KioskId KIOSK = new KioskId("k1");
    private static final Author HELPER = new Author(Role.HELPER, "h1", "周敏");
    private static final FieldPath SIGNATURE = new FieldPath("/signature");
    private static final DeviceTask CARD = new DeviceTask.ReadIdCard(Optional.empty());
    private static final DeviceTask SCAN =
            new DeviceTask.ScanPages(DeviceTask.ScanSource.FEEDER, 300L, DeviceTask.ScanMode.COLOUR, 2L);
    private static final DeviceTask CAPTURE = new DeviceTask.CapturePage();
    private static final DeviceTask SIGN = new DeviceTask.DrawSignature(SIGNATURE);

    private AtKiosk here = new AtKiosk(true, true, devices(DeviceCondition.OK));
    private RoomState room = OpenRooms.talking(item("ENT_NAME"));
    private long seq = 1;

    @Test
    void aHelperLaysThePaperAndIsShownAndTheFirstWhoSaidSoStays() {
        happens(CLERK, operate("s1", SCAN));
        assertThat(refusal(HELPER, byHand("s1"))).as("nothing is scanned yet").isEqualTo(Refusal.UNKNOWN);
        happens(APPLICANT, allow("s1"));
        happens(HELPER, byHand("s1"));
        assertThat(view("s1").byHand()).contains(HELPER);
        happens(APPLICANT, byHand("s1"));
        assertThat(view("s1").byHand()).contains(HELPER);

        happens(CLERK, operate("c1", CARD));
        happens(APPLICANT, allow("c1"));
        assertThat(refusal(HELPER, byHand("c1")))
                .as("a card is the applicant's")
                .isEqualTo(Refusal.UNKNOWN);
        assertThat(refusal(HELPER, byHand("none"))).isEqualTo(Refusal.UNKNOWN);

        happen(HELPER, new RoomEvent.DocumentMade(blob("receipt")));
        happens(CLERK, operate("p1", print("receipt")));
        happens(APPLICANT, allow("p1"));
        assertThat(refusal(HELPER, byHand("p1"))).as("not printed yet").isEqualTo(Refusal.UNKNOWN);
        happen(APPLICANT, new RoomEvent.UseEnded(command("p1"), UseEnd.DONE));
        happens(APPLICANT, byHand("p1"));
        assertThat(view("p1").byHand()).contains(APPLICANT);
    }

    @Test
    void aCardIsReadOnceTheApplicantAllowsItAndTheyAreAskedEveryTime() {
        happens(CLERK, operate("c1", CARD));
        assertThat(view("c1").allowed()).isFalse();
        assertThat(refusal(HELPER, allow("c1"))).isEqualTo(Refusal.HELPER_MAY_NOT);

        happens(APPLICANT, allow("c1"));
        assertThat(view("c1").allowed()).isTrue();
        happen(APPLICANT, new RoomEvent.UseEnded(command("c1"), UseEnd.DONE));
        assertThat(view("c1").ended()).contains(UseEnd.DONE);

        happens(CLERK, operate("c2", CARD));
        assertThat(view("c2").allowed()).as("asked again").isFalse();
    }

    @Test
    void aScanIsAllowedOnceAVisitUntilTheClerkChangesOrItIsTakenBack() {
        happens(CLERK, operate("s1", SCAN));
        assertThat(refusal(HELPER, allow("s1"))).isEqualTo(Refusal.HELPER_MAY_NOT);
        happens(APPLICANT, allow("s1"));
        happen(APPLICANT, new RoomEvent.UseEnded(command("s1"), UseEnd.DONE));
        happens(CLERK, operate("s2", SCAN));
        assertThat(view("s2").allowed()).isTrue();
        assertThat(view("s2").ended()).isEmpty();

        happens(APPLICANT, new EndUseConsent(OP, ROOM, Capability.SCAN));
        assertThat(view("s2").ended()).as("what runs of it is stopped").contains(UseEnd.CANCELLED);
        happens(CLERK, operate("s3", SCAN));
        assertThat(view("s3").allowed()).isFalse();

        happens(APPLICANT, allow("s3"));
        SeatRules.clerkLeaves(room).forEach(event -> happen(HELPER, event));
        assertThat(view("s3").ended()).contains(UseEnd.CANCELLED);
        happen(CLERK, OpenRooms.seated("call2", 2));
        happens(CLERK, operate("s4", SCAN));
        assertThat(view("s4").allowed()).as("another clerk asks anew").isFalse();
    }

    @Test
    void whatIsTheApplicantsOwnRunsOnWhenTheClerkLeavesAndEndsWithTheVisit() {
        happen(HELPER, new RoomEvent.DocumentMade(blob("receipt")));
        happens(CLERK, operate("p1", print("receipt")));
        happens(APPLICANT, allow("p1"));
        happens(APPLICANT, operate("c1", CARD));
        happens(CLERK, operate("s1", SCAN));
        happens(APPLICANT, allow("s1"));

        SeatRules.clerkLeaves(room).forEach(event -> happen(HELPER, event));
        assertThat(view("p1").ended()).as("the receipt comes out").isEmpty();
        assertThat(view("c1").ended()).as("they asked for it themselves").isEmpty();
        assertThat(view("s1").ended()).contains(UseEnd.CANCELLED);

        assertThat(SeatRules.everybodyLeaves(room, RoomEvent.RoomEnd.LEFT))
                .filteredOn(RoomEvent.UseEnded.class::isInstance)
                .hasSize(2);
        happens(APPLICANT, new StopUse(OP, ROOM, command("p1")));
        assertThat(view("p1").endedBy()).contains(Role.APPLICANT);
    }

    @Test
    void whatTheClerkWantedToSeeIsOverWhenTheyLeave() {
        happen(HELPER, new RoomEvent.DocumentMade(blob("receipt")));
        happens(CLERK, operate("p1", print("receipt")));
        happens(CLERK, operate("c1", CARD));
        happens(APPLICANT, allow("c1"));
        assertThat(SeatRules.everybodyLeaves(room, RoomEvent.RoomEnd.LEFT))
                .filteredOn(RoomEvent.UseEnded.class::isInstance)
                .as("each once")
                .hasSize(2);
        SeatRules.clerkLeaves(room).forEach(event -> happen(HELPER, event));
        assertThat(view("p1").ended()).as("nobody allowed it").contains(UseEnd.CANCELLED);
        assertThat(view("c1").ended()).contains(UseEnd.CANCELLED);
    }

    @Test
    void whatWasAllowedCountsOnlyWhileThePageOfTheVisitIsThereAndNotForWhoeverStartedTheBrowserAnew() {
        happens(CLERK, operate("s1", SCAN));
        happens(APPLICANT, allow("s1"));
        happen(APPLICANT, new RoomEvent.UseEnded(command("s1"), UseEnd.DONE));
        here = new AtKiosk(true, false, devices(DeviceCondition.OK));
        happens(CLERK, operate("s2", SCAN));
        assertThat(view("s2").allowed()).as("nobody would see it run").isFalse();
        happens(APPLICANT, allow("s2"));

        UseRules.forgotten(room).forEach(event -> happen(APPLICANT, event));
        assertThat(view("s2").ended()).contains(UseEnd.CANCELLED);
        here = new AtKiosk(true, true, devices(DeviceCondition.OK));
        happens(CLERK, operate("s3", SCAN));
        assertThat(view("s3").allowed()).isFalse();
    }

    @Test
    void theApplicantRefusesAndEitherStops() {
        happens(CLERK, operate("c1", CARD));
        happens(APPLICANT, new RefuseUse(OP, ROOM, command("c1")));
        assertThat(view("c1").ended()).contains(UseEnd.REFUSED);
        assertThat(refusal(APPLICANT, allow("c1"))).isEqualTo(Refusal.UNKNOWN);

        happens(CLERK, operate("c2", CARD));
        happens(APPLICANT, allow("c2"));
        assertThat(refusal(APPLICANT, new RefuseUse(OP, ROOM, command("c2"))))
                .as("that is a stop by now")
                .isEqualTo(Refusal.UNKNOWN);
        happens(APPLICANT, new StopUse(OP, ROOM, command("c2")));
        assertThat(view("c2").endedBy()).contains(Role.APPLICANT);
        assertThat(events(CLERK, new StopUse(OP, ROOM, command("c2"))))
                .as("it is over already")
                .isEmpty();

        happens(CLERK, operate("c3", CARD));
        happens(CLERK, new StopUse(OP, ROOM, command("c3")));
        assertThat(view("c3").endedBy()).contains(Role.CLERK);
        assertThat(refusal(CLERK, new StopUse(OP, ROOM, command("c9")))).isEqualTo(Refusal.UNKNOWN);
    }

    @Test
    void oneUseOfACapabilityAtATimeAndEachCommandOnce() {
        happens(CLERK, operate("c1", CARD));
        assertThat(refusal(CLERK, operate("c1", SCAN))).isEqualTo(Refusal.ALREADY);
        assertThat(refusal(CLERK, operate("c2", CARD))).isEqualTo(Refusal.DEVICE_BUSY);
        happens(CLERK, operate("s1", SCAN));
        assertThat(room.uses().open()).hasSize(2);
    }

    @Test
    void whatIsAbsentBrokenSwitchedOffOrOutOfReachIsRefusedWithAWord() {
        here = new AtKiosk(false, true, List.of());
        assertThat(refusal(CLERK, operate("c1", CARD))).isEqualTo(Refusal.DEVICE_NOT_REACHED);
        assertThat(refusal(CLERK, operate("c1", CAPTURE)))
                .as("the page's own needs no daemon")
                .isEqualTo(Refusal.NO_DEVICE);
        here = new AtKiosk(true, true, List.of());
        assertThat(refusal(CLERK, operate("c1", CARD))).isEqualTo(Refusal.NO_DEVICE);
        for (DeviceCondition out : List.of(DeviceCondition.FAULT, DeviceCondition.DISABLED)) {
            here = new AtKiosk(true, true, devices(out));
            assertThat(refusal(CLERK, operate("c1", CARD))).isEqualTo(Refusal.DEVICE_FAULT);
        }
        here = new AtKiosk(true, true, devices(DeviceCondition.WARNING));
        happens(CLERK, operate("c1", CARD));
    }

    @Test
    void whatTheMatterHasNoUseForIsNotAskedOfAnybody() {
        assertThat(refusal(CLERK, operate("c1", SIGN)))
                .as("it has no signature")
                .isEqualTo(Refusal.UNKNOWN);
        assertThat(refusal(CLERK, operate("c1", print("elsewhere"))))
                .as("a document of another room")
                .isEqualTo(Refusal.UNKNOWN);
        happen(HELPER, new RoomEvent.DocumentMade(blob("receipt")));
        happens(CLERK, operate("p1", print("receipt")));

        happen(APPLICANT, new RoomEvent.Submitted(new CaseNo("CASE-1"), "hash", Optional.empty()));
        assertThat(refusal(CLERK, operate("c1", CARD))).isEqualTo(Refusal.SUBMITTED);

        room = OpenRooms.talking(item("LEGAL_AID"));
        assertThat(refusal(CLERK, operate("c1", SIGN))).isEqualTo(Refusal.INCOMPLETE);
        happen(APPLICANT, new RoomEvent.GrantEnded(GrantScope.SEE_FORM));
        assertThat(refusal(CLERK, operate("c1", SIGN))).isEqualTo(Refusal.NEEDS_GRANT);
    }

    @Test
    void thePageEndsItsOwnTasksOnceAndNoOthers() {
        happens(CLERK, operate("p1", CAPTURE));
        assertThat(refusal(APPLICANT, done("p1", pages("a"))))
                .as("nobody allowed it")
                .isEqualTo(Refusal.UNKNOWN);
        happens(APPLICANT, allow("p1"));
        assertThat(refusal(APPLICANT, done("p1", new DeviceResult.WasSigned()))).isEqualTo(Refusal.INVALID);
        assertThat(refusal(APPLICANT, done("p1", pages("a", "b")))).isEqualTo(Refusal.INVALID);
        assertThat(refusal(APPLICANT, done("p1", pages()))).isEqualTo(Refusal.INVALID);
        happens(APPLICANT, done("p1", pages("a")));
        assertThat(view("p1").pages()).containsExactly(blob("a"));
        assertThat(refusal(APPLICANT, done("p1", pages("b")))).isEqualTo(Refusal.UNKNOWN);

        happens(CLERK, operate("p2", CAPTURE));
        assertThat(refusal(APPLICANT, done("p2", pages("a"))))
                .as("the same page again")
                .isEqualTo(Refusal.INVALID);
        happens(APPLICANT, done("p2", new DeviceResult.TaskFailed(Trouble.LENS_DARK)));
        assertThat(view("p2").why()).contains(Trouble.LENS_DARK);

        happens(CLERK, operate("s1", SCAN));
        happens(APPLICANT, allow("s1"));
        assertThat(refusal(APPLICANT, done("s1", pages("c"))))
                .as("the daemon's")
                .isEqualTo(Refusal.DENIED);
    }

    @Test
    void aSignatureIsDoneWhenItStandsInTheForm() {
        room = OpenRooms.talking(item("LEGAL_AID"));
        allButSigned();
        happens(CLERK, operate("c1", SIGN));
        assertThat(refusal(HELPER, allow("c1"))).isEqualTo(Refusal.HELPER_MAY_NOT);
        happens(APPLICANT, allow("c1"));
        assertThat(refusal(APPLICANT, done("c1", new DeviceResult.WasSigned()))).isEqualTo(Refusal.INCOMPLETE);
        happen(
                APPLICANT,
                new RoomEvent.FieldSet(SIGNATURE, new FieldValue("12,90 40,31"), 1L, Source.TYPED, Optional.empty()));
        happens(APPLICANT, done("c1", new DeviceResult.WasSigned()));
        assertThat(view("c1").ended()).contains(UseEnd.DONE);

        happens(CLERK, operate("c2", SIGN));
        room = room.apply(++seq, NOON.plusSeconds(60), APPLICANT, new RoomEvent.UseAllowed(command("c2")));
        assertThat(refusal(APPLICANT, done("c2", new DeviceResult.WasSigned())))
                .as("that was signed before")
                .isEqualTo(Refusal.INCOMPLETE);
    }

    @Test
    void aResultOfTheDaemonStandsOnceForThisCommandAtThisKioskInThisRoom() {
        happens(CLERK, operate("s1", SCAN));
        assertThat(judge("s1", pages("a"))).as("not allowed yet").isEqualTo(Verdict.UNKNOWN);
        happens(APPLICANT, allow("s1"));
        assertThat(judge("s9", pages("a"))).isEqualTo(Verdict.UNKNOWN);
        assertThat(RoomUses.judge(room, new KioskId("k2"), signed("s1", pages("a"))))
                .isEqualTo(Verdict.WRONG_KIOSK);
        assertThat(RoomUses.judge(room, KIOSK, new SignedResult(KIOSK, command("s1"), "guessed", pages("a"))))
                .isEqualTo(Verdict.WRONG_NONCE);
        assertThat(judge("s1", new DeviceResult.WasPrinted())).isEqualTo(Verdict.WRONG_KIND);
        assertThat(judge("s1", pages("a", "b", "c"))).as("more than asked for").isEqualTo(Verdict.WRONG_KIND);
        assertThat(judge("s1", pages("a", "b"))).isEqualTo(Verdict.TAKEN);
        UseRules.ended(room, command("s1"), pages("a", "b")).forEach(event -> happen(APPLICANT, event));
        assertThat(judge("s1", pages("a", "b"))).isEqualTo(Verdict.LATE);
    }

    @Test
    void aNonceIsAnotherInEveryRoomAndForEveryCommandAndTheSameAfterARestart() {
        String nonce = UseErrands.nonce(room, command("c1"));
        assertThat(nonce).hasSize(43).isEqualTo(UseErrands.nonce(room, command("c1")));
        assertThat(UseErrands.nonce(room, command("c2"))).isNotEqualTo(nonce);
    }

    @Test
    void aSnapshotShowsWhatIsOpenTheLastOfEachKindAndWhatGavePages() {
        for (String each : List.of("c1", "c2", "c3")) {
            happens(CLERK, operate(each, CARD));
            happens(APPLICANT, new RefuseUse(OP, ROOM, command(each)));
        }
        happens(CLERK, operate("p1", CAPTURE));
        happens(APPLICANT, allow("p1"));
        happens(APPLICANT, done("p1", pages("a")));
        happens(CLERK, operate("p2", CAPTURE));
        happens(APPLICANT, done("p2", pages("b")));
        var shown = room.uses().view(false).orElseThrow();
        assertThat(shown.uses()).extracting(use -> use.command().value()).containsExactly("c3", "p1", "p2");
        assertThat(shown.allowed()).containsExactly(Capability.CAPTURE);
        assertThat(room.uses().view(true).orElseThrow().uses())
                .as("no page for a clerk who may not see the form")
                .allSatisfy(use -> assertThat(use.pages()).isEmpty());
    }

    private void allButSigned() {
        for (String line :
                WholeAnswers.to(new ServiceItemId("LEGAL_AID")).lines().toList()) {
            String[] parts = line.split(" ", 2);
            FieldPath path = new FieldPath(parts[0]);
            if (!path.equals(SIGNATURE)) {
                path.table()
                        .filter(_ -> path.parts().length == 3)
                        .filter(_ -> room.form().revOf(path) == 0)
                        .ifPresent(table -> {
                            var row = new RowId(path.parts()[1]);
                            if (room.form().refusalOfNewRow(table, row).isEmpty()) {
                                happen(APPLICANT, new RoomEvent.RowAdded(table, row));
                            }
                        });
                happen(
                        APPLICANT,
                        new RoomEvent.FieldSet(
                                path,
                                room.form().normalised(path, new FieldValue(parts[1])),
                                1L,
                                Source.TYPED,
                                Optional.empty()));
            }
        }
    }

    private static ServiceItem item(String id) {
        return Catalog.load()
                .find(new ServiceItemId(id), new CentreId("330503"))
                .orElseThrow();
    }

    private static List<DeviceView> devices(DeviceCondition condition) {
        return Arrays.stream(Capability.values())
                .map(each -> new DeviceView(
                        new DeviceId(each.name()), each.name(), List.of(each), condition, List.of(), true))
                .toList();
    }

    private static CommandId command(String id) {
        return new CommandId(id);
    }

    private static Operate operate(String id, DeviceTask task) {
        return new Operate(OP, ROOM, command(id), task);
    }

    private static OnDevices byHand(String command) {
        return new DidByHand(OP, ROOM, command(command));
    }

    private static AllowUse allow(String id) {
        return new AllowUse(OP, ROOM, command(id));
    }

    private static UseDone done(String id, DeviceResult result) {
        return new UseDone(OP, ROOM, command(id), result);
    }

    private static DeviceTask print(String document) {
        return new DeviceTask.PrintDocument(blob(document), 1L);
    }

    private static DeviceResult pages(String... ids) {
        return new DeviceResult.PagesKept(
                Arrays.stream(ids).map(UseRulesTest::blob).toList());
    }

    private static Blob blob(String id) {
        return new Blob(new BlobId(id), "image/jpeg", 7L, "0".repeat(64));
    }

    private SignedResult signed(String id, DeviceResult result) {
        return new SignedResult(KIOSK, command(id), UseErrands.nonce(room, command(id)), result);
    }

    private Verdict judge(String id, DeviceResult result) {
        return RoomUses.judge(room, KIOSK, signed(id, result));
    }

    private UseView view(String id) {
        return room.uses().view(false).orElseThrow().uses().stream()
                .filter(use -> use.command().equals(command(id)))
                .findFirst()
                .orElseThrow();
    }

    private void happen(Author by, RoomEvent event) {
        room = room.apply(++seq, NOON, by, event);
    }

    private void happens(Author by, OnDevices operation) {
        events(by, operation).forEach(event -> happen(by, event));
    }

    private List<RoomEvent> events(Author by, OnDevices operation) {
        Decision decision = UseRules.decide(room, by, operation, here);
        assertThat(decision).as(operation.toString()).isInstanceOf(Decision.Happens.class);
        return ((Decision.Happens) decision).events();
    }

    private Refusal refusal(Author by, OnDevices operation) {
        Decision decision = UseRules.decide(room, by, operation, here);
        assertThat(decision).as(operation.toString()).isInstanceOf(Decision.Refuses.class);
        return ((Decision.Refuses) decision).why();
    }
}
