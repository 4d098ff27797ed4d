package org.virtualwindow.server.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.virtualwindow.server.story.KioskPage.field;
import static org.virtualwindow.server.story.Line.refusal;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.virtualwindow.protocol.Answer;
import org.virtualwindow.protocol.FieldState;
import org.virtualwindow.protocol.FromKiosk;
import org.virtualwindow.protocol.Presentation;
import org.virtualwindow.protocol.RoomEvent;
import org.virtualwindow.protocol.RoomMessage.OpenSuggestion;
import org.virtualwindow.protocol.RoomMessage.RoomHappened;
import org.virtualwindow.protocol.RoomMessage.RoomSnapshot;
import org.virtualwindow.protocol.RoomOperation;
import org.virtualwindow.protocol.ToKiosk;
import org.virtualwindow.protocol.ids.OpId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.values.ChatText;
import org.virtualwindow.protocol.values.FieldPath;
import org.virtualwindow.protocol.values.FieldValue;
import org.virtualwindow.protocol.values.Issue;
import org.virtualwindow.protocol.values.Refusal;
import org.virtualwindow.protocol.values.SignInCode;
import org.virtualwindow.protocol.values.Source;

/** What the card says, what stood in the case before and what was said before the call comes to stand in the form, each with its source. */
class PrefillIT {
    private static final String NAME = "/contactName";
    private static final String MOBILE = "/contactMobile";
    private static final String HOLDER = "㐱小宁";

    @TempDir
    static Path folder = Path.of("");

    private Town town;

    PrefillIT() {
        town = new Town(folder);
    }

    @AfterEach
    void stop() {
        town.close();
    }

    @Test
    void theCardFillsInWhatIsEmptyAndWhatIsChangedNeedsAReasonThatTheClerkReads() {
        try (Console clerk = town.console("shen.jianhua");
                KioskPage kiosk = town.kiosk(Town.ENTRANCE)) {
            assertThat(kiosk.line().await(ToKiosk.CardReader.class).cards()).hasSize(2);
            RoomId room = kiosk.talksWith(clerk);
            clerk.line().achieves(op -> new RoomOperation.Present(op, room, new Presentation.CardAsked()));

            reads(kiosk, room, "C1");
            RoomSnapshot form = now(kiosk);
            assertThat(form.presented())
                    .as("it was read, so nobody asks for it any more")
                    .isEmpty();
            assertThat(form.card()).isPresent();
            assertThat(field(form, NAME).value().text()).isEqualTo(HOLDER);
            assertThat(field(form, NAME).source()).isEqualTo(Source.CARD);
            assertThat(field(form, "/contactIdNo").value().text()).isEqualTo("310117198805120010");
            RoomHappened told =
                    clerk.line().await(RoomHappened.class, happened -> happened.event() instanceof RoomEvent.CardRead);
            assertThat(((RoomEvent.CardRead) told.event()).says()).isEmpty();
            assertThat(clerk.line()
                            .await(RoomHappened.class, happened -> sets(happened, "/contactIdNo"))
                            .event())
                    .as("the clerk sees a part, as if it were typed")
                    .extracting(event -> ((RoomEvent.FieldSet) event).value().text())
                    .asString()
                    .contains("*");

            assertThat(refusal(kiosk.writes(room, NAME, "㐱小明", 1))).isEqualTo(Refusal.NEEDS_REASON);
            assertThat(refusal(clerk.writes(room, NAME, "㐱小明", 1))).isEqualTo(Refusal.NEEDS_GRANT);
            kiosk.line().achieves(op -> because(op, room, NAME, "㐱小明", 1, "证件上的字显示不全"));
            RoomHappened changed = clerk.line().await(RoomHappened.class, happened -> sets(happened, NAME, "㐱小明"));
            assertThat(((RoomEvent.FieldSet) changed.event()).reason()).contains(new ChatText("证件上的字显示不全"));
            assertThat(kiosk.writes(room, NAME, "㐱小鸣", 2))
                    .as("the reason stands; a second letter needs no second one")
                    .isInstanceOf(Answer.Accepted.class);

            town.restart();
            try (KioskPage after = town.kiosk(kiosk.cookie(), kiosk.page())) {
                FieldState changedName = field(after.line().await(RoomSnapshot.class), NAME);
                assertThat(changedName.reason()).contains(new ChatText("证件上的字显示不全"));
                after.line().achieves(op -> new RoomOperation.Undo(op, room, new FieldPath(NAME), 3L));
                after.writes(room, NAME, HOLDER, 4);
                FieldState back = field(now(after), NAME);
                assertThat(back.source())
                        .as("as the card says, whoever wrote it")
                        .isEqualTo(Source.CARD);
                assertThat(back.reason()).isEmpty();
            }
        }
    }

    @Test
    void whatTheApplicantWroteStaysAndOneTouchChooses() {
        try (KioskPage kiosk = town.kiosk(Town.ENTRANCE)) {
            RoomId room = kiosk.opensTheForm();
            kiosk.writes(room, NAME, "㐱小明", 0);
            kiosk.writes(room, "/contactIdNo", "310117198805120010", 0);
            reads(kiosk, room, "C1");
            RoomSnapshot form = now(kiosk);
            assertThat(field(form, NAME).value().text()).isEqualTo("㐱小明");
            assertThat(field(form, "/contactIdNo").source())
                    .as("as the card says")
                    .isEqualTo(Source.CARD);
            assertThat(form.form().issues()).contains(new Issue(new FieldPath(NAME), "card.differs", Map.of()));
            OpenSuggestion proposed = form.suggestions().getFirst();
            assertThat(proposed.source()).contains(Source.CARD);

            assertThat(refusal(
                            kiosk.line().does(op -> new RoomOperation.DropSuggestion(op, room, proposed.suggestion()))))
                    .as("passing the card over is to say why")
                    .isEqualTo(Refusal.NEEDS_REASON);
            kiosk.line().achieves(op -> new RoomOperation.TakeSuggestion(op, room, proposed.suggestion()));
            RoomSnapshot taken = now(kiosk);
            assertThat(field(taken, NAME).source()).isEqualTo(Source.CARD);
            assertThat(taken.suggestions()).isEmpty();

            reads(kiosk, room, "C2");
            assertThat(field(now(kiosk), NAME).value().text())
                    .as("another card takes the place of the first")
                    .isEqualTo("阿依古丽·买买提");
            assertThat(refusal(kiosk.line().does(op -> new FromKiosk.ReadCard(op, room, Optional.of("C9")))))
                    .isEqualTo(Refusal.UNKNOWN);
            assertThat(refusal(kiosk.line()
                            .does(op -> new FromKiosk.ReadCard(op, new RoomId("elsewhere"), Optional.of("C1")))))
                    .isEqualTo(Refusal.NO_ROOM);
        }
    }

    @Test
    void theCaseBeforeIsOfferedToItsPersonAloneAndTakenOnlyAtTheirWish() {
        try (KioskPage kiosk = town.kiosk(Town.ENTRANCE)) {
            RoomId first = kiosk.opensTheForm();
            reads(kiosk, first, "C1");
            kiosk.fillsIn(first, Map.of(), List.of(NAME, "/contactIdType", "/contactIdNo"));
            kiosk.files(first);
            kiosk.line().achieves(op -> new FromKiosk.EndVisit(op, first));
            kiosk.line().forget();

            RoomId second = kiosk.opensTheForm();
            assertThat(refusal(kiosk.line().does(op -> new FromKiosk.TakeEarlier(op, second))))
                    .as("nobody has shown who they are")
                    .isEqualTo(Refusal.UNKNOWN);
            reads(kiosk, second, "C2");
            assertThat(now(kiosk).card().orElseThrow().earlier())
                    .as("another person has none")
                    .isEmpty();
            reads(kiosk, second, "C1");
            RoomSnapshot offered = now(kiosk);
            assertThat(offered.card().orElseThrow().earlier()).isPresent();
            assertThat(offered.form().fields())
                    .as("nothing of it before it is wanted")
                    .doesNotContainKey(MOBILE);

            kiosk.line().achieves(op -> new FromKiosk.HelperSignIn(op, second, new SignInCode(town.helperCode())));
            assertThat(refusal(kiosk.line().does(op -> new FromKiosk.TakeEarlier(op, second))))
                    .isEqualTo(Refusal.HELPER_MAY_NOT);
            kiosk.line().achieves(op -> new FromKiosk.HelperSignOut(op, second));
            kiosk.line().achieves(op -> new FromKiosk.TakeEarlier(op, second));
            RoomSnapshot taken = now(kiosk);
            assertThat(field(taken, MOBILE).value().text()).isEqualTo("13800000427");
            assertThat(field(taken, MOBILE).source()).isEqualTo(Source.EARLIER_CASE);
            assertThat(taken.card().orElseThrow().earlierTaken()).isTrue();
        }
    }

    @Test
    void whatWasSaidBeforeTheFormWasOpenStandsThereWithItsSource() {
        try (KioskPage kiosk = town.kiosk(Town.ENTRANCE)) {
            RoomId room = kiosk.opensTheForm();
            kiosk.line()
                    .achieves(op -> new RoomOperation.Tell(
                            op, room, new FieldPath("/marketEntityType"), new FieldValue("LLC")));
            kiosk.line()
                    .achieves(op -> new RoomOperation.Tell(
                            op, room, new FieldPath("/marketEntityType"), new FieldValue("JSC")));
            FieldState told = field(now(kiosk), "/marketEntityType");
            assertThat(told.value().text()).as("the first stands").isEqualTo("LLC");
            assertThat(told.source()).isEqualTo(Source.GUIDE);
            assertThat(refusal(kiosk.line()
                            .does(op -> new RoomOperation.Tell(op, room, new FieldPath(NAME), new FieldValue("x")))))
                    .as("nobody asked that before the call")
                    .isEqualTo(Refusal.UNKNOWN);
        }
    }

    private static void reads(KioskPage kiosk, RoomId room, String card) {
        kiosk.line().achieves(op -> new FromKiosk.ReadCard(op, room, Optional.of(card)));
    }

    /** Whoever opens a form where one is open is shown that. */
    private static RoomSnapshot now(KioskPage kiosk) {
        kiosk.line().forget();
        assertThat(refusal(kiosk.line().does(KioskPage::form))).isEqualTo(Refusal.ALREADY);
        return kiosk.line().await(RoomSnapshot.class);
    }

    private static RoomOperation because(OpId op, RoomId room, String path, String value, long rev, String why) {
        return new RoomOperation.SetField(
                op, room, new FieldPath(path), new FieldValue(value), rev, Optional.of(new ChatText(why)));
    }

    private static boolean sets(RoomHappened happened, String path) {
        return happened.event() instanceof RoomEvent.FieldSet set
                && set.path().value().equals(path);
    }

    private static boolean sets(RoomHappened happened, String path, String value) {
        return sets(happened, path)
                && ((RoomEvent.FieldSet) happened.event()).value().text().equals(value);
    }
}
