package org.virtualwindow.server.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.virtualwindow.server.story.Line.refusal;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.virtualwindow.protocol.Answer;
import org.virtualwindow.protocol.Blob;
import org.virtualwindow.protocol.DemoCards;
import org.virtualwindow.protocol.DeviceResult;
import org.virtualwindow.protocol.DeviceTask;
import org.virtualwindow.protocol.DeviceTask.ScanMode;
import org.virtualwindow.protocol.DeviceTask.ScanSource;
import org.virtualwindow.protocol.FromDevice;
import org.virtualwindow.protocol.FromKiosk;
import org.virtualwindow.protocol.IdentityDocument;
import org.virtualwindow.protocol.RoomEvent;
import org.virtualwindow.protocol.RoomEvent.UseEnd;
import org.virtualwindow.protocol.RoomMessage.DevicesShown;
import org.virtualwindow.protocol.RoomMessage.RoomHappened;
import org.virtualwindow.protocol.RoomMessage.RoomSnapshot;
import org.virtualwindow.protocol.RoomMessage.UseProgress;
import org.virtualwindow.protocol.RoomMessage.UseView;
import org.virtualwindow.protocol.RoomOperation;
import org.virtualwindow.protocol.SignedResult;
import org.virtualwindow.protocol.ToDevice;
import org.virtualwindow.protocol.ToDevice.DoCommand;
import org.virtualwindow.protocol.ids.BlobId;
import org.virtualwindow.protocol.ids.CommandId;
import org.virtualwindow.protocol.ids.OpId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.values.Capability;
import org.virtualwindow.protocol.values.Refusal;
import org.virtualwindow.protocol.values.Role;
import org.virtualwindow.protocol.values.SignInCode;
import org.virtualwindow.protocol.values.Source;
import org.virtualwindow.protocol.values.Trouble;
import org.virtualwindow.server.Await;
import org.virtualwindow.server.blob.Blobs;
import org.virtualwindow.server.blob.FileBlobStore;
import org.virtualwindow.server.blob.Sheets;
import org.virtualwindow.server.postgres.Sql;

/** A clerk has the devices of a kiosk used from the other city, whatever befalls its daemon, the line and the server. */
class UseIT {
    private static final DeviceTask CARD = new DeviceTask.ReadIdCard(Optional.empty());
    private static final DeviceTask SCAN = new DeviceTask.ScanPages(ScanSource.FEEDER, 300L, ScanMode.GREY, 2L);
    private static final CommandId C1 = new CommandId("c1");
    private static final CommandId C2 = new CommandId("c2");

    @TempDir
    static Path folder = Path.of("");

    private Town town;

    UseIT() {
        town = new Town(folder);
    }

    @AfterEach
    void stop() {
        town.close();
    }

    @Test
    void theCardIsReadFromTheOtherCityOnceTheApplicantAllowsItAndFillsInTheForm() {
        try (Console clerk = town.console("shen.jianhua");
                KioskPage kiosk = town.kiosk(Town.ENTRANCE);
                Daemon daemon = Daemon.enrols(town, Town.ENTRANCE)) {
            RoomId room = kiosk.talksWith(clerk);
            assertThat(refusal(asks(clerk, room, C1, CARD)))
                    .as("a daemon that never told of devices is too old to be asked")
                    .isEqualTo(Refusal.DEVICE_NOT_REACHED);
            isReady(daemon, kiosk, clerk);

            assertThat(asks(clerk, room, C1, CARD)).isInstanceOf(Answer.Accepted.class);
            happens(kiosk.line(), RoomEvent.UseAsked.class);
            assertThat(refusal(asks(clerk, room, C2, CARD))).isEqualTo(Refusal.DEVICE_BUSY);
            assertThat(daemon.line().all(DoCommand.class)).isEmpty();

            kiosk.line().achieves(op -> new RoomOperation.AllowUse(op, room, C1));
            DoCommand asked = daemon.awaitCommand(C1);
            assertThat(asked.seconds()).isEqualTo(30);
            daemon.line().say(new FromDevice.CommandBegan(C1));
            daemon.line().say(new FromDevice.CommandProgress(C1, Optional.of(40L), Optional.empty()));
            for (Line<?> each : List.of(kiosk.line(), clerk.line())) {
                each.await(UseProgress.class, progress -> progress.percent().equals(Optional.of(40L)));
            }

            daemon.ends(asked, new DeviceResult.CardWasRead(card()));
            happens(clerk.line(), RoomEvent.UseEnded.class);
            RoomHappened read = happens(clerk.line(), RoomEvent.CardRead.class);
            assertThat(((RoomEvent.CardRead) read.event()).says()).isEmpty();
            RoomHappened name = kiosk.line()
                    .await(
                            RoomHappened.class,
                            each -> each.event() instanceof RoomEvent.FieldSet set
                                    && set.path().value().equals("/contactName"));
            assertThat(((RoomEvent.FieldSet) name.event()).value().text()).isEqualTo("㐱小宁");
            assertThat(((RoomEvent.FieldSet) name.event()).source()).isEqualTo(Source.CARD);

            daemon.ends(asked, new DeviceResult.CardWasRead(card()));
            happens(kiosk.line(), RoomEvent.UseEnded.class);
            assertThat(ends(kiosk)).as("the same again has no effect").hasSize(1);
        }
    }

    @Test
    void theApplicantHasTheirOwnCardReadByTheSameReaderWhichTheirPressAllows() {
        try (KioskPage kiosk = town.kiosk(Town.ENTRANCE);
                Daemon daemon = Daemon.enrols(town, Town.ENTRANCE)) {
            RoomId room = kiosk.opensTheForm();
            daemon.tells();
            kiosk.line().awaitLatest(DevicesShown.class, DevicesShown::reached);

            OpId press = new OpId("press");
            kiosk.line().say(new FromKiosk.ReadCard(press, room, Optional.of("C1")));
            DoCommand asked = daemon.awaitCommand(new CommandId("press"));
            assertThat(asked.task()).isEqualTo(new DeviceTask.ReadIdCard(Optional.of("C1")));
            kiosk.line().say(new FromKiosk.ReadCard(press, room, Optional.of("C1")));
            assertThat(refusal(kiosk.line().does(op -> new FromKiosk.ReadCard(op, room, Optional.empty()))))
                    .isEqualTo(Refusal.DEVICE_BUSY);
            assertThat(kiosk.line().first(RoomHappened.class, each -> each.event() instanceof RoomEvent.CardRead))
                    .as("nothing but the reader says what a card says")
                    .isEmpty();

            daemon.ends(asked, new DeviceResult.CardWasRead(card()));
            happens(kiosk.line(), RoomEvent.UseEnded.class);
            assertThat(kiosk.line().first(RoomHappened.class, each -> each.event() instanceof RoomEvent.CardRead))
                    .isPresent();
            assertThat(ends(kiosk)).containsExactly(UseEnd.DONE);

            kiosk.line().achieves(op -> new FromKiosk.HelperSignIn(op, room, new SignInCode(town.helperCode())));
            assertThat(refusal(kiosk.line().does(op -> new FromKiosk.ReadCard(op, room, Optional.empty()))))
                    .isEqualTo(Refusal.HELPER_MAY_NOT);
        }
    }

    @Test
    void aResultOfAnotherKeyNonceKioskOrCommandChangesNothingAndTheRightOneStillStands() {
        try (Console clerk = town.console("shen.jianhua");
                KioskPage kiosk = town.kiosk(Town.ENTRANCE);
                Daemon daemon = Daemon.enrols(town, Town.ENTRANCE);
                Daemon other = Daemon.enrols(town, Town.AREA)) {
            RoomId room = kiosk.talksWith(clerk);
            isReady(daemon, kiosk, clerk);
            DoCommand asked = runs(clerk, kiosk, daemon, room, C1, SCAN);
            DeviceResult pages = pages(room, 2);

            daemon.ends(C1, "no.such.signature");
            daemon.ends(C1, other.signed(new SignedResult(Town.ENTRANCE, C1, asked.nonce(), pages)));
            daemon.ends(C1, daemon.signed(new SignedResult(Town.ENTRANCE, C1, "guessed", pages)));
            daemon.ends(C1, daemon.signed(new SignedResult(Town.AREA, C1, asked.nonce(), pages)));
            daemon.ends(C1, daemon.signed(new SignedResult(Town.ENTRANCE, C2, asked.nonce(), pages)));
            daemon.ends(C2, daemon.signed(new SignedResult(Town.ENTRANCE, C2, asked.nonce(), pages)));
            other.ends(C1, other.signed(new SignedResult(Town.AREA, C1, asked.nonce(), pages)));
            assertThat(refusal(kiosk.line().does(op -> new RoomOperation.UseDone(op, room, C1, pages))))
                    .as("what a scanner gave no page can say")
                    .isEqualTo(Refusal.DENIED);

            daemon.ends(asked, pages);
            happens(kiosk.line(), RoomEvent.UseEnded.class);
            assertThat(ends(kiosk)).containsExactly(UseEnd.DONE);
            assertThat(((RoomEvent.PagesTaken) happens(clerk.line(), RoomEvent.PagesTaken.class)
                                    .event())
                            .pages())
                    .hasSize(2);
        }
    }

    @Test
    void whateverStopsInTheMidstOfItGoesOnWhereItWas() {
        try (Console clerk = town.console("shen.jianhua");
                KioskPage kiosk = town.kiosk(Town.ENTRANCE);
                Daemon first = Daemon.enrols(town, Town.ENTRANCE)) {
            RoomId room = kiosk.talksWith(clerk);
            isReady(first, kiosk, clerk);
            asks(clerk, room, C1, SCAN);

            town.restart();
            try (Console clerk2 = town.console(clerk.cookie(), clerk.page());
                    KioskPage kiosk2 = town.kiosk(kiosk.cookie(), kiosk.page());
                    Daemon second = first.comesBack(town).tells()) {
                assertThat(use(clerk2.line(), C1).allowed()).isFalse();
                assertThat(use(kiosk2.line(), C1).allowed())
                        .as("it still waits for consent")
                        .isFalse();
                kiosk2.line().achieves(op -> new RoomOperation.AllowUse(op, room, C1));
                DoCommand asked = second.awaitCommand(C1);

                try (Daemon third = second.comesBack(town).tells()) {
                    assertThat(third.awaitCommand(C1))
                            .as("the same after every connecting")
                            .isEqualTo(asked);
                    town.restart();
                    try (Daemon fourth = third.comesBack(town).tells();
                            KioskPage kiosk4 = town.kiosk(kiosk.cookie(), kiosk.page())) {
                        assertThat(use(kiosk4.line(), C1).allowed())
                                .as("it runs")
                                .isTrue();
                        assertThat(fourth.awaitCommand(C1)).isEqualTo(asked);
                        DeviceResult page = pages(room, 1);
                        fourth.ends(asked, page);
                        happens(kiosk4.line(), RoomEvent.UseEnded.class);

                        town.restart();
                        try (Daemon fifth = fourth.comesBack(town).tells();
                                KioskPage kiosk5 = town.kiosk(kiosk.cookie(), kiosk.page())) {
                            fifth.ends(asked, page);
                            assertThat(use(kiosk5.line(), C1).ended()).contains(UseEnd.DONE);
                            assertThat(use(kiosk5.line(), C1).pages()).hasSize(1);
                            assertThat(fifth.line().all(DoCommand.class)).isEmpty();
                        }
                    }
                }
            }
        }
    }

    @Test
    void whatTakesTooLongIsStoppedAndComesTooLate() {
        try (Console clerk = town.console("shen.jianhua");
                KioskPage kiosk = town.kiosk(Town.ENTRANCE);
                Daemon daemon = Daemon.enrols(town, Town.ENTRANCE)) {
            RoomId room = kiosk.talksWith(clerk);
            isReady(daemon, kiosk, clerk);
            DoCommand asked = runs(clerk, kiosk, daemon, room, C1, CARD);

            town.timePasses(Duration.ofSeconds(36));
            daemon.awaitCancelled(C1);
            happens(clerk.line(), RoomEvent.UseEnded.class);
            assertThat(ends(clerk)).containsExactly(UseEnd.TIMED_OUT);
            daemon.ends(asked, new DeviceResult.CardWasRead(card()));
            assertThat(clerk.line().first(RoomHappened.class, each -> each.event() instanceof RoomEvent.CardRead))
                    .isEmpty();

            daemon.line().say(new FromDevice.CommandProgress(C1, Optional.empty(), Optional.of(Trouble.MEDIA_EMPTY)));
            daemon.awaitCancelled(C1);
        }
    }

    @Test
    void theApplicantStopsItAndWhenTheyLeaveTheDaemonForgetsThemEvenIfItWasAway() {
        try (Console clerk = town.console("shen.jianhua");
                KioskPage kiosk = town.kiosk(Town.ENTRANCE);
                Daemon daemon = Daemon.enrols(town, Town.ENTRANCE)) {
            RoomId room = kiosk.talksWith(clerk);
            isReady(daemon, kiosk, clerk);
            runs(clerk, kiosk, daemon, room, C1, SCAN);
            kiosk.line().achieves(op -> new RoomOperation.StopUse(op, room, C1));
            daemon.awaitCancelled(C1);
            happens(clerk.line(), RoomEvent.UseEnded.class);

            assertThat(asks(clerk, room, C2, SCAN)).isInstanceOf(Answer.Accepted.class);
            daemon.awaitCommand(C2);
            daemon.line().cut();
            for (Line<?> each : List.of(kiosk.line(), clerk.line())) {
                each.awaitLatest(DevicesShown.class, shown -> !shown.reached());
            }
            kiosk.line().achieves(op -> new FromKiosk.EndVisit(op, room));
            try (Daemon back = daemon.comesBack(town).tells()) {
                back.awaitCancelled(C2);
                back.line().await(ToDevice.VisitOver.class);
                assertThat(back.line().all(DoCommand.class)).isEmpty();
            }
        }
    }

    @Test
    void whoHasNoSeatAsksForNothingAndAHelperConsentsToNothing() {
        try (Console clerk = town.console("shen.jianhua");
                Console stranger = town.console("lu.xiaoyan");
                KioskPage kiosk = town.kiosk(Town.ENTRANCE);
                Daemon daemon = Daemon.enrols(town, Town.ENTRANCE)) {
            RoomId room = kiosk.talksWith(clerk);
            isReady(daemon, kiosk, clerk);
            assertThat(refusal(asks(stranger, room, C1, CARD))).isEqualTo(Refusal.NO_ROOM);

            kiosk.line().achieves(op -> new FromKiosk.HelperSignIn(op, room, new SignInCode(town.helperCode())));
            asks(clerk, room, C1, CARD);
            assertThat(refusal(kiosk.line().does(op -> new RoomOperation.AllowUse(op, room, C1))))
                    .isEqualTo(Refusal.HELPER_MAY_NOT);
            asks(clerk, room, C2, SCAN);
            assertThat(refusal(kiosk.line().does(op -> new RoomOperation.AllowUse(op, room, C2))))
                    .isEqualTo(Refusal.HELPER_MAY_NOT);
            kiosk.line().achieves(op -> new FromKiosk.HandOver(op, room, Role.APPLICANT));
            kiosk.line().achieves(op -> new RoomOperation.AllowUse(op, room, C2));
            daemon.awaitCommand(C2);

            clerk.hangsUp(clerk.awaitInCall().call());
            daemon.awaitCancelled(C2);
            kiosk.line().await(RoomHappened.class, each -> each.event() instanceof RoomEvent.ClerkLeft);
            assertThat(ends(kiosk)).containsExactly(UseEnd.CANCELLED, UseEnd.CANCELLED);
            assertThat(kiosk.line().all(RoomHappened.class).stream()
                            .filter(each -> each.event() instanceof RoomEvent.UseEnded))
                    .allSatisfy(each -> assertThat(each.by().role()).isEqualTo(Role.SYSTEM));
        }
    }

    @Test
    void whatHappensInThePageNeedsNoDaemon() {
        try (Console clerk = town.console("shen.jianhua");
                KioskPage kiosk = town.kiosk(Town.ENTRANCE)) {
            RoomId room = kiosk.talksWith(clerk);
            assertThat(refusal(asks(clerk, room, C1, new DeviceTask.CapturePage())))
                    .isEqualTo(Refusal.NO_DEVICE);
            kiosk.line()
                    .say(new FromKiosk.PageDevicesAre(
                            List.of(Daemon.view(Capability.CAPTURE), Daemon.view(Capability.READ_CARD))));
            DevicesShown shown = clerk.line()
                    .await(DevicesShown.class, each -> !each.devices().isEmpty());
            assertThat(shown.reached()).isFalse();
            assertThat(shown.devices()).as("a page has no reader").containsExactly(Daemon.view(Capability.CAPTURE));
            asks(clerk, room, C1, new DeviceTask.CapturePage());
            kiosk.line().achieves(op -> new RoomOperation.AllowUse(op, room, C1));
            kiosk.line().achieves(op -> new RoomOperation.UseDone(op, room, C1, pages(room, 1)));
            happens(clerk.line(), RoomEvent.PagesTaken.class);
        }
    }

    @Test
    void aPageThatWasStoppedAtTheLastMomentIsDeletedAndOneThatCameOfAUseIsNot() {
        try (Console clerk = town.console("shen.jianhua");
                KioskPage kiosk = town.kiosk(Town.ENTRANCE)) {
            RoomId room = kiosk.talksWith(clerk);
            kiosk.line().say(new FromKiosk.PageDevicesAre(List.of(Daemon.view(Capability.CAPTURE))));
            clerk.line().await(DevicesShown.class, each -> !each.devices().isEmpty());
            Sender page = new Sender(town.origin(), kiosk.cookie());
            byte[] photo = Sheets.photo();
            String upload = page.begun(room, "image/jpeg", photo.length);
            Blob wanted = Sender.blob(page.sends(upload, photo, 0, photo.length));
            asks(clerk, room, C1, new DeviceTask.CapturePage());
            kiosk.line().achieves(op -> new RoomOperation.AllowUse(op, room, C1));
            kiosk.line()
                    .achieves(
                            op -> new RoomOperation.UseDone(op, room, C1, new DeviceResult.PagesKept(List.of(wanted))));
            String stopped = page.begun(room, "image/jpeg", photo.length);
            Blob unwanted = Sender.blob(page.sends(stopped, photo, 0, photo.length));

            for (String each : List.of(upload, stopped)) {
                assertThat(page.asks("DELETE", each, new byte[0]).statusCode()).isEqualTo(204);
            }
            Await.await(
                    "the page is deleted",
                    () -> page.gets("/api/blob/" + unwanted.blob().value()).statusCode() == 404);
            assertThat(page.gets("/api/blob/" + wanted.blob().value()).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void aPageThatIsNotStoredForThisRoomIsNone() {
        try (Console clerk = town.console("shen.jianhua");
                KioskPage kiosk = town.kiosk(Town.ENTRANCE);
                Daemon daemon = Daemon.enrols(town, Town.ENTRANCE)) {
            RoomId room = kiosk.talksWith(clerk);
            isReady(daemon, kiosk, clerk);
            DeviceResult invented = new DeviceResult.PagesKept(
                    List.of(new Blob(new BlobId("invented"), "image/jpeg", 63_000L, "0".repeat(64))));
            daemon.ends(runs(clerk, kiosk, daemon, room, C1, SCAN), invented);
            RoomHappened ended = happens(clerk.line(), RoomEvent.UseEnded.class);
            assertThat(((RoomEvent.UseEnded) ended.event()).why()).contains(Trouble.MALFORMED);

            kiosk.line().say(new FromKiosk.PageDevicesAre(List.of(Daemon.view(Capability.CAPTURE))));
            clerk.line().await(DevicesShown.class, each -> each.devices().contains(Daemon.view(Capability.CAPTURE)));
            asks(clerk, room, C2, new DeviceTask.CapturePage());
            kiosk.line().achieves(op -> new RoomOperation.AllowUse(op, room, C2));
            assertThat(refusal(kiosk.line().does(op -> new RoomOperation.UseDone(op, room, C2, invented))))
                    .isEqualTo(Refusal.INVALID);
        }
    }

    /** Tells of its devices, and both sides are told of them. */
    private static void isReady(Daemon daemon, KioskPage kiosk, Console clerk) {
        daemon.tells();
        for (Line<?> each : List.of(kiosk.line(), clerk.line())) {
            each.awaitLatest(DevicesShown.class, DevicesShown::reached);
        }
    }

    private static DoCommand runs(
            Console clerk, KioskPage kiosk, Daemon daemon, RoomId room, CommandId command, DeviceTask task) {
        assertThat(asks(clerk, room, command, task)).isInstanceOf(Answer.Accepted.class);
        kiosk.line().achieves(op -> new RoomOperation.AllowUse(op, room, command));
        return daemon.awaitCommand(command);
    }

    private static Answer asks(Console clerk, RoomId room, CommandId command, DeviceTask task) {
        return clerk.line().does(op -> new RoomOperation.Operate(op, room, command, task));
    }

    private static RoomHappened happens(Line<?> line, Class<? extends RoomEvent> what) {
        return line.await(RoomHappened.class, each -> what.isInstance(each.event()));
    }

    private static List<UseEnd> ends(KioskPage kiosk) {
        return ends(kiosk.line());
    }

    private static List<UseEnd> ends(Console clerk) {
        return ends(clerk.line());
    }

    private static List<UseEnd> ends(Line<?> line) {
        return line.all(RoomHappened.class).stream()
                .map(RoomHappened::event)
                .filter(RoomEvent.UseEnded.class::isInstance)
                .map(event -> ((RoomEvent.UseEnded) event).how())
                .toList();
    }

    private static UseView use(Line<?> line, CommandId command) {
        return line.await(RoomSnapshot.class).uses().orElseThrow().uses().stream()
                .filter(use -> use.command().equals(command))
                .findFirst()
                .orElseThrow();
    }

    /** So many, stored for this room. */
    private DeviceResult pages(RoomId room, int number) {
        Path key = folder.resolve("blobs.key");
        Blobs blobs = new Blobs(
                new FileBlobStore(folder.resolve("blobs"), key),
                new Sql(town.server().database().dataSource()),
                InstantSource.system());
        return new DeviceResult.PagesKept(IntStream.range(0, number)
                .mapToObj(page -> blobs.keep(
                                room, new Blobs.Content("image/jpeg", new byte[] {(byte) page}, List.of(), "DAEMON"))
                        .orElseThrow())
                .toList());
    }

    private static IdentityDocument card() {
        return Objects.requireNonNull(DemoCards.all().get("C1"));
    }
}
