package org.virtualwindow.server.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.virtualwindow.server.story.KioskPage.field;
import static org.virtualwindow.server.story.Line.refusal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.virtualwindow.protocol.Answer;
import org.virtualwindow.protocol.FromKiosk;
import org.virtualwindow.protocol.RoomMessage.RoomLeft;
import org.virtualwindow.protocol.RoomMessage.RoomSnapshot;
import org.virtualwindow.protocol.ToClerk;
import org.virtualwindow.protocol.ToKiosk;
import org.virtualwindow.protocol.ids.CallId;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.protocol.ids.OpId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.values.LastDigits;
import org.virtualwindow.protocol.values.Refusal;
import org.virtualwindow.protocol.values.ResumeCode;
import org.virtualwindow.server.Await;
import org.virtualwindow.server.postgres.Sql;

/** Somebody leaves with a code, and comes back with it and something else that is theirs. */
class ResumeIT {
    private static final String MOBILE = "/contactMobile";

    @TempDir
    static Path folder = Path.of("");

    private Town town;

    ResumeIT() {
        town = new Town(folder);
    }

    @AfterEach
    void stop() {
        town.close();
    }

    @Test
    void theMatterGoesOnAtAnotherKioskAndRingsFirstAtTheClerkWhoHadIt() {
        try (Console other = town.console("lu.xiaoyan");
                Console clerk = town.console("shen.jianhua")) {
            RoomId room;
            ResumeCode code;
            try (KioskPage kiosk = town.kiosk(Town.ENTRANCE)) {
                room = kiosk.talksWith(clerk);
                assertThat(refusal(kiosk.line().does(op -> new FromKiosk.MakeResumeCode(op, room))))
                        .as("nothing is there yet by which somebody could be known again")
                        .isEqualTo(Refusal.NO_SECOND_FACTOR);
                assertThat(refusal(kiosk.line().does(op -> new FromKiosk.PutAside(op, room))))
                        .isEqualTo(Refusal.INCOMPLETE);
                kiosk.line().achieves(op -> new FromKiosk.ReadCard(op, room, "C1"));
                kiosk.writes(room, MOBILE, "13800000427", 0);
                code = makes(kiosk, room);
                kiosk.line().achieves(op -> new FromKiosk.PutAside(op, room));
                assertThat(kiosk.line().await(RoomLeft.class).room()).isEqualTo(room);
                assertThat(kiosk.opensTheForm())
                        .as("the kiosk is free for the next")
                        .isNotEqualTo(room);
            }
            ToClerk.AsideChanged aside = clerk.line()
                    .await(ToClerk.AsideChanged.class, told -> !told.matters().isEmpty());
            assertThat(aside.matters().getFirst().applicant()).isEqualTo("㐱**");
            other.isReady(true);
            clerk.finishes(clerk.line()
                    .awaitLatest(
                            ToClerk.ClerkCallChanged.class,
                            changed -> changed.call().orElse(null) instanceof ToClerk.WrapUp)
                    .call()
                    .orElseThrow()
                    .call());
            town.timePasses(Duration.ofDays(1));

            try (KioskPage area = town.kiosk(Town.AREA)) {
                resumes(area, code, "C1", null, false);
                RoomSnapshot back = area.line().await(RoomSnapshot.class);
                assertThat(back.room()).isEqualTo(room);
                assertThat(field(back, MOBILE).value().text()).isEqualTo("13800000427");
                assertThat(back.resumableUntil()).as("the code is used up").isEmpty();
                clerk.line()
                        .await(
                                ToClerk.AsideChanged.class,
                                told -> told.matters().isEmpty());
                area.calls(room);
                assertThat(clerk.awaitRing().resumed()).isPresent();
            }
        }
    }

    @Test
    void wrongCodesAreToldAlikeSlowedDownAndEndTheCode() {
        try (KioskPage kiosk = town.kiosk(Town.ENTRANCE);
                KioskPage area = town.kiosk(Town.AREA)) {
            RoomId room = kiosk.opensTheForm();
            kiosk.writes(room, MOBILE, "13800000427", 0);
            ResumeCode first = makes(kiosk, room);
            ResumeCode code = makes(kiosk, room);
            kiosk.line().achieves(op -> new FromKiosk.PutAside(op, room));

            assertThat(refusal(resumes(area, first, null, "0427", false)))
                    .as("a newer code ended it")
                    .isEqualTo(Refusal.WRONG_CODE);
            assertThat(refusal(resumes(area, new ResumeCode("0000-0000"), null, "0427", false)))
                    .isEqualTo(Refusal.WRONG_CODE);
            for (int tries = 0; tries < 3; tries++) {
                assertThat(refusal(resumes(area, code, null, "0000", false))).isEqualTo(Refusal.WRONG_CODE);
            }
            Answer sixth = resumes(area, code, null, "0427", false);
            assertThat(refusal(sixth)).as("five were free at this kiosk").isEqualTo(Refusal.TOO_MANY);
            assertThat(((Answer.Refused) sixth).until()).isPresent();

            town.restart();
            for (int tries = 0; tries < 2; tries++) {
                try (KioskPage again = town.kiosk(Town.AREA)) {
                    assertThat(refusal(resumes(again, code, "C2", null, false))).isEqualTo(Refusal.WRONG_CODE);
                }
            }
            try (KioskPage again = town.kiosk(Town.AREA)) {
                assertThat(refusal(resumes(again, code, null, "0427", false)))
                        .as("five tries end a code, also over a restart, and it is told as any other")
                        .isEqualTo(Refusal.WRONG_CODE);
            }
        }
    }

    @Test
    void whatIsOpenElsewhereIsTakenOverOnPurposeOnly() {
        try (KioskPage kiosk = town.kiosk(Town.ENTRANCE);
                KioskPage area = town.kiosk(Town.AREA)) {
            RoomId room = kiosk.opensTheForm();
            kiosk.writes(room, MOBILE, "13800000427", 0);
            ResumeCode code = makes(kiosk, room);

            assertThat(refusal(resumes(area, code, null, "0427", false))).isEqualTo(Refusal.OPEN_ELSEWHERE);
            assertThat(kiosk.writes(room, "/tradeName", "禾泽", 0)).isInstanceOf(Answer.Accepted.class);
            OpId op = Line.op();
            FromKiosk.Resume over =
                    new FromKiosk.Resume(op, code, Optional.empty(), Optional.of(new LastDigits("0427")), true);
            assertThat(area.line().ask(over, op.value())).isInstanceOf(Answer.Accepted.class);
            assertThat(kiosk.line().await(RoomLeft.class).room()).isEqualTo(room);
            assertThat(refusal(kiosk.writes(room, "/tradeName", "禾", 1))).isEqualTo(Refusal.NO_ROOM);
            assertThat(area.line().ask(over, op.value()))
                    .as("said again it is answered as it was")
                    .isInstanceOf(Answer.Accepted.class);
            assertThat(area.writes(room, "/tradeName", "禾", 1)).isInstanceOf(Answer.Accepted.class);
        }
    }

    @Test
    void whoeverTalksAtTheFirstKioskByNowGoesOnTalking() {
        try (Console clerk = town.console("shen.jianhua");
                KioskPage kiosk = town.kiosk(Town.ENTRANCE);
                KioskPage area = town.kiosk(Town.AREA)) {
            RoomId room = kiosk.opensTheForm();
            kiosk.writes(room, MOBILE, "13800000427", 0);
            ResumeCode code = makes(kiosk, room);
            kiosk.line().achieves(op -> new FromKiosk.PutAside(op, room));
            kiosk.line().await(RoomLeft.class);
            kiosk.talksWith(clerk);
            CallId strangers = kiosk.awaitTalking().call();

            resumes(area, code, null, "0427", false);
            assertThat(area.line().await(RoomSnapshot.class).room()).isEqualTo(room);

            assertThat(kiosk.hangsUp(strangers)).as("it was still there").isInstanceOf(Answer.Accepted.class);
        }
    }

    @Test
    void aCodeOfAnotherRegionIsNoneOfTheCentreThatDecides() {
        new Sql(town.server().database().dataSource())
                .update("insert into kiosk (id, centre, name_zh, name_en) values ('330503-K1', '330503', '', '')");
        town.restart();
        try (KioskPage kiosk = town.kiosk(Town.ENTRANCE);
                KioskPage there = town.kiosk(new KioskId("330503-K1"))) {
            RoomId room = kiosk.opensTheForm();
            kiosk.writes(room, MOBILE, "13800000427", 0);
            ResumeCode code = makes(kiosk, room);
            kiosk.line().achieves(op -> new FromKiosk.PutAside(op, room));
            assertThat(refusal(resumes(there, code, null, "0000", false)))
                    .as("nobody learns of it who could not prove whose it is")
                    .isEqualTo(Refusal.WRONG_CODE);
            assertThat(refusal(resumes(there, code, null, "0427", false))).isEqualTo(Refusal.OTHER_REGION);
            assertThat(resumes(kiosk, code, null, "0427", false))
                    .as("the code is as good as before")
                    .isInstanceOf(Answer.Accepted.class);
        }
    }

    @Test
    void nobodyLeavesWithACodeThatNothingOfTheirsGoesWithAnyMore() {
        try (KioskPage kiosk = town.kiosk(Town.ENTRANCE)) {
            RoomId room = kiosk.opensTheForm();
            kiosk.writes(room, MOBILE, "13800000427", 0);
            makes(kiosk, room);
            kiosk.writes(room, MOBILE, "", 1);
            assertThat(refusal(kiosk.line().does(op -> new FromKiosk.PutAside(op, room))))
                    .isEqualTo(Refusal.NO_SECOND_FACTOR);
            kiosk.writes(room, MOBILE, "13800000427", 2);
            kiosk.line().achieves(op -> new FromKiosk.PutAside(op, room));
        }
    }

    @Test
    void afterSevenDaysItIsOverAndNothingOfItIsLeft() {
        try (KioskPage kiosk = town.kiosk(Town.ENTRANCE)) {
            RoomId room = kiosk.opensTheForm();
            kiosk.writes(room, MOBILE, "13800000427", 0);
            ResumeCode code = makes(kiosk, room);
            kiosk.line().achieves(op -> new FromKiosk.PutAside(op, room));
            town.timePasses(Duration.ofDays(8));
            town.restart();
            try (KioskPage again = town.kiosk(Town.ENTRANCE)) {
                assertThat(refusal(resumes(again, code, null, "0427", false))).isEqualTo(Refusal.WRONG_CODE);
                Await.await("the room's bodies to be erased", () -> bodiesOf(room) == 0);
            }
        }
    }

    @Test
    void aCodeIsToldOnceAndWhoeverMissedItGetsAnother() {
        try (KioskPage kiosk = town.kiosk(Town.ENTRANCE)) {
            RoomId room = kiosk.opensTheForm();
            kiosk.writes(room, MOBILE, "13800000427", 0);
            OpId op = Line.op();
            kiosk.line().ask(new FromKiosk.MakeResumeCode(op, room), op.value());
            kiosk.line().forget();
            assertThat(kiosk.line().ask(new FromKiosk.MakeResumeCode(op, room), op.value()))
                    .isInstanceOf(Answer.Accepted.class);
            assertThat(kiosk.line().latest(ToKiosk.ResumeCodeMade.class)).isEmpty();
            makes(kiosk, room);
        }
    }

    private long bodiesOf(RoomId room) {
        return new Sql(town.server().database().dataSource())
                .first("select count(*) from entry_body where stream = ?", row -> row.getLong(1), room.value())
                .orElseThrow();
    }

    private static ResumeCode makes(KioskPage kiosk, RoomId room) {
        kiosk.line().achieves(op -> new FromKiosk.MakeResumeCode(op, room));
        ResumeCode code = kiosk.line()
                .latest(ToKiosk.ResumeCodeMade.class)
                .orElseThrow(() -> new AssertionError("it is told before the answer"))
                .code();
        assertThat(code.code()).matches("[0-9A-Z]{4}-[0-9A-Z]{4}");
        kiosk.line().forget();
        return code;
    }

    private static Answer resumes(
            KioskPage kiosk, ResumeCode code, @Nullable String card, @Nullable String digits, boolean takeOver) {
        return kiosk.line()
                .does(op -> new FromKiosk.Resume(
                        op,
                        code,
                        Optional.ofNullable(card),
                        Optional.ofNullable(digits).map(LastDigits::new),
                        takeOver));
    }
}
