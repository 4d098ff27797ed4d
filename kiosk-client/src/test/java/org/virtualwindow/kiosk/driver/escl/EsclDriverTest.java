package org.virtualwindow.kiosk.driver.escl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.virtualwindow.kiosk.driver.Device;
import org.virtualwindow.kiosk.driver.DeviceFault;
import org.virtualwindow.kiosk.driver.Found;
import org.virtualwindow.kiosk.driver.Settings;
import org.virtualwindow.kiosk.driver.Status;
import org.virtualwindow.kiosk.driver.escl.EsclSimulator.Fault;
import org.virtualwindow.kiosk.driver.rig.RecordedUse;
import org.virtualwindow.kiosk.driver.rig.Wait;
import org.virtualwindow.protocol.DeviceResult.PagesKept;
import org.virtualwindow.protocol.DeviceTask.ScanMode;
import org.virtualwindow.protocol.DeviceTask.ScanPages;
import org.virtualwindow.protocol.DeviceTask.ScanSource;
import org.virtualwindow.protocol.values.Capability;
import org.virtualwindow.protocol.values.DeviceCondition;
import org.virtualwindow.protocol.values.Trouble;

class EsclDriverTest {
    private static final ScanPages GLASS = new ScanPages(ScanSource.GLASS, 150L, ScanMode.COLOUR, 1L);
    private static final ScanPages FEEDER = new ScanPages(ScanSource.FEEDER, 75L, ScanMode.GREY, 10L);

    private final EsclSimulator simulator;
    private final RecordedUse use = new RecordedUse();

    EsclDriverTest() throws IOException {
        simulator = new EsclSimulator();
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private Device scanner() throws Exception {
        return Wait.open(new EsclDriver(), new Settings(Map.of("scanners", simulator.address())));
    }

    private DeviceFault fault(ScanPages task) throws Exception {
        Device scanner = scanner();
        return catchThrowableOfType(DeviceFault.class, () -> scanner.run(task, use));
    }

    private BufferedImage page(int number) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(use.pages.get(number)));
    }

    @Test
    void whatIsThereIsFoundAndWhatIsNotIsNot() throws Exception {
        Settings settings = new Settings(Map.of("scanners", "http://127.0.0.1:1/eSCL " + simulator.address()));
        assertThat(new EsclDriver().find(settings)).singleElement().satisfies(found -> {
            assertThat(found).extracting(Found::name, Found::key).containsExactly("Simulated Scanner", "SIM-0001");
            assertThat(found.can()).containsExactly(Capability.SCAN);
        });
        assertThat(new EsclDriver().find(Settings.NONE)).isEmpty();
    }

    @Test
    void theGlassGivesOnePage() throws Exception {
        assertThat(scanner().run(GLASS, use)).isInstanceOf(PagesKept.class);
        assertThat(use.pages).hasSize(1);
        assertThat(page(0).getWidth()).isEqualTo(1240);
        assertThat(page(0).getHeight()).isEqualTo(1754);
        assertThat(simulator.deleted()).as("the job was ended").isEqualTo(1);
    }

    @Test
    void theFeederGivesEverythingThatLiesInIt() throws Exception {
        simulator.feeder(3);
        scanner().run(FEEDER, use);
        assertThat(use.pages).hasSize(3);
        assertThat(simulator.settings()).singleElement().asString().contains("Grayscale8", ">75<");
    }

    @Test
    void noMorePagesThanWereAskedForAndTheRestIsLetGo() throws Exception {
        simulator.feeder(5);
        scanner().run(new ScanPages(ScanSource.FEEDER, 75L, ScanMode.GREY, 2L), use);
        assertThat(use.pages).hasSize(2);
        assertThat(simulator.deleted()).isEqualTo(1);
    }

    @Test
    void aFinerScanThanItCanIsTheFinestItCan() throws Exception {
        scanner().run(new ScanPages(ScanSource.GLASS, 600L, ScanMode.GREY, 1L), use);
        assertThat(simulator.settings()).singleElement().asString().contains(">300<");
        scanner().run(new ScanPages(ScanSource.GLASS, 100L, ScanMode.GREY, 1L), use);
        assertThat(simulator.settings().get(1)).contains(">150<");
    }

    @Test
    void anEmptyFeederIsSaidAtOnce() throws Exception {
        assertThat(fault(FEEDER).why()).isEqualTo(Trouble.NO_DOCUMENT);
        assertThat(simulator.settings()).isEmpty();
    }

    @Test
    void aJamInTheMidstIsNoEndOfTheStack() throws Exception {
        simulator.feeder(3);
        simulator.has(Fault.JAM);
        Device scanner = scanner();
        assertThat(catchThrowableOfType(DeviceFault.class, () -> scanner.run(FEEDER, use))
                        .why())
                .isEqualTo(Trouble.MEDIA_JAM);
    }

    @Test
    void aJobThatTheScannerGivesUpIsNoEndOfTheStack() throws Exception {
        simulator.feeder(3);
        simulator.has(Fault.ABORT);
        assertThat(fault(FEEDER).why()).isEqualTo(Trouble.IO_ERROR);
    }

    @Test
    void anOpenCoverIsSaidAsAState() throws Exception {
        simulator.feeder(1);
        simulator.has(Fault.COVER_OPEN);
        assertThat(scanner().status()).isEqualTo(Status.of(DeviceCondition.FAULT, Trouble.COVER_OPEN));
        assertThat(fault(FEEDER).why()).isEqualTo(Trouble.COVER_OPEN);
    }

    @Test
    void aBusyScannerIsAskedAgainWhenItSays() throws Exception {
        Device scanner = scanner();
        simulator.busyFor(2);
        assertThat(scanner.status()).isEqualTo(Status.of(DeviceCondition.BUSY));
        scanner.run(GLASS, use);
        assertThat(use.pages).hasSize(1);
        assertThat(scanner.status()).isEqualTo(Status.OK);
    }

    @Test
    void whatIsNoPictureIsNotKept() throws Exception {
        simulator.has(Fault.RUBBISH);
        assertThat(fault(GLASS).why()).isEqualTo(Trouble.MALFORMED);
        simulator.has(Fault.NOTHING);
        assertThat(fault(GLASS).why()).isEqualTo(Trouble.MALFORMED);
        assertThat(use.pages).isEmpty();
    }

    @Test
    void anInterruptEndsTheJobAtTheScanner() throws Exception {
        simulator.has(Fault.SILENCE);
        Device scanner = scanner();
        FutureTask<Object> scanning = new FutureTask<>(() -> scanner.run(GLASS, use));
        Thread thread = Thread.ofPlatform().daemon().start(scanning);
        simulator.awaitSilence();

        thread.interrupt();
        assertThat(catchThrowableOfType(ExecutionException.class, scanning::get))
                .hasCauseInstanceOf(InterruptedException.class);
        assertThat(simulator.deleted()).isEqualTo(1);
    }

    @Test
    void aScannerThatIsSwitchedOffIsOffline() throws Exception {
        Device scanner = scanner();
        simulator.close();
        assertThat(scanner.status()).isEqualTo(Status.of(DeviceCondition.FAULT, Trouble.OFFLINE));
        assertThat(catchThrowableOfType(DeviceFault.class, () -> scanner.run(GLASS, use))
                        .why())
                .isEqualTo(Trouble.OFFLINE);
    }

    @Test
    void anAnswerThatReachesBeyondItselfIsRefused() {
        String bomb = "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>";
        assertThat(catchThrowableOfType(IOException.class, () -> Xml.parse(bomb.getBytes())))
                .hasMessageContaining("not XML");
    }
}
