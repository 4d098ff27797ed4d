package org.virtualwindow.server.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.virtualwindow.server.story.KioskPage.field;
import static org.virtualwindow.server.story.Line.refusal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.virtualwindow.protocol.Answer;
import org.virtualwindow.protocol.CallEnd;
import org.virtualwindow.protocol.ClerkState;
import org.virtualwindow.protocol.FieldState;
import org.virtualwindow.protocol.FromKiosk;
import org.virtualwindow.protocol.MediaMessage;
import org.virtualwindow.protocol.MediaPlan;
import org.virtualwindow.protocol.RoomEvent;
import org.virtualwindow.protocol.RoomMessage.RoomHappened;
import org.virtualwindow.protocol.RoomMessage.RoomLeft;
import org.virtualwindow.protocol.RoomMessage.RoomSnapshot;
import org.virtualwindow.protocol.RoomMessage.Shown;
import org.virtualwindow.protocol.RoomOperation;
import org.virtualwindow.protocol.RoomSignal;
import org.virtualwindow.protocol.ToClerk;
import org.virtualwindow.protocol.ToKiosk;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.protocol.ids.OpId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.ids.SuggestionId;
import org.virtualwindow.protocol.values.ChatText;
import org.virtualwindow.protocol.values.FieldPath;
import org.virtualwindow.protocol.values.FieldValue;
import org.virtualwindow.protocol.values.GrantScope;
import org.virtualwindow.protocol.values.Refusal;
import org.virtualwindow.protocol.values.Role;
import org.virtualwindow.protocol.values.SignInCode;

/** The main job, over real sockets and a real database: from pressing Call to the case number, and everything on the way. */
class FaceToFaceIT {
    @TempDir
    static Path folder = Path.of("");

    private Town town;

    FaceToFaceIT() {
        town = new Town(folder);
    }

    @AfterEach
    void stop() {
        town.close();
    }

    @Test
    void anApplicantAndAClerkFileAFormTogether() {
        try (Console clerk = town.console("shen.jianhua");
                KioskPage kiosk = town.kiosk(Town.ENTRANCE)) {
            clerk.isReady(true);
            RoomId room = kiosk.opensTheForm();
            assertThat(kiosk.calls(room)).isInstanceOf(Answer.Accepted.class);

            ToClerk.Ringing ring = clerk.awaitRing();
            assertThat(ring.fromCentre().zh()).isEqualTo("上海市松江区政务服务中心");
            assertThat(ring.itemTitle().zh()).isEqualTo("企业名称自主申报");
            assertThat(clerk.answers(ring.call())).isInstanceOf(Answer.Accepted.class);

            ToKiosk.Talking talking = kiosk.awaitTalking();
            assertThat(talking.clerk().name()).isEqualTo("沈建华");
            assertThat(talking.clerk().staffNo()).isEqualTo("NX1001");
            assertThat(talking.code())
                    .matches("\\d{4}")
                    .isEqualTo(clerk.awaitInCall().code());
            assertThat(clerk.line().await(RoomSnapshot.class).room()).isEqualTo(room);
            MediaPlan plan = kiosk.line().await(MediaPlan.class);
            assertThat(clerk.line().await(MediaPlan.class).epoch()).isEqualTo(plan.epoch());
            kiosk.line().say(new MediaMessage.MediaSignal(ring.call(), plan.epoch(), "kiosk", "clerk", "{}"));
            assertThat(clerk.line().await(MediaMessage.MediaSignal.class).from())
                    .isEqualTo("kiosk");

            kiosk.line().say(new RoomSignal.Draft(room, new FieldPath("/tradeName"), new FieldValue("禾")));
            assertThat(clerk.line().await(Shown.class).signal()).isInstanceOf(RoomSignal.Draft.class);
            kiosk.fillsIn(room);
            RoomHappened seen = clerk.line()
                    .await(
                            RoomHappened.class,
                            happened -> happened.event() instanceof RoomEvent.FieldSet set
                                    && set.path().value().equals("/contactIdNo"));
            assertThat(((RoomEvent.FieldSet) seen.event()).value().text()).isEqualTo("310117********0016");
            assertThat(seen.issues()).isNotEmpty();

            kiosk.line().does(op -> new RoomOperation.Declare(op, room, "NAME_RISK", true));
            String formHash = kiosk.line()
                    .awaitLatest(RoomHappened.class, happened -> happened.event() instanceof RoomEvent.Declared)
                    .formHash()
                    .orElseThrow();
            assertThat(clerk.line()
                            .awaitLatest(RoomHappened.class, happened -> happened.event() instanceof RoomEvent.Declared)
                            .formHash())
                    .as("the clerk sees the code that the applicant sees")
                    .contains(formHash);
            assertThat(refusal(kiosk.line()
                            .does(op -> new RoomOperation.Submit(op, room, "0" + formHash.substring(1) + "0"))))
                    .as("not the form that is there")
                    .isEqualTo(Refusal.STALE);
            OpId submit = Line.op();
            RoomOperation.Submit filing = new RoomOperation.Submit(submit, room, formHash);
            Answer answer = kiosk.line().ask(filing, submit.value());
            assertThat(answer).isInstanceOf(Answer.Accepted.class);
            RoomEvent.Submitted submitted = (RoomEvent.Submitted) kiosk.line()
                    .await(RoomHappened.class, happened -> happened.event() instanceof RoomEvent.Submitted)
                    .event();
            assertThat(submitted.caseNo().value()).matches("330503\\d{6}01\\d{5}[0-9A-Z]");
            assertThat(submitted.progress()).isPresent();
            assertThat(submitted.formHash()).isEqualTo(formHash);
            RoomEvent.Submitted atClerk = (RoomEvent.Submitted) clerk.line()
                    .await(RoomHappened.class, happened -> happened.event() instanceof RoomEvent.Submitted)
                    .event();
            assertThat(atClerk.progress())
                    .as("the receipt's secret is the applicant's")
                    .isEmpty();
            kiosk.line().forget();
            assertThat(kiosk.line().ask(filing, submit.value()))
                    .as("the same again")
                    .isEqualTo(answer);

            assertThat(clerk.hangsUp(ring.call())).isInstanceOf(Answer.Accepted.class);
            ToClerk.WrapUp wrapUp = (ToClerk.WrapUp) clerk.line()
                    .awaitLatest(
                            ToClerk.ClerkCallChanged.class,
                            changed -> changed.call().orElse(null) instanceof ToClerk.WrapUp)
                    .call()
                    .orElseThrow();
            assertThat(wrapUp.how()).isEqualTo(CallEnd.CLERK_HUNG_UP);
            assertThat(wrapUp.filed()).contains(submitted.caseNo());
            clerk.line().await(RoomLeft.class);
            clerk.finishes(ring.call());
            clerk.line().awaitLatest(ToClerk.DeskView.class, view -> view.state() == ClerkState.READY);

            kiosk.line().achieves(op -> new FromKiosk.EndVisit(op, room));
            kiosk.line().await(RoomLeft.class);
            assertThat(kiosk.opensTheForm()).as("the next applicant").isNotEqualTo(room);
        }
    }

    @Test
    void aClerkWritesOnlyAfterTheApplicantAllowedItAndOnlyUntilItIsWithdrawn() {
        try (Console clerk = town.console("shen.jianhua");
                KioskPage kiosk = town.kiosk(Town.ENTRANCE)) {
            RoomId room = kiosk.talksWith(clerk);
            assertThat(refusal(clerk.writes(room, "/tradeName", "禾泽", 0))).isEqualTo(Refusal.NEEDS_GRANT);

            kiosk.line().does(op -> new RoomOperation.GiveGrant(op, room, GrantScope.EDIT_FORM));
            assertThat(clerk.writes(room, "/tradeName", "禾泽", 0)).isInstanceOf(Answer.Accepted.class);
            RoomHappened written =
                    kiosk.line().await(RoomHappened.class, happened -> happened.event() instanceof RoomEvent.FieldSet);
            assertThat(written.by().role()).isEqualTo(Role.CLERK);
            assertThat(written.by().name()).isEqualTo("沈建华");

            kiosk.line().does(op -> new RoomOperation.EndGrant(op, room, GrantScope.EDIT_FORM));
            assertThat(refusal(clerk.writes(room, "/tradeName", "禾泽田", 1))).isEqualTo(Refusal.NEEDS_GRANT);
        }
    }

    @Test
    void anApplicantTakesWhatTheClerkProposesAndMayDropIt() {
        try (Console clerk = town.console("shen.jianhua");
                KioskPage kiosk = town.kiosk(Town.ENTRANCE)) {
            RoomId room = kiosk.talksWith(clerk);
            SuggestionId first = suggest(clerk, room, "s1", "禾泽", 0);
            kiosk.line().does(op -> new RoomOperation.DropSuggestion(op, room, first));
            SuggestionId second = suggest(clerk, room, "s2", "禾泽田", 0);
            kiosk.line().achieves(op -> new RoomOperation.TakeSuggestion(op, room, second));
            assertThat(refusal(kiosk.line().does(op -> new RoomOperation.TakeSuggestion(op, room, first))))
                    .isEqualTo(Refusal.UNKNOWN);
            FieldState taken = field(reload(kiosk), "/tradeName");
            assertThat(taken.value().text()).isEqualTo("禾泽田");
            assertThat(taken.by().role()).isEqualTo(Role.APPLICANT);
        }
    }

    @Test
    void aClerkWhoDoesNotAnswerLosesTheCallToTheNextAndThePlaceStays() {
        try (Console first = town.console("shen.jianhua");
                Console second = town.console("lu.xiaoyan");
                KioskPage kiosk = town.kiosk(Town.ENTRANCE)) {
            first.isReady(true);
            RoomId room = kiosk.opensTheForm();
            kiosk.calls(room);
            ToClerk.Ringing ring = first.awaitRing();
            second.isReady(true);
            town.timePasses(Duration.ofSeconds(20));

            assertThat(second.awaitRing().since()).isEqualTo(ring.since());
            first.awaitNoCall();
            assertThat(refusal(first.answers(ring.call()))).isEqualTo(Refusal.NO_CALL);
            assertThat(second.answers(ring.call())).isInstanceOf(Answer.Accepted.class);
        }
    }

    @Test
    void aHundredPressesOfCallAreOneCallAndCancellingFreesTheClerk() {
        try (Console clerk = town.console("shen.jianhua");
                KioskPage kiosk = town.kiosk(Town.ENTRANCE)) {
            clerk.isReady(true);
            RoomId room = kiosk.opensTheForm();
            for (int press = 0; press < 100; press++) {
                assertThat(kiosk.calls(room)).isInstanceOf(Answer.Accepted.class);
            }
            ToClerk.Ringing ring = clerk.awaitRing();
            assertThat(kiosk.cancels(ring.call())).isInstanceOf(Answer.Accepted.class);
            clerk.awaitNoCall();
            assertThat(refusal(clerk.answers(ring.call()))).isEqualTo(Refusal.NO_CALL);
        }
    }

    @Test
    void aHelperTypesForTheApplicantAndMayNotDeclareConfirmOrSubmit() {
        try (KioskPage kiosk = town.kiosk(Town.ENTRANCE)) {
            RoomId room = kiosk.opensTheForm();
            assertThat(refusal(kiosk.line().does(op -> new FromKiosk.HelperSignIn(op, room, new SignInCode("000000")))))
                    .isEqualTo(Refusal.WRONG_CODE);
            kiosk.line().achieves(op -> new FromKiosk.HelperSignIn(op, room, new SignInCode(town.helperCode())));
            kiosk.writes(room, "/tradeName", "禾泽", 0);
            assertThat(kiosk.line()
                            .await(RoomHappened.class, happened -> happened.event() instanceof RoomEvent.FieldSet)
                            .by()
                            .name())
                    .isEqualTo("周敏");
            assertThat(refusal(kiosk.line().does(op -> new RoomOperation.Declare(op, room, "NAME_RISK", true))))
                    .isEqualTo(Refusal.HELPER_MAY_NOT);
            assertThat(refusal(kiosk.line().does(op -> new RoomOperation.Submit(op, room, "0123"))))
                    .isEqualTo(Refusal.HELPER_MAY_NOT);
            kiosk.line().does(op -> new FromKiosk.HandOver(op, room, Role.APPLICANT));
            kiosk.line().achieves(op -> new RoomOperation.Declare(op, room, "NAME_RISK", true));
        }
    }

    @Test
    void whatWasSaidBeforeTheSeatsChangedIsSaidOnceAlsoWhereItIsSentAgain() {
        try (KioskPage kiosk = town.kiosk(Town.ENTRANCE)) {
            RoomId room = kiosk.opensTheForm();
            RoomOperation.Say applicants = new RoomOperation.Say(Line.op(), room, new ChatText("我听不见"));
            Answer first = kiosk.line().ask(applicants, applicants.opId().value());
            kiosk.line().achieves(op -> new FromKiosk.HelperSignIn(op, room, new SignInCode(town.helperCode())));
            RoomOperation.Say helpers = new RoomOperation.Say(Line.op(), room, new ChatText("我来打字"));
            Answer second = kiosk.line().ask(helpers, helpers.opId().value());
            kiosk.line().forget();
            assertThat(kiosk.line().ask(applicants, applicants.opId().value())).isEqualTo(first);
            kiosk.line().achieves(op -> new FromKiosk.HelperSignOut(op, room));

            town.restart();
            try (KioskPage after = town.kiosk(kiosk.cookie(), kiosk.page())) {
                assertThat(after.line().ask(helpers, helpers.opId().value())).isEqualTo(second);
                assertThat(after.line().await(RoomSnapshot.class).chat())
                        .extracting(line -> line.by().role())
                        .containsExactly(Role.APPLICANT, Role.HELPER);
                assertThat(after.line().all(RoomHappened.class)).isEmpty();
            }
        }
    }

    @Test
    void nobodyIsRungForACentreThatIsClosedOrNotStaffed() {
        try (KioskPage kiosk = town.kiosk(Town.ENTRANCE)) {
            kiosk.line()
                    .does(op -> new FromKiosk.OpenRoom(
                            op, KioskPage.NAME, new CentreId("320114"), List.of("WHO_SEES", "NOT_RECORDED", "KEPT")));
            RoomId room = kiosk.line().await(RoomSnapshot.class).room();
            assertThat(refusal(kiosk.calls(room))).isEqualTo(Refusal.NOT_SERVED);
        }
    }

    private static SuggestionId suggest(Console clerk, RoomId room, String id, String value, long rev) {
        SuggestionId suggestion = new SuggestionId(id);
        Answer answer = clerk.line()
                .does(op -> new RoomOperation.Suggest(
                        op,
                        room,
                        suggestion,
                        new FieldPath("/tradeName"),
                        new FieldValue(value),
                        rev,
                        new ChatText("因为")));
        assertThat(answer).isInstanceOf(Answer.Accepted.class);
        return suggestion;
    }

    /** The page is loaded again, in the same browser start. */
    private RoomSnapshot reload(KioskPage kiosk) {
        try (KioskPage again = town.kiosk(kiosk.cookie(), Town.newPage())) {
            return again.line().await(RoomSnapshot.class);
        }
    }
}
