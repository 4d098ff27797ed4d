package org.virtualwindow.server.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.virtualwindow.server.story.KioskPage.field;
import static org.virtualwindow.server.story.Line.refusal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.virtualwindow.protocol.Answer;
import org.virtualwindow.protocol.CallCommand;
import org.virtualwindow.protocol.FromKiosk;
import org.virtualwindow.protocol.MediaPlan;
import org.virtualwindow.protocol.RoomMessage.RoomLeft;
import org.virtualwindow.protocol.RoomMessage.RoomSnapshot;
import org.virtualwindow.protocol.ToClerk;
import org.virtualwindow.protocol.ToKiosk;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.values.LastDigits;
import org.virtualwindow.protocol.values.Refusal;
import org.virtualwindow.protocol.values.ResumeCode;

/** The server, or the kiosk's browser, begins anew in the middle of it. */
class BegunAnewIT {
    @TempDir
    static Path folder = Path.of("");

    private final Town town = new Town(folder);

    @AfterEach
    void stop() {
        town.close();
    }

    @Test
    void afterARestartOfTheServerTheSameCallGoesOnAndNothingAcknowledgedIsMissing() {
        Console clerk = town.console("shen.jianhua");
        KioskPage kiosk = town.kiosk(Town.ENTRANCE);
        RoomId room = kiosk.talksWith(clerk);
        kiosk.writes(room, "/tradeName", "禾泽", 0);
        String code = clerk.awaitInCall().code();
        town.restart();
        try (KioskPage back = town.kiosk(kiosk.cookie(), kiosk.page());
                Console clerkBack = town.console(clerk.cookie(), clerk.page())) {
            RoomSnapshot snapshot = back.line().await(RoomSnapshot.class);
            assertThat(field(snapshot, "/tradeName").value().text()).isEqualTo("禾泽");
            assertThat(snapshot.clerk()).isPresent();
            assertThat(back.awaitTalking().code()).isEqualTo(code);
            assertThat(clerkBack.awaitInCall().room()).isEqualTo(room);
            clerkBack.line().await(RoomSnapshot.class);
            back.line().await(MediaPlan.class);
            assertThat(back.writes(room, "/tradeName", "禾泽田", 1)).isInstanceOf(Answer.Accepted.class);
        }
    }

    @Test
    void afterARestartWhileWaitingThePlaceInLineIsKept() {
        KioskPage first = town.kiosk(Town.ENTRANCE);
        first.calls(first.opensTheForm());
        var since = first.awaitWaiting(false).since();
        town.timePasses(Duration.ofSeconds(30));
        try (KioskPage second = town.kiosk(Town.AREA)) {
            second.calls(second.opensTheForm());
        }
        town.restart();
        try (KioskPage back = town.kiosk(first.cookie(), first.page());
                Console clerk = town.console("shen.jianhua")) {
            assertThat(back.awaitWaiting(false).since()).isEqualTo(since);
            clerk.isReady(true);
            assertThat(clerk.awaitRing().since()).isEqualTo(since);
        }
    }

    @Test
    void whoeverSaysTwiceThatTheyBeginHasBegunOnce() {
        try (KioskPage kiosk = town.kiosk(Town.ENTRANCE)) {
            FromKiosk.OpenRoom open = KioskPage.form(Line.op());
            Answer first = kiosk.line().ask(open, open.opId().value());
            RoomId room = kiosk.line().await(RoomSnapshot.class).room();
            kiosk.line().forget();
            assertThat(kiosk.line().ask(open, open.opId().value())).isEqualTo(first);

            kiosk.line().achieves(op -> new FromKiosk.EndVisit(op, room));
            kiosk.line().await(RoomLeft.class);
            kiosk.line().forget();
            assertThat(refusal(kiosk.line().ask(open, open.opId().value()))).isEqualTo(Refusal.ALREADY);

            town.restart();
            try (KioskPage again = town.kiosk(kiosk.cookie(), kiosk.page())) {
                assertThat(refusal(again.line().ask(open, open.opId().value()))).isEqualTo(Refusal.ALREADY);
                assertThat(again.opensTheForm()).as("the next applicant").isNotEqualTo(room);
            }
        }
    }

    @Test
    void whoeverStartsTheKiosksBrowserAnewSeesNothingUntilTheClerkLetsThemIn() {
        try (Console clerk = town.console("shen.jianhua");
                KioskPage kiosk = town.kiosk(Town.ENTRANCE)) {
            RoomId room = kiosk.talksWith(clerk);
            kiosk.writes(room, "/tradeName", "禾泽", 0);
            try (KioskPage anew = town.kiosk(Town.ENTRANCE)) {
                assertThat(kiosk.line().awaitClose()).isEqualTo(4409);
                assertThat(anew.line().await(ToKiosk.Interrupted.class).inCall())
                        .isTrue();
                assertThat(refusal(anew.writes(room, "/tradeName", "x", 1))).isEqualTo(Refusal.NO_ROOM);
                assertThat(anew.line().first(RoomSnapshot.class, any -> true)).isEmpty();
                var call = clerk.line()
                        .awaitLatest(
                                ToClerk.ClerkCallChanged.class,
                                changed ->
                                        changed.call().orElse(null) instanceof ToClerk.InCall in && in.interrupted());
                clerk.line()
                        .does(op -> new CallCommand.LetBackIn(
                                op, call.call().orElseThrow().call()));
                assertThat(field(anew.line().await(RoomSnapshot.class), "/tradeName")
                                .value()
                                .text())
                        .isEqualTo("禾泽");
                anew.awaitTalking();
            }
        }
    }

    @Test
    void whoeverEndsWhatTheyMayNotSeeTakesNobodysCodeAway() {
        try (KioskPage kiosk = town.kiosk(Town.ENTRANCE)) {
            RoomId room = kiosk.opensTheForm();
            kiosk.writes(room, "/contactMobile", "13800000427", 0);
            kiosk.line().achieves(op -> new FromKiosk.MakeResumeCode(op, room));
            ResumeCode code = kiosk.line().await(ToKiosk.ResumeCodeMade.class).code();
            try (KioskPage anew = town.kiosk(Town.ENTRANCE)) {
                anew.line().await(ToKiosk.Interrupted.class);
                FromKiosk.EndVisit end = new FromKiosk.EndVisit(Line.op(), room);
                assertThat(anew.line().ask(end, end.opId().value())).isInstanceOf(Answer.Accepted.class);
                assertThat(anew.line().ask(end, end.opId().value()))
                        .as("also where the answer was lost")
                        .isInstanceOf(Answer.Accepted.class);
                assertThat(anew.opensTheForm()).as("the next applicant").isNotEqualTo(room);
            }
            try (KioskPage area = town.kiosk(Town.AREA)) {
                area.line()
                        .achieves(op -> new FromKiosk.Resume(
                                op, code, Optional.empty(), Optional.of(new LastDigits("0427")), false));
                assertThat(area.line().await(RoomSnapshot.class).room()).isEqualTo(room);
            }
        }
    }

    @Test
    void anInterruptedKioskIsToldWhenNobodyIsThereAnyMoreWhoCouldLetThemIn() {
        try (Console clerk = town.console("shen.jianhua");
                KioskPage kiosk = town.kiosk(Town.ENTRANCE)) {
            kiosk.talksWith(clerk);
            try (KioskPage anew = town.kiosk(Town.ENTRANCE)) {
                anew.line().await(ToKiosk.Interrupted.class, told -> told.inCall());
                assertThat(anew.line().await(MediaPlan.class).you())
                        .as("the clerk sees and hears who is there")
                        .isEqualTo("kiosk");

                clerk.hangsUp(clerk.awaitInCall().call());

                anew.line().awaitLatest(ToKiosk.Interrupted.class, told -> !told.inCall());
            }
        }
    }
}
