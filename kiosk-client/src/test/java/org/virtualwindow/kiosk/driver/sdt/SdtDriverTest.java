package org.virtualwindow.kiosk.driver.sdt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.virtualwindow.kiosk.driver.Device;
import org.virtualwindow.kiosk.driver.DeviceFault;
import org.virtualwindow.kiosk.driver.Settings;
import org.virtualwindow.kiosk.driver.Status;
import org.virtualwindow.kiosk.driver.card.CardSamples;
import org.virtualwindow.kiosk.driver.card.CardText;
import org.virtualwindow.kiosk.driver.rig.RecordedUse;
import org.virtualwindow.kiosk.driver.rig.Wait;
import org.virtualwindow.protocol.DeviceResult.CardWasRead;
import org.virtualwindow.protocol.DeviceTask.ReadIdCard;
import org.virtualwindow.protocol.values.DeviceCondition;
import org.virtualwindow.protocol.values.Trouble;

/** Reads through a C library of the test's own, which the test compiles. */
class SdtDriverTest {
    private static final ReadIdCard READ = new ReadIdCard(Optional.empty());
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    Path folder = Path.of("");

    private final RecordedUse use = new RecordedUse();
    private Settings settings = Settings.NONE;

    @BeforeEach
    void compile() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/gcc")), "missing: apt-get install gcc libc6-dev");
        Path library = folder.resolve("libsdtapi.so");
        Process gcc = new ProcessBuilder(
                        "gcc",
                        "-shared",
                        "-fPIC",
                        "-DPORT=1002",
                        "-DCONTROL=\"" + folder.resolve("control") + "\"",
                        "-o",
                        library.toString(),
                        "src/test/c/sdtapi.c")
                .inheritIO()
                .start();
        assertThat(gcc.waitFor()).as("gcc").isZero();
        settings = new Settings(Map.of("library", library.toString()));
        Files.write(folder.resolve("control.card"), CardSamples.resident("20380101"));
        does("card");
    }

    private void does(String word) throws IOException {
        Path file = Files.writeString(folder.resolve("control.new"), word);
        Files.move(
                file, folder.resolve("control"), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private Device reader() throws Exception {
        return Wait.open(new SdtDriver(), settings);
    }

    private DeviceFault fault() throws Exception {
        try (Device reader = reader()) {
            return catchThrowableOfType(DeviceFault.class, () -> reader.run(READ, use));
        }
    }

    @Test
    void aCardThatLiesThereIsRead() throws Exception {
        try (Device reader = reader()) {
            assertThat(reader.status()).isEqualTo(Status.OK);
            assertThat(reader.run(READ, use))
                    .isEqualTo(new CardWasRead(CardText.parse(CardSamples.resident("20380101"))));
            assertThat(use.waits).isEmpty();
        }
    }

    @Test
    void aCardIsWaitedForAndTheInterruptEndsTheWaiting() throws Exception {
        does("none");
        try (Device reader = reader()) {
            FutureTask<Object> first = new FutureTask<>(() -> reader.run(READ, use));
            Thread.ofPlatform().daemon().start(first);
            Wait.until(SOON, "it asks for a card", () -> use.waits.contains(Trouble.NO_CARD));
            assertThat(reader.status()).isEqualTo(Status.of(DeviceCondition.BUSY));
            does("card");
            assertThat(first.get(20, TimeUnit.SECONDS)).isInstanceOf(CardWasRead.class);

            does("none");
            use.waits.clear();
            FutureTask<Object> second = new FutureTask<>(() -> reader.run(READ, use));
            Thread waits = Thread.ofPlatform().daemon().start(second);
            Wait.until(SOON, "it asks for a card", () -> use.waits.contains(Trouble.NO_CARD));
            waits.interrupt();
            assertThat(catchThrowableOfType(ExecutionException.class, () -> second.get(20, TimeUnit.SECONDS)))
                    .hasCauseInstanceOf(InterruptedException.class);
        }
    }

    @Test
    void aCardThatIsLiftedTooSoonOrHasNoTextIsUnreadable() throws Exception {
        for (String word : List.of("lifted", "unreadable")) {
            does(word);
            assertThat(fault().why()).as(word).isEqualTo(Trouble.CARD_UNREADABLE);
        }
        does("card");
        Files.write(folder.resolve("control.card"), new byte[40]);
        assertThat(fault().why()).isEqualTo(Trouble.CARD_UNREADABLE);
    }

    @Test
    void whatIsNotThereIsNotFoundAndComesBackWhenItIsPluggedIn() throws Exception {
        assertThat(new SdtDriver().find(new Settings(Map.of("library", "/no/such.so"))))
                .isEmpty();
        SdtDriver driver = new SdtDriver();
        does("unplugged");
        assertThat(driver.find(settings)).isEmpty();
        does("card");
        assertThat(driver.find(settings)).hasSize(1);
        try (Device reader = driver.open(driver.find(settings).getFirst(), settings)) {
            assertThat(driver.find(settings)).hasSize(1);
            does("unplugged");
            assertThat(reader.status()).isEqualTo(Status.of(DeviceCondition.FAULT, Trouble.OFFLINE));
            assertThat(driver.find(settings)).isEmpty();
        }
        does("card");
        assertThat(driver.find(settings)).hasSize(1);
    }

    @Test
    void aLibraryThatCrashesTakesItsProcessWithItAndThatIsWhyItHasOne() throws Exception {
        assertThat(new SdtDriver().isNative()).isTrue();
        does("crash");
        Process alone = readAlone();
        assertThat(alone.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(folder.resolve("crash.log")).content().contains("SIGSEGV", "libsdtapi.so");
    }

    @Test
    void aLibraryThatHangsHearsNoInterruptAndThatIsWhyItsProcessCanBeEnded() throws Exception {
        does("hang");
        Process alone = readAlone();
        Wait.until(Duration.ofSeconds(60), "it is in the library", () -> Files.exists(folder.resolve("begun")));
        alone.destroy();
        assertThat(alone.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    private Process readAlone() throws IOException {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:-CreateCoredumpOnCrash",
                        "-XX:ErrorFile=" + folder.resolve("crash.log"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ReadAlone.class.getName(),
                        settings.get("library").orElseThrow(),
                        folder.resolve("begun").toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** What runs in the process that may die. */
    static final class ReadAlone {
        public static void main(String[] args) throws Exception {
            Device reader = Wait.open(new SdtDriver(), new Settings(Map.of("library", args[0])));
            Files.createFile(Path.of(args[1]));
            reader.run(READ, new RecordedUse());
        }
    }
}
