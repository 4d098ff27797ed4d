package org.virtualwindow.server.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.virtualwindow.server.story.Line.refusal;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.virtualwindow.protocol.Answer;
import org.virtualwindow.protocol.FieldState;
import org.virtualwindow.protocol.FromKiosk;
import org.virtualwindow.protocol.RoomEvent;
import org.virtualwindow.protocol.RoomMessage.RoomHappened;
import org.virtualwindow.protocol.RoomMessage.RoomSnapshot;
import org.virtualwindow.protocol.RoomOperation;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.ids.ServiceItemId;
import org.virtualwindow.protocol.ids.SuggestionId;
import org.virtualwindow.protocol.values.ChatText;
import org.virtualwindow.protocol.values.FieldPath;
import org.virtualwindow.protocol.values.FieldValue;
import org.virtualwindow.protocol.values.GrantScope;
import org.virtualwindow.protocol.values.Refusal;
import org.virtualwindow.protocol.values.Role;
import org.virtualwindow.protocol.values.SignInCode;
import org.virtualwindow.protocol.values.Source;

/** Legal aid is asked for with a signature: over the wire nobody but the applicant makes it, and it is filed with what it signed. */
class SignatureIT {
    private static final ServiceItemId LEGAL_AID = new ServiceItemId("LEGAL_AID");
    private static final FieldPath SIGNATURE = new FieldPath("/signature");
    private static final FieldPath CLAIMS = new FieldPath("/claims");
    private static final String STROKES = "12,90 40,31;88,20 90,140";

    @TempDir
    static Path folder = Path.of("");

    private final Town town = new Town(folder);

    @AfterEach
    void stop() {
        town.close();
    }

    @Test
    void aSignatureIsTheApplicantsAndEndsWithTheFirstChange() {
        try (Console clerk = town.console("shen.jianhua");
                KioskPage kiosk = town.kiosk(Town.ENTRANCE)) {
            RoomId room = opened(kiosk);
            talk(kiosk, clerk, room);
            assertThat(refusal(kiosk.signs(room, SIGNATURE.value(), STROKES)))
                    .as("nothing is filled in yet")
                    .isEqualTo(Refusal.INCOMPLETE);
            kiosk.fillsIn(room, LEGAL_AID, KioskPage.NANXUN);
            kiosk.line().achieves(op -> new RoomOperation.GiveGrant(op, room, GrantScope.EDIT_FORM));
            clerkMayNot(clerk, room);
            String hash = hash(kiosk);

            accepted(clerk.writes(room, CLAIMS.value(), "想要一位懂刑法的律师", 1));
            lapses(kiosk.line());
            lapses(clerk.line());
            assertThat(refusal(kiosk.signs(room, SIGNATURE.value(), STROKES)))
                    .as("the applicant has not yet called right what the clerk wrote")
                    .isEqualTo(Refusal.INCOMPLETE);
            kiosk.line().achieves(op -> new RoomOperation.Confirm(op, room, CLAIMS, 2L));
            helperMayNot(kiosk, room);
            assertThat(refusal(kiosk.signs(room, SIGNATURE.value(), "张三"))).isEqualTo(Refusal.INVALID);

            accepted(kiosk.signs(room, SIGNATURE.value(), STROKES));
            kiosk.line().achieves(op -> new RoomOperation.Declare(op, room, "TRUE_ECONOMY", true));
            String signed = kiosk.line()
                    .awaitLatest(RoomHappened.class, happened -> happened.event() instanceof RoomEvent.Declared)
                    .formHash()
                    .orElseThrow();
            assertThat(signed).isNotEqualTo(hash);
            try (Console again = town.console(clerk.cookie(), clerk.page())) {
                FieldState seen = KioskPage.field(again.line().await(RoomSnapshot.class), SIGNATURE.value());
                assertThat(seen.value().text()).as("the clerk looks at it").isEqualTo(STROKES);
            }
            kiosk.line().achieves(op -> new RoomOperation.Submit(op, room, signed));
        }
    }

    private static RoomId opened(KioskPage kiosk) {
        kiosk.line()
                .achieves(op -> new FromKiosk.OpenRoom(
                        op, LEGAL_AID, KioskPage.NANXUN, List.of("WHO_SEES", "NOT_RECORDED", "KEPT")));
        return kiosk.line().await(RoomSnapshot.class).room();
    }

    private static void talk(KioskPage kiosk, Console clerk, RoomId room) {
        clerk.isReady(true);
        kiosk.calls(room);
        clerk.answers(clerk.awaitRing().call());
        kiosk.awaitTalking();
        clerk.line().await(RoomSnapshot.class);
    }

    private static void clerkMayNot(Console clerk, RoomId room) {
        assertThat(refusal(clerk.writes(room, SIGNATURE.value(), STROKES, 1))).isEqualTo(Refusal.DENIED);
        assertThat(refusal(clerk.line()
                        .does(op -> new RoomOperation.Suggest(
                                op,
                                room,
                                new SuggestionId("s1"),
                                SIGNATURE,
                                new FieldValue(STROKES),
                                1L,
                                new ChatText("请签")))))
                .isEqualTo(Refusal.DENIED);
        assertThat(refusal(clerk.line().does(op -> new RoomOperation.Undo(op, room, SIGNATURE, 1L))))
                .isEqualTo(Refusal.DENIED);
    }

    private void helperMayNot(KioskPage kiosk, RoomId room) {
        kiosk.line().achieves(op -> new FromKiosk.HelperSignIn(op, room, new SignInCode(town.helperCode())));
        assertThat(refusal(kiosk.signs(room, SIGNATURE.value(), STROKES))).isEqualTo(Refusal.HELPER_MAY_NOT);
        kiosk.line().achieves(op -> new FromKiosk.HandOver(op, room, Role.APPLICANT));
    }

    private static void lapses(Line<?> line) {
        RoomHappened lapsed = line.await(
                RoomHappened.class,
                happened -> happened.event() instanceof RoomEvent.FieldSet set && set.source() == Source.LAPSED);
        RoomEvent.FieldSet set = (RoomEvent.FieldSet) lapsed.event();
        assertThat(set.path()).isEqualTo(SIGNATURE);
        assertThat(set.value()).isEqualTo(FieldValue.EMPTY);
        assertThat(lapsed.by().role()).isEqualTo(Role.SYSTEM);
        assertThat(lapsed.formHash()).isEmpty();
    }

    /** Of the form as it stands by now, which is whole. */
    private static String hash(KioskPage kiosk) {
        return kiosk.line()
                .awaitLatest(RoomHappened.class, happened -> happened.formHash().isPresent())
                .formHash()
                .orElseThrow();
    }

    private static void accepted(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Accepted.class);
    }
}
