package org.virtualwindow.server.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.virtualwindow.protocol.Answer;
import org.virtualwindow.protocol.DeviceView;
import org.virtualwindow.protocol.FromDevice;
import org.virtualwindow.protocol.FromHall.DisableKiosk;
import org.virtualwindow.protocol.FromHall.EnableKiosk;
import org.virtualwindow.protocol.FromHall.OnKiosk;
import org.virtualwindow.protocol.FromHall.RestartKiosk;
import org.virtualwindow.protocol.FromHall.Restarted;
import org.virtualwindow.protocol.FromHall.SetKioskMessage;
import org.virtualwindow.protocol.FromHall.TestKiosk;
import org.virtualwindow.protocol.FromKiosk;
import org.virtualwindow.protocol.KioskRestart;
import org.virtualwindow.protocol.KioskRestart.RestartOutcome;
import org.virtualwindow.protocol.SelfTest.TestOutcome;
import org.virtualwindow.protocol.SelfTest.TestPart;
import org.virtualwindow.protocol.SelfTest.Tried;
import org.virtualwindow.protocol.ToDevice;
import org.virtualwindow.protocol.ToHall;
import org.virtualwindow.protocol.ToHall.KioskCondition;
import org.virtualwindow.protocol.ToKiosk;
import org.virtualwindow.protocol.ToKiosk.KioskStanding;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.protocol.ids.OpId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.values.Capability;
import org.virtualwindow.protocol.values.DeviceCondition;
import org.virtualwindow.protocol.values.LocalText;
import org.virtualwindow.protocol.values.NoticeText;
import org.virtualwindow.protocol.values.Refusal;
import org.virtualwindow.protocol.values.Trouble;
import org.virtualwindow.server.directory.CentrePlace;
import org.virtualwindow.server.postgres.Sql;

/** Two hall managers and the kiosks of one of them. */
class FleetIT {
    @TempDir
    static Path folder = Path.of("");

    private static final Optional<NoticeText> WHY = Optional.of(new NoticeText("打印机送修，下午恢复"));
    private static final List<Function<OpId, OnKiosk>> ORDERS = List.of(
            op -> new DisableKiosk(op, Town.ENTRANCE, WHY),
            op -> new EnableKiosk(op, Town.ENTRANCE),
            op -> new SetKioskMessage(op, Town.ENTRANCE, WHY),
            op -> new TestKiosk(op, Town.ENTRANCE),
            op -> new RestartKiosk(op, Town.ENTRANCE, Restarted.BROWSER));

    private final Town town = new Town(folder);

    @AfterEach
    void stop() {
        town.close();
    }

    @Test
    void aKioskThatIsDisabledTakesNobodyOverARestartUntilItIsEnabled() {
        KioskPage kiosk = town.kiosk(Town.ENTRANCE);
        String cookie = kiosk.cookie();
        try (Line<ToHall> board = town.board("gu.mingyuan")) {
            assertThat(kiosk.line().await(KioskStanding.class).outOfOrder()).isFalse();
            board.achieves(op -> new SetKioskMessage(op, Town.ENTRANCE, Optional.of(new NoticeText("11:30 起维护"))));
            board.achieves(op -> new DisableKiosk(op, Town.ENTRANCE, WHY));
            KioskStanding standing = kiosk.line().awaitLatest(KioskStanding.class, KioskStanding::outOfOrder);
            assertThat(standing.outOfOrderMessage()).isEqualTo(WHY);
            assertThat(Line.refusal(kiosk.line().does(KioskPage::form))).isEqualTo(Refusal.OUT_OF_ORDER);
        }
        kiosk.close();

        town.restart();
        try (KioskPage again = town.kiosk(cookie, "again");
                KioskPage neighbour = town.kiosk(Town.AREA);
                Line<ToHall> board = town.board("gu.mingyuan")) {
            KioskStanding standing = again.line().await(KioskStanding.class);
            assertThat(standing.outOfOrder()).isTrue();
            assertThat(standing.message()).contains(new NoticeText("11:30 起维护"));
            assertThat(Line.refusal(again.line().does(KioskPage::form))).isEqualTo(Refusal.OUT_OF_ORDER);
            neighbour.opensTheForm();
            awaitCondition(board, KioskCondition::outOfOrder);

            board.achieves(op -> new EnableKiosk(op, Town.ENTRANCE));
            again.line().awaitLatest(KioskStanding.class, each -> !each.outOfOrder());
            again.opensTheForm();
        }
    }

    @Test
    void aKioskWhoseHallHasNoOtherNamesOpenHallsOfItsCity() {
        Sql sql = new Sql(town.server().database().dataSource());
        opens(sql, "310112", "上海市闵行区政务服务中心");
        opens(sql, "310113", "上海市宝山区政务服务中心"); // whose kiosk is not connected
        opens(sql, "330501", "湖州市政务服务中心"); // another city
        sql.update(
                "update centre set place = ?::jsonb where id = '310112'",
                new CentrePlace(
                                new LocalText("闵行区示例路 1 号", "1 Shili Road, Minhang"),
                                new LocalText("一楼", "Ground floor"),
                                List.of(),
                                List.of(),
                                List.of(),
                                new CentrePlace.Point(0, 0))
                        .json());
        town.restart();
        try (KioskPage kiosk = town.kiosk(Town.ENTRANCE);
                KioskPage _ = town.kiosk(new KioskId("330501-K1"));
                KioskPage other = town.kiosk(new KioskId("310112-K1"));
                Line<ToHall> board = town.board("gu.mingyuan")) {
            board.achieves(op -> new DisableKiosk(op, Town.ENTRANCE, WHY));
            KioskStanding standing = kiosk.line().awaitLatest(KioskStanding.class, KioskStanding::outOfOrder);
            assertThat(standing.others()).isEmpty();
            assertThat(standing.elsewhere()).singleElement().satisfies(hall -> {
                assertThat(hall.centre().zh()).isEqualTo("上海市闵行区政务服务中心");
                assertThat(hall.address().orElseThrow().zh()).isEqualTo("闵行区示例路 1 号");
                assertThat(hall.kiosks()).hasSize(1);
            });
            try (KioskPage _ = town.kiosk(Town.AREA)) {
                assertThat(kiosk.line()
                                .awaitLatest(
                                        KioskStanding.class,
                                        each -> !each.others().isEmpty())
                                .elsewhere())
                        .as("its own hall comes first")
                        .isEmpty();
            }
            kiosk.line()
                    .awaitLatest(KioskStanding.class, each -> !each.elsewhere().isEmpty());
            other.line().cut();
            kiosk.line()
                    .awaitLatest(KioskStanding.class, each -> each.elsewhere().isEmpty());
        }
    }

    private static void opens(Sql sql, String centre, String name) {
        sql.update(
                "insert into centre (id, name_zh, name_en, region_zh, region_en) values (?, ?, '', '', '')",
                centre,
                name);
        sql.update(
                "insert into opening_hours (centre, weekday, opens, closes)"
                        + " select ?, day, time '00:00', time '00:00' from generate_series(1, 7) day",
                centre);
        sql.update("insert into kiosk (id, centre, name_zh, name_en) values (?, ?, 'x', 'x')", centre + "-K1", centre);
    }

    @Test
    void aKioskThatIsOutOfOrderNamesThoseOfItsHallThatAreOn() {
        try (KioskPage kiosk = town.kiosk(Town.ENTRANCE);
                KioskPage neighbour = town.kiosk(Town.AREA);
                Line<ToHall> board = town.board("gu.mingyuan")) {
            assertThat(kiosk.line().await(KioskStanding.class).others())
                    .as("nobody has to go elsewhere")
                    .isEmpty();
            board.achieves(op -> new DisableKiosk(op, Town.ENTRANCE, WHY));
            assertThat(kiosk.line()
                            .awaitLatest(KioskStanding.class, KioskStanding::outOfOrder)
                            .others())
                    .hasSize(1);
            board.achieves(op -> new DisableKiosk(op, Town.AREA, WHY));
            kiosk.line().awaitLatest(KioskStanding.class, each -> each.others().isEmpty());
            board.achieves(op -> new EnableKiosk(op, Town.AREA));
            kiosk.line().awaitLatest(KioskStanding.class, each -> !each.others().isEmpty());
            neighbour.line().cut();
            kiosk.line().awaitLatest(KioskStanding.class, each -> each.others().isEmpty());
            try (KioskPage _ = town.kiosk(Town.AREA)) {
                kiosk.line()
                        .awaitLatest(KioskStanding.class, each -> !each.others().isEmpty());
            }
        }
    }

    @Test
    void nothingIsDoneToAKioskWhileSomebodySitsThere() {
        try (KioskPage kiosk = town.kiosk(Town.ENTRANCE);
                Daemon daemon = Daemon.enrols(town, Town.ENTRANCE).tells();
                Line<ToHall> board = town.board("gu.mingyuan")) {
            RoomId room = kiosk.opensTheForm();
            for (Function<OpId, OnKiosk> order : ORDERS) {
                assertThat(Line.refusal(board.does(order))).isEqualTo(Refusal.IN_USE);
            }
            kiosk.line().achieves(op -> new FromKiosk.EndVisit(op, room));
            board.achieves(op -> new RestartKiosk(op, Town.ENTRANCE, Restarted.BROWSER));
            assertThat(daemon.line().await(ToDevice.RestartNow.class).what()).isEqualTo(Restarted.BROWSER);
            assertThat(daemon.line().all(ToDevice.RestartNow.class)).hasSize(1);
            daemon.line().cut();
            awaitCondition(board, each -> each.devices().isEmpty());
            assertThat(Line.refusal(board.does(op -> new RestartKiosk(op, Town.ENTRANCE, Restarted.DAEMON))))
                    .isEqualTo(Refusal.DEVICE_NOT_REACHED);
        }
    }

    @Test
    void anOrderThatComesAgainHasNoSecondEffectEvenAfterARestart() {
        OpId disabling = Line.op();
        OnKiosk disable = new DisableKiosk(disabling, Town.ENTRANCE, WHY);
        OpId restarting = Line.op();
        OnKiosk restart = new RestartKiosk(restarting, Town.ENTRANCE, Restarted.BROWSER);
        try (Daemon daemon = Daemon.enrols(town, Town.ENTRANCE);
                Line<ToHall> board = town.board("gu.mingyuan")) {
            for (int time = 1; time <= 2; time++) {
                board.forget();
                assertThat(board.ask(disable, disabling.value())).isInstanceOf(Answer.Accepted.class);
                assertThat(board.ask(restart, restarting.value())).isInstanceOf(Answer.Accepted.class);
            }
            board.achieves(op -> new TestKiosk(op, Town.ENTRANCE));
            daemon.line().await(ToDevice.TestDevices.class);
            assertThat(daemon.line().all(ToDevice.RestartNow.class)).hasSize(1);
            board.achieves(op -> new EnableKiosk(op, Town.ENTRANCE));
        }
        town.restart();
        try (Line<ToHall> board = town.board("gu.mingyuan")) {
            assertThat(board.ask(disable, disabling.value())).isInstanceOf(Answer.Accepted.class);
            assertThat(board.ask(restart, restarting.value()))
                    .as("it was done, though the daemon is away by now")
                    .isInstanceOf(Answer.Accepted.class);
            board.forget();
            assertThat(Line.refusal(board.ask(new EnableKiosk(disabling, Town.ENTRANCE), disabling.value())))
                    .isEqualTo(Refusal.MISMATCH);
            board.achieves(op -> new SetKioskMessage(op, Town.ENTRANCE, WHY));
            assertThat(awaitCondition(board, each -> each.message().isPresent()).outOfOrder())
                    .isFalse();
        }
    }

    @Test
    void whatCameOfARestartStandsOnTheBoard() {
        try (Daemon daemon = Daemon.enrols(town, Town.ENTRANCE);
                Line<ToHall> board = town.board("gu.mingyuan")) {
            OpId first = ordered(board, daemon, Restarted.BROWSER);
            daemon.line().say(new FromDevice.RestartDeclined(first, Trouble.BUSY));
            assertThat(restart(board, RestartOutcome.DECLINED).why()).contains(Trouble.BUSY);

            OpId second = ordered(board, daemon, Restarted.BROWSER);
            town.timePasses(Duration.ofMinutes(1));
            restart(board, RestartOutcome.NO_ANSWER);
            daemon.line().say(new FromDevice.RestartDone(second));
            assertThat(restart(board, RestartOutcome.DONE).why()).isEmpty();

            OpId third = ordered(board, daemon, Restarted.DAEMON);
            daemon.line().say(new FromDevice.RestartDeclined(second, Trouble.BUSY));
            daemon.line().say(new FromDevice.DeviceAlive("1", 3_600L, Optional.empty()));
            daemon.line().cut();
            town.timePasses(Duration.ofSeconds(10));
            try (Daemon _ = daemon.isStartedAnew(town)) {
                assertThat(restart(board, RestartOutcome.DONE).order()).isEqualTo(third);
            }
        }
    }

    private static OpId ordered(Line<ToHall> board, Daemon daemon, Restarted what) {
        daemon.line().forget();
        board.achieves(op -> new RestartKiosk(op, Town.ENTRANCE, what));
        OpId order = daemon.line().await(ToDevice.RestartNow.class).order();
        assertThat(restart(board, RestartOutcome.AWAITED).order()).isEqualTo(order);
        return order;
    }

    private static KioskRestart restart(Line<ToHall> board, RestartOutcome outcome) {
        return awaitCondition(
                        board,
                        each -> each.restart()
                                .filter(restart -> restart.outcome() == outcome)
                                .isPresent())
                .restart()
                .orElseThrow();
    }

    @Test
    void aManagerOfAnotherCentreKnowsNoSuchKiosk() {
        try (KioskPage kiosk = town.kiosk(Town.ENTRANCE);
                Line<ToHall> nanxun = town.board("yao.liping")) {
            kiosk.opensTheForm();
            for (Function<OpId, OnKiosk> order : ORDERS) {
                assertThat(Line.refusal(nanxun.does(order)))
                        .as("also while somebody sits there")
                        .isEqualTo(Refusal.UNKNOWN);
            }
            assertThat(nanxun.await(ToHall.Board.class).kiosks()).isEmpty();
        }
    }

    @Test
    void aSelfTestIsAnsweredByPageAndDaemonEachForItself() {
        try (KioskPage kiosk = town.kiosk(Town.ENTRANCE);
                Daemon daemon = Daemon.enrols(town, Town.ENTRANCE).tells();
                Line<ToHall> board = town.board("gu.mingyuan")) {
            board.achieves(op -> new TestKiosk(op, Town.ENTRANCE));
            OpId test = kiosk.line().await(ToKiosk.TestPage.class).test();
            assertThat(daemon.line().await(ToDevice.TestDevices.class).test()).isEqualTo(test);
            assertThat(outcomes(awaitCondition(board, each -> each.selfTest().isPresent())))
                    .containsOnly(TestOutcome.NOT_TRIED);

            kiosk.line()
                    .say(new FromKiosk.PageTested(
                            test,
                            List.of(
                                    tried(TestPart.TONE, TestOutcome.FAILED, Trouble.NOT_HEARD),
                                    new Tried(TestPart.PICTURE, TestOutcome.PASSED, Optional.empty()),
                                    new Tried(TestPart.PRINT, TestOutcome.PASSED, Optional.empty()))));
            daemon.line()
                    .say(new FromDevice.DevicesTested(
                            test,
                            List.of(
                                    new Tried(TestPart.CARD, TestOutcome.PASSED, Optional.empty()),
                                    new Tried(TestPart.SCAN, TestOutcome.PASSED, Optional.empty()),
                                    tried(TestPart.PRINT, TestOutcome.FAILED, Trouble.MEDIA_EMPTY))));
            daemon.line().say(new FromDevice.DevicesTested(new OpId("old"), List.of()));
            KioskCondition tested = awaitCondition(
                    board,
                    each -> each.selfTest().isPresent() && !outcomes(each).contains(TestOutcome.NOT_TRIED));
            assertThat(outcomes(tested))
                    .containsExactly(
                            TestOutcome.FAILED,
                            TestOutcome.PASSED,
                            TestOutcome.PASSED,
                            TestOutcome.PASSED,
                            TestOutcome.FAILED);
            assertThat(tested.heardAt()).isPresent();
            assertThat(tested.devices()).hasSize(3);
        }
    }

    @Test
    void aKioskIsToldWhatOfItDoesNotWork() {
        try (KioskPage kiosk = town.kiosk(Town.ENTRANCE);
                Daemon daemon = Daemon.enrols(town, Town.ENTRANCE).tells()) {
            DeviceView printer = Daemon.view(Capability.PRINT);
            daemon.line()
                    .say(new FromDevice.DevicesAre(List.of(
                            Daemon.view(Capability.READ_CARD),
                            new DeviceView(
                                    printer.device(),
                                    printer.name(),
                                    printer.can(),
                                    DeviceCondition.FAULT,
                                    List.of(Trouble.MEDIA_JAM),
                                    true))));
            kiosk.line()
                    .awaitLatest(
                            KioskStanding.class,
                            each -> each.broken().equals(List.of(Capability.SCAN, Capability.PRINT)));
            daemon.tells();
            kiosk.line().awaitLatest(KioskStanding.class, each -> each.broken().isEmpty());
            daemon.line().cut();
            kiosk.line().awaitLatest(KioskStanding.class, each -> each.broken().size() == 3);
        }
    }

    @Test
    void whatWasTakenOutOfAKioskIsMissedUntilItsDaemonIsStartedAnew() {
        try (KioskPage kiosk = town.kiosk(Town.ENTRANCE);
                Daemon daemon = Daemon.enrols(town, Town.ENTRANCE).tells()) {
            FromDevice withoutPrinter =
                    new FromDevice.DevicesAre(List.of(Daemon.view(Capability.READ_CARD), Daemon.view(Capability.SCAN)));
            daemon.line().say(withoutPrinter);
            kiosk.line().awaitLatest(KioskStanding.class, each -> each.broken().equals(List.of(Capability.PRINT)));
            try (Daemon back = daemon.comesBack(town)) {
                kiosk.line()
                        .awaitLatest(KioskStanding.class, each -> each.broken().size() == 3);
                back.line().say(withoutPrinter);
                kiosk.line()
                        .awaitLatest(KioskStanding.class, each -> each.broken().equals(List.of(Capability.PRINT)));
                try (Daemon anew = back.isStartedAnew(town)) {
                    anew.line().say(withoutPrinter);
                    kiosk.line()
                            .awaitLatest(
                                    KioskStanding.class, each -> each.broken().isEmpty());
                }
            }
        }
    }

    private static KioskCondition awaitCondition(Line<ToHall> board, Predicate<KioskCondition> which) {
        return condition(board.awaitLatest(ToHall.Board.class, each -> which.test(condition(each))));
    }

    private static KioskCondition condition(ToHall.Board board) {
        return board.kiosks().stream()
                .filter(row -> row.kiosk().equals(Town.ENTRANCE))
                .findFirst()
                .orElseThrow()
                .condition()
                .orElseThrow();
    }

    private static List<TestOutcome> outcomes(KioskCondition condition) {
        return condition.selfTest().orElseThrow().parts().stream()
                .map(Tried::outcome)
                .toList();
    }

    private static Tried tried(TestPart part, TestOutcome outcome, Trouble why) {
        return new Tried(part, outcome, Optional.of(why));
    }
}
