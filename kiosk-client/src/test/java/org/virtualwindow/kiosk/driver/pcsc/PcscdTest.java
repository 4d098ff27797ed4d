package org.virtualwindow.kiosk.driver.pcsc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javax.smartcardio.TerminalFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.virtualwindow.kiosk.driver.Device;
import org.virtualwindow.kiosk.driver.DeviceFault;
import org.virtualwindow.kiosk.driver.Settings;
import org.virtualwindow.kiosk.driver.Status;
import org.virtualwindow.kiosk.driver.pcsc.VirtualCard.Kind;
import org.virtualwindow.kiosk.driver.rig.InNamespace;
import org.virtualwindow.kiosk.driver.rig.RecordedUse;
import org.virtualwindow.kiosk.driver.rig.Wait;
import org.virtualwindow.protocol.DeviceResult;
import org.virtualwindow.protocol.DeviceResult.CardWasRead;
import org.virtualwindow.protocol.DeviceTask.ReadIdCard;
import org.virtualwindow.protocol.values.Trouble;

/** Reads through a real pcscd with a virtual reader into which the test puts cards. */
@InNamespace(needs = {"pcscd:pcscd", "/usr/lib/pcsc/drivers/serial/libifdvpcd.so:vsmartcard-vpcd"})
class PcscdTest {
    private static final ReadIdCard READ = new ReadIdCard(Optional.empty());
    private static final Duration SOON = Duration.ofSeconds(20);

    /** Where vpcd listens; nobody else does in this namespace. */
    private static final int PORT = 35963;

    @TempDir
    static Path folder = Path.of("");

    private static @Nullable Process pcscd;

    private final RecordedUse use = new RecordedUse();

    /** Once for all: Java keeps the line to the first pcscd it saw. */
    @BeforeAll
    static void start() throws Exception {
        Files.writeString(
                folder.resolve("vpcd"),
                "FRIENDLYNAME \"Virtual PCD\"\nDEVICENAME /dev/null:0x8C7B\n"
                        + "LIBPATH /usr/lib/pcsc/drivers/serial/libifdvpcd.so\nCHANNELID 0x8C7B\n");
        pcscd = new ProcessBuilder("pcscd", "--foreground", "--config", folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("pcscd.out").toFile())
                .start();
        Wait.until(SOON, "pcscd listens", () -> Files.exists(Path.of("/run/pcscd/pcscd.comm")));
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (pcscd != null) {
            pcscd.destroy();
            pcscd.waitFor();
        }
    }

    private static Device reader() throws Exception {
        return Wait.open(new PcscDriver(), Settings.NONE);
    }

    private FutureTask<DeviceResult> begin(Device reader) {
        FutureTask<DeviceResult> reading = new FutureTask<>(() -> reader.run(READ, use));
        Thread.ofPlatform().daemon().start(reading);
        return reading;
    }

    private DeviceFault fault(Kind kind) throws Exception {
        use.waits.clear();
        FutureTask<DeviceResult> reading = begin(reader());
        Wait.until(SOON, "it asks for a card", () -> use.waits.contains(Trouble.NO_CARD));
        try (VirtualCard _ = new VirtualCard(PORT, kind)) {
            Throwable cause = catchThrowableOfType(ExecutionException.class, () -> reading.get(30, TimeUnit.SECONDS))
                    .getCause();
            return cause instanceof DeviceFault fault
                    ? fault
                    : new DeviceFault(Trouble.IO_ERROR, String.valueOf(cause));
        } finally {
            awaitEmpty();
        }
    }

    /** The next test begins without a card. */
    private static void awaitEmpty() throws Exception {
        var terminals = TerminalFactory.getDefault().terminals().list();
        Wait.until(SOON, "the card is out", () -> !terminals.getFirst().isCardPresent());
    }

    @Test
    void aCardIsAskedForPutInAndReadOneAfterTheOther() throws Exception {
        Device reader = reader();
        assertThat(reader.status()).isEqualTo(Status.OK);
        for (int visit = 0; visit < 2; visit++) {
            use.waits.clear();
            FutureTask<DeviceResult> reading = begin(reader);
            Wait.until(SOON, "it asks for a card", () -> use.waits.contains(Trouble.NO_CARD));
            try (VirtualCard _ = new VirtualCard(PORT, Kind.SOUND)) {
                assertThat(reading.get(20, TimeUnit.SECONDS)).isInstanceOf(CardWasRead.class);
            }
            awaitEmpty();
        }
    }

    @Test
    void wrongAndLiftedCardsAreUnreadable() throws Exception {
        assertThat(fault(Kind.OTHER).detail()).contains("SELECT: 6a82");
        for (Kind kind : new Kind[] {Kind.OTHER, Kind.LIFTED}) {
            DeviceFault fault = fault(kind);
            assertThat(fault.why())
                    .as("%s: %s", kind, fault.detail().orElse(""))
                    .isEqualTo(Trouble.CARD_UNREADABLE);
        }
    }

    @Test
    void theInterruptEndsTheWaitingForACard() throws Exception {
        Device reader = reader();
        FutureTask<DeviceResult> reading = new FutureTask<>(() -> reader.run(READ, use));
        Thread waits = Thread.ofPlatform().daemon().start(reading);
        Wait.until(SOON, "it asks for a card", () -> use.waits.contains(Trouble.NO_CARD));
        waits.interrupt();
        assertThat(catchThrowableOfType(ExecutionException.class, () -> reading.get(20, TimeUnit.SECONDS)))
                .hasCauseInstanceOf(InterruptedException.class);
    }
}
