package org.virtualwindow.server.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.virtualwindow.server.room.OpenRooms.APPLICANT;
import static org.virtualwindow.server.room.OpenRooms.CLERK;
import static org.virtualwindow.server.room.OpenRooms.NOON;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.virtualwindow.protocol.RoomEvent;
import org.virtualwindow.protocol.RoomOperation;
import org.virtualwindow.protocol.ServiceItem.What;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.protocol.ids.OpId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.ids.RowId;
import org.virtualwindow.protocol.ids.ServiceItemId;
import org.virtualwindow.protocol.ids.SuggestionId;
import org.virtualwindow.protocol.values.Author;
import org.virtualwindow.protocol.values.ChatText;
import org.virtualwindow.protocol.values.FieldPath;
import org.virtualwindow.protocol.values.FieldValue;
import org.virtualwindow.protocol.values.GrantScope;
import org.virtualwindow.protocol.values.Refusal;
import org.virtualwindow.protocol.values.Role;
import org.virtualwindow.protocol.values.Source;
import org.virtualwindow.server.form.Catalog;

/** A card is read, and what it says and what people write meet. */
class PrefillRulesTest {
    private static final OpId OP = new OpId("op");
    private static final RoomId ROOM = new RoomId("room");
    private static final FieldPath METHOD = new FieldPath("/deliveryMethod");
    private static final FieldPath TO = new FieldPath("/deliveryName");
    private static final FieldPath NAME = new FieldPath("/personName");
    private static final SuggestionId PROPOSAL = new SuggestionId("s1");
    private static final Catalog CATALOG = Catalog.load();

    private final FieldLocks locks = new FieldLocks();
    private RoomState room = OpenRooms.talking(
            CATALOG.find(new ServiceItemId("BIRTH_REG"), new CentreId("330503")).orElseThrow());
    private long seq = 1;

    @Test
    void whatAppearsByATakenProposalIsFilledInAsWell() {
        readsCard();
        happens(
                CLERK,
                new RoomOperation.Suggest(
                        OP, ROOM, PROPOSAL, METHOD, new FieldValue("COURIER"), 0L, new ChatText("省一趟")));
        happens(APPLICANT, new RoomOperation.TakeSuggestion(OP, ROOM, PROPOSAL));
        assertThat(source(TO)).isEqualTo(Source.CARD);
    }

    @Test
    void whatAppearsByWhatTheCardItselfFillsInIsFilledInAsWell() {
        room = OpenRooms.talking(CATALOG.find(new ServiceItemId("NO_CRIME"), new CentreId("330503"))
                .orElseThrow());
        happens(APPLICANT, set(new FieldPath("/applyAs"), "PERSON", 0));
        reads(new RoomEvent.CardRead(
                List.of(
                        new RoomEvent.Known(What.ID_TYPE, new FieldValue("RESIDENT_ID")),
                        new RoomEvent.Known(What.HUKOU_ADDRESS, new FieldValue("上海市松江区方松街道思贤路1号"))),
                Optional.empty()));
        assertThat(source(new FieldPath("/hukouAddress")))
                .as("which is asked of who has an identity card")
                .isEqualTo(Source.CARD);
    }

    @Test
    void whatAppearsByTakingBackIsFilledInAsWell() {
        happens(APPLICANT, set(METHOD, "COURIER", 0));
        happens(APPLICANT, set(METHOD, "PICKUP_NEAR", 1));
        readsCard();
        assertThat(room.form().field(TO)).isEmpty();
        happens(APPLICANT, new RoomOperation.Undo(OP, ROOM, METHOD, 2L));
        assertThat(source(TO)).isEqualTo(Source.CARD);
    }

    @Test
    void whoGoesBackToWhatTheyExplainedHasExplainedIt() {
        readsCard();
        ChatText why = new ChatText("证件上的字显示不全");
        happens(APPLICANT, new RoomOperation.SetField(OP, ROOM, NAME, new FieldValue("㐱小明"), 1L, Optional.of(why)));
        happens(APPLICANT, set(NAME, "㐱小宁", 2));
        assertThat(source(NAME)).isEqualTo(Source.CARD);
        happens(APPLICANT, new RoomOperation.Undo(OP, ROOM, NAME, 3L));
        assertThat(room.form().field(NAME).orElseThrow().reason()).contains(why);
        assertThat(room.issues(Role.APPLICANT)).noneMatch(issue -> issue.code().equals("card.differs"));
    }

    @Test
    void aCardOfWhichNothingIsNeededIsNotKept() {
        room = OpenRooms.talking(
                CATALOG.find(ServiceItemId.QUESTION, new CentreId("330503")).orElseThrow());
        assertThat(PrefillRules.cardRead(room, locks, APPLICANT, card(), NOON))
                .isEqualTo(Decision.refuse(Refusal.UNKNOWN));
    }

    @Test
    void aClerkNeitherWithdrawsNorReplacesWhatACardProposes() {
        happens(APPLICANT, set(NAME, "㐱小明", 0));
        readsCard();
        SuggestionId cards = room.suggestions().keySet().iterator().next();
        assertThat(decide(CLERK, new RoomOperation.RetractSuggestion(OP, ROOM, cards)))
                .isEqualTo(Decision.refuse(Refusal.DENIED));
        assertThat(decide(
                        CLERK,
                        new RoomOperation.Suggest(
                                OP, ROOM, PROPOSAL, NAME, new FieldValue("㐱明"), 1L, new ChatText("核对"))))
                .isEqualTo(Decision.refuse(Refusal.DENIED));
        assertThat(room.suggestions()).containsOnlyKeys(cards);
    }

    @Test
    void rowsOfAnEarlierCaseAreTakenOverWhereTheTableIsStillEmpty() {
        FieldPath first = new FieldPath("/investors/r1/name");
        FieldPath second = new FieldPath("/investors/x/name");
        room = OpenRooms.talking(CATALOG.find(new ServiceItemId("ENT_NAME"), new CentreId("330503"))
                .orElseThrow());
        happens(APPLICANT, set(new FieldPath("/investors/r1/idType"), "RESIDENT_ID", 0));
        happens(APPLICANT, set(first, "㐱小宁", 0));
        happens(APPLICANT, new RoomOperation.AddRow(OP, ROOM, new FieldPath("/investors"), new RowId("x")));
        happens(APPLICANT, set(second, "阿依古丽", 0));
        happens(APPLICANT, new RoomOperation.GiveGrant(OP, ROOM, GrantScope.EDIT_FORM));
        happens(CLERK, set(new FieldPath("/investors/x/idType"), "RESIDENT_ID", 0));
        List<RoomEvent.KnownRow> rows = TakenRows.known(room.form());
        assertThat(rows).hasSize(2);
        assertThat(rows.getLast().cells())
                .as("nothing that a clerk alone wrote")
                .containsOnlyKeys("name");

        room = OpenRooms.talking(CATALOG.find(new ServiceItemId("ENT_NAME"), new CentreId("330503"))
                .orElseThrow());
        RoomState empty = room;
        readsCard();
        takesEarlier(rows);
        List<RowId> taken = room.form().rows(new FieldPath("/investors"));
        assertThat(taken).hasSize(2);
        assertThat(room.form().field(first).orElseThrow().value().text()).isEqualTo("㐱小宁");
        assertThat(source(first)).isEqualTo(Source.EARLIER_CASE);
        assertThat(room.form()
                        .field(new FieldPath("/investors/" + taken.getLast() + "/name"))
                        .orElseThrow()
                        .value()
                        .text())
                .isEqualTo("阿依古丽");

        room = empty;
        happens(APPLICANT, set(first, "王五", 0));
        readsCard();
        takesEarlier(rows);
        assertThat(room.form().rows(new FieldPath("/investors")))
                .as("what somebody began stays as it is")
                .hasSize(1);
        assertThat(room.form().field(first).orElseThrow().value().text()).isEqualTo("王五");
    }

    @Test
    void whereSomebodyIsWritingInThoseRowsTheApplicantIsToldAndMayTakeThemLater() {
        FieldPath first = new FieldPath("/investors/r1/name");
        room = OpenRooms.talking(CATALOG.find(new ServiceItemId("ENT_NAME"), new CentreId("330503"))
                .orElseThrow());
        RoomState empty = room;
        happens(APPLICANT, set(first, "㐱小宁", 0));
        List<RoomEvent.KnownRow> rows = TakenRows.known(room.form());

        room = empty;
        readsCard();
        locks.hold(CLERK, first, FieldLocks.HELD, NOON);
        RoomEvent.EarlierTaken taken = new RoomEvent.EarlierTaken(List.of(), Optional.of(rows));
        assertThat(PrefillRules.earlierTaken(room, locks, APPLICANT, taken, NOON))
                .isInstanceOfSatisfying(Decision.Refuses.class, refused -> {
                    assertThat(refused.why()).isEqualTo(Refusal.LOCKED);
                    assertThat(refused.until()).isPresent();
                });
        locks.release(CLERK);
        takesEarlier(rows);
        assertThat(room.form().field(first).orElseThrow().value().text()).isEqualTo("㐱小宁");
    }

    private void takesEarlier(List<RoomEvent.KnownRow> rows) {
        Decision decision = PrefillRules.earlierTaken(
                room, locks, APPLICANT, new RoomEvent.EarlierTaken(List.of(), Optional.of(rows)), NOON);
        assertThat(decision).isInstanceOf(Decision.Happens.class);
        for (RoomEvent event : ((Decision.Happens) decision).events()) {
            room = room.apply(++seq, NOON, APPLICANT, event);
        }
    }

    @Test
    void ofAnEarlierCaseNothingIsOfferedThatWasHiddenOrAClerksAlone() {
        happens(APPLICANT, set(METHOD, "COURIER", 0));
        happens(APPLICANT, set(TO, "㐱小宁", 0));
        happens(APPLICANT, set(METHOD, "PICKUP_NEAR", 1));
        happens(APPLICANT, new RoomOperation.GiveGrant(OP, ROOM, GrantScope.EDIT_FORM));
        happens(CLERK, set(new FieldPath("/mobile"), "13800000427", 0));
        assertThat(TakenOver.known(room.form())).doesNotContainKeys(What.NAME, What.MOBILE);
        happens(APPLICANT, new RoomOperation.Confirm(OP, ROOM, new FieldPath("/mobile"), 1L));
        assertThat(TakenOver.known(room.form())).containsOnlyKeys(What.MOBILE);
    }

    private void readsCard() {
        reads(card());
    }

    private void reads(RoomEvent.CardRead card) {
        Decision decision = PrefillRules.cardRead(room, locks, APPLICANT, card, NOON);
        assertThat(decision).isInstanceOf(Decision.Happens.class);
        ((Decision.Happens) decision).events().forEach(event -> apply(APPLICANT, event));
    }

    private static RoomEvent.CardRead card() {
        return new RoomEvent.CardRead(
                List.of(
                        new RoomEvent.Known(What.NAME, new FieldValue("㐱小宁")),
                        new RoomEvent.Known(What.ID_NO, new FieldValue("310117198805120010"))),
                Optional.empty());
    }

    private Source source(FieldPath path) {
        return room.form().field(path).orElseThrow().source();
    }

    private static RoomOperation set(FieldPath path, String value, long baseRev) {
        return new RoomOperation.SetField(OP, ROOM, path, new FieldValue(value), baseRev);
    }

    private Decision decide(Author by, RoomOperation operation) {
        return RoomRules.decide(room, locks, by, operation, NOON, Optional.empty());
    }

    private void happens(Author by, RoomOperation operation) {
        Decision decision = decide(by, operation);
        assertThat(decision).as(operation.toString()).isInstanceOf(Decision.Happens.class);
        ((Decision.Happens) decision).events().forEach(event -> apply(by, event));
    }

    private void apply(Author by, RoomEvent event) {
        room = room.apply(++seq, NOON, by, event);
    }
}
