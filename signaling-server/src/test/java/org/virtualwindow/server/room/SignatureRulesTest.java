package org.virtualwindow.server.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.virtualwindow.server.room.OpenRooms.APPLICANT;
import static org.virtualwindow.server.room.OpenRooms.CLERK;
import static org.virtualwindow.server.room.OpenRooms.NOON;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.virtualwindow.protocol.FieldState;
import org.virtualwindow.protocol.MigrationReport;
import org.virtualwindow.protocol.MigrationReport.LossReason;
import org.virtualwindow.protocol.MigrationReport.LostAnswer;
import org.virtualwindow.protocol.RoomEvent;
import org.virtualwindow.protocol.RoomOperation;
import org.virtualwindow.protocol.RoomSignal;
import org.virtualwindow.protocol.ServiceItem;
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
import org.virtualwindow.protocol.values.Issue;
import org.virtualwindow.protocol.values.LocalText;
import org.virtualwindow.protocol.values.Refusal;
import org.virtualwindow.protocol.values.Role;
import org.virtualwindow.protocol.values.Source;
import org.virtualwindow.server.form.Catalog;
import org.virtualwindow.server.form.ItemPackage;
import org.virtualwindow.server.form.MigrationReports;
import org.virtualwindow.server.form.WholeAnswers;

/** A form is signed by its applicant alone, last of all, and a signature ends with the first change of what was signed. */
class SignatureRulesTest {
    private static final OpId OP = new OpId("op");
    private static final RoomId ROOM = new RoomId("room");
    private static final Author HELPER = new Author(Role.HELPER, "h1", "周敏");
    private static final FieldPath SIGNATURE = new FieldPath("/signature");
    private static final FieldPath CLAIMS = new FieldPath("/claims");
    private static final String STROKES = "12,90 40,31;88,20 90,140";
    private static final ServiceItem ITEM = Catalog.load()
            .find(new ServiceItemId("LEGAL_AID"), new CentreId("330503"))
            .orElseThrow();

    private final FieldLocks locks = new FieldLocks();
    private RoomState room =
            OpenRooms.talking(ITEM).apply(2, NOON, APPLICANT, new RoomEvent.GrantGiven(GrantScope.EDIT_FORM));
    private long seq = 2;

    @Test
    void aClerkNeitherSignsNorProposesASignatureNorTakesItBack() {
        allButSigned();
        happens(APPLICANT, sign());
        List.of(
                        set(SIGNATURE, STROKES, 1),
                        set(SIGNATURE, "", 1),
                        new RoomOperation.Suggest(
                                OP,
                                ROOM,
                                new SuggestionId("s"),
                                SIGNATURE,
                                new FieldValue(STROKES),
                                1L,
                                new ChatText("请签")),
                        new RoomOperation.Undo(OP, ROOM, SIGNATURE, 1L))
                .forEach(operation -> assertThat(refusal(CLERK, operation)).isEqualTo(Refusal.DENIED));
        assertThat(signature()).isEqualTo(STROKES);
    }

    @Test
    void aHelperDoesNotSignForTheApplicant() {
        allButSigned();
        assertThat(refusal(HELPER, sign())).isEqualTo(Refusal.HELPER_MAY_NOT);
    }

    @Test
    void nothingIsSignedBeforeItIsWholeAndCalledRight() {
        Decision.Refuses early = refuses(APPLICANT, sign());
        assertThat(early.why()).isEqualTo(Refusal.INCOMPLETE);
        assertThat(early.issues()).extracting(Issue::path).contains(CLAIMS).doesNotContain(SIGNATURE);

        allButSigned();
        happens(CLERK, set(CLAIMS, "想要一位懂劳动法的律师", 1));
        Decision.Refuses unconfirmed = refuses(APPLICANT, sign());
        assertThat(unconfirmed.why()).isEqualTo(Refusal.INCOMPLETE);
        assertThat(unconfirmed.issues()).extracting(Issue::code).containsExactly("unconfirmed");
        happens(APPLICANT, new RoomOperation.Confirm(OP, ROOM, CLAIMS, 2L));
        happens(APPLICANT, sign());
    }

    @Test
    void whatIsNoSignatureIsRefusedAndChangesNothing() {
        allButSigned();
        for (String none : List.of("张三", "12,90", "12,90 601,31", "<svg onload=alert(1)>", "1,1 ".repeat(900))) {
            assertThat(refusal(APPLICANT, set(SIGNATURE, none, room.form().rev())))
                    .as(none)
                    .isEqualTo(Refusal.INVALID);
        }
        assertThat(room.form().field(SIGNATURE)).isEmpty();
    }

    @Test
    void theFirstChangeOfWhatWasSignedEndsTheSignature() {
        allButSigned();
        happens(APPLICANT, sign());
        assertThat(room.formHash()).isPresent();

        happens(CLERK, set(CLAIMS, "想要一位懂劳动法的律师", 1));
        FieldState lapsed = room.form().field(SIGNATURE).orElseThrow();
        assertThat(lapsed.value()).isEqualTo(FieldValue.EMPTY);
        assertThat(lapsed.source()).isEqualTo(Source.LAPSED);
        assertThat(lapsed.by().role()).isEqualTo(Role.SYSTEM);
        assertThat(room.form().unconfirmed()).containsExactly(CLAIMS);
        assertThat(room.issues(Role.APPLICANT)).extracting(Issue::path).containsExactly(SIGNATURE);

        happens(CLERK, new RoomOperation.Undo(OP, ROOM, CLAIMS, 2L));
        assertThat(signature()).as("it does not come back").isEmpty();
        assertThat(refusal(APPLICANT, new RoomOperation.Undo(OP, ROOM, SIGNATURE, 2L)))
                .isEqualTo(Refusal.DENIED);
        happens(APPLICANT, sign());
        assertThat(signature()).isEqualTo(STROKES);
    }

    @Test
    void rowsAreSignedToo() {
        allButSigned();
        happens(APPLICANT, sign());
        happens(CLERK, new RoomOperation.AddRow(OP, ROOM, new FieldPath("/evidence"), new RowId("e1")));
        assertThat(signature()).isEmpty();
    }

    @Test
    void nobodySignsARowTheyHaveNotSeen() {
        allButSigned();
        RoomOperation underWhatStoodThere = sign();
        happens(CLERK, new RoomOperation.AddRow(OP, ROOM, new FieldPath("/evidence"), new RowId("e1")));
        happens(CLERK, new RoomOperation.RemoveRow(OP, ROOM, new FieldPath("/evidence/e1")));
        assertThat(room.form().unconfirmed()).isEmpty();
        assertThat(refusal(APPLICANT, underWhatStoodThere)).isEqualTo(Refusal.STALE);
        happens(APPLICANT, sign());
    }

    @Test
    void whatChangesNothingLeavesItStanding() {
        allButSigned();
        happens(APPLICANT, sign());
        happens(CLERK, set(CLAIMS, "想要一位律师", 1));
        happens(APPLICANT, new RoomOperation.Declare(OP, ROOM, "TRUE_ECONOMY", true));
        happens(CLERK, new RoomOperation.Say(OP, ROOM, new ChatText("好的")));
        assertThat(signature()).isEqualTo(STROKES);
    }

    @Test
    void theApplicantMayTakeItAwayAgain() {
        allButSigned();
        happens(APPLICANT, sign());
        happens(APPLICANT, set(SIGNATURE, "", 1));
        assertThat(signature()).isEmpty();
    }

    @Test
    void aFormThatGoesOnByANewerPackageIsSignedAnew() {
        allButSigned();
        happens(APPLICANT, sign());
        room = room.migrated(new ItemPackage(new CentreId("330503"), ITEM, "newer"));
        assertThat(room.form().field(SIGNATURE)).isEmpty();
        MigrationReport report = MigrationReports.of(room.migrations().getLast().migration(), List.of(), Role.CLERK);
        assertThat(report.lost())
                .containsExactly(new LostAnswer(
                        SIGNATURE,
                        new LocalText("申请人签名", "The applicant’s signature"),
                        new LocalText("已签字", "Signed"),
                        LossReason.SIGN_ANEW));
    }

    @Test
    void aClerksFocusDoesNotHoldThePadAndNothingOfItIsShownBeforeItIsDone() {
        var focus = new RoomSignal.Focus(ROOM, Optional.of(SIGNATURE));
        var draft = new RoomSignal.Draft(ROOM, SIGNATURE, new FieldValue(STROKES));
        assertThat(GestureRules.mayShow(room, locks, CLERK, focus, NOON)).isTrue();
        assertThat(locks.heldAgainst(APPLICANT, SIGNATURE, NOON)).isEmpty();
        assertThat(GestureRules.mayShow(room, locks, CLERK, draft, NOON)).isFalse();
        assertThat(GestureRules.mayShow(room, locks, APPLICANT, draft, NOON)).isFalse();
    }

    /** Everything the item asks for, by the applicant, except the signature. */
    private void allButSigned() {
        for (String line : WholeAnswers.to(ITEM.item()).lines().toList()) {
            String[] parts = line.split(" ", 2);
            FieldPath path = new FieldPath(parts[0]);
            if (path.equals(SIGNATURE)) {
                continue;
            }
            if (path.parts().length == 3) {
                addRow(path);
            }
            happens(APPLICANT, set(path, parts[1], 0));
        }
    }

    private void addRow(FieldPath inRow) {
        RoomOperation add =
                new RoomOperation.AddRow(OP, ROOM, inRow.table().orElseThrow(), new RowId(inRow.parts()[1]));
        if (decide(APPLICANT, add) instanceof Decision.Happens) {
            happens(APPLICANT, add);
        }
    }

    private String signature() {
        return room.form().field(SIGNATURE).orElseThrow().value().text();
    }

    /** Under the form as it stands. */
    private RoomOperation sign() {
        return set(SIGNATURE, STROKES, room.form().rev());
    }

    private static RoomOperation set(FieldPath path, String value, long baseRev) {
        return new RoomOperation.SetField(OP, ROOM, path, new FieldValue(value), baseRev);
    }

    private Decision decide(Author by, RoomOperation operation) {
        return RoomRules.decide(room, locks, by, operation, NOON, Optional.empty());
    }

    /** As {@link Matter} lets it happen. */
    private void happens(Author by, RoomOperation operation) {
        Decision decision = decide(by, operation);
        assertThat(decision).as(operation.toString()).isInstanceOf(Decision.Happens.class);
        for (RoomEvent event : SignatureRules.lapsing(room, ((Decision.Happens) decision).events())) {
            room = room.apply(++seq, NOON, SignatureRules.author(by, event), event);
        }
    }

    private Decision.Refuses refuses(Author by, RoomOperation operation) {
        Decision decision = decide(by, operation);
        assertThat(decision).as(operation.toString()).isInstanceOf(Decision.Refuses.class);
        return (Decision.Refuses) decision;
    }

    private Refusal refusal(Author by, RoomOperation operation) {
        return refuses(by, operation).why();
    }
}
