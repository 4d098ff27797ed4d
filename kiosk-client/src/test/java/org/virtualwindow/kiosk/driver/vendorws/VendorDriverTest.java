package org.virtualwindow.kiosk.driver.vendorws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.virtualwindow.kiosk.driver.Device;
import org.virtualwindow.kiosk.driver.DeviceFault;
import org.virtualwindow.kiosk.driver.Settings;
import org.virtualwindow.kiosk.driver.Status;
import org.virtualwindow.kiosk.driver.Use;
import org.virtualwindow.kiosk.driver.rig.RecordedUse;
import org.virtualwindow.kiosk.driver.rig.Wait;
import org.virtualwindow.protocol.DeviceResult.CardWasRead;
import org.virtualwindow.protocol.DeviceTask;
import org.virtualwindow.protocol.DeviceTask.ReadIdCard;
import org.virtualwindow.protocol.DeviceTask.ScanMode;
import org.virtualwindow.protocol.DeviceTask.ScanPages;
import org.virtualwindow.protocol.DeviceTask.ScanSource;
import org.virtualwindow.protocol.IdentityDocument;
import org.virtualwindow.protocol.IdentityDocument.CardKind;
import org.virtualwindow.protocol.IdentityDocument.CardSex;
import org.virtualwindow.protocol.values.Capability;
import org.virtualwindow.protocol.values.DeviceCondition;
import org.virtualwindow.protocol.values.Trouble;

/** Speaks to a made-up maker's service, of which the driver knows nothing but its configuration. */
class VendorDriverTest {
    private static final ReadIdCard READ = new ReadIdCard(Optional.empty());
    private static final ScanPages SCAN = new ScanPages(ScanSource.GLASS, 300L, ScanMode.GREY, 5L);
    private static final String CARD = "{\"id\":\"ID\",\"status\":0,\"data\":{\"xm\":\"张三\",\"xb\":\"男\",\"mz\":\"01\","
            + "\"csrq\":\"1990年03月07日\",\"zz\":\"公园路100号\",\"sfzh\":\"11010119900307000X\",\"qfjg\":\"青浦分局\","
            + "\"qsrq\":\"2018.01.01\",\"jzrq\":\"长期\"}}";

    private final RecordedUse use = new RecordedUse();
    private final Map<String, String> settings = new HashMap<>(Map.of(
            "name", "Made-up 100",
            "origin", "https://window.example",
            "read.request", "{\"cmd\":\"ReadIDCard\",\"id\":\"${id}\"}",
            "read.cancel", "{\"cmd\":\"Stop\",\"id\":\"${id}\"}",
            "read.id", "/id",
            "read.status", "/status",
            "read.ok", "0, success",
            "read.wait", "1",
            "read.trouble.1", "NO_CARD",
            "read.trouble.-3", "CARD_UNREADABLE"));

    private final FakeVendor vendor;

    VendorDriverTest() throws Exception {
        vendor = new FakeVendor();
    }

    @BeforeEach
    void configure() {
        settings.put("url", vendor.url());
        settings.putAll(Map.of(
                "read.field.name", "/data/xm",
                "read.field.sex", "/data/xb",
                "read.field.ethnic", "/data/mz",
                "read.field.birth", "/data/csrq",
                "read.field.address", "/data/zz",
                "read.field.number", "/data/sfzh",
                "read.field.issuer", "/data/qfjg",
                "read.field.validFrom", "/data/qsrq",
                "read.field.validUntil", "/data/jzrq"));
        settings.putAll(Map.of(
                "scan.request", "{\"cmd\":\"Scan\",\"id\":\"${id}\",\"dpi\":${dpi},\"mode\":\"${mode}\"}",
                "scan.status", "/status",
                "scan.ok", "0",
                "scan.wait", "page",
                "scan.image", "/image",
                "probe.request", "{\"cmd\":\"State\",\"id\":\"${id}\"}",
                "probe.status", "/status",
                "probe.ok", "ready",
                "probe.trouble.open", "COVER_OPEN"));
    }

    @AfterEach
    void stop() throws Exception {
        vendor.close();
    }

    private Device device() throws Exception {
        return Wait.open(new VendorDriver(), new Settings(settings));
    }

    private DeviceFault fault(DeviceTask task) throws Exception {
        Device device = device();
        return catchThrowableOfType(DeviceFault.class, () -> device.run(task, use));
    }

    @Test
    void itCanWhatIsConfiguredWhileTheServiceAnswers() throws Exception {
        assertThat(new VendorDriver().find(new Settings(settings)))
                .singleElement()
                .satisfies(found -> assertThat(found.can()).containsExactly(Capability.READ_CARD, Capability.SCAN));
        assertThat(vendor.origins).contains("https://window.example");
        vendor.close();
        assertThat(new VendorDriver().find(new Settings(settings))).isEmpty();
        settings.put("url", "ws://elsewhere.example:8765");
        assertThat(new VendorDriver().find(new Settings(settings))).isEmpty();
    }

    @Test
    void aCardIsReadInTheMakersWords() throws Exception {
        vendor.answers("{\"id\":\"other\",\"status\":-3}", "{\"id\":\"ID\",\"status\":1}", CARD);
        assertThat(device().run(READ, use))
                .isEqualTo(new CardWasRead(new IdentityDocument(
                        CardKind.RESIDENT,
                        "张三",
                        "11010119900307000X",
                        CardSex.MALE,
                        Optional.of("01"),
                        "1990-03-07",
                        "公园路100号",
                        "青浦分局",
                        "2018-01-01",
                        Optional.empty())));
        assertThat(use.waits).containsExactly(Trouble.NO_CARD);
        assertThat(vendor.asked).singleElement().asString().contains("ReadIDCard");
    }

    @Test
    void aFailureIsWhatTheConfigurationSaysItIs() throws Exception {
        vendor.answers("{\"id\":\"ID\",\"status\":-3}");
        assertThat(fault(READ).why()).isEqualTo(Trouble.CARD_UNREADABLE);
        vendor.answers("{\"id\":\"ID\",\"status\":\"张三 is unknown\"}");
        assertThat(fault(READ)).satisfies(fault -> {
            assertThat(fault.why()).isEqualTo(Trouble.IO_ERROR);
            assertThat(fault.detail()).isEmpty(); // it may name somebody
        });
    }

    @Test
    void nonsenseSilenceAndACutLineAreFaultsAndTheServiceIsToldToStop() throws Exception {
        vendor.answers("<xml/>");
        assertThat(fault(READ).why()).isEqualTo(Trouble.MALFORMED);
        vendor.answers("{\"id\":\"ID\",\"status\":0}");
        assertThat(fault(READ).why()).isEqualTo(Trouble.CARD_UNREADABLE);
        vendor.answers("CUT");
        assertThat(fault(READ).why()).isEqualTo(Trouble.OFFLINE);
        settings.put("read.seconds", "1");
        vendor.answers();
        assertThat(fault(READ).why()).isEqualTo(Trouble.TIMED_OUT);
        Wait.until(
                Duration.ofSeconds(20),
                "it is told to stop",
                () -> vendor.asked.getLast().contains("Stop"));
    }

    @Test
    void theInterruptStopsTheService() throws Exception {
        vendor.answers("{\"id\":\"ID\",\"status\":1}");
        Device device = device();
        FutureTask<Object> reading = new FutureTask<>(() -> device.run(READ, use));
        Thread thread = Thread.ofPlatform().daemon().start(reading);
        Wait.until(Duration.ofSeconds(20), "it asks for a card", () -> use.waits.contains(Trouble.NO_CARD));
        thread.interrupt();
        assertThat(catchThrowableOfType(ExecutionException.class, () -> reading.get(20, TimeUnit.SECONDS)))
                .hasCauseInstanceOf(InterruptedException.class);
        Wait.until(
                Duration.ofSeconds(20),
                "it is told to stop",
                () -> vendor.asked.getLast().contains("Stop"));
    }

    @Test
    void pagesAreKeptAndWhatIsNoPictureIsNot() throws Exception {
        String page = Base64.getEncoder().encodeToString(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 0});
        vendor.answers(
                "{\"status\":\"page\",\"image\":\"" + page + "\"}",
                "{\"status\":\"page\",\"image\":\"data:image/jpeg;base64," + page + "\"}",
                "{\"status\":0}");
        device().run(SCAN, use);
        assertThat(use.pages).hasSize(2);
        assertThat(vendor.asked).singleElement().asString().contains("\"dpi\":300,\"mode\":\"grey\"");

        vendor.answers("{\"status\":0,\"image\":\"AAAA\"}");
        assertThat(fault(SCAN).why()).isEqualTo(Trouble.MALFORMED);
        vendor.answers("{\"status\":0}");
        assertThat(fault(SCAN).why()).isEqualTo(Trouble.NO_DOCUMENT);
    }

    @Test
    void aServiceThatIsFasterThanWhatIsDoneWithItsPagesWaits() throws Exception {
        String[] many = new String[200];
        Arrays.fill(many, "page");
        vendor.answers(many);
        try (VendorLine line = VendorLine.draw(URI.create(vendor.url()), Optional.empty())) {
            line.say("{}");
            Wait.until(Duration.ofSeconds(20), "all is on its way", () -> vendor.said.get() == many.length);
            for (int i = 0; i < many.length; i++) {
                assertThat(line.hear(Duration.ofSeconds(20))).isEqualTo("page");
            }
        }
    }

    @Test
    void aMessageThatIsLongerThanAnyPageIsNotHeard() throws Exception {
        vendor.answers("A".repeat(Use.LARGEST_PAGE / 2 * 3 + 1));
        try (VendorLine line = VendorLine.draw(URI.create(vendor.url()), Optional.empty())) {
            line.say("{}");
            assertThat(catchThrowableOfType(DeviceFault.class, () -> line.hear(Duration.ofSeconds(20)))
                            .why())
                    .isEqualTo(Trouble.TOO_LARGE);
        }
    }

    @Test
    void howItIsSaysTheProbe() throws Exception {
        Device device = device();
        vendor.answers("{\"status\":\"ready\"}");
        assertThat(device.status()).isEqualTo(Status.OK);
        vendor.answers("{\"status\":\"open\"}");
        assertThat(device.status()).isEqualTo(Status.of(DeviceCondition.FAULT, Trouble.COVER_OPEN));
        vendor.close();
        assertThat(device.status()).isEqualTo(Status.of(DeviceCondition.FAULT, Trouble.OFFLINE));
    }
}
