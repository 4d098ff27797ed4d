package org.virtualwindow.kiosk.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.nimbusds.jose.JWSObject;
import jakarta.websocket.Session;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.virtualwindow.kiosk.Await;
import org.virtualwindow.kiosk.command.Pages;
import org.virtualwindow.kiosk.device.Configured;
import org.virtualwindow.kiosk.device.Pace;
import org.virtualwindow.kiosk.driver.DeviceFault;
import org.virtualwindow.kiosk.driver.Settings;
import org.virtualwindow.kiosk.driver.simulated.SimulatedDriver;
import org.virtualwindow.protocol.Blob;
import org.virtualwindow.protocol.CloseCode;
import org.virtualwindow.protocol.DaemonHealth;
import org.virtualwindow.protocol.DeviceResult;
import org.virtualwindow.protocol.DeviceResult.CardWasRead;
import org.virtualwindow.protocol.DeviceResult.TaskCancelled;
import org.virtualwindow.protocol.DeviceResult.TaskFailed;
import org.virtualwindow.protocol.DeviceTask;
import org.virtualwindow.protocol.DeviceTask.PrintDocument;
import org.virtualwindow.protocol.DeviceTask.ReadIdCard;
import org.virtualwindow.protocol.DeviceView;
import org.virtualwindow.protocol.FromDevice;
import org.virtualwindow.protocol.FromDevice.CommandBegan;
import org.virtualwindow.protocol.FromDevice.CommandEnded;
import org.virtualwindow.protocol.FromDevice.CommandProgress;
import org.virtualwindow.protocol.FromDevice.DeviceAlive;
import org.virtualwindow.protocol.FromDevice.DevicesAre;
import org.virtualwindow.protocol.FromDevice.DevicesTested;
import org.virtualwindow.protocol.FromDevice.RestartDeclined;
import org.virtualwindow.protocol.FromHall.Restarted;
import org.virtualwindow.protocol.SelfTest.TestOutcome;
import org.virtualwindow.protocol.SelfTest.TestPart;
import org.virtualwindow.protocol.SelfTest.Tried;
import org.virtualwindow.protocol.SignedResult;
import org.virtualwindow.protocol.ToDevice;
import org.virtualwindow.protocol.ToDevice.DoCommand;
import org.virtualwindow.protocol.ids.BlobId;
import org.virtualwindow.protocol.ids.CommandId;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.protocol.ids.OpId;
import org.virtualwindow.protocol.json.WireCodec;
import org.virtualwindow.protocol.json.WireCodec.Decoded;
import org.virtualwindow.protocol.values.Capability;
import org.virtualwindow.protocol.values.DeviceCondition;
import org.virtualwindow.protocol.values.Trouble;

/** What a server sees of a kiosk with simulated devices. */
class KioskStoryTest {
    private static final Rhythm UNHURRIED =
            new Rhythm(Duration.ofMinutes(10), Duration.ofMinutes(10), Duration.ofMinutes(10));
    private static final DaemonHealth FINE = new DaemonHealth(Optional.of(true), 0L, 2_000L, 9_000L);
    private static final Blob PAPER = new Blob(new BlobId("b1"), "application/pdf", 3L, "0".repeat(64));
    private static final CommandId C1 = new CommandId("c1");

    @TempDir
    Path folder = Path.of("");

    private final CompletableFuture<ServerLine.Over> over = new CompletableFuture<>();
    private final FakeServer server = new FakeServer();
    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
        server.close();
    }

    @Test
    void saysWhichDevicesItHasAndReadsACard() throws Exception {
        startHere();
        Session session = server.connection();
        assertThat(next()).isInstanceOf(DeviceAlive.class);
        untilAllWork();

        tell(session, command(new ReadIdCard(Optional.of("C1"))));
        assertThat(after(CommandBegan.class)).isEqualTo(new CommandBegan(C1));
        assertThat(result(after(CommandEnded.class))).isInstanceOf(CardWasRead.class);
    }

    @Test
    void aResultOutlivesALineThatIsCut() throws Exception {
        startHere();
        Session session = server.connection();
        untilAllWork();
        tell(session, command(new ReadIdCard(Optional.of("C1"))));
        CommandEnded lost = after(CommandEnded.class);
        FakeServer.close(session, CloseCode.COME_BACK);

        Session again = server.connection();
        assertThat(after(CommandEnded.class)).isEqualTo(lost);
        tell(again, command(new ReadIdCard(Optional.of("C1")))); // nobody noted it yet
        assertThat(after(CommandEnded.class)).isEqualTo(lost);
    }

    @Test
    void whoeverLeavesTakesTheCardAlong() throws Exception {
        startHere();
        Session session = server.connection();
        untilAllWork();
        tell(session, command(new ReadIdCard(Optional.empty())));
        assertThat(after(CommandProgress.class).waitsFor()).contains(Trouble.NO_CARD);
        tell(session, new ToDevice.VisitOver());
        assertThat(result(after(CommandEnded.class))).isEqualTo(new TaskCancelled());
    }

    @Test
    void aDaemonThatIsKilledInTheMidstOfAPrintPrintsNothingTwice() throws Exception {
        Files.writeString(folder.resolve("printer"), "");
        String paper = folder.toString();
        Files.writeString(folder.resolve("card"), "C1");
        Path sheets = folder.resolve("sheets");
        Process first = startProcess(paper, sheets);
        Session session = server.connection();
        untilAllWork();
        tell(session, command(new ReadIdCard(Optional.of("C1")))); // only so that the log has something else, too
        result(after(CommandEnded.class));

        Files.delete(folder.resolve("printer")); // now the script counts: one sheet, then no paper
        tell(session, new DoCommand(new CommandId("c2"), new PrintDocument(PAPER, 2L), "nonce", 60L));
        assertThat(after(CommandProgress.class).command()).isEqualTo(new CommandId("c2"));
        Await.until("the first sheet is out", () -> count(sheets) == 1);
        first.destroyForcibly().waitFor();

        Files.writeString(folder.resolve("printer"), "");
        startProcess(paper, sheets);
        Session next = server.connection();
        untilAllWork();
        tell(next, new DoCommand(new CommandId("c2"), new PrintDocument(PAPER, 2L), "nonce", 60L));
        assertThat(result(after(CommandEnded.class))).isEqualTo(new TaskFailed(Trouble.OUTCOME_UNKNOWN));
        assertThat(count(sheets)).isEqualTo(1);
    }

    @Test
    void triesItsDevicesAndIsStartedAnewOnlyWhereNothingRuns() throws Exception {
        startHere();
        Session session = server.connection();
        untilAllWork();
        tell(session, new ToDevice.TestDevices(new OpId("t1"), true));
        DevicesTested tested = after(DevicesTested.class);
        assertThat(tested.test()).isEqualTo(new OpId("t1"));
        assertThat(tested.parts())
                .extracting(Tried::part, Tried::outcome, Tried::why)
                .containsExactly(
                        tuple(TestPart.CARD, TestOutcome.ANSWERED, Optional.of(Trouble.NO_CARD)),
                        tuple(TestPart.SCAN, TestOutcome.ANSWERED, Optional.empty()),
                        tuple(TestPart.PRINT, TestOutcome.PASSED, Optional.empty()));
        assertThat(Files.readString(folder.resolve("sheets/sheet-00001.pdf"))).contains("test page");

        tell(session, command(new ReadIdCard(Optional.empty())));
        after(CommandBegan.class);
        tell(session, new ToDevice.RestartNow(new OpId("r1"), Restarted.DAEMON));
        assertThat(after(RestartDeclined.class)).isEqualTo(new RestartDeclined(new OpId("r1"), Trouble.BUSY));
        assertThat(over).isNotDone();

        tell(session, new ToDevice.VisitOver());
        after(CommandEnded.class);
        tell(session, new ToDevice.RestartNow(new OpId("r2"), Restarted.BROWSER));
        assertThat(after(RestartDeclined.class).why()).isEqualTo(Trouble.NOT_PRESENT);
        tell(session, new ToDevice.RestartNow(new OpId("r3"), Restarted.DAEMON));
        assertThat(over.get(10, TimeUnit.SECONDS)).isEqualTo(ServerLine.Over.RESTART);
    }

    @Test
    void readsTheCardThatLiesThereAndPrintsOnlyWherePaperMayBeUsed() throws Exception {
        Files.writeString(Files.createDirectories(folder.resolve("control")).resolve("card"), "C1");
        startHere();
        Session session = server.connection();
        untilAllWork();
        tell(session, new ToDevice.TestDevices(new OpId("t1"), false));
        assertThat(after(DevicesTested.class).parts())
                .extracting(Tried::outcome)
                .containsExactly(TestOutcome.PASSED, TestOutcome.ANSWERED, TestOutcome.ANSWERED);
        assertThat(folder.resolve("sheets")).doesNotExist();
    }

    @Test
    void aTestGivesWayToWhoeverWantsTheDevice() throws Exception {
        startHere();
        Session session = server.connection();
        untilAllWork();
        tell(session, new ToDevice.TestDevices(new OpId("t1"), false));
        while (after(DevicesAre.class).devices().stream()
                .noneMatch(device -> device.condition() == DeviceCondition.BUSY)) {}
        tell(session, command(new ReadIdCard(Optional.of("C1"))));
        assertThat(after(CommandBegan.class)).isEqualTo(new CommandBegan(C1));
        assertThat(result(after(CommandEnded.class))).isInstanceOf(CardWasRead.class);
    }

    @Test
    void theCardOfWhoeverIsThereIsNotReadByATest() throws Exception {
        Files.writeString(Files.createDirectories(folder.resolve("control")).resolve("card"), "C1");
        startHere(new Restarts() {
            @Override
            public CompletableFuture<Optional<Trouble>> whyNot(Restarted what) {
                return CompletableFuture.completedFuture(Optional.of(Trouble.BUSY));
            }

            @Override
            public void browserAnew() {}
        });
        Session session = server.connection();
        untilAllWork();
        tell(session, new ToDevice.TestDevices(new OpId("t1"), true));
        assertThat(after(DevicesTested.class).parts())
                .extracting(Tried::outcome, Tried::why)
                .containsExactly(
                        tuple(TestOutcome.NOT_TRIED, Optional.of(Trouble.BUSY)),
                        tuple(TestOutcome.ANSWERED, Optional.empty()),
                        tuple(TestOutcome.NOT_TRIED, Optional.of(Trouble.BUSY)));
        assertThat(folder.resolve("sheets")).doesNotExist();
    }

    private void startHere() throws IOException {
        startHere(Restarts.DAEMON_ALONE);
    }

    private void startHere(Restarts restarts) throws IOException {
        DeviceKey key = key();
        var line = new ServerLine(key, "7", () -> FINE, UNHURRIED, new Backoff(new Random(1)), InstantSource.system());
        Kiosk kiosk = new Kiosk(
                key.kiosk(),
                line,
                List.of(new Configured(
                        new SimulatedDriver(),
                        new Settings(Map.of(
                                "pace", "0",
                                "sheets", folder.resolve("sheets").toString(),
                                "control", folder.resolve("control").toString())))),
                new Pace(Duration.ofMillis(20), Duration.ofSeconds(10)),
                folder.resolve("commands"),
                Pages.NOWHERE,
                key::sign,
                restarts);
        open.add(kiosk);
        Thread holding = Thread.ofPlatform().start(() -> {
            try {
                over.complete(kiosk.hold());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
        open.add(() -> {
            holding.interrupt();
            holding.join();
        });
    }

    private Process startProcess(String control, Path sheets) throws IOException {
        Path state = folder.resolve("key.json");
        if (!Files.exists(state)) {
            DeviceKey.keep(state, server.origin(), new KioskId("310117-K1"), DeviceKey.newPair());
        }
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Stand.class.getName(),
                        state.toString(),
                        control,
                        sheets.toString())
                .inheritIO()
                .start();
        open.add(() -> process.destroyForcibly().waitFor());
        return process;
    }

    /** A daemon in a process of its own, whose documents are three bytes. */
    static final class Stand {
        private Stand() {}

        static void main(String[] arguments) throws IOException, InterruptedException {
            Path state = Path.of(arguments[0]);
            DeviceKey key = DeviceKey.readFrom(state).orElseThrow();
            var line =
                    new ServerLine(key, "7", () -> FINE, UNHURRIED, new Backoff(new Random(1)), InstantSource.system());
            Settings settings = new Settings(Map.of(
                    "pace", "0", "control", arguments[1], "sheets", arguments[2], "printer", "media-empty after 1"));
            try (Kiosk kiosk = new Kiosk(
                    key.kiosk(),
                    line,
                    List.of(new Configured(new SimulatedDriver(), settings)),
                    new Pace(Duration.ofMillis(50), Duration.ofSeconds(10)),
                    state.resolveSibling("commands"),
                    new ThreeBytes(),
                    key::sign,
                    Restarts.DAEMON_ALONE)) {
                kiosk.hold();
            }
        }
    }

    private static final class ThreeBytes implements Pages {
        @Override
        public Blob keep(CommandId command, byte[] page, String mediaType) throws DeviceFault {
            throw new DeviceFault(Trouble.NOT_REACHED);
        }

        @Override
        public InputStream fetch(CommandId command, Blob document) {
            return InputStream.nullInputStream();
        }
    }

    private DeviceKey key() throws IOException {
        return DeviceKey.keep(
                folder.resolve("key.json"), server.origin(), new KioskId("310117-K1"), DeviceKey.newPair());
    }

    private static long count(Path sheets) {
        try (var files = Files.list(sheets)) {
            return files.count();
        } catch (IOException none) {
            return 0;
        }
    }

    private static DoCommand command(DeviceTask task) {
        return new DoCommand(C1, task, "nonce", 60L);
    }

    private static void tell(Session session, ToDevice message) throws IOException {
        session.getBasicRemote().sendText(WireCodec.encode(message));
    }

    private void untilAllWork() throws InterruptedException {
        List<Capability> work = List.of();
        while (work.size() < 3) {
            work = after(DevicesAre.class).devices().stream()
                    .filter(device -> device.condition() == DeviceCondition.OK)
                    .map(DeviceView::can)
                    .flatMap(List::stream)
                    .toList();
        }
        assertThat(work).containsExactlyInAnyOrder(Capability.READ_CARD, Capability.SCAN, Capability.PRINT);
    }

    /** The next message of this kind; others are passed over. */
    private <T extends FromDevice> T after(Class<T> kind) throws InterruptedException {
        while (true) {
            FromDevice message = next();
            if (kind.isInstance(message)) {
                return kind.cast(message);
            }
        }
    }

    private FromDevice next() throws InterruptedException {
        String text = server.said();
        if (WireCodec.decode(text, FromDevice.class) instanceof Decoded.Message<FromDevice>(FromDevice message)) {
            return message;
        }
        throw new AssertionError("no message of a device: " + text);
    }

    private static DeviceResult result(CommandEnded ended) throws ParseException {
        String payload = JWSObject.parse(ended.result()).getPayload().toString();
        if (WireCodec.decode(payload, SignedResult.class) instanceof Decoded.Message<SignedResult>(var signed)) {
            return signed.result();
        }
        throw new AssertionError(payload);
    }
}
