package org.virtualwindow.kiosk.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.virtualwindow.protocol.ids.KioskId;

class EnrolmentTest {
    @TempDir
    Path folder = Path.of("");

    private final FakeServer server = new FakeServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aGoodCodeBecomesAKeyThatOnlyItsOwnerCanRead() throws IOException, InterruptedException {
        Path file = folder.resolve("new/kiosk-key.json");
        DeviceKey key = Enrolment.enrol(server.origin(), FakeServer.GOOD_CODE, file);
        assertThat(key.kiosk()).isEqualTo(new KioskId("310117-K1"));
        for (Path kept : List.of(file, file.resolveSibling("kiosk-key.json.counter"))) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)))
                    .isEqualTo("rw-------");
        }
        assertThat(DeviceKey.readFrom(file)).hasValueSatisfying(read -> {
            assertThat(read.kiosk()).isEqualTo(key.kiosk());
            assertThat(read.server()).isEqualTo(server.origin());
        });
    }

    @Test
    void aServerThatIsNotThereIsNamed() {
        String origin = server.origin();
        server.close();
        assertThatThrownBy(() -> Enrolment.enrol(origin, FakeServer.GOOD_CODE, folder.resolve("kiosk-key.json")))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(origin + " is not reached");
    }

    @Test
    void thePrivateHalfNeverLeavesTheFile() throws IOException, InterruptedException {
        Path file = folder.resolve("kiosk-key.json");
        DeviceKey key = Enrolment.enrol(server.origin(), FakeServer.GOOD_CODE, file);
        Matcher secret = Pattern.compile("\"d\":\"([^\"]+)\"").matcher(Files.readString(file));
        assertThat(secret.find()).isTrue();
        assertThat(server.enrolment()).contains("\"crv\":\"P-256\"").doesNotContain(secret.group(1), "\"d\"");
        assertThat(key.toString()).doesNotContain(secret.group(1));
    }

    @Test
    void aKeyWhoseCountIsLostIsNotUsed() throws IOException, InterruptedException {
        Path file = folder.resolve("kiosk-key.json");
        Enrolment.enrol(server.origin(), FakeServer.GOOD_CODE, file);
        Files.delete(file.resolveSibling("kiosk-key.json.counter"));
        assertThatThrownBy(() -> DeviceKey.readFrom(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("enrol this kiosk anew");
    }

    @Test
    void aKeyThatOthersCanReadIsNotUsed() throws IOException, InterruptedException {
        Path file = folder.resolve("kiosk-key.json");
        Enrolment.enrol(server.origin(), FakeServer.GOOD_CODE, file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> DeviceKey.readFrom(file)).hasMessageContaining("chmod o= " + file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        assertThat(DeviceKey.readFrom(file)).isPresent();
    }

    @Test
    void aSecondDaemonOfThisMachineIsKeptFromTheKey() throws IOException {
        Path file = folder.resolve("kiosk-key.json");
        try (StateLock _ = StateLock.take(file)) {
            assertThatThrownBy(() -> StateLock.take(file)).hasMessageContaining("another daemon");
        }
        StateLock.take(file).close();
    }

    @Test
    void aBadCodeIsExplained() {
        assertThatThrownBy(() -> Enrolment.enrol(server.origin(), "0000-0000-0000-0000", folder.resolve("key")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("hall manager");
    }

    @Test
    void anotherServerIsToldFromOurs() {
        assertThatThrownBy(() ->
                        Enrolment.enrol(server.origin() + "/elsewhere", FakeServer.GOOD_CODE, folder.resolve("key")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("did not answer like");
    }

    @Test
    void aFileThatIsNoKeyIsNotTakenForOne() throws IOException {
        Path file = folder.resolve("kiosk-key.json");
        assertThat(DeviceKey.readFrom(file)).isEmpty();
        Files.writeString(file, "{\"server\":\"http://localhost\"}");
        assertThatThrownBy(() -> DeviceKey.readFrom(file)).isInstanceOf(IOException.class);
    }
}
