package org.virtualwindow.server.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.virtualwindow.server.room.OpenRooms.APPLICANT;
import static org.virtualwindow.server.room.OpenRooms.CLERK;
import static org.virtualwindow.server.room.OpenRooms.NOON;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.virtualwindow.protocol.RoomEvent;
import org.virtualwindow.protocol.RoomMessage;
import org.virtualwindow.protocol.RoomMessage.GrantState;
import org.virtualwindow.protocol.RoomMessage.GrantView;
import org.virtualwindow.protocol.RoomMessage.RoomHappened;
import org.virtualwindow.protocol.RoomMessage.RoomSnapshot;
import org.virtualwindow.protocol.RoomOperation;
import org.virtualwindow.protocol.RoomSignal;
import org.virtualwindow.protocol.ServiceItem;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.protocol.ids.OpId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.ids.ServiceItemId;
import org.virtualwindow.protocol.ids.SuggestionId;
import org.virtualwindow.protocol.json.WireCodec;
import org.virtualwindow.protocol.values.Author;
import org.virtualwindow.protocol.values.ChatText;
import org.virtualwindow.protocol.values.FieldPath;
import org.virtualwindow.protocol.values.FieldValue;
import org.virtualwindow.protocol.values.GrantScope;
import org.virtualwindow.protocol.values.Refusal;
import org.virtualwindow.protocol.values.Role;
import org.virtualwindow.protocol.values.Source;
import org.virtualwindow.server.form.Catalog;

/** The clerk's ladder: see, point, suggest, write. The applicant gives and withdraws each rung, and with it what hangs on it. */
class LadderTest {
    private static final OpId OP = new OpId("op");
    private static final RoomId ROOM = new RoomId("room");
    private static final FieldPath NAME = new FieldPath("/tradeName");
    private static final FieldPath PHONE = new FieldPath("/contactMobile");
    private static final SuggestionId PROPOSAL = new SuggestionId("s");
    private static final Gestures.Now NOTHING_SHOWN = Gestures.Now.NOTHING;
    private static final ServiceItem ITEM = Catalog.load()
            .find(new ServiceItemId("ENT_NAME"), new CentreId("330503"))
            .orElseThrow();

    private final FieldLocks locks = new FieldLocks();
    private RoomState room = opened(Optional.empty()).apply(1, NOON, CLERK, seated(1));
    private long seq = 1;

    @Test
    void whoCallsLetsTheClerkSeePointAndSuggestAndNoMore() {
        assertThat(given()).containsExactly(GrantScope.SEE_FORM, GrantScope.POINT, GrantScope.SUGGEST);
    }

    @Test
    void aRungIncludesThoseBelowAndTakesThoseAboveAlong() {
        end(GrantScope.SEE_FORM);
        assertThat(given()).isEmpty();
        give(GrantScope.EDIT_FORM);
        assertThat(given()).containsExactly(GrantScope.values());
        end(GrantScope.SUGGEST);
        assertThat(given()).containsExactly(GrantScope.SEE_FORM, GrantScope.POINT);
        give(GrantScope.SUGGEST);
        assertThat(given()).as("writing is asked for again").doesNotContain(GrantScope.EDIT_FORM);
    }

    @Test
    void aRungThatWasWithdrawnIsAskedForLikeWriting() {
        end(GrantScope.POINT);
        happens(CLERK, new RoomOperation.AskGrant(OP, ROOM, GrantScope.SUGGEST));
        assertThat(room.ladder().views()).contains(new GrantView(GrantScope.SUGGEST, GrantState.ASKED));
        assertThat(room.granted(GrantScope.SUGGEST)).isFalse();
        give(GrantScope.SUGGEST);
        assertThat(room.ladder()).isEqualTo(Ladder.BY_CALLING);
    }

    @Test
    void aRefusalEndsTheAskingAndNothingElse() {
        happens(CLERK, new RoomOperation.AskGrant(OP, ROOM, GrantScope.EDIT_FORM));
        end(GrantScope.EDIT_FORM);
        assertThat(room.ladder()).isEqualTo(Ladder.BY_CALLING);
    }

    @Test
    void aJournalThatKnowsOfWritingOnlyMeansWhatItMeant() {
        apply(CLERK, new RoomEvent.GrantAsked(GrantScope.EDIT_FORM));
        apply(APPLICANT, new RoomEvent.GrantGiven(GrantScope.EDIT_FORM));
        assertThat(given()).containsExactly(GrantScope.values());
        apply(APPLICANT, new RoomEvent.GrantEnded(GrantScope.EDIT_FORM));
        assertThat(room.ladder()).isEqualTo(Ladder.BY_CALLING);
    }

    @Test
    void theNextClerkBeginsWithWhatCallingGives() {
        end(GrantScope.SEE_FORM);
        SeatRules.clerkLeaves(room).forEach(event -> apply(APPLICANT, event));
        assertThat(room.coveredFor(Role.CLERK))
                .as("who is leaving sees nothing on the way out")
                .isTrue();
        apply(APPLICANT, seated(2));
        assertThat(room.ladder()).isEqualTo(Ladder.BY_CALLING);
    }

    @Test
    void theSameClerkFindsItWithdrawnInTheNextMatterOfTheVisit() {
        end(GrantScope.SEE_FORM);
        RoomState next = opened(room.withdrawn()).apply(1, NOON, CLERK, seated(1));
        assertThat(next.coveredFor(Role.CLERK)).isTrue();
    }

    @Test
    void withoutAClerkThereIsNothingToWithdraw() {
        room = opened(Optional.empty());
        assertThat(refusal(APPLICANT, new RoomOperation.EndGrant(OP, ROOM, GrantScope.SEE_FORM)))
                .isEqualTo(Refusal.NO_CALL);
    }

    @Test
    void withTheRungForThemEndProposals() {
        happens(CLERK, suggest());
        end(GrantScope.SUGGEST);
        assertThat(room.suggestions()).isEmpty();
        assertThat(refusal(CLERK, suggest())).isEqualTo(Refusal.NEEDS_GRANT);
        assertThat(shows(new RoomSignal.Point(ROOM, Optional.of(NAME))))
                .as("pointing goes on")
                .isTrue();
    }

    @Test
    void whoMayNotPointNeitherPointsNorLeadsNorDraws() {
        end(GrantScope.POINT);
        String page = ITEM.pages().getFirst().id();
        List.of(
                        new RoomSignal.Point(ROOM, Optional.of(NAME)),
                        new RoomSignal.Lead(ROOM, Optional.of(page)),
                        new RoomSignal.DrawMark(ROOM, "m", RoomSignal.MarkShape.POINT, 0.1, 0.1, 0.1, 0.1))
                .forEach(signal -> assertThat(shows(signal)).as("%s", signal).isFalse());
        assertThat(room.coveredFor(Role.CLERK)).as("the form stays in sight").isFalse();
    }

    @Test
    void whoMayNotSeeTheFormLooksAtNothingInIt() {
        write(PHONE, "13800138000");
        end(GrantScope.SEE_FORM);
        assertThat(refusal(CLERK, new RoomOperation.Reveal(OP, ROOM, PHONE, new ChatText("核对"))))
                .isEqualTo(Refusal.NEEDS_GRANT);
        assertThat(refusal(CLERK, new RoomOperation.PreviewMigration(OP, ROOM))).isEqualTo(Refusal.NEEDS_GRANT);
        assertThat(shows(new RoomSignal.Focus(ROOM, Optional.of(NAME)))).isFalse();
        for (RoomSignal theirs : List.of(
                new RoomSignal.Draft(ROOM, NAME, new FieldValue("禾")),
                new RoomSignal.Focus(ROOM, Optional.of(NAME)),
                new RoomSignal.AskTurn(ROOM, NAME),
                new RoomSignal.Choosing(ROOM, NAME, true))) {
            assertThat(RoomView.maySee(room, theirs, Role.CLERK))
                    .as("%s", theirs)
                    .isFalse();
            assertThat(RoomView.maySee(room, theirs, Role.APPLICANT)).isTrue();
        }
    }

    @Test
    void whenSeeingIsWithdrawnTheClerkGetsTheRoomAnewWithoutTheForm() {
        write(NAME, "禾泽田");
        RoomState before = room;
        end(GrantScope.SEE_FORM);
        RoomEvent withdrawn = new RoomEvent.GrantEnded(GrantScope.SEE_FORM);
        RoomSnapshot anew = (RoomSnapshot) told(withdrawn, before, Role.CLERK).orElseThrow();
        assertThat(anew.form()).isEqualTo(Cover.FORM);
        assertThat(anew.grants()).isEmpty();
        assertThat(told(withdrawn, before, Role.APPLICANT)).get().isInstanceOf(RoomHappened.class);

        before = room;
        give(GrantScope.SEE_FORM);
        RoomSnapshot back = (RoomSnapshot) told(new RoomEvent.GrantGiven(GrantScope.SEE_FORM), before, Role.CLERK)
                .orElseThrow();
        assertThat(back.form().fields()).containsKey(NAME.value());
    }

    @Test
    void whatHappensInACoveredFormIsNotToldAndWhatIsSaidIs() {
        end(GrantScope.SEE_FORM);
        RoomState before = room;
        write(NAME, "禾泽田");
        RoomEvent written = new RoomEvent.FieldSet(NAME, new FieldValue("禾泽田"), 1L, Source.TYPED, Optional.empty());
        assertThat(told(written, before, Role.CLERK)).isEmpty();
        RoomHappened said = (RoomHappened)
                told(new RoomEvent.Said(new ChatText("好的")), room, Role.CLERK).orElseThrow();
        assertThat(said.issues()).isEmpty();
        assertThat(said.formHash()).isEmpty();
        assertThat(WireCodec.encode(RoomView.snapshot(ROOM, seq, room, Role.CLERK, NOTHING_SHOWN)))
                .doesNotContain("禾泽田", NAME.value());
    }

    private Optional<RoomMessage> told(RoomEvent event, RoomState before, Role role) {
        return RoomView.told(ROOM, seq, NOON, APPLICANT, event, before, room, role, NOTHING_SHOWN);
    }

    private List<GrantScope> given() {
        return room.ladder().views().stream()
                .filter(view -> view.state() == GrantState.GIVEN)
                .map(GrantView::scope)
                .toList();
    }

    private void give(GrantScope scope) {
        happens(APPLICANT, new RoomOperation.GiveGrant(OP, ROOM, scope));
    }

    private void end(GrantScope scope) {
        happens(APPLICANT, new RoomOperation.EndGrant(OP, ROOM, scope));
    }

    private void write(FieldPath path, String value) {
        happens(APPLICANT, new RoomOperation.SetField(OP, ROOM, path, new FieldValue(value), 0L));
    }

    private static RoomOperation suggest() {
        return new RoomOperation.Suggest(OP, ROOM, PROPOSAL, NAME, new FieldValue("云帆"), 0L, new ChatText("更好记"));
    }

    private boolean shows(RoomSignal signal) {
        return GestureRules.mayShow(room, locks, CLERK, signal, NOON);
    }

    private Refusal refusal(Author by, RoomOperation operation) {
        Decision decision = RoomRules.decide(room, locks, by, operation, NOON, Optional.empty());
        assertThat(decision).isInstanceOf(Decision.Refuses.class);
        return ((Decision.Refuses) decision).why();
    }

    private void happens(Author by, RoomOperation operation) {
        Decision decision = RoomRules.decide(room, locks, by, operation, NOON, Optional.empty());
        assertThat(decision).isInstanceOf(Decision.Happens.class);
        ((Decision.Happens) decision).events().forEach(event -> apply(by, event));
    }

    private void apply(Author by, RoomEvent event) {
        room = room.apply(++seq, NOON, by, event);
    }

    private static RoomEvent seated(long epoch) {
        return OpenRooms.seated("call" + epoch, epoch);
    }

    private static RoomState opened(Optional<GrantScope> withdrawn) {
        return OpenRooms.open(ITEM, withdrawn);
    }
}
