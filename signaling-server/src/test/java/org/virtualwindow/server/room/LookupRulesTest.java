package org.virtualwindow.server.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.virtualwindow.server.room.OpenRooms.APPLICANT;
import static org.virtualwindow.server.room.OpenRooms.CLERK;
import static org.virtualwindow.server.room.OpenRooms.NOON;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.virtualwindow.protocol.Blob;
import org.virtualwindow.protocol.Licence;
import org.virtualwindow.protocol.LookupAnswer;
import org.virtualwindow.protocol.RoomEvent;
import org.virtualwindow.protocol.RoomOperation;
import org.virtualwindow.protocol.ServiceItem;
import org.virtualwindow.protocol.ServiceItem.What;
import org.virtualwindow.protocol.ids.BlobId;
import org.virtualwindow.protocol.ids.CaseNo;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.protocol.ids.LookupId;
import org.virtualwindow.protocol.ids.OpId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.ids.ServiceItemId;
import org.virtualwindow.protocol.json.WireCodec;
import org.virtualwindow.protocol.values.Author;
import org.virtualwindow.protocol.values.ChatText;
import org.virtualwindow.protocol.values.FieldPath;
import org.virtualwindow.protocol.values.FieldValue;
import org.virtualwindow.protocol.values.GrantScope;
import org.virtualwindow.protocol.values.LookupEnd;
import org.virtualwindow.protocol.values.LookupTrouble;
import org.virtualwindow.protocol.values.MaterialWord;
import org.virtualwindow.protocol.values.PageFlaw;
import org.virtualwindow.protocol.values.Refusal;
import org.virtualwindow.protocol.values.Role;
import org.virtualwindow.protocol.values.Source;
import org.virtualwindow.server.form.Catalog;
import org.virtualwindow.server.licence.RegisterAnswer;
import org.virtualwindow.server.licence.RegisterQuery;

/** When an authority may be asked, what is sent, and what its answer comes to in a room. */
class LookupRulesTest {
    private static final RoomId ROOM = new RoomId("room");
    private static final LookupId ONE = new LookupId("one");
    private static final LookupId TWO = new LookupId("two");
    private static final String CARD = "CONTACT_ID";
    private static final String MOBILE = "MOBILE";
    private static final String NUMBER = "310117198805120010";
    private static final Map<String, String> HOLDER = Map.of("name", "㐱小宁", "idNo", NUMBER);
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private RoomState room = OpenRooms.talking(item("ENT_NAME"));
    private long seq = 1;

    @Test
    void whatIsSentIsWhatWasAskedAboutAndNothingElse() {
        readsCard("㐱小宁", NUMBER);
        writes("/contactMobile", "13800138000");
        asks(ONE, MOBILE);
        assertThat(LookupRules.query(ROOM, room, ONE)).as("nobody has agreed").isEmpty();
        happen(APPLICANT, new RoomEvent.LookupAllowed(ONE));

        RegisterQuery query = LookupRules.query(ROOM, room, ONE).orElseThrow();
        assertThat(query.register()).isEqualTo("MOBILE_REAL_NAME");
        assertThat(query.holder()).isEqualTo(HOLDER);
        assertThat(query.compares()).isEqualTo(Map.of("mobile", "13800138000"));
        assertThat(query.purpose()).isEqualTo("有结果了能找到联系人");
        assertThat(query.id())
                .doesNotContain("room", "one")
                .isEqualTo(LookupRules.query(ROOM, room, ONE).orElseThrow().id());
    }

    @Test
    void whatSaysNotByItsIdNoWhoseItIsIsNobodysOwn() {
        String whole = WireCodec.encode(item("ENT_NAME"));
        assertThat(whole).contains("\"idNo\":");
        room = OpenRooms.talking(WireCodec.read(
                whole.replace("\"idNo\":", "\"number\":").getBytes(StandardCharsets.UTF_8), ServiceItem.class));
        writes("/contactName", "㐱小宁");
        writes("/contactIdType", "RESIDENT_ID");
        writes("/contactIdNo", NUMBER);
        assertThat(asking(ONE, CARD)).as("no card was read").isEqualTo(Decision.refuse(Refusal.INCOMPLETE));
        readsCard("㐱小宁", NUMBER);
        assertThat(asking(ONE, CARD)).isEqualTo(Decision.refuse(Refusal.DENIED));
    }

    @Test
    void anAnswerIsTakenOnlyAboutWhomItWasAsked() {
        readsCard("㐱小宁", NUMBER);
        writes("/contactMobile", "13800138000");
        asks(ONE, CARD);
        asks(TWO, MOBILE);
        LookupAnswer none = LookupAnswer.unavailable(LookupTrouble.NOT_UNDERSTOOD);
        assertThat(judged(ONE, found(Map.of("name", "㐱小宁"))))
                .as("it may be anybody's")
                .isEqualTo(none);
        assertThat(judged(TWO, new RegisterAnswer.Found(Optional.empty(), Map.of()))
                        .how())
                .as("a data check need not say it again")
                .isEqualTo(LookupEnd.FOUND);
        assertThat(judged(TWO, new RegisterAnswer.Found(Optional.empty(), Map.of("idNo", "330503198803150029"))))
                .isEqualTo(none);
        assertThat(judged(TWO, found(HOLDER)).licence())
                .as("nobody agreed to be shown a licence")
                .isEmpty();
    }

    @Test
    void aLicenceThatTheClerkDoesNotTakeStandsForNothingAndThePaperIsAskedForWithTheReason() {
        readsCard("㐱小宁", NUMBER);
        asks(ONE, CARD);
        assertThat(rejecting(PageFlaw.WRONG_PAPER, ""))
                .as("nothing was found")
                .isEqualTo(Decision.refuse(Refusal.UNKNOWN));
        answered(ONE, found(HOLDER));
        happen(CLERK, new RoomEvent.MaterialJudged(CARD, MaterialWord.PASSED));
        assertThat(rejecting(PageFlaw.GLARE, "")).as("it has no page").isEqualTo(Decision.refuse(Refusal.INVALID));
        assertThat(rejecting(PageFlaw.OTHER, "")).isEqualTo(Decision.refuse(Refusal.INVALID));
        assertThat(rejecting(PageFlaw.OTHER, "字".repeat(101))).isEqualTo(Decision.refuse(Refusal.INVALID));

        assertThat(rejecting(PageFlaw.WRONG_PAPER, "只管到上海"))
                .isInstanceOfSatisfying(
                        Decision.Happens.class, happens -> happens.events().forEach(event -> happen(CLERK, event)));
        LookupAnswer answer = room.lookups().last(CARD).orElseThrow().answer().orElseThrow();
        assertThat(answer.how()).isEqualTo(LookupEnd.REJECTED);
        assertThat(answer.flaw()).contains(PageFlaw.WRONG_PAPER);
        assertThat(answer.text()).contains(new ChatText("只管到上海"));
        assertThat(LookupRules.fulfilled(room)).isEmpty();
        assertThat(room.checklist().of(CARD).word()).isEqualTo(MaterialWord.OPEN);
        assertThat(rejecting(PageFlaw.EXPIRED, "")).as("once").isEqualTo(Decision.refuse(Refusal.UNKNOWN));
        assertThat(asking(TWO, CARD)).as("they may be wrong").isInstanceOf(Decision.Happens.class);
    }

    private Decision rejecting(PageFlaw flaw, String text) {
        return RoomRules.decide(
                room,
                new FieldLocks(),
                CLERK,
                new RoomOperation.RejectLicence(
                        new OpId("op"),
                        ROOM,
                        ONE,
                        flaw,
                        Optional.of(text).filter(some -> !some.isEmpty()).map(ChatText::new)),
                OpenRooms.NOON,
                Optional.empty());
    }

    @Test
    void aLicenceIsInForceFromItsFirstToItsLastDay() {
        readsCard("㐱小宁", NUMBER);
        asks(ONE, CARD);
        assertThat(judged(ONE, valid("2026-03-02", "2026-03-02")).how()).isEqualTo(LookupEnd.FOUND);
        assertThat(judged(ONE, valid("2016-03-01", "2026-03-01")).how()).isEqualTo(LookupEnd.EXPIRED);
        assertThat(judged(ONE, valid("2026-03-03", "2036-03-01")).how()).isEqualTo(LookupEnd.EXPIRED);
    }

    @Test
    void whatWasFoundStandsForThePaperUntilTheFormSaysSomethingElse() {
        readsCard("㐱小宁", NUMBER);
        asks(ONE, CARD);
        answered(ONE, found(HOLDER));
        assertThat(MaterialRules.open(room)).doesNotContain(CARD);
        assertThat(LookupRules.fulfilled(room)).extracting("zh").containsExactly("联系人的身份证（公安部门电子证照库）");
        assertThat(room.checklist().of(CARD).word()).as("a person says passed").isEqualTo(MaterialWord.OPEN);
        assertThat(asking(TWO, CARD)).isEqualTo(Decision.refuse(Refusal.ALREADY));

        RoomState before = room;
        writes("/tradeName", "云帆");
        assertThat(LookupRules.lapsing(before, room))
                .as("it was not about that")
                .isEmpty();
        before = room;
        readsCard("阿依古丽·买买提", "330503198803150029");
        assertThat(LookupRules.lapsing(before, room))
                .containsExactly(new RoomEvent.LookupEnded(ONE, LookupAnswer.of(LookupEnd.STALE)));
        happen(CLERK, LookupRules.lapsing(before, room).getFirst());
        assertThat(LookupRules.fulfils(room, CARD)).isFalse();
    }

    @Test
    void whatPassedByALicenceAloneIsOpenAgainOnceThatNoLongerHolds() {
        readsCard("㐱小宁", NUMBER);
        asks(ONE, CARD);
        answered(ONE, found(HOLDER));
        happen(CLERK, new RoomEvent.MaterialJudged(CARD, MaterialWord.PASSED));
        assertThat(LookupRules.fulfilled(room))
                .as("on the receipt")
                .extracting("zh")
                .hasSize(1);

        RoomState before = room;
        writes("/contactIdNo", "330503198803150029");
        List<RoomEvent> lapsed = LookupRules.lapsing(before, room);
        assertThat(lapsed)
                .containsExactly(
                        new RoomEvent.LookupEnded(ONE, LookupAnswer.of(LookupEnd.STALE)),
                        new RoomEvent.MaterialJudged(CARD, MaterialWord.OPEN));
        lapsed.forEach(event -> happen(APPLICANT, event));
        assertThat(room.checklist().of(CARD).word()).isEqualTo(MaterialWord.OPEN);
        assertThat(LookupRules.fulfilled(room)).isEmpty();
    }

    @Test
    void whatAPageLetPassStaysPassedWithoutTheLicence() {
        readsCard("㐱小宁", NUMBER);
        asks(ONE, CARD);
        answered(ONE, found(HOLDER));
        happen(
                CLERK,
                new RoomEvent.PagesAssigned(
                        CARD, List.of(new Blob(new BlobId("p"), "image/jpeg", 7L, "0".repeat(64)))));
        happen(CLERK, new RoomEvent.MaterialJudged(CARD, MaterialWord.PASSED));
        assertThat(LookupRules.fulfilled(room)).as("by the page").isEmpty();
        RoomState before = room;
        writes("/contactIdNo", "330503198803150029");
        assertThat(LookupRules.lapsing(before, room))
                .containsExactly(new RoomEvent.LookupEnded(ONE, LookupAnswer.of(LookupEnd.STALE)));
    }

    @Test
    void whatDoesNotMatchIsOverOnceItIsPutRight() {
        readsCard("㐱小宁", NUMBER);
        writes("/contactMobile", "13800138000");
        asks(ONE, MOBILE);
        answered(ONE, new RegisterAnswer.Differs(List.of("mobile", "else")));
        assertThat(room.lookups().find(ONE).orElseThrow().answer())
                .contains(LookupAnswer.differs(List.of(new FieldPath("/contactMobile"))));
        RoomState before = room;
        writes("/contactMobile", "13900139000");
        assertThat(LookupRules.lapsing(before, room))
                .containsExactly(new RoomEvent.LookupEnded(ONE, LookupAnswer.of(LookupEnd.STALE)));
    }

    @Test
    void aClerkWhoLeavesTakesAlongWhatOnlyTheyWanted() {
        readsCard("㐱小宁", NUMBER);
        writes("/contactMobile", "13800138000");
        asks(ONE, CARD);
        happen(APPLICANT, new RoomEvent.LookupAsked(TWO, MOBILE));
        RoomEvent first = new RoomEvent.LookupEnded(ONE, LookupAnswer.of(LookupEnd.CANCELLED));
        RoomEvent second = new RoomEvent.LookupEnded(TWO, LookupAnswer.of(LookupEnd.CANCELLED));
        assertThat(SeatRules.clerkLeaves(room)).contains(first).doesNotContain(second);
        assertThat(SeatRules.everybodyLeaves(room, RoomEvent.RoomEnd.LEFT))
                .containsOnlyOnce(first)
                .containsOnlyOnce(second);
        assertThat(LookupRules.forgotten(room)).containsExactly(first, second);
    }

    @Test
    void whoMayNotSeeTheFormAsksNobodyForWhatStandsInIt() {
        readsCard("㐱小宁", NUMBER);
        writes("/contactMobile", "13800138000");
        asks(ONE, CARD);
        happen(APPLICANT, new RoomEvent.LookupAsked(TWO, MOBILE));
        assertThat(GrantRules.end(room, GrantScope.SEE_FORM))
                .isEqualTo(Decision.happens(
                        new RoomEvent.LookupEnded(ONE, LookupAnswer.of(LookupEnd.CANCELLED)),
                        new RoomEvent.GrantEnded(GrantScope.SEE_FORM)));
    }

    @Test
    void whatIsFiledIsFiledWithoutWhatHasNotCome() {
        readsCard("㐱小宁", NUMBER);
        asks(ONE, CARD);
        happen(APPLICANT, new RoomEvent.LookupAllowed(ONE));
        RoomState before = room;
        happen(APPLICANT, new RoomEvent.Submitted(new CaseNo("1"), "hash", Optional.empty()));
        assertThat(LookupRules.lapsing(before, room))
                .containsExactly(new RoomEvent.LookupEnded(ONE, LookupAnswer.of(LookupEnd.CANCELLED)));
    }

    @Test
    void ofTheNumberAClerkIsToldTheEnd() {
        LookupAnswer whole = LookupAnswer.found(Optional.of(licence("2016-03-01", "2036-03-01")));
        assertThat(Lookups.seen(whole, Role.CLERK).licence().orElseThrow().number())
                .contains("**************0010");
        assertThat(Lookups.seen(whole, Role.APPLICANT)).isEqualTo(whole);
        assertThat(Cover.mayHear(new RoomEvent.LookupEnded(ONE, whole)))
                .as("by a clerk who may not see the form")
                .isFalse();
    }

    private RegisterAnswer.Found found(Map<String, String> holder) {
        return new RegisterAnswer.Found(Optional.of(licence("2016-03-01", "2036-03-01")), holder);
    }

    private static RegisterAnswer valid(String from, String until) {
        return new RegisterAnswer.Found(Optional.of(licence(from, until)), HOLDER);
    }

    private static Licence licence(String from, String until) {
        return new Licence("松江分局", Optional.of(NUMBER), Optional.of(from), Optional.of(until));
    }

    private LookupAnswer judged(LookupId lookup, RegisterAnswer answer) {
        return LookupRules.judged(room, lookup, answer, TODAY);
    }

    private void answered(LookupId lookup, RegisterAnswer answer) {
        happen(APPLICANT, new RoomEvent.LookupAllowed(lookup));
        happen(CLERK, new RoomEvent.LookupEnded(lookup, judged(lookup, answer)));
    }

    private Decision asking(LookupId lookup, String code) {
        return LookupRules.decide(room, CLERK, new RoomOperation.AskLookup(new OpId("op"), ROOM, lookup, code));
    }

    private void asks(LookupId lookup, String code) {
        RoomEvent asked = new RoomEvent.LookupAsked(lookup, code);
        assertThat(asking(lookup, code)).isEqualTo(Decision.happens(asked));
        happen(CLERK, asked);
    }

    private void readsCard(String name, String number) {
        happen(
                APPLICANT,
                new RoomEvent.CardRead(
                        List.of(
                                new RoomEvent.Known(What.NAME, new FieldValue(name)),
                                new RoomEvent.Known(What.ID_NO, new FieldValue(number))),
                        Optional.empty()));
        writes("/contactName", name);
        writes("/contactIdType", "RESIDENT_ID");
        writes("/contactIdNo", number);
    }

    private void writes(String path, String value) {
        FieldPath field = new FieldPath(path);
        happen(
                APPLICANT,
                new RoomEvent.FieldSet(
                        field, new FieldValue(value), room.form().revOf(field) + 1, Source.TYPED, Optional.empty()));
    }

    private void happen(Author by, RoomEvent event) {
        room = room.apply(++seq, NOON, by, event);
    }

    private static ServiceItem item(String id) {
        return Catalog.load()
                .find(new ServiceItemId(id), new CentreId("330503"))
                .orElseThrow();
    }
}
