package org.virtualwindow.kiosk.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.virtualwindow.kiosk.Await;
import org.virtualwindow.kiosk.driver.Device;
import org.virtualwindow.kiosk.driver.DeviceFault;
import org.virtualwindow.kiosk.driver.Found;
import org.virtualwindow.kiosk.driver.Settings;
import org.virtualwindow.kiosk.driver.Status;
import org.virtualwindow.kiosk.driver.Use;
import org.virtualwindow.protocol.Blob;
import org.virtualwindow.protocol.DeviceResult.PagesKept;
import org.virtualwindow.protocol.DeviceTask.PrintDocument;
import org.virtualwindow.protocol.DeviceTask.ScanMode;
import org.virtualwindow.protocol.DeviceTask.ScanPages;
import org.virtualwindow.protocol.DeviceTask.ScanSource;
import org.virtualwindow.protocol.ids.BlobId;
import org.virtualwindow.protocol.values.Trouble;

/** The driver is {@link BreakingDriver}, in a process of its own. */
class HostedDriverTest {
    private static final ScanPages SCAN = new ScanPages(ScanSource.GLASS, 150L, ScanMode.GREY, 1L);
    private static final Blob BLOB = new Blob(new BlobId("b1"), "image/jpeg", 3L, "0".repeat(64));

    private final HostedDriver driver = new HostedDriver("breaking");
    private final Desk desk = new Desk();

    private static final class Desk implements Use {
        final List<byte[]> pages = new CopyOnWriteArrayList<>();
        final List<Trouble> waited = new CopyOnWriteArrayList<>();
        byte[] document = new byte[0];

        @Override
        public String name() {
            return "kiosk-c1";
        }

        @Override
        public void progress(int percent) {}

        @Override
        public void waitsFor(Trouble trouble) {
            waited.add(trouble);
        }

        @Override
        public Blob keep(byte[] page, String mediaType) {
            pages.add(page);
            return BLOB;
        }

        @Override
        public InputStream fetch(Blob named) {
            return new ByteArrayInputStream(document);
        }
    }

    @AfterEach
    void stop() {
        driver.stop();
    }

    @Test
    void doesInAnotherProcessWhatItWouldDoInThisOne() throws Exception {
        try (Device device = open("")) {
            assertThat(device.status()).isEqualTo(Status.OK);
            assertThat(device.run(SCAN, desk)).isEqualTo(new PagesKept(List.of(BLOB)));
        }
        assertThat(desk.pages.getFirst()).hasSize(BreakingDriver.PAGE).containsOnly(7);
        assertThat(pid()).isNotEqualTo(ProcessHandle.current().pid());
    }

    @Test
    void documentsReachItWhole() throws Exception {
        desk.document = new byte[Frames.PART + 5];
        desk.document[Frames.PART + 4] = 9;
        try (Device device = open("copy")) {
            device.run(new PrintDocument(BLOB, 1L), desk);
        }
        assertThat(desk.pages.getFirst()).isEqualTo(desk.document);
    }

    @Test
    void whatALibraryPrintsIsPassedOver() throws Exception {
        try (Device device = open("print")) {
            assertThat(device.run(SCAN, desk)).isEqualTo(new PagesKept(List.of(BLOB)));
        }
    }

    @Test
    void aDriverThatDiesIsLostAndThereAgain() throws Exception {
        long first = pid();
        try (Device device = open("die")) {
            assertThatThrownBy(() -> device.run(SCAN, desk))
                    .isInstanceOfSatisfying(
                            DeviceFault.class, fault -> assertThat(fault.why()).isEqualTo(Trouble.DRIVER_LOST));
            Await.until("it is there again", () -> {
                try {
                    return pid() != first;
                } catch (InterruptedException | IllegalStateException notYet) {
                    return false;
                }
            });
            assertThat(device.status()).isEqualTo(Status.OK);
        }
    }

    @Test
    void aProcessThatDidSomethingForSomebodyEndsOnceTheyHaveLeft() throws Exception {
        long first = pid();
        driver.forget();
        assertThat(pid()).isEqualTo(first);
        try (Device device = open("")) {
            device.run(SCAN, desk);
            driver.forget();
            Await.until(
                    "it ends",
                    () -> ProcessHandle.of(first).filter(ProcessHandle::isAlive).isEmpty());
            assertThat(device.status()).isEqualTo(Status.OK);
            assertThat(device.run(SCAN, desk)).isEqualTo(new PagesKept(List.of(BLOB)));
        }
    }

    @Test
    void aDriverThatListensStopsAndOneThatDoesNotIsKilled() throws Exception {
        for (String does : List.of("listen", "hang")) {
            long before = pid();
            Device device = open(does);
            desk.waited.clear();
            var running = Thread.ofPlatform().start(() -> {
                try {
                    device.run(SCAN, desk);
                } catch (DeviceFault | InterruptedException asked) {
                    Thread.currentThread().interrupt();
                }
            });
            Await.until("it waits", () -> desk.waited.contains(Trouble.NO_DOCUMENT));
            Instant pressed = Instant.now();
            running.interrupt();
            running.join();
            assertThat(Duration.between(pressed, Instant.now())).isLessThan(Duration.ofMillis(300));
            if (does.equals("hang")) {
                Await.until(
                        "it is killed",
                        () -> ProcessHandle.of(before)
                                .filter(ProcessHandle::isAlive)
                                .isEmpty());
            }
        }
    }

    @Test
    void faultsKeepTheirWordAndErrorsOnlyTheirClass() throws Exception {
        assertThatThrownBy(() -> open("refuse")).isInstanceOfSatisfying(DeviceFault.class, fault -> {
            assertThat(fault.why()).isEqualTo(Trouble.ACCESS_DENIED);
            assertThat(fault.detail()).contains("no");
        });
        try (Device device = open("throw")) {
            assertThatThrownBy(() -> device.run(SCAN, desk)).isInstanceOfSatisfying(DeviceFault.class, fault -> {
                assertThat(fault.why()).isEqualTo(Trouble.DRIVER_LOST);
                assertThat(fault.detail()).isEqualTo(Optional.of("java.lang.IllegalStateException"));
            });
        }
    }

    private long pid() throws InterruptedException {
        return Long.parseLong(driver.find(Settings.NONE).getFirst().key());
    }

    private Device open(String does) throws DeviceFault, InterruptedException {
        Settings settings = new Settings(Map.of("does", does));
        Found found = driver.find(settings).getFirst();
        return driver.open(found, settings);
    }
}
