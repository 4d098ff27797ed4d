package org.virtualwindow.server.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.virtualwindow.server.story.KioskPage.NAME;
import static org.virtualwindow.server.story.KioskPage.NANXUN;
import static org.virtualwindow.server.story.KioskPage.field;
import static org.virtualwindow.server.story.Line.refusal;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.virtualwindow.protocol.Answer;
import org.virtualwindow.protocol.CallCommand;
import org.virtualwindow.protocol.FieldState;
import org.virtualwindow.protocol.FromKiosk.EndVisit;
import org.virtualwindow.protocol.FromKiosk.HelperSignIn;
import org.virtualwindow.protocol.FromKiosk.MakeResumeCode;
import org.virtualwindow.protocol.FromKiosk.MoveOn;
import org.virtualwindow.protocol.FromKiosk.OpenRoom;
import org.virtualwindow.protocol.FromKiosk.Resume;
import org.virtualwindow.protocol.MediaPlan;
import org.virtualwindow.protocol.Presentation;
import org.virtualwindow.protocol.RoomEvent;
import org.virtualwindow.protocol.RoomMessage.RoomHappened;
import org.virtualwindow.protocol.RoomMessage.RoomSnapshot;
import org.virtualwindow.protocol.RoomOperation;
import org.virtualwindow.protocol.ToClerk;
import org.virtualwindow.protocol.ToKiosk;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.protocol.ids.OpId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.ids.ServiceItemId;
import org.virtualwindow.protocol.values.ChatText;
import org.virtualwindow.protocol.values.FieldPath;
import org.virtualwindow.protocol.values.FieldValue;
import org.virtualwindow.protocol.values.LastDigits;
import org.virtualwindow.protocol.values.Refusal;
import org.virtualwindow.protocol.values.ResumeCode;
import org.virtualwindow.protocol.values.SignInCode;
import org.virtualwindow.protocol.values.Source;

/** 只咨询: a call without an item, what it turns into, and another matter after it, all in one call. */
class QuestionIT {
    private static final List<String> AGREED = List.of("WHO_SEES", "NOT_RECORDED", "KEPT");

    @TempDir
    static Path folder = Path.of("");

    private Town town = new Town(folder);

    @AfterEach
    void stop() {
        town.close();
    }

    @Test
    void aQuestionIsAskedAndAnsweredAndNothingIsEverFiledFromIt() {
        try (Console clerk = town.console("shen.jianhua");
                KioskPage kiosk = town.kiosk(Town.ENTRANCE)) {
            RoomId room = asks(kiosk, clerk);
            RoomSnapshot seen = clerk.line().await(RoomSnapshot.class);
            assertThat(seen.item()).isEqualTo(ServiceItemId.QUESTION);
            assertThat(seen.form().fields()).isEmpty();

            kiosk.line().achieves(op -> new RoomOperation.Say(op, room, new ChatText("孩子要上户口，带什么？")));
            assertThat(refusal(kiosk.line().does(op -> new RoomOperation.Submit(op, room, "0"))))
                    .isEqualTo(Refusal.NOTHING_TO_FILE);
            assertThat(refusal(kiosk.writes(room, "/contactName", "张三", 0))).isEqualTo(Refusal.UNKNOWN);

            ToClerk.InCall call = clerk.awaitInCall();
            clerk.line().achieves(op -> new CallCommand.HangUp(op, call.call()));
            ToClerk.WrapUp after = (ToClerk.WrapUp) clerk.line()
                    .awaitLatest(
                            ToClerk.ClerkCallChanged.class,
                            changed -> changed.call().orElse(null) instanceof ToClerk.WrapUp)
                    .call()
                    .orElseThrow();
            assertThat(after.item()).isEqualTo(ServiceItemId.QUESTION);
            assertThat(after.filed()).isEmpty();
            assertThat(refusal(clerk.finishes(call.call())))
                    .as("a question ends with an outcome")
                    .isEqualTo(Refusal.INCOMPLETE);
            clerk.line()
                    .achieves(op -> new CallCommand.FinishWrapUp(
                            op, call.call(), true, Optional.of(CallCommand.Outcome.ANSWERED)));
        }
    }

    @Test
    void theSameCallTurnsIntoAnItemAndThenIntoAnother() {
        String kioskCookie = town.launch(Town.ENTRANCE);
        String clerkCookie = town.signInClerk("shen.jianhua");
        RoomId second;
        try (Console clerk = town.console(clerkCookie, "clerk-page");
                KioskPage kiosk = town.kiosk(kioskCookie, "kiosk-page")) {
            RoomId question = asks(kiosk, clerk);
            kiosk.line().await(MediaPlan.class);
            kiosk.line().achieves(op -> new RoomOperation.Say(op, question, new ChatText("我想开店")));
            ToClerk.InCall call = clerk.awaitInCall();

            clerk.line().achieves(op -> new RoomOperation.Present(op, question, new Presentation.NextItem(NAME)));
            kiosk.line()
                    .await(
                            RoomHappened.class,
                            happened -> happened.event() instanceof RoomEvent.Presented presented
                                    && presented.what().equals(new Presentation.NextItem(NAME)));
            kiosk.line().forget();
            clerk.line().forget();
            OpId op = Line.op();
            MoveOn agrees = new MoveOn(op, question, NAME, AGREED);
            Answer answer = kiosk.line().ask(agrees, op.value());
            assertThat(answer).isInstanceOf(Answer.Accepted.class);
            RoomSnapshot form = kiosk.line().await(RoomSnapshot.class);
            RoomId first = form.room();
            assertThat(form.item()).isEqualTo(NAME);
            assertThat(form.chat()).extracting(line -> line.text().text()).containsExactly("我想开店");
            assertThat(clerk.line().await(RoomSnapshot.class).room()).isEqualTo(first);
            ToClerk.InCall same = clerk.line()
                    .awaitLatest(
                            ToClerk.ClerkCallChanged.class,
                            changed -> changed.call().orElse(null) instanceof ToClerk.InCall in
                                    && in.room().equals(first))
                    .call()
                    .map(ToClerk.InCall.class::cast)
                    .orElseThrow();
            assertThat(same.call()).isEqualTo(call.call());
            assertThat(same.code()).isEqualTo(call.code());
            assertThat(kiosk.line()
                            .awaitLatest(
                                    ToKiosk.KioskCallChanged.class,
                                    changed -> changed.call().orElse(null) instanceof ToKiosk.Talking talks
                                            && talks.clerk().unit().zh().equals("企业开办窗口"))
                            .call())
                    .as("the plate names the window that handles it, no longer the clerk's own unit")
                    .isPresent();
            assertThat(kiosk.line().all(MediaPlan.class))
                    .as("sound and picture go on as they are")
                    .isEmpty();

            kiosk.line().forget();
            assertThat(kiosk.line().ask(agrees, op.value()))
                    .as("the same again opens nothing")
                    .isEqualTo(answer);
            assertThat(kiosk.line().await(RoomSnapshot.class).room()).isEqualTo(first);
            assertThat(refusal(kiosk.line().does(again -> new MoveOn(again, question, NAME, AGREED))))
                    .isEqualTo(Refusal.NO_ROOM);

            files(kiosk, first);
            kiosk.line().forget();
            clerk.line().forget();
            kiosk.line().achieves(again -> new MoveOn(again, first, NAME, AGREED));
            RoomSnapshot next = kiosk.line().await(RoomSnapshot.class);
            second = next.room();
            assertThat(next.filed()).isEmpty();
            assertThat(next.declared()).isEmpty();
            assertThat(next.form().fields().keySet())
                    .filteredOn(path -> !path.startsWith("/investors/"))
                    .containsExactlyInAnyOrder("/contactName", "/contactIdType", "/contactIdNo", "/contactMobile");
            Map<String, FieldState> investors = investors(next.form().fields());
            assertThat(investors).isNotEmpty();
            assertThat(investors.values())
                    .as("who puts money in is taken over row by row")
                    .allMatch(state -> state.source() == Source.EARLIER);
            assertThat(field(next, "/contactMobile").value().text()).isEqualTo("13800000427");
            assertThat(field(next, "/contactMobile").source()).isEqualTo(Source.EARLIER);
            RoomSnapshot atClerk =
                    clerk.line().await(RoomSnapshot.class, room -> room.room().equals(second));
            assertThat(field(atClerk, "/contactIdNo").value().text()).isEqualTo("310117********0016");
        }

        town.restart();
        try (KioskPage kiosk = town.kiosk(kioskCookie, "kiosk-page");
                Console clerk = town.console(clerkCookie, "clerk-page")) {
            assertThat(kiosk.line().await(RoomSnapshot.class).room()).isEqualTo(second);
            assertThat(clerk.line().await(RoomSnapshot.class).room()).isEqualTo(second);
            assertThat(clerk.awaitInCall().room()).isEqualTo(second);
            kiosk.awaitTalking();
            assertThat(kiosk.writes(second, "/tradeName", "青禾", 0)).isInstanceOf(Answer.Accepted.class);
        }
    }

    @Test
    void aFormThatIsLeftForAnotherMatterIsKeptForWhoeverTookACodeForIt() {
        String kioskCookie = town.launch(Town.ENTRANCE);
        String clerkCookie = town.signInClerk("shen.jianhua");
        RoomId left;
        RoomId second;
        ResumeCode code;
        try (Console clerk = town.console(clerkCookie, "clerk-page");
                KioskPage kiosk = town.kiosk(kioskCookie, "kiosk-page")) {
            left = kiosk.talksWith(clerk);
            kiosk.writes(left, "/contactMobile", "13800000427", 0);
            kiosk.writes(left, "/tradeName", "青禾", 0);
            kiosk.line().achieves(op -> new MakeResumeCode(op, left));
            code = kiosk.line()
                    .latest(ToKiosk.ResumeCodeMade.class)
                    .orElseThrow()
                    .code();
            kiosk.line().forget();
            clerk.line().forget();

            kiosk.line().achieves(op -> new MoveOn(op, left, NAME, AGREED));
            second = kiosk.line().await(RoomSnapshot.class).room();
            assertThat(second).isNotEqualTo(left);
            assertThat(clerk.line()
                            .await(
                                    ToClerk.AsideChanged.class,
                                    told -> !told.matters().isEmpty())
                            .matters())
                    .as("the clerk reads that it waits")
                    .hasSize(1);
            ToClerk.CallMatter kept = leftBefore(clerk, second);
            assertThat(kept.item()).isEqualTo(NAME);
            assertThat(kept.filed()).isEmpty();
            assertThat(kept.keptUntil()).isPresent();

            files(kiosk, second);
            ToClerk.InCall call = clerk.awaitInCall();
            clerk.line().achieves(op -> new CallCommand.HangUp(op, call.call()));
            List<ToClerk.CallMatter> all = ((ToClerk.WrapUp) clerk.line()
                            .awaitLatest(
                                    ToClerk.ClerkCallChanged.class,
                                    changed -> changed.call().orElse(null) instanceof ToClerk.WrapUp)
                            .call()
                            .orElseThrow())
                    .matters()
                    .orElseThrow();
            assertThat(all)
                    .as("the wrap-up names everything the call was about")
                    .hasSize(2);
            assertThat(all.getFirst().keptUntil()).isPresent();
            assertThat(all.getLast().filed()).isPresent();
            kiosk.line().achieves(op -> new EndVisit(op, second));
        }

        town.restart();
        try (KioskPage area = town.kiosk(Town.AREA)) {
            assertThat(area.line()
                            .does(op ->
                                    new Resume(op, code, Optional.empty(), Optional.of(new LastDigits("0427")), false)))
                    .isInstanceOf(Answer.Accepted.class);
            RoomSnapshot back = area.line().await(RoomSnapshot.class);
            assertThat(back.room()).isEqualTo(left);
            assertThat(field(back, "/tradeName").value().text()).isEqualTo("青禾");
        }
    }

    @Test
    void aFormThatIsLeftWithoutACodeIsOver() {
        try (Console clerk = town.console("shen.jianhua");
                KioskPage kiosk = town.kiosk(Town.ENTRANCE)) {
            RoomId left = kiosk.talksWith(clerk);
            kiosk.writes(left, "/contactMobile", "13800000427", 0);
            kiosk.line().forget();
            kiosk.line().achieves(op -> new MoveOn(op, left, NAME, AGREED));
            RoomId second = kiosk.line().await(RoomSnapshot.class).room();
            ToClerk.CallMatter over = leftBefore(clerk, second);
            assertThat(over.filed()).isEmpty();
            assertThat(over.keptUntil()).isEmpty();
            assertThat(refusal(kiosk.line().does(op -> new MakeResumeCode(op, left))))
                    .isEqualTo(Refusal.NO_ROOM);
        }
    }

    @Test
    void whatTheServerWillNotDoIsAnsweredAndChangesNothing() {
        try (Console clerk = town.console("shen.jianhua");
                KioskPage kiosk = town.kiosk(Town.ENTRANCE);
                KioskPage other = town.kiosk(Town.AREA)) {
            assertThat(refusal(kiosk.line().does(op -> new OpenRoom(op, ServiceItemId.QUESTION, NANXUN, List.of()))))
                    .isEqualTo(Refusal.INCOMPLETE);
            RoomId waiting = opensAQuestion(kiosk);
            kiosk.calls(waiting);
            kiosk.awaitWaiting(false);
            assertThat(refusal(kiosk.line().does(op -> new MoveOn(op, waiting, NAME, AGREED))))
                    .as("while it waits in the line")
                    .isEqualTo(Refusal.NOT_FREE);
            clerk.isReady(true);
            clerk.answers(clerk.awaitRing().call());
            kiosk.awaitTalking();
            clerk.line().await(RoomSnapshot.class);

            assertThat(refusal(other.line().does(op -> new MoveOn(op, waiting, NAME, AGREED))))
                    .as("another kiosk")
                    .isEqualTo(Refusal.NO_ROOM);
            assertThat(refusal(kiosk.line().does(op -> new MoveOn(op, waiting, NAME, List.of("WHO_SEES")))))
                    .isEqualTo(Refusal.INCOMPLETE);
            for (String unknown : List.of("NO_SUCH", "QUESTION")) {
                ServiceItemId item = new ServiceItemId(unknown);
                assertThat(refusal(kiosk.line().does(op -> new MoveOn(op, waiting, item, AGREED))))
                        .isEqualTo(Refusal.UNKNOWN);
                assertThat(refusal(presents(clerk, waiting, new Presentation.NextItem(item))))
                        .isEqualTo(Refusal.UNKNOWN);
                assertThat(refusal(presents(clerk, waiting, new Presentation.Leaflet(item, List.of()))))
                        .isEqualTo(Refusal.UNKNOWN);
            }
            assertThat(refusal(presents(clerk, waiting, leaflet("/marketEntityType", "张三 310117200002290016"))))
                    .as("nothing that somebody typed gets into a leaflet")
                    .isEqualTo(Refusal.INVALID);
            assertThat(refusal(presents(clerk, waiting, leaflet("/contactName", "张三"))))
                    .isEqualTo(Refusal.INVALID);
            assertThat(presents(clerk, waiting, leaflet("/marketEntityType", "LLC")))
                    .isInstanceOf(Answer.Accepted.class);

            assertThat(refusal(presents(clerk, waiting, new Presentation.CentreMap(new CentreId("320114")))))
                    .as("neither where the applicant sits nor where it is decided")
                    .isEqualTo(Refusal.UNKNOWN);
            for (String ofThisRoom : List.of("330503", "310117")) {
                assertThat(presents(clerk, waiting, new Presentation.CentreMap(new CentreId(ofThisRoom))))
                        .isInstanceOf(Answer.Accepted.class);
            }

            kiosk.line().achieves(op -> new HelperSignIn(op, waiting, new SignInCode(town.helperCode())));
            assertThat(refusal(kiosk.line().does(op -> new MoveOn(op, waiting, NAME, AGREED))))
                    .as("it is the applicant's matter")
                    .isEqualTo(Refusal.HELPER_MAY_NOT);
        }
    }

    private static Map<String, FieldState> investors(Map<String, FieldState> fields) {
        Map<String, FieldState> found = new HashMap<>(fields);
        found.keySet().removeIf(path -> !path.startsWith("/investors/"));
        return found;
    }

    private static Presentation leaflet(String path, String value) {
        return new Presentation.Leaflet(
                NAME, List.of(new Presentation.Told(new FieldPath(path), new FieldValue(value))));
    }

    private static Answer presents(Console clerk, RoomId room, Presentation what) {
        return clerk.line().does(op -> new RoomOperation.Present(op, room, what));
    }

    private static RoomId opensAQuestion(KioskPage kiosk) {
        kiosk.line()
                .achieves(op -> new OpenRoom(op, ServiceItemId.QUESTION, NANXUN, List.of("WHO_SEES", "NOT_RECORDED")));
        return kiosk.line().await(RoomSnapshot.class).room();
    }

    /** Calls with nothing but a question; the clerk, who is the only one that is ready, answers. */
    private static RoomId asks(KioskPage kiosk, Console clerk) {
        clerk.isReady(true);
        RoomId room = opensAQuestion(kiosk);
        kiosk.calls(room);
        ToClerk.Ringing ring = clerk.awaitRing();
        assertThat(ring.itemTitle().zh()).isEqualTo("只咨询");
        clerk.answers(ring.call());
        kiosk.awaitTalking();
        return room;
    }

    private static void files(KioskPage kiosk, RoomId room) {
        kiosk.fillsIn(room);
        kiosk.line().achieves(op -> new RoomOperation.Declare(op, room, "NAME_RISK", true));
        String formHash = kiosk.line()
                .awaitLatest(RoomHappened.class, happened -> happened.event() instanceof RoomEvent.Declared)
                .formHash()
                .orElseThrow();
        kiosk.line().achieves(op -> new RoomOperation.Submit(op, room, formHash));
    }

    /** The matter that the clerk's call went on from, as they are told in the next. */
    private static ToClerk.CallMatter leftBefore(Console clerk, RoomId next) {
        return ((ToClerk.InCall) clerk.line()
                        .awaitLatest(
                                ToClerk.ClerkCallChanged.class,
                                changed -> changed.call().orElse(null) instanceof ToClerk.InCall in
                                        && in.room().equals(next))
                        .call()
                        .orElseThrow())
                .matters()
                .orElseThrow()
                .getFirst();
    }
}
