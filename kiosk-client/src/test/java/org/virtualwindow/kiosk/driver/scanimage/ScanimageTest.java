package org.virtualwindow.kiosk.driver.scanimage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.virtualwindow.kiosk.driver.Device;
import org.virtualwindow.kiosk.driver.DeviceFault;
import org.virtualwindow.kiosk.driver.Settings;
import org.virtualwindow.kiosk.driver.Status;
import org.virtualwindow.kiosk.driver.escl.EsclSimulator;
import org.virtualwindow.kiosk.driver.rig.InNamespace;
import org.virtualwindow.kiosk.driver.rig.RecordedUse;
import org.virtualwindow.kiosk.driver.rig.Wait;
import org.virtualwindow.protocol.DeviceTask.ScanMode;
import org.virtualwindow.protocol.DeviceTask.ScanPages;
import org.virtualwindow.protocol.DeviceTask.ScanSource;
import org.virtualwindow.protocol.values.DeviceCondition;
import org.virtualwindow.protocol.values.Trouble;

/** Debian's scanimage with SANE's test scanner, and with Debian's eSCL client against the simulator. */
@InNamespace(needs = {"scanimage:sane-utils", "/etc/sane.d/airscan.conf:sane-airscan"})
class ScanimageTest {
    private static final ScanPages GLASS = new ScanPages(ScanSource.GLASS, 100L, ScanMode.COLOUR, 1L);
    private static final ScanPages FEEDER = new ScanPages(ScanSource.FEEDER, 50L + 25, ScanMode.GREY, 50L);

    /** As scanimage itself does now and then, for longer than a page may take. */
    private static final String HANGS = """
        #!/bin/sh
        case " $* " in *" --format=jpeg "*) ;; *) exec scanimage "$@" ;; esac
        echo "scanimage: sane_read: Document feeder jammed" >&2
        exec sleep 600
        """;

    /** A child outlives it and holds its output open, for longer than a page may take. */
    private static final String LEAVES_A_CHILD = """
        #!/bin/sh
        case " $* " in *" --format=jpeg "*) ;; *) exec scanimage "$@" ;; esac
        sleep 600 &
        echo $! >> %s
        echo "scanimage: sane_start: Device busy" >&2
        exit 3
        """;

    @TempDir
    Path folder = Path.of("");

    private final RecordedUse use = new RecordedUse();
    private final Map<String, String> settings = new HashMap<>();

    @BeforeEach
    void configure() throws IOException {
        Files.writeString(folder.resolve("dll.conf"), "test\n");
        Files.writeString(folder.resolve("test.conf"), "number_of_devices 1\n");
        settings.put("config", folder.toString());
    }

    private Device scanner() throws Exception {
        return Wait.open(new ScanimageDriver(), new Settings(settings));
    }

    private DeviceFault fault(ScanPages task) throws Exception {
        Device scanner = scanner();
        return catchThrowableOfType(DeviceFault.class, () -> scanner.run(task, use));
    }

    private BufferedImage page(int number) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(use.pages.get(number)));
    }

    /** Folders of scans that lie in memory. */
    private static long leftovers() throws IOException {
        try (Stream<Path> all = Files.list(PageFolders.parent())) {
            return all.count();
        }
    }

    @Test
    void theScannersOfSaneAreFound() throws Exception {
        assertThat(new ScanimageDriver().find(new Settings(settings)))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.key()).startsWith("test-0-");
                    assertThat(found.name()).isEqualTo("Noname frontend-tester");
                });
        settings.put("program", "/no/such/program");
        assertThat(new ScanimageDriver().find(new Settings(settings))).isEmpty();
    }

    @Test
    void theGlassGivesOnePage() throws Exception {
        scanner().run(GLASS, use);
        assertThat(use.pages).hasSize(1);
        assertThat(page(0).getWidth()).isEqualTo(787);
        assertThat(page(0).getColorModel().getNumComponents()).isEqualTo(3);
        assertThat(use.progress).isSorted().last().isEqualTo(100);
    }

    @Test
    void theFeederGivesEverythingThatLiesInItAndNothingStays() throws Exception {
        long before = leftovers();
        scanner().run(FEEDER, use);
        assertThat(use.pages).hasSize(10);
        assertThat(page(9).getColorModel().getNumComponents()).isEqualTo(1);
        assertThat(leftovers()).isEqualTo(before);
    }

    @Test
    void noMorePagesThanWereAskedFor() throws Exception {
        scanner().run(new ScanPages(ScanSource.FEEDER, 75L, ScanMode.GREY, 3L), use);
        assertThat(use.pages).hasSize(3);
    }

    @Test
    void whatSaneSaysIsWhatIsWrong() throws Exception {
        Map<String, Trouble> words = Map.of(
                "JAMMED", Trouble.MEDIA_JAM,
                "COVER_OPEN", Trouble.COVER_OPEN,
                "NO_DOCS", Trouble.NO_DOCUMENT,
                "DEVICE_BUSY", Trouble.BUSY,
                "IO_ERROR", Trouble.IO_ERROR,
                "ACCESS_DENIED", Trouble.ACCESS_DENIED);
        for (var word : words.entrySet()) {
            settings.put("options", "--read-return-value SANE_STATUS_" + word.getKey());
            assertThat(fault(GLASS).why()).as(word.getKey()).isEqualTo(word.getValue());
            assertThat(fault(FEEDER).why()).as(word.getKey()).isEqualTo(word.getValue());
        }
        assertThat(use.pages).isEmpty();
    }

    @Test
    void whatSaneSaysCountsThoughItsProgramHangsAfterIt() throws Exception {
        Path program = Files.writeString(folder.resolve("scanimage"), HANGS);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        settings.put("program", program.toString());
        assertThat(fault(GLASS).why()).isEqualTo(Trouble.MEDIA_JAM);
        assertThat(fault(FEEDER).why()).isEqualTo(Trouble.MEDIA_JAM);
    }

    @Test
    void whatABackendLeavesBehindDoesNotHoldUpWhatItSaid() throws Exception {
        Path left = folder.resolve("left");
        Path program = Files.writeString(folder.resolve("scanimage"), LEAVES_A_CHILD.formatted(left));
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        settings.put("program", program.toString());
        try {
            assertThat(fault(GLASS).why()).isEqualTo(Trouble.BUSY);
            assertThat(fault(FEEDER).why()).isEqualTo(Trouble.BUSY);
        } finally {
            for (String pid : Files.readAllLines(left)) {
                ProcessHandle.of(Long.parseLong(pid)).ifPresent(ProcessHandle::destroyForcibly);
            }
        }
    }

    @Test
    void aJamIsToldUntilAScanWentWell() throws Exception {
        settings.put("options", "--read-return-value SANE_STATUS_JAMMED");
        Device scanner = scanner();
        assertThatThrownBy(() -> scanner.run(GLASS, use)).isInstanceOf(DeviceFault.class);
        assertThat(scanner.status()).isEqualTo(Status.of(DeviceCondition.FAULT, Trouble.MEDIA_JAM));
        settings.remove("options");
        Device mended = scanner();
        mended.run(GLASS, use);
        assertThat(mended.status()).isEqualTo(Status.OK);
    }

    @Test
    void anInterruptEndsTheProgramAndLeavesNothing() throws Exception {
        for (ScanPages task : new ScanPages[] {GLASS, FEEDER}) {
            long before = leftovers();
            settings.put(
                    "options", "--read-delay=yes --read-delay-duration 200000 --read-limit=yes --read-limit-size 64");
            Device scanner = scanner();
            FutureTask<Object> scanning = new FutureTask<>(() -> scanner.run(task, use));
            Thread thread = Thread.ofPlatform().daemon().start(scanning);
            Wait.until(
                    Duration.ofSeconds(20),
                    "it scans",
                    () -> ProcessHandle.current()
                            .descendants()
                            .anyMatch(child -> child.info().arguments().orElse(new String[0]).length > 10));
            thread.interrupt();
            assertThat(catchThrowableOfType(ExecutionException.class, () -> scanning.get(20, TimeUnit.SECONDS)))
                    .hasCauseInstanceOf(InterruptedException.class);
            assertThat(ProcessHandle.current().descendants()).isEmpty();
            assertThat(leftovers()).isEqualTo(before);
        }
    }

    @Test
    void whatAKilledDaemonLeftInMemoryGoesWithTheNextLook() throws Exception {
        long before = leftovers();
        Process daemon = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Lonely.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            Wait.until(Duration.ofSeconds(30), "it scans", () -> leftovers() == before + 1);
            new ScanimageDriver().find(new Settings(settings));
            assertThat(leftovers()).as("while it lives, its pages are its own").isEqualTo(before + 1);
        } finally {
            daemon.descendants().forEach(ProcessHandle::destroyForcibly);
            daemon.destroyForcibly().waitFor();
        }
        new ScanimageDriver().find(new Settings(settings));
        assertThat(leftovers()).isEqualTo(before);
    }

    /** A daemon that is going to be killed while it scans. */
    static final class Lonely {
        private Lonely() {}

        static void main(String[] arguments) throws Exception {
            var slowly = "--read-delay=yes --read-delay-duration 200000 --read-limit=yes --read-limit-size 64";
            var settings = new Settings(Map.of("config", arguments[0], "options", slowly));
            Wait.open(new ScanimageDriver(), settings).run(FEEDER, new RecordedUse());
        }
    }

    @Test
    void debiansClientTakesOurSimulatorForAScanner() throws Exception {
        try (EsclSimulator simulator = new EsclSimulator()) {
            Files.writeString(folder.resolve("dll.conf"), "airscan\n");
            Files.writeString(
                    folder.resolve("airscan.conf"),
                    "[devices]\nSimulated = " + simulator.address() + ", eSCL\n[options]\ndiscovery = disable\n");
            simulator.feeder(2);
            Device scanner = scanner();
            scanner.run(GLASS, use);
            scanner.run(FEEDER, use);
            assertThat(use.pages).hasSize(3);
            assertThat(page(0).getWidth()).isBetween(1200, 1275);

            assertThat(catchThrowableOfType(DeviceFault.class, () -> scanner.run(FEEDER, use))
                            .why())
                    .isEqualTo(Trouble.NO_DOCUMENT);
        }
    }
}
