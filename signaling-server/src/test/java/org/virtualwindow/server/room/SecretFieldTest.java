package org.virtualwindow.server.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.virtualwindow.server.room.OpenRooms.APPLICANT;
import static org.virtualwindow.server.room.OpenRooms.CLERK;
import static org.virtualwindow.server.room.OpenRooms.NOON;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.virtualwindow.protocol.RoomEvent;
import org.virtualwindow.protocol.RoomMessage.RoomHappened;
import org.virtualwindow.protocol.RoomOperation;
import org.virtualwindow.protocol.RoomSignal;
import org.virtualwindow.protocol.ServiceItem;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.protocol.ids.OpId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.ids.ServiceItemId;
import org.virtualwindow.protocol.ids.SuggestionId;
import org.virtualwindow.protocol.json.WireCodec;
import org.virtualwindow.protocol.values.ChatText;
import org.virtualwindow.protocol.values.FieldPath;
import org.virtualwindow.protocol.values.FieldValue;
import org.virtualwindow.protocol.values.GrantScope;
import org.virtualwindow.protocol.values.Issue;
import org.virtualwindow.protocol.values.Refusal;
import org.virtualwindow.protocol.values.Role;
import org.virtualwindow.protocol.values.Source;
import org.virtualwindow.server.form.Catalog;

/** A field that only the applicant sees: whatever a clerk asks of it is refused, and of what is told nothing says what stands in it. */
class SecretFieldTest {
    private static final OpId OP = new OpId("op");
    private static final RoomId ROOM = new RoomId("room");
    private static final Gestures.Now NOTHING_SHOWN = Gestures.Now.NOTHING;
    private static final FieldPath PIN = new FieldPath("/queryPin");
    private static final String SECRET = "739164";
    private static final ServiceItem ITEM = Catalog.load()
            .find(new ServiceItemId("FUND_WITHDRAW"), new CentreId("330503"))
            .orElseThrow();

    private final FieldLocks locks = new FieldLocks();
    private final RoomState mayWrite = aRoomInWhichTheClerkMayWrite();

    @Test
    void aClerkNeitherWritesItNorProposesAnythingForItNorLooksAtIt() {
        RoomState filled = filled(SECRET);
        List.of(
                        new RoomOperation.SetField(OP, ROOM, PIN, new FieldValue("111111"), 1L),
                        new RoomOperation.Suggest(
                                OP, ROOM, new SuggestionId("s"), PIN, new FieldValue("111111"), 1L, new ChatText("核对")),
                        new RoomOperation.Reveal(OP, ROOM, PIN, new ChatText("核对")),
                        new RoomOperation.Undo(OP, ROOM, PIN, 1L))
                .forEach(operation -> assertThat(
                                RoomRules.decide(filled, locks, CLERK, operation, NOON, Optional.empty()))
                        .isEqualTo(Decision.refuse(Refusal.DENIED)));
    }

    @Test
    void theApplicantWritesItAndAClerksFocusDoesNotHoldIt() {
        var focus = new RoomSignal.Focus(ROOM, Optional.of(PIN));
        assertThat(GestureRules.mayShow(mayWrite, locks, CLERK, focus, NOON)).isTrue();
        assertThat(RoomRules.decide(mayWrite, locks, APPLICANT, set(SECRET), NOON, Optional.empty()))
                .isInstanceOf(Decision.Happens.class);
    }

    @Test
    void whatIsTypedIntoItIsShownToNobody() {
        var draft = new RoomSignal.Draft(ROOM, PIN, new FieldValue(SECRET));
        assertThat(RoomView.maySee(mayWrite, draft, Role.CLERK)).isFalse();
        assertThat(GestureRules.mayShow(mayWrite, locks, CLERK, draft, NOON)).isFalse();
    }

    @Test
    void theClerkIsToldThatItIsFilledAndNotHowLongItIs() {
        assertThat(seenByClerk(filled(SECRET))).doesNotContain(SECRET).contains("\"******\"");
        assertThat(filled("7391").form().view(Role.CLERK).fields().get(PIN.value()))
                .isEqualTo(filled(SECRET).form().view(Role.CLERK).fields().get(PIN.value()));
        assertThat(filled("").form().asClerkSees(PIN, FieldValue.EMPTY)).isEqualTo(FieldValue.EMPTY);
        assertThat(WireCodec.encode(happened(filled(SECRET), Role.APPLICANT))).contains(SECRET);
    }

    @Test
    void whatIsWrongWithItIsForTheApplicantAlone() {
        RoomState wrong = filled("7391");
        assertThat(issueAtPin(wrong, Role.APPLICANT).code()).isEqualTo("digits.count");
        Issue told = issueAtPin(wrong, Role.CLERK);
        assertThat(told.code()).isEqualTo("secret");
        assertThat(told.args()).isEmpty();
        assertThat(seenByClerk(wrong)).doesNotContain("digits.count", "7391");
    }

    private static Issue issueAtPin(RoomState room, Role role) {
        return happened(room, role).issues().stream()
                .filter(issue -> issue.path().equals(PIN))
                .findFirst()
                .orElseThrow();
    }

    private static String seenByClerk(RoomState room) {
        return WireCodec.encode(happened(room, Role.CLERK))
                + WireCodec.encode(RoomView.snapshot(ROOM, 3, room, Role.CLERK, NOTHING_SHOWN));
    }

    private static RoomHappened happened(RoomState room, Role role) {
        FieldValue value = room.form().field(PIN).orElseThrow().value();
        RoomEvent event = new RoomEvent.FieldSet(PIN, value, 1L, Source.TYPED, Optional.empty());
        return RoomView.happened(ROOM, 3, NOON, APPLICANT, event, room, role);
    }

    private static RoomOperation set(String value) {
        return new RoomOperation.SetField(OP, ROOM, PIN, new FieldValue(value), 0L);
    }

    private RoomState filled(String value) {
        return mayWrite.apply(
                3,
                NOON,
                APPLICANT,
                new RoomEvent.FieldSet(PIN, new FieldValue(value), 1L, Source.TYPED, Optional.empty()));
    }

    private static RoomState aRoomInWhichTheClerkMayWrite() {
        return OpenRooms.talking(ITEM).apply(2, NOON, APPLICANT, new RoomEvent.GrantGiven(GrantScope.EDIT_FORM));
    }
}
