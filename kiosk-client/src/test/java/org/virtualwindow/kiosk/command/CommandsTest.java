package org.virtualwindow.kiosk.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.virtualwindow.kiosk.Await;
import org.virtualwindow.kiosk.FakeDevice;
import org.virtualwindow.kiosk.device.Attached;
import org.virtualwindow.kiosk.device.Configured;
import org.virtualwindow.kiosk.device.Devices;
import org.virtualwindow.kiosk.device.Pace;
import org.virtualwindow.kiosk.driver.DeviceFault;
import org.virtualwindow.kiosk.driver.Settings;
import org.virtualwindow.protocol.Blob;
import org.virtualwindow.protocol.DeviceResult;
import org.virtualwindow.protocol.DeviceResult.CardWasRead;
import org.virtualwindow.protocol.DeviceResult.PagesKept;
import org.virtualwindow.protocol.DeviceResult.TaskCancelled;
import org.virtualwindow.protocol.DeviceResult.TaskFailed;
import org.virtualwindow.protocol.DeviceResult.WasPrinted;
import org.virtualwindow.protocol.DeviceTask;
import org.virtualwindow.protocol.DeviceTask.PrintDocument;
import org.virtualwindow.protocol.DeviceTask.ReadIdCard;
import org.virtualwindow.protocol.DeviceTask.ScanMode;
import org.virtualwindow.protocol.DeviceTask.ScanPages;
import org.virtualwindow.protocol.DeviceTask.ScanSource;
import org.virtualwindow.protocol.FromDevice;
import org.virtualwindow.protocol.FromDevice.CommandBegan;
import org.virtualwindow.protocol.FromDevice.CommandEnded;
import org.virtualwindow.protocol.FromDevice.CommandProgress;
import org.virtualwindow.protocol.IdentityDocument;
import org.virtualwindow.protocol.IdentityDocument.CardKind;
import org.virtualwindow.protocol.IdentityDocument.CardSex;
import org.virtualwindow.protocol.SignedResult;
import org.virtualwindow.protocol.ToDevice.CancelCommand;
import org.virtualwindow.protocol.ToDevice.DoCommand;
import org.virtualwindow.protocol.ids.BlobId;
import org.virtualwindow.protocol.ids.CommandId;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.protocol.json.WireCodec;
import org.virtualwindow.protocol.json.WireCodec.Decoded;
import org.virtualwindow.protocol.values.Capability;
import org.virtualwindow.protocol.values.DeviceCondition;
import org.virtualwindow.protocol.values.Trouble;

class CommandsTest {
    private static final Blob PAPER =
            new Blob(new BlobId("b1"), "application/pdf", 3L, "0".repeat(64), Optional.empty());
    private static final IdentityDocument CARD = new IdentityDocument(
            CardKind.RESIDENT,
            "㐱小宁",
            "310117198805120010",
            CardSex.MALE,
            Optional.of("01"),
            "1988-05-12",
            "上海市松江区方松街道思贤路1号",
            "上海市公安局松江分局",
            "2016-03-01",
            Optional.empty());
    private static final Pace QUICK = new Pace(Duration.ofMillis(20), Duration.ofSeconds(5));

    @TempDir
    Path folder = Path.of("");

    private final List<FromDevice> said = new CopyOnWriteArrayList<>();
    private final FakeDevice printer = new FakeDevice("printer", Capability.PRINT);
    private final FakeDevice reader = new FakeDevice("reader", Capability.READ_CARD);
    private final FakeDevice scanner = new FakeDevice("scanner", Capability.SCAN);
    private final Devices devices = new Devices(
            List.of(printer, reader, scanner).stream()
                    .map(driver -> new Configured(driver, Settings.NONE))
                    .toList(),
            QUICK,
            this::unended,
            _ -> {});
    private final CountDownLatch hung = new CountDownLatch(1);
    private final Pages pages = new Pages() {
        @Override
        public Blob keep(CommandId command, byte[] page, String mediaType) {
            return PAPER;
        }

        @Override
        public InputStream fetch(CommandId command, Blob document) {
            return new ByteArrayInputStream(new byte[] {1, 2, 3});
        }
    };
    private Commands commands;
    private CommandLog log;

    @BeforeEach
    void plugIn() throws InterruptedException {
        log = log();
        commands = commands();
        devices.start();
        Await.until(
                "three devices work",
                () -> devices.views().stream()
                                .filter(view -> view.condition() == DeviceCondition.OK)
                                .count()
                        == 3);
    }

    @AfterEach
    void close() {
        hung.countDown();
        commands.close();
        devices.close();
    }

    @Test
    void aCommandBeginsEndsAndIsForgottenOnceItIsNoted() throws InterruptedException {
        commands.told(print("c1"));
        assertThat(end("c1")).isEqualTo(new WasPrinted());
        assertThat(said.getFirst()).isEqualTo(new CommandBegan(new CommandId("c1")));

        said.clear();
        commands.connected();
        assertThat(end("c1")).isEqualTo(new WasPrinted());

        commands.noted(new CommandId("c1"));
        said.clear();
        commands.connected();
        commands.told(print("c2"));
        end("c2");
        assertThat(ends()).doesNotContain("c1");
    }

    @Test
    void aThousandLostAcknowledgementsHaveOneEffectEach() throws InterruptedException {
        for (int i = 0; i < 1_000; i++) {
            String id = "c" + i;
            commands.told(print(id));
            commands.told(print(id));
            assertThat(end(id)).isEqualTo(new WasPrinted());
            said.clear();
            commands.connected();
            commands.told(print(id)); // the acknowledgement was lost
            assertThat(end(id)).isEqualTo(new WasPrinted());
            commands.noted(new CommandId(id));
            said.clear();
        }
        assertThat(printer.effects).hasValue(1_000);
    }

    @Test
    void whatADaemonBeforeHadBegunIsNotDoneAgain() throws InterruptedException {
        var inside = new CountDownLatch(1);
        printer.doing = (_, _) -> {
            inside.countDown();
            FakeDevice.hang(hung);
            return new WasPrinted();
        };
        commands.told(print("c1"));
        inside.await();
        commands.close(); // nothing of it but its log comes over
        said.clear();

        log = log();
        commands = commands();
        commands.told(print("c1"));
        assertThat(end("c1")).isEqualTo(new TaskFailed(Trouble.OUTCOME_UNKNOWN));
        assertThat(printer.effects).hasValue(1);
    }

    @Test
    void whatMayStillHappenIsTakenBackBeforeItsDeviceIsUsedAgain() throws InterruptedException {
        List<Set<String>> takenBack = new CopyOnWriteArrayList<>();
        var answers = new AtomicBoolean();
        printer.takingBack = names -> {
            takenBack.add(names);
            if (!answers.get()) {
                throw new DeviceFault(Trouble.OFFLINE);
            }
        };
        printer.doing = (_, _) -> {
            throw new DeviceFault(Trouble.OUTCOME_UNKNOWN);
        };
        commands.told(print("c1"));
        assertThat(end("c1")).isEqualTo(new TaskFailed(Trouble.OUTCOME_UNKNOWN));
        Await.until(
                "it says why it cannot be used",
                () -> devices.find(Capability.PRINT)
                        .flatMap(Attached::unusable)
                        .filter(Trouble.OFFLINE::equals)
                        .isPresent());
        commands.told(print("c2"));
        assertThat(end("c2")).isEqualTo(new TaskFailed(Trouble.OFFLINE));

        answers.set(true);
        printer.doing = (_, _) -> new WasPrinted();
        Await.until("the printer works again", () -> works(Capability.PRINT));
        commands.told(print("c3"));
        assertThat(end("c3")).isEqualTo(new WasPrinted());
        assertThat(takenBack).containsOnly(Set.of("kiosk-c1"));
        commands.close();
        log = log();
        commands = commands();
        assertThat(unended()).containsExactly("kiosk-c1");
    }

    @Test
    void nothingOfAnApplicantIsOnTheDisk() throws InterruptedException, IOException {
        reader.doing = (_, _) -> new CardWasRead(CARD);
        commands.told(read("c1"));
        assertThat(end("c1")).isEqualTo(new CardWasRead(CARD));
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                assertThat(Files.readString(file)).doesNotContain(CARD.name(), CARD.number(), "nonce");
            }
        }
        assertThat(Files.readString(folder.resolve("commands"))).isEqualTo("begun c1\nended c1\n");
    }

    @Test
    void theApplicantStopsEverythingWithoutANetwork() throws InterruptedException {
        var inside = new CountDownLatch(2);
        printer.doing = (_, _) -> {
            inside.countDown();
            FakeDevice.hang(hung); // it does not even listen
            return new WasPrinted();
        };
        reader.doing = (_, use) -> {
            use.waitsFor(Trouble.NO_CARD);
            inside.countDown();
            Thread.sleep(Duration.ofDays(1));
            return new CardWasRead(CARD);
        };
        commands.told(print("c1"));
        commands.told(read("c2"));
        inside.await();

        Instant pressed = Instant.now();
        commands.stop(Optional.empty()).join();
        assertThat(Duration.between(pressed, Instant.now())).isLessThan(Duration.ofMillis(300));
        assertThat(end("c1")).isEqualTo(new TaskCancelled());
        assertThat(end("c2")).isEqualTo(new TaskCancelled());
    }

    @Test
    void whatIsNamedIsStoppedAloneAndWithoutANetwork() throws InterruptedException {
        var inside = new CountDownLatch(2);
        var printed = new CountDownLatch(1);
        printer.doing = (_, _) -> {
            inside.countDown();
            printed.await();
            return new WasPrinted();
        };
        reader.doing = (_, use) -> {
            use.waitsFor(Trouble.NO_CARD);
            inside.countDown();
            Thread.sleep(Duration.ofDays(1));
            return new CardWasRead(CARD);
        };
        commands.told(print("c1"));
        commands.told(read("c2"));
        inside.await();

        Instant pressed = Instant.now();
        commands.stop(Optional.of(new CommandId("c2"))).join();
        assertThat(Duration.between(pressed, Instant.now())).isLessThan(Duration.ofMillis(300));
        assertThat(end("c2")).isEqualTo(new TaskCancelled());
        printed.countDown();
        assertThat(end("c1")).as("the other device works on").isEqualTo(new WasPrinted());
    }

    @Test
    void aDriverThatDoesNotComeBackIsClosedAndOpenedAnewOnceItDoes() throws InterruptedException {
        var inside = new CountDownLatch(1);
        printer.doing = (_, _) -> {
            inside.countDown();
            FakeDevice.hang(hung);
            return new WasPrinted();
        };
        commands.told(print("c1"));
        inside.await();
        commands.told(new CancelCommand(new CommandId("c1")));
        assertThat(end("c1")).isEqualTo(new TaskCancelled());

        assertThat(devices.views()).anySatisfy(view -> {
            assertThat(view.condition()).isEqualTo(DeviceCondition.FAULT);
            assertThat(view.troubles()).containsExactly(Trouble.DRIVER_LOST);
        });
        commands.told(print("c2"));
        assertThat(end("c2")).isEqualTo(new TaskFailed(Trouble.DRIVER_LOST));

        hung.countDown();
        printer.doing = (_, _) -> new WasPrinted();
        Await.until("it was opened again", () -> printer.opened.get() == 2 && works(Capability.PRINT));
        commands.told(print("c3"));
        assertThat(end("c3")).isEqualTo(new WasPrinted());
        assertThat(ends()).filteredOn("c1"::equals).hasSize(1); // what came too late is thrown away
    }

    @Test
    void aDeviceDoesOneThingAtATimeAndOthersDoTheirs() throws InterruptedException {
        var free = new CountDownLatch(1);
        var inside = new CountDownLatch(1);
        printer.doing = (_, _) -> {
            inside.countDown();
            free.await();
            return new WasPrinted();
        };
        reader.doing = (_, _) -> new CardWasRead(CARD);
        commands.told(print("c1"));
        inside.await();
        commands.told(print("c2"));
        commands.told(read("c3"));
        assertThat(end("c2")).isEqualTo(new TaskFailed(Trouble.BUSY));
        assertThat(end("c3")).isEqualTo(new CardWasRead(CARD));
        free.countDown();
        assertThat(end("c1")).isEqualTo(new WasPrinted());
    }

    @Test
    void whoeverStopsOneMayAskForTheNextAtOnce() throws InterruptedException {
        var inside = new CountDownLatch(1);
        printer.doing = (_, _) -> {
            inside.countDown();
            Thread.sleep(Duration.ofDays(1));
            return new WasPrinted();
        };
        commands.told(print("c1"));
        inside.await();
        printer.doing = (_, _) -> new WasPrinted();
        commands.told(new CancelCommand(new CommandId("c1")));
        commands.told(print("c2"));
        assertThat(end("c1")).isEqualTo(new TaskCancelled());
        assertThat(end("c2")).isEqualTo(new WasPrinted());
    }

    @Test
    void whatIsNotThereIsNotPresent() throws InterruptedException {
        commands.told(new DoCommand(new CommandId("c1"), new DeviceTask.CapturePage(), "nonce", 30L));
        assertThat(end("c1")).isEqualTo(new TaskFailed(Trouble.NOT_PRESENT));
    }

    @Test
    void whatTakesTooLongIsTimedOut() throws InterruptedException {
        reader.doing = (_, _) -> {
            Thread.sleep(Duration.ofDays(1));
            return new CardWasRead(CARD);
        };
        commands.told(new DoCommand(new CommandId("c1"), new ReadIdCard(Optional.empty()), "nonce", 1L));
        assertThat(end("c1")).isEqualTo(new TaskFailed(Trouble.TIMED_OUT));
    }

    @Test
    void whoeverLaysNoCardIsToldSo() throws InterruptedException {
        reader.doing = (_, use) -> {
            use.waitsFor(Trouble.NO_CARD);
            Thread.sleep(Duration.ofDays(1));
            return new CardWasRead(CARD);
        };
        commands.told(new DoCommand(new CommandId("c1"), new ReadIdCard(Optional.empty()), "nonce", 1L));
        assertThat(end("c1")).isEqualTo(new TaskFailed(Trouble.NO_CARD));
    }

    @Test
    void whatWasStoppedBeforeItCameIsNotBegun() throws InterruptedException {
        commands.told(new CancelCommand(new CommandId("c1")));
        commands.told(print("c1"));
        assertThat(end("c1")).isEqualTo(new TaskCancelled());
        assertThat(printer.effects).hasValue(0);
    }

    @Test
    void whatWasStoppedWithTheNetworkCutIsNotBegunWhenItComesAfterAll() throws InterruptedException {
        var id = new CommandId("c1");
        commands.stop(Optional.of(id)).join(); // it was allowed, and the line broke before it came
        commands.forget().join(); // and the applicant left
        commands.told(print("c1"));
        assertThat(end("c1")).isEqualTo(new TaskCancelled());
        commands.noted(id);
        said.clear();
        commands.told(print("c1"));
        assertThat(end("c1")).isEqualTo(new TaskCancelled());
        assertThat(printer.effects).hasValue(0);

        commands.told(print("c2"));
        assertThat(end("c2")).isEqualTo(new WasPrinted());
    }

    @Test
    void resultsOfWhoeverHasLeftAreThrownAway() throws InterruptedException {
        reader.doing = (_, _) -> new CardWasRead(CARD);
        commands.told(read("c1"));
        commands.told(print("c2"));
        end("c1");
        end("c2");
        assertThat(printer.forgotten).hasValue(0);
        commands.forget().join();
        assertThat(printer.forgotten).hasValue(1);
        said.clear();
        commands.connected();
        assertThat(end("c1")).isEqualTo(new TaskCancelled());
        assertThat(end("c2")).isEqualTo(new WasPrinted());
    }

    @Test
    void aFloodOfProgressReachesNobody() throws InterruptedException {
        printer.doing = (_, use) -> {
            Instant end = Instant.now().plusMillis(1_200);
            int said = 0;
            while (Instant.now().isBefore(end)) {
                use.progress(said++ % 100);
            }
            return new WasPrinted();
        };
        commands.told(print("c1"));
        end("c1");
        assertThat(said.stream().filter(CommandProgress.class::isInstance)).hasSizeBetween(1, 3);
    }

    @Test
    void nonsenseAndDyingDriversAreFaults() throws InterruptedException {
        printer.doing = (_, _) -> new CardWasRead(CARD);
        commands.told(print("c1"));
        assertThat(end("c1")).isEqualTo(new TaskFailed(Trouble.MALFORMED));

        Await.until("it was opened again", () -> printer.opened.get() == 2 && works(Capability.PRINT));
        printer.doing = (_, _) -> {
            throw new NoClassDefFoundError("Gone");
        };
        commands.told(print("c2"));
        assertThat(end("c2"))
                .isEqualTo(new TaskFailed(Trouble.DRIVER_LOST, Optional.of("java.lang.NoClassDefFoundError")));
    }

    @Test
    void onlyPagesThatWereStoredAreAResultAndNoneStaysInMemory() throws InterruptedException {
        byte[] page = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 7, 7, 7};
        scanner.doing = (_, use) -> new PagesKept(List.of(use.keep(page, "image/jpeg")));
        commands.told(scan("c1"));
        assertThat(end("c1")).isEqualTo(new PagesKept(List.of(PAPER)));
        assertThat(page).containsOnly(0);

        scanner.doing = (_, use) -> new PagesKept(List.of(use.keep(new byte[] {1, 2, 3, 4}, "image/jpeg")));
        commands.told(scan("c2"));
        assertThat(end("c2")).isEqualTo(new TaskFailed(Trouble.MALFORMED));

        scanner.doing = (_, _) -> new PagesKept(List.of(PAPER));
        commands.told(scan("c3"));
        assertThat(end("c3")).isEqualTo(new TaskFailed(Trouble.MALFORMED));
    }

    private boolean works(Capability capability) {
        return devices.find(capability).flatMap(found -> found.device()).isPresent();
    }

    private Set<String> unended() {
        return Commands.unended(log);
    }

    private CommandLog log() {
        try {
            return CommandLog.open(folder.resolve("commands"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Commands commands() {
        return new Commands(new KioskId("310117-K1"), devices, log, pages, payload -> payload, said::add);
    }

    private static DoCommand print(String id) {
        return new DoCommand(new CommandId(id), new PrintDocument(PAPER, 1L), "nonce", 30L);
    }

    private static DoCommand read(String id) {
        return new DoCommand(new CommandId(id), new ReadIdCard(Optional.empty()), "nonce", 30L);
    }

    private static DoCommand scan(String id) {
        return new DoCommand(new CommandId(id), new ScanPages(ScanSource.GLASS, 150L, ScanMode.GREY, 1L), "nonce", 30L);
    }

    private List<String> ends() {
        return said.stream()
                .filter(CommandEnded.class::isInstance)
                .map(message -> ((CommandEnded) message).command().value())
                .toList();
    }

    private DeviceResult end(String id) throws InterruptedException {
        Await.until(id + " ended", () -> ends().contains(id));
        String signed = said.stream()
                .filter(message -> message instanceof CommandEnded ended
                        && ended.command().value().equals(id))
                .map(message -> ((CommandEnded) message).result())
                .findFirst()
                .orElseThrow();
        if (WireCodec.decode(signed, SignedResult.class) instanceof Decoded.Message<SignedResult>(var result)) {
            assertThat(result.kiosk()).isEqualTo(new KioskId("310117-K1"));
            assertThat(result.command()).isEqualTo(new CommandId(id));
            assertThat(result.nonce()).isEqualTo("nonce");
            return result.result();
        }
        throw new AssertionError(signed);
    }
}
