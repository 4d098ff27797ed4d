package org.virtualwindow.server.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.virtualwindow.server.story.KioskPage.field;
import static org.virtualwindow.server.story.Line.refusal;

import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.virtualwindow.protocol.Answer;
import org.virtualwindow.protocol.Beat;
import org.virtualwindow.protocol.DemoCards;
import org.virtualwindow.protocol.DeviceResult;
import org.virtualwindow.protocol.DeviceView;
import org.virtualwindow.protocol.FromDevice;
import org.virtualwindow.protocol.FromKiosk;
import org.virtualwindow.protocol.RoomMessage.RoomLeft;
import org.virtualwindow.protocol.RoomMessage.RoomSnapshot;
import org.virtualwindow.protocol.SignedResult;
import org.virtualwindow.protocol.ToClerk;
import org.virtualwindow.protocol.ToDevice;
import org.virtualwindow.protocol.ToKiosk;
import org.virtualwindow.protocol.ids.CallId;
import org.virtualwindow.protocol.ids.DeviceId;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.protocol.ids.OpId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.values.Capability;
import org.virtualwindow.protocol.values.DeviceCondition;
import org.virtualwindow.protocol.values.LastDigits;
import org.virtualwindow.protocol.values.Refusal;
import org.virtualwindow.protocol.values.ResumeCode;
import org.virtualwindow.protocol.values.Trouble;
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
                kiosk.line().achieves(op -> new FromKiosk.ReadCard(op, room, Optional.of("C1")));
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
    void theCardThatComesBackIsReadByTheKiosksOwnReader() {
        RoomId room;
        ResumeCode code;
        try (KioskPage kiosk = town.kiosk(Town.ENTRANCE)) {
            room = kiosk.opensTheForm();
            code = putsAsideWithACard(kiosk, room);
        }
        try (KioskPage area = town.kiosk(Town.AREA);
                Daemon daemon = hasAReader(area)) {
            ToDevice.DoCommand first = begins(area, daemon, code, "r1");
            daemon.ends(first.command(), daemon.signed(new SignedResult(Town.AREA, first.command(), "guessed", C1)));
            area.line().say(new FromKiosk.StopReading());
            daemon.awaitCancelled(first.command());
            assertThat(answer(area, "r1")).as("what was guessed is none").isEqualTo(Refusal.TRY_AGAIN);
            daemon.ends(first, C1);
            assertThat(area.line().all(RoomSnapshot.class)).as("too late").isEmpty();

            daemon.ends(begins(area, daemon, code, "r2"), new DeviceResult.TaskFailed(Trouble.CARD_UNREADABLE));
            assertThat(answer(area, "r2")).isEqualTo(Refusal.DEVICE_FAULT);

            daemon.ends(begins(area, daemon, code, "r3"), read("C2"));
            assertThat(answer(area, "r3")).as("another person's card").isEqualTo(Refusal.WRONG_CODE);

            begins(area, daemon, code, "r4");
            town.timePasses(Duration.ofSeconds(36));
            assertThat(answer(area, "r4")).as("nobody laid one down").isEqualTo(Refusal.TRY_AGAIN);

            daemon.ends(begins(area, daemon, code, "r5"), C1);
            assertThat(area.line().await(RoomSnapshot.class).room()).isEqualTo(room);
        }
    }

    @Test
    void aCutWhileTheCardIsReadBeginsTheReadingAnew() {
        RoomId room;
        ResumeCode code;
        try (KioskPage kiosk = town.kiosk(Town.ENTRANCE)) {
            room = kiosk.opensTheForm();
            code = putsAsideWithACard(kiosk, room);
        }
        try (KioskPage area = town.kiosk(Town.AREA);
                Daemon daemon = hasAReader(area)) {
            ToDevice.DoCommand first = begins(area, daemon, code, "r1");
            area.line().cut();
            daemon.awaitCancelled(first.command());
            try (KioskPage again = town.kiosk(area.cookie(), area.page())) {
                ToDevice.DoCommand second = begins(again, daemon, code, "r1");
                try (KioskPage newest = town.kiosk(area.cookie(), area.page())) {
                    daemon.awaitCancelled(second.command());
                    ToDevice.DoCommand third = begins(newest, daemon, code, "r1");
                    ToDevice.DoCommand pressed = begins(newest, daemon, code, "r2");
                    daemon.awaitCancelled(third.command());
                    assertThat(answer(newest, "r1"))
                            .as("one reading at a kiosk")
                            .isEqualTo(Refusal.TRY_AGAIN);
                    daemon.ends(second, C1);
                    daemon.ends(third, C1);
                    assertThat(newest.line().all(RoomSnapshot.class))
                            .as("what was cancelled")
                            .isEmpty();
                    daemon.ends(pressed, C1);
                    assertThat(newest.line().await(RoomSnapshot.class).room()).isEqualTo(room);
                }
            }
        }
    }

    @Test
    void whatWasOpenedWhileTheCardWasReadStays() {
        try (KioskPage kiosk = town.kiosk(Town.ENTRANCE);
                KioskPage area = town.kiosk(Town.AREA);
                Daemon daemon = hasAReader(area)) {
            ResumeCode code = putsAsideWithACard(kiosk, kiosk.opensTheForm());
            ToDevice.DoCommand asked = begins(area, daemon, code, "r1");
            RoomId opened = area.opensTheForm();
            daemon.ends(asked, C1);
            assertThat(answer(area, "r1")).isEqualTo(Refusal.ALREADY);
            assertThat(area.line().all(RoomSnapshot.class))
                    .as("one matter at a kiosk")
                    .allMatch(shown -> shown.room().equals(opened));
            assertThat(area.writes(opened, "/tradeName", "禾", 0)).isInstanceOf(Answer.Accepted.class);
        }
    }

    @Test
    void nobodyWaitsForACardWhoseReaderIsGone() {
        try (KioskPage kiosk = town.kiosk(Town.ENTRANCE);
                KioskPage area = town.kiosk(Town.AREA);
                Daemon daemon = hasAReader(area)) {
            ResumeCode code = putsAsideWithACard(kiosk, kiosk.opensTheForm());
            begins(area, daemon, code, "r1");
            daemon.line().cut();
            assertThat(answer(area, "r1")).isEqualTo(Refusal.DEVICE_FAULT);
            area.line().await(ToKiosk.CardReader.class, told -> !told.cards().isEmpty());
            area.line().say(byCard(code, "r2"));
            assertThat(answer(area, "r2")).as("it was gone before they pressed").isEqualTo(Refusal.DEVICE_NOT_REACHED);
        }
    }

    @Test
    void whatWasStoppedAfterTheCardWasReadOpensNothing() throws Exception {
        try (KioskPage kiosk = town.kiosk(Town.ENTRANCE);
                KioskPage area = town.kiosk(Town.AREA);
                Daemon daemon = hasAReader(area);
                Connection busy = town.server().database().dataSource().getConnection()) {
            RoomId room = kiosk.opensTheForm();
            ResumeCode code = putsAsideWithACard(kiosk, room);
            ToDevice.DoCommand asked = begins(area, daemon, code, "r1");
            busy.setAutoCommit(false);
            busy.createStatement().execute("lock table resume_code");
            area.line().say(byDigits(code, "r2"));
            area.line().say(new FromKiosk.StopReading());
            area.line().say(new Beat(7L));
            area.line().await(Beat.class); // whatever was said before it has come
            daemon.ends(asked, C1);
            busy.rollback();
            assertThat(answer(area, "r2")).isEqualTo(Refusal.WRONG_CODE);
            assertThat(answer(area, "r1")).isEqualTo(Refusal.TRY_AGAIN);
            assertThat(area.line().all(RoomSnapshot.class)).isEmpty();
        }
    }

    private static FromKiosk.Resume byDigits(ResumeCode code, String op) {
        return new FromKiosk.Resume(new OpId(op), code, Optional.empty(), Optional.of(new LastDigits("0000")), false);
    }

    private static FromKiosk.Resume byCard(ResumeCode code, String op) {
        return new FromKiosk.Resume(
                new OpId(op), code, Optional.of(new FromKiosk.CardShown(Optional.empty())), Optional.empty(), false);
    }

    private static ResumeCode putsAsideWithACard(KioskPage kiosk, RoomId room) {
        kiosk.line().achieves(op -> new FromKiosk.ReadCard(op, room, Optional.of("C1")));
        ResumeCode code = makes(kiosk, room);
        kiosk.line().achieves(op -> new FromKiosk.PutAside(op, room));
        return code;
    }

    /** The daemon of the kiosk in the area, which the page knows of. */
    private Daemon hasAReader(KioskPage area) {
        Daemon daemon = Daemon.enrols(town, Town.AREA);
        DeviceView reader = new DeviceView(
                new DeviceId("reader"), "Reader", List.of(Capability.READ_CARD), DeviceCondition.OK, List.of(), false);
        daemon.line().say(new FromDevice.DevicesAre(List.of(reader)));
        assertThat(area.line()
                        .await(ToKiosk.CardReader.class, told -> told.cards().isEmpty())
                        .there())
                .as("a real one, and no card of the demo's")
                .isTrue();
        return daemon;
    }

    private static final DeviceResult C1 = read("C1");

    private static DeviceResult read(String card) {
        return new DeviceResult.CardWasRead(
                Objects.requireNonNull(DemoCards.all().get(card)));
    }

    private static ToDevice.DoCommand begins(KioskPage kiosk, Daemon daemon, ResumeCode code, String op) {
        List<ToDevice.DoCommand> before = daemon.line().all(ToDevice.DoCommand.class);
        kiosk.line().say(byCard(code, op));
        return daemon.line().await(ToDevice.DoCommand.class, each -> !before.contains(each));
    }

    private static Refusal answer(KioskPage kiosk, String op) {
        return refusal(kiosk.line().await(Answer.class, answer -> answer.opId().equals(new OpId(op))));
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
                        Optional.ofNullable(card).map(simulated -> new FromKiosk.CardShown(Optional.of(simulated))),
                        Optional.ofNullable(digits).map(LastDigits::new),
                        takeOver));
    }
}
