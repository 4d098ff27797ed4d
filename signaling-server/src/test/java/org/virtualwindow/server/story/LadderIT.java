package org.virtualwindow.server.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.virtualwindow.server.story.Line.refusal;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.virtualwindow.protocol.Answer;
import org.virtualwindow.protocol.RoomEvent;
import org.virtualwindow.protocol.RoomMessage.RoomHappened;
import org.virtualwindow.protocol.RoomMessage.RoomSnapshot;
import org.virtualwindow.protocol.RoomOperation;
import org.virtualwindow.protocol.RoomSignal;
import org.virtualwindow.protocol.ToClerk;
import org.virtualwindow.protocol.ids.OpId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.ids.SuggestionId;
import org.virtualwindow.protocol.json.WireCodec;
import org.virtualwindow.protocol.values.ChatText;
import org.virtualwindow.protocol.values.FieldPath;
import org.virtualwindow.protocol.values.FieldValue;
import org.virtualwindow.protocol.values.GrantScope;
import org.virtualwindow.protocol.values.Refusal;

/** The applicant takes the form out of the clerk's sight with one touch: from then on no line to the clerk says what stands in it. */
class LadderIT {
    private static final String BEFORE = "禾泽田";
    private static final String CANARY = "云帆三七";
    private static final String MOBILE = "13957212345";
    private static final FieldPath NAME = new FieldPath("/tradeName");
    private static final FieldPath PHONE = new FieldPath("/contactMobile");

    @TempDir
    static Path folder = Path.of("");

    private final Town town = new Town(folder);

    @AfterEach
    void stop() {
        town.close();
    }

    @Test
    void nothingOfTheFormReachesAClerkWhoMayNotSeeIt() {
        try (Console clerk = town.console("shen.jianhua");
                KioskPage kiosk = town.kiosk(Town.ENTRANCE)) {
            RoomId room = kiosk.talksWith(clerk);
            accepted(kiosk.writes(room, NAME.value(), BEFORE, 0));
            accepted(kiosk.writes(room, PHONE.value(), MOBILE, 0));
            accepted(clerk.line().does(op -> suggestion(op, room, "s1")));

            kiosk.line().achieves(op -> new RoomOperation.EndGrant(op, room, GrantScope.SEE_FORM));
            RoomSnapshot covered = clerk.line()
                    .awaitLatest(
                            RoomSnapshot.class, snapshot -> snapshot.grants().isEmpty());
            assertThat(covered.form().fields()).isEmpty();
            assertThat(covered.form().issues()).isEmpty();
            assertThat(covered.suggestions()).isEmpty();
            clerk.line().forget();

            kiosk.line().say(new RoomSignal.Focus(room, Optional.of(NAME)));
            kiosk.line().say(new RoomSignal.Draft(room, NAME, new FieldValue(CANARY)));
            accepted(kiosk.writes(room, NAME.value(), CANARY, 1));
            accepted(kiosk.writes(room, PHONE.value(), "139", 1));
            assertThat(refusal(clerk.writes(room, NAME.value(), "别的", 1))).isEqualTo(Refusal.NEEDS_GRANT);
            assertThat(refusal(clerk.line().does(op -> suggestion(op, room, "s2"))))
                    .isEqualTo(Refusal.NEEDS_GRANT);
            assertThat(refusal(clerk.line().does(op -> new RoomOperation.Reveal(op, room, PHONE, new ChatText("核对")))))
                    .isEqualTo(Refusal.NEEDS_GRANT);
            assertThat(refusal(clerk.line().does(op -> new RoomOperation.Undo(op, room, NAME, 2L))))
                    .isEqualTo(Refusal.NEEDS_GRANT);
            kiosk.line().achieves(op -> new RoomOperation.Say(op, room, new ChatText("我先自己填")));
            clerk.line().await(RoomHappened.class, happened -> happened.event() instanceof RoomEvent.Said);
            try (Console again = town.console(clerk.cookie(), clerk.page())) {
                again.line().await(RoomSnapshot.class);
                assertThat(everythingTold(clerk) + everythingTold(again))
                        .doesNotContain(CANARY, BEFORE, MOBILE, "139", NAME.value(), PHONE.value());

                kiosk.line().achieves(op -> new RoomOperation.GiveGrant(op, room, GrantScope.SUGGEST));
                RoomSnapshot back = again.line()
                        .awaitLatest(
                                RoomSnapshot.class,
                                snapshot -> !snapshot.grants().isEmpty());
                assertThat(KioskPage.field(back, NAME.value()).value().text()).isEqualTo(CANARY);
                accepted(again.line()
                        .does(op -> new RoomOperation.Suggest(
                                op, room, new SuggestionId("s3"), NAME, new FieldValue("禾泽"), 2L, new ChatText("更短"))));
            }
        }
    }

    private static RoomOperation suggestion(OpId op, RoomId room, String name) {
        return new RoomOperation.Suggest(
                op, room, new SuggestionId(name), NAME, new FieldValue("禾泽"), 1L, new ChatText("更短"));
    }

    private static void accepted(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Accepted.class);
    }

    private static String everythingTold(Console clerk) {
        return clerk.line().all(ToClerk.class).stream().map(WireCodec::encode).collect(Collectors.joining("\n"));
    }
}
