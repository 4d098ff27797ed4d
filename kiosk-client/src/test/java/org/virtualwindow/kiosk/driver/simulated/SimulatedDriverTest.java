package org.virtualwindow.kiosk.driver.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.virtualwindow.kiosk.Await;
import org.virtualwindow.kiosk.driver.Device;
import org.virtualwindow.kiosk.driver.DeviceDriver;
import org.virtualwindow.kiosk.driver.DeviceFault;
import org.virtualwindow.kiosk.driver.Found;
import org.virtualwindow.kiosk.driver.Settings;
import org.virtualwindow.kiosk.driver.Status;
import org.virtualwindow.kiosk.driver.Use;
import org.virtualwindow.protocol.Blob;
import org.virtualwindow.protocol.DemoCards;
import org.virtualwindow.protocol.DeviceResult;
import org.virtualwindow.protocol.DeviceResult.CardWasRead;
import org.virtualwindow.protocol.DeviceResult.PagesKept;
import org.virtualwindow.protocol.DeviceResult.WasPrinted;
import org.virtualwindow.protocol.DeviceTask.PrintDocument;
import org.virtualwindow.protocol.DeviceTask.ReadIdCard;
import org.virtualwindow.protocol.DeviceTask.ScanMode;
import org.virtualwindow.protocol.DeviceTask.ScanPages;
import org.virtualwindow.protocol.DeviceTask.ScanSource;
import org.virtualwindow.protocol.ids.BlobId;
import org.virtualwindow.protocol.json.WireCodec;
import org.virtualwindow.protocol.values.Capability;
import org.virtualwindow.protocol.values.DeviceCondition;
import org.virtualwindow.protocol.values.Trouble;

class SimulatedDriverTest {
    private static final Blob PAPER = new Blob(new BlobId("b1"), "application/pdf", 3L, "0".repeat(64));

    @TempDir
    Path folder = Path.of("");

    private final Map<String, String> settings = new HashMap<>(Map.of("pace", "0"));
    private final Desk desk = new Desk();

    /** Keeps what a device hands in. */
    private static final class Desk implements Use {
        final List<byte[]> pages = new ArrayList<>();
        final List<Trouble> waited = new CopyOnWriteArrayList<>();

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
            return PAPER;
        }

        @Override
        public InputStream fetch(Blob document) {
            return new ByteArrayInputStream(new byte[] {1, 2, 3});
        }
    }

    @Test
    void isFoundLikeAnyDriver() {
        assertThat(ServiceLoader.load(DeviceDriver.class))
                .anySatisfy(driver -> assertThat(driver.id()).isEqualTo("simulated"));
        assertThat(new SimulatedDriver().find(new Settings(settings)))
                .extracting(Found::key)
                .containsExactly("card-reader", "scanner", "printer");
    }

    @Test
    void readsTheCardThatIsNamedOrThatSomebodyLays() throws Exception {
        settings.put("control", folder.toString());
        try (Device reader = open("card-reader")) {
            assertThat(reader.run(new ReadIdCard(Optional.of("C1")), desk))
                    .isInstanceOfSatisfying(
                            CardWasRead.class,
                            read -> assertThat(read.document().name()).isEqualTo("㐱小宁"));

            Future<DeviceResult> waiting = aside(() -> reader.run(new ReadIdCard(Optional.empty()), desk));
            Await.until("it waits for a card", () -> desk.waited.contains(Trouble.NO_CARD));
            control("card", "C2");
            assertThat(waiting.get(10, TimeUnit.SECONDS))
                    .isInstanceOfSatisfying(
                            CardWasRead.class,
                            read -> assertThat(read.document().name()).isEqualTo("阿依古丽·买买提"));
        }
    }

    @Test
    void scansWhatLiesThereAtTheResolutionThatWasAsked() throws Exception {
        settings.put("feeder", "3");
        try (Device scanner = open("scanner")) {
            assertThat(scanner.run(new ScanPages(ScanSource.FEEDER, 100L, ScanMode.COLOUR, 50L), desk))
                    .isEqualTo(new PagesKept(List.of(PAPER, PAPER, PAPER)));
        }
        assertThat(desk.pages.getFirst()).isNotEqualTo(desk.pages.getLast());
        var image = ImageIO.read(new ByteArrayInputStream(desk.pages.getFirst()));
        assertThat(image.getWidth()).isEqualTo(827);
        assertThat(image.getHeight()).isEqualTo(1169);
    }

    @Test
    void readsAndScansWhatSomebodyLaysThere() throws Exception {
        settings.put("control", folder.toString());
        control(
                "card",
                WireCodec.encode(Objects.requireNonNull(DemoCards.all().get("C1")))
                        .replace("㐱小宁", "王某"));
        try (Device reader = open("card-reader")) {
            assertThat(reader.run(new ReadIdCard(Optional.empty()), desk))
                    .isInstanceOfSatisfying(
                            CardWasRead.class,
                            read -> assertThat(read.document().name()).isEqualTo("王某"));
            control("card", "{\"name\":\"half");
            assertThatThrownBy(() -> reader.run(new ReadIdCard(Optional.empty()), desk))
                    .isInstanceOfSatisfying(
                            DeviceFault.class, fault -> assertThat(fault.why()).isEqualTo(Trouble.CARD_UNREADABLE));
        }
        control("page.jpg", "as it is");
        try (Device scanner = open("scanner")) {
            scanner.run(new ScanPages(ScanSource.GLASS, 100L, ScanMode.GREY, 1L), desk);
        }
        assertThat(desk.pages).containsExactly("as it is".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void printsOneSheetForEachCopyAndWaitsForPaperAsItsScriptSays() throws Exception {
        settings.put("sheets", folder.resolve("out").toString());
        settings.put("printer", "media-empty after 1 for 1 s");
        try (Device printer = open("printer")) {
            assertThat(printer.run(new PrintDocument(PAPER, 2L), desk)).isEqualTo(new WasPrinted());
        }
        assertThat(desk.waited).containsExactly(Trouble.MEDIA_EMPTY);
        assertThat(folder.resolve("out/sheet-00002.pdf")).hasBinaryContent(new byte[] {1, 2, 3});
    }

    @Test
    void aFileSaysWhatIsWrongNow() throws Exception {
        settings.put("control", folder.toString());
        settings.put("scanner", "offline");
        try (Device scanner = open("scanner")) {
            assertThat(scanner.status()).isEqualTo(Status.of(DeviceCondition.FAULT, Trouble.OFFLINE));
            control("scanner", "media-jam");
            assertThat(scanner.status()).isEqualTo(Status.of(DeviceCondition.FAULT, Trouble.MEDIA_JAM));
            assertThatThrownBy(() -> scanner.run(new ScanPages(ScanSource.GLASS, 100L, ScanMode.GREY, 1L), desk))
                    .isInstanceOfSatisfying(
                            DeviceFault.class, fault -> assertThat(fault.why()).isEqualTo(Trouble.MEDIA_JAM));
            control("scanner", "");
            assertThat(scanner.status()).isEqualTo(Status.OK);
        }
    }

    @Test
    void aPlugIsPulledByAFile() throws IOException {
        settings.put("control", folder.toString());
        control("unplugged", "printer scanner");
        assertThat(new SimulatedDriver().find(new Settings(settings)))
                .extracting(Found::key)
                .containsExactly("card-reader");
    }

    @Test
    void aScriptThatMakesNoSenseIsRefusedInASentence() {
        settings.put("printer", "paper-gone");
        assertThatThrownBy(() -> open("printer"))
                .isInstanceOf(DeviceFault.class)
                .hasMessageContaining("there is no trouble \"paper-gone\"");
    }

    private Device open(String key) throws DeviceFault {
        return new SimulatedDriver().open(new Found(key, key, List.of(Capability.PRINT), true), new Settings(settings));
    }

    private void control(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private static Future<DeviceResult> aside(java.util.concurrent.Callable<DeviceResult> work) {
        var executor =
                Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());
        return executor.submit(work);
    }
}
