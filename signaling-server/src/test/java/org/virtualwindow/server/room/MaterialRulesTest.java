package org.virtualwindow.server.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.virtualwindow.server.room.OpenRooms.APPLICANT;
import static org.virtualwindow.server.room.OpenRooms.CLERK;
import static org.virtualwindow.server.room.OpenRooms.NOON;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.virtualwindow.protocol.Blob;
import org.virtualwindow.protocol.DeviceResult;
import org.virtualwindow.protocol.DeviceTask;
import org.virtualwindow.protocol.DeviceView;
import org.virtualwindow.protocol.RoomEvent;
import org.virtualwindow.protocol.RoomMessage.MaterialView;
import org.virtualwindow.protocol.RoomMessage.PageView;
import org.virtualwindow.protocol.RoomOperation;
import org.virtualwindow.protocol.RoomOperation.AssignPages;
import org.virtualwindow.protocol.RoomOperation.JudgeMaterial;
import org.virtualwindow.protocol.RoomOperation.Operate;
import org.virtualwindow.protocol.RoomOperation.RejectPage;
import org.virtualwindow.protocol.RoomOperation.TakeSentPage;
import org.virtualwindow.protocol.ServiceItem;
import org.virtualwindow.protocol.ServiceItem.MaterialForm;
import org.virtualwindow.protocol.ServiceItem.What;
import org.virtualwindow.protocol.ids.BlobId;
import org.virtualwindow.protocol.ids.CaseNo;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.protocol.ids.CommandId;
import org.virtualwindow.protocol.ids.DeviceId;
import org.virtualwindow.protocol.ids.OpId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.ids.ServiceItemId;
import org.virtualwindow.protocol.values.Author;
import org.virtualwindow.protocol.values.Capability;
import org.virtualwindow.protocol.values.ChatText;
import org.virtualwindow.protocol.values.DeviceCondition;
import org.virtualwindow.protocol.values.FieldPath;
import org.virtualwindow.protocol.values.FieldValue;
import org.virtualwindow.protocol.values.GrantScope;
import org.virtualwindow.protocol.values.MaterialWord;
import org.virtualwindow.protocol.values.PageFlaw;
import org.virtualwindow.protocol.values.PageRegion;
import org.virtualwindow.protocol.values.Refusal;
import org.virtualwindow.protocol.values.Role;
import org.virtualwindow.protocol.values.Source;
import org.virtualwindow.server.form.Catalog;
import org.virtualwindow.server.room.KioskDevices.AtKiosk;
import org.virtualwindow.server.room.RoomPhones.Arrival;

/** Pages come to the materials of the item, and the clerk says of each whether it will do. */
class MaterialRulesTest {
    private static final OpId OP = new OpId("op");
    private static final RoomId ROOM = new RoomId("room");
    private static final String PAPERS = "INVESTOR_PAPERS";
    private static final String LICENCE = "PARENT_LICENCE";
    private static final DeviceTask SCAN =
            new DeviceTask.ScanPages(DeviceTask.ScanSource.FEEDER, 300L, DeviceTask.ScanMode.COLOUR, 5L);
    private static final PageRegion CIRCLE = new PageRegion(PageRegion.Shape.CIRCLE, 0.2, 0.3, 0.6, 0.5);

    private RoomState room = OpenRooms.talking(item("ENT_NAME"));
    private long seq = 1;
    private int commands;

    @Test
    void pagesThatWereAskedForAMaterialAreOfItAndPassTogether() {
        assertThat(refusal(judge(PAPERS, MaterialWord.PASSED))).isEqualTo(Refusal.INCOMPLETE);
        scans(PAPERS, "a", "b");
        assertThat(pages(PAPERS)).containsExactly("a", "b");
        assertThat(MaterialRules.open(room)).contains(PAPERS);
        happens(judge(PAPERS, MaterialWord.PASSED, "b", "a"));
        assertThat(view(PAPERS).word()).isEqualTo(MaterialWord.PASSED);
        assertThat(MaterialRules.open(room)).doesNotContain(PAPERS);

        scans(PAPERS, "c");
        assertThat(view(PAPERS).word()).as("nobody has looked at the new page").isEqualTo(MaterialWord.OPEN);
        assertThat(refusal(judge(PAPERS, MaterialWord.PASSED, "a", "b")))
                .as("of pages that are others by now")
                .isEqualTo(Refusal.STALE);
    }

    @Test
    void aRejectedPageSaysWhereAndWhyUntilAnotherComesInItsPlace() {
        scans(PAPERS, "a", "b", "c");
        happens(judge(PAPERS, MaterialWord.PASSED, "a", "b", "c"));
        happens(reject("b", PageFlaw.GLARE, "", CIRCLE));
        assertThat(view(PAPERS).word()).isEqualTo(MaterialWord.OPEN);
        assertThat(view(PAPERS).pages().get(1).rejected().orElseThrow().regions())
                .containsExactly(CIRCLE);
        assertThat(refusal(judge(PAPERS, MaterialWord.PASSED, "a", "b", "c"))).isEqualTo(Refusal.INCOMPLETE);

        scans(PAPERS, "d", "e");
        assertThat(pages(PAPERS)).as("one for one, the others follow").containsExactly("a", "d", "c", "e");
        assertThat(view(PAPERS).pages())
                .allSatisfy(page -> assertThat(page.rejected()).isEmpty());
        assertThat(refusal(reject("b", PageFlaw.GLARE, "", CIRCLE))).isEqualTo(Refusal.UNKNOWN);
        happens(judge(PAPERS, MaterialWord.PASSED, "a", "d", "c", "e"));
    }

    @Test
    void whatIsDrawnBesideThePageOrSaidAtTooGreatLengthIsRefused() {
        scans(PAPERS, "a");
        for (double[] beside : new double[][] {
            {-0.1, 0, 1, 1}, {0, 0, 1.01, 1}, {0, Double.NaN, 1, 1}, {0.5, 0, 0.5, 1}, {0, 0.5, 1, 0.5}
        }) {
            PageRegion region = new PageRegion(PageRegion.Shape.RECTANGLE, beside[0], beside[1], beside[2], beside[3]);
            assertThat(refusal(reject("a", PageFlaw.GLARE, "", region))).isEqualTo(Refusal.INVALID);
        }
        PageRegion[] many = Collections.nCopies(13, CIRCLE).toArray(PageRegion[]::new);
        assertThat(refusal(reject("a", PageFlaw.GLARE, "", many))).isEqualTo(Refusal.INVALID);
        assertThat(refusal(reject("a", PageFlaw.GLARE, "字".repeat(101), CIRCLE)))
                .isEqualTo(Refusal.INVALID);
        assertThat(refusal(reject("a", PageFlaw.OTHER, "", CIRCLE))).isEqualTo(Refusal.INVALID);
        assertThat(refusal(reject("z", PageFlaw.GLARE, "", CIRCLE))).isEqualTo(Refusal.UNKNOWN);
        happens(reject("a", PageFlaw.OTHER, "少了背面"));
    }

    @Test
    void pagesThatCameForNothingAreAssignedAfterwardsAndAreOfOneMaterialAtATime() {
        scans(null, "a", "b");
        assertThat(room.checklist().view()).isEmpty();
        assertThat(refusal(new AssignPages(OP, ROOM, PAPERS, ids("a", "x")))).isEqualTo(Refusal.UNKNOWN);
        assertThat(refusal(new AssignPages(OP, ROOM, PAPERS, List.of()))).isEqualTo(Refusal.UNKNOWN);
        happens(new AssignPages(OP, ROOM, PAPERS, ids("b", "a", "b")));
        assertThat(pages(PAPERS)).containsExactly("b", "a");
        happens(judge(PAPERS, MaterialWord.PASSED, "a", "b"));

        happens(new AssignPages(OP, ROOM, "CONTACT_ID", ids("a")));
        assertThat(pages("CONTACT_ID")).containsExactly("a");
        assertThat(pages(PAPERS)).containsExactly("b");
        assertThat(view(PAPERS).word()).as("it is not what passed").isEqualTo(MaterialWord.OPEN);
        assertThat(events(new AssignPages(OP, ROOM, "CONTACT_ID", ids("a")))).isEmpty();
    }

    @Test
    void whatTheSituationDoesNotWantIsNotAskedForAndNotMissed() {
        assertThat(MaterialRules.open(room))
                .as("nothing is known yet")
                .contains(PAPERS)
                .doesNotContain(LICENCE);
        answers("LLC");
        assertThat(refusal(judge(LICENCE, MaterialWord.PROMISED))).isEqualTo(Refusal.UNKNOWN);
        assertThat(asks("u1", SCAN, LICENCE)).isEqualTo(refused(Refusal.UNKNOWN));
        assertThat(asks("u1", SCAN, "NO_SUCH")).isEqualTo(refused(Refusal.UNKNOWN));
        answers("BRANCH");
        assertThat(MaterialRules.open(room)).contains(LICENCE).doesNotContain(PAPERS);
        assertThat(MaterialRules.open(room)).as("made of the form itself").doesNotContain("AUTHORITY");
        happens(judge(LICENCE, MaterialWord.PROMISED));
        assertThat(MaterialRules.open(room)).doesNotContain(LICENCE);
        happens(judge(LICENCE, MaterialWord.OPEN));
        assertThat(MaterialRules.open(room)).contains(LICENCE);
    }

    @Test
    void onlyWhatTheItemLetsComeLaterIsPromisedAndOnlyWhatIsPostedIsOnItsWay() {
        assertThat(refusal(judge("CONTACT_ID", MaterialWord.PROMISED))).isEqualTo(Refusal.DENIED);
        assertThat(refusal(judge("CONTACT_ID", MaterialWord.POSTED))).isEqualTo(Refusal.DENIED);
        happens(judge("CONTACT_ID", MaterialWord.PASSED)); // an original that was seen in the call
        happens(judge(PAPERS, MaterialWord.PROMISED));

        room = OpenRooms.talking(item("CAR_TRANSFER"));
        String posted = room.form().item().materials().stream()
                .filter(material -> material.form() == MaterialForm.ORIGINAL_POSTED)
                .findFirst()
                .orElseThrow()
                .code();
        happens(judge(posted, MaterialWord.POSTED));
        assertThat(MaterialRules.open(room)).doesNotContain(posted);
    }

    @Test
    void onlyAUseThatGivesPagesIsAskedForAMaterial() {
        assertThat(asks("c1", new DeviceTask.ReadIdCard(Optional.empty()), PAPERS))
                .isEqualTo(refused(Refusal.INVALID));
        assertThat(asks("s1", SCAN, PAPERS)).isInstanceOf(Decision.Happens.class);
    }

    @Test
    void aClerkWhoMayNotSeeTheFormJudgesNothingAndIsToldOfNoPage() {
        scans(PAPERS, "a");
        happen(APPLICANT, new RoomEvent.GrantEnded(GrantScope.SEE_FORM));
        assertThat(refusal(judge(PAPERS, MaterialWord.PASSED, "a"))).isEqualTo(Refusal.NEEDS_GRANT);
        assertThat(RoomView.snapshot(
                                ROOM, seq, room, Role.CLERK, new Gestures(ROOM, new Company(), new FieldLocks()).now())
                        .materials())
                .isEmpty();
        assertThat(Cover.mayHear(new RoomEvent.PagesAssigned(PAPERS, List.of(blob("a")))))
                .isFalse();
    }

    @Test
    void nothingIsJudgedOnceItIsFiledAndPagesThatComeLaterAreOfNothing() {
        happens(ask("s1", SCAN, PAPERS));
        happen(APPLICANT, new RoomEvent.UseAllowed(new CommandId("s1")));
        happen(APPLICANT, new RoomEvent.Submitted(new CaseNo("33050326030401000011"), "f", Optional.empty()));
        UseRules.ended(room, new CommandId("s1"), kept("a")).forEach(event -> happen(APPLICANT, event));
        assertThat(room.checklist().view()).isEmpty();
        assertThat(refusal(new AssignPages(OP, ROOM, PAPERS, ids("a")))).isEqualTo(Refusal.SUBMITTED);
        assertThat(refusal(judge(PAPERS, MaterialWord.PROMISED))).isEqualTo(Refusal.SUBMITTED);
        assertThat(asks("s2", SCAN, PAPERS)).isEqualTo(refused(Refusal.SUBMITTED));
    }

    @Test
    void aPageKnowsThoseInWhosePlaceItCame() {
        scans(PAPERS, "a");
        happens(reject("a", PageFlaw.GLARE, "灯太近", CIRCLE));
        scans(PAPERS, "b");
        happens(reject("b", PageFlaw.CUT_OFF, ""));
        scans(PAPERS, "c");
        PageView page = view(PAPERS).pages().getFirst();
        assertThat(page.page()).isEqualTo(blob("c"));
        assertThat(page.rejected()).isEmpty();
        assertThat(page.before().orElseThrow())
                .extracting(before -> before.page().blob().value())
                .containsExactly("a", "b");
        assertThat(page.before().orElseThrow().getFirst().rejected().regions()).containsExactly(CIRCLE);
    }

    @Test
    void aPageThatBecomesAnotherMaterialsTakesAlongThoseInWhosePlaceItCame() {
        scans(PAPERS, "a");
        happens(reject("a", PageFlaw.GLARE, "灯太近", CIRCLE));
        scans(PAPERS, "b");
        happen(CLERK, new RoomEvent.PagesAssigned(LICENCE, List.of(blob("b"))));
        assertThat(pages(PAPERS)).isEmpty();
        assertThat(view(LICENCE).pages().getFirst().before().orElseThrow())
                .extracting(before -> before.page().blob().value())
                .containsExactly("a");
    }

    @Test
    void pagesOfAMaterialThatIsNotNeededAnyMoreCanBeAnothers() {
        answers("LLC");
        happen(APPLICANT, new RoomEvent.PageSent(PAPERS, blob("a")));
        assertThat(MaterialRules.decide(room, APPLICANT, new TakeSentPage(OP, ROOM, new BlobId("a"))))
                .isEqualTo(Decision.happens(new RoomEvent.PagesAssigned(PAPERS, List.of(blob("a")))));
        happen(APPLICANT, new RoomEvent.PagesAssigned(PAPERS, List.of(blob("a"))));
        answers("BRANCH");
        assertThat(pages(PAPERS)).containsExactly("a");
        happens(new AssignPages(OP, ROOM, LICENCE, ids("a")));
        assertThat(pages(PAPERS)).isEmpty();
        assertThat(view(LICENCE).pages().getFirst().phone()).contains(true);
    }

    @Test
    void theReaderFulfilsTheOneCardThatIsNeeded() {
        assertThat(MaterialRules.open(room)).contains("CONTACT_ID");
        happen(APPLICANT, new RoomEvent.CardRead(List.of(), Optional.empty()));
        assertThat(MaterialRules.open(room)).doesNotContain("CONTACT_ID").contains(PAPERS);
    }

    @Test
    void aCardThatHasExpiredFillsInTheFormAndIsStillMissed() {
        happen(APPLICANT, new RoomEvent.CardRead(List.of(), Optional.empty(), Optional.of("2026-03-01")));
        assertThat(MaterialRules.open(room)).contains("CONTACT_ID");
        happen(APPLICANT, new RoomEvent.CardRead(List.of(), Optional.empty()));
        assertThat(MaterialRules.open(room)).as("the new one").doesNotContain("CONTACT_ID");
    }

    @Test
    void aCardThatWasReadIsMissedAgainOnceTheFormSaysAnotherNumber() {
        String holder = "310117198805120016";
        happen(
                APPLICANT,
                new RoomEvent.CardRead(
                        List.of(new RoomEvent.Known(What.ID_NO, new FieldValue(holder))), Optional.empty()));
        types("/contactIdNo", "310117198203040016", Source.TYPED);
        assertThat(MaterialRules.open(room)).as("somebody else's").contains("CONTACT_ID");
        types("/contactIdNo", holder, Source.CARD);
        assertThat(MaterialRules.open(room)).doesNotContain("CONTACT_ID");
        types("/contactIdNo", "", Source.TYPED);
        assertThat(MaterialRules.open(room)).as("nobody's").contains("CONTACT_ID");
        types("/contactIdNo", holder, Source.CARD);
        happen(
                APPLICANT,
                new RoomEvent.CardRead(
                        List.of(new RoomEvent.Known(What.ID_NO, new FieldValue("310117198203040016"))),
                        Optional.empty()));
        assertThat(MaterialRules.open(room)).as("of the card before").contains("CONTACT_ID");
    }

    @Test
    void onlyTheApplicantTakesWhatAPhoneSentAndOnlyWhatIsStillWanted() {
        happen(APPLICANT, new RoomEvent.PageSent(PAPERS, blob("a")));
        TakeSentPage take = new TakeSentPage(OP, ROOM, new BlobId("a"));
        assertThat(MaterialRules.decide(room, new Author(Role.HELPER, "h1", "周敏"), take))
                .isEqualTo(refused(Refusal.HELPER_MAY_NOT));
        answers("BRANCH");
        assertThat(MaterialRules.decide(room, APPLICANT, take)).isEqualTo(refused(Refusal.UNKNOWN));
        assertThat(PhoneRules.arrival(room, PAPERS, blob("b"))).isEqualTo(Arrival.TOO_LATE);
        assertThat(PhoneRules.arrival(room, PAPERS, blob("a"))).isEqualTo(Arrival.KNOWN);
        assertThat(room.checklist().isUntaken(new BlobId("a"))).isTrue();
        happen(APPLICANT, new RoomEvent.Submitted(new CaseNo("33050326030401000011"), "f", Optional.empty()));
        assertThat(room.checklist().sent()).isEmpty();
        assertThat(room.checklist().thrownAway()).containsExactly(new BlobId("a"));
    }

    /** Asked for, allowed and done. */
    private void scans(@Nullable String material, String... pages) {
        String command = "scan" + ++commands;
        happens(ask(command, SCAN, material));
        happen(APPLICANT, new RoomEvent.UseAllowed(new CommandId(command)));
        UseRules.ended(room, new CommandId(command), kept(pages)).forEach(event -> happen(APPLICANT, event));
    }

    private void answers(String type) {
        types("/marketEntityType", type, Source.TYPED);
    }

    private void types(String at, String value, Source source) {
        FieldPath path = new FieldPath(at);
        happen(
                APPLICANT,
                new RoomEvent.FieldSet(
                        path, new FieldValue(value), room.form().revOf(path) + 1, source, Optional.empty()));
    }

    private static Operate ask(String command, DeviceTask task, @Nullable String material) {
        return new Operate(OP, ROOM, new CommandId(command), task, Optional.ofNullable(material));
    }

    private Decision asks(String command, DeviceTask task, @Nullable String material) {
        List<DeviceView> devices = Arrays.stream(Capability.values())
                .map(each -> new DeviceView(
                        new DeviceId(each.name()), each.name(), List.of(each), DeviceCondition.OK, List.of(), true))
                .toList();
        return UseRules.decide(room, CLERK, ask(command, task, material), new AtKiosk(true, false, devices));
    }

    private void happens(Operate operate) {
        Decision decision = asks(
                operate.command().value(), operate.task(), operate.material().orElse(null));
        assertThat(decision).isInstanceOf(Decision.Happens.class);
        ((Decision.Happens) decision).events().forEach(event -> happen(CLERK, event));
    }

    private static JudgeMaterial judge(String material, MaterialWord word, String... pages) {
        return new JudgeMaterial(OP, ROOM, material, word, ids(pages));
    }

    private static RejectPage reject(String page, PageFlaw flaw, String text, PageRegion... regions) {
        return new RejectPage(
                OP,
                ROOM,
                PAPERS,
                new BlobId(page),
                List.of(regions),
                flaw,
                text.isEmpty() ? Optional.empty() : Optional.of(new ChatText(text)));
    }

    private static List<BlobId> ids(String... pages) {
        return Arrays.stream(pages).map(BlobId::new).toList();
    }

    private static DeviceResult kept(String... pages) {
        return new DeviceResult.PagesKept(
                Arrays.stream(pages).map(MaterialRulesTest::blob).toList());
    }

    private static Blob blob(String id) {
        return new Blob(new BlobId(id), "image/jpeg", 7L, "0".repeat(64));
    }

    private MaterialView view(String material) {
        return room.checklist().view().orElseThrow().stream()
                .filter(view -> view.material().equals(material))
                .findFirst()
                .orElseThrow();
    }

    private List<String> pages(String material) {
        return view(material).pages().stream()
                .map(PageView::page)
                .map(page -> page.blob().value())
                .toList();
    }

    private static ServiceItem item(String id) {
        return Catalog.load()
                .find(new ServiceItemId(id), new CentreId("330503"))
                .orElseThrow();
    }

    private void happen(Author by, RoomEvent event) {
        room = room.apply(++seq, NOON, by, event);
    }

    private void happens(RoomOperation.OnMaterials operation) {
        events(operation).forEach(event -> happen(CLERK, event));
    }

    private List<RoomEvent> events(RoomOperation.OnMaterials operation) {
        Decision decision = decide(operation);
        assertThat(decision).as(operation.toString()).isInstanceOf(Decision.Happens.class);
        return ((Decision.Happens) decision).events();
    }

    private Refusal refusal(RoomOperation.OnMaterials operation) {
        Decision decision = decide(operation);
        assertThat(decision).as(operation.toString()).isInstanceOf(Decision.Refuses.class);
        return ((Decision.Refuses) decision).why();
    }

    private static Decision refused(Refusal why) {
        return Decision.refuse(why);
    }

    private Decision decide(RoomOperation.OnMaterials operation) {
        return RoomRules.decide(room, new FieldLocks(), CLERK, operation, NOON, Optional.empty());
    }
}
