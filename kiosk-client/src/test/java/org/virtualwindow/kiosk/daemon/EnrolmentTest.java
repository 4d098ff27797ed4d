package org.virtualwindow.kiosk.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
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
        DeviceKey key = Enrolment.enrol(server.origin(), FakeServer.GOOD_CODE);
        assertThat(key.kiosk()).isEqualTo(new KioskId("310117-K1"));

        Path file = folder.resolve("new/kiosk-key.json");
        key.writeTo(file);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(DeviceKey.readFrom(file)).contains(key);
        assertThat(key.toString()).doesNotContain(FakeServer.TOKEN);
    }

    @Test
    void aBadCodeIsExplained() {
        assertThatThrownBy(() -> Enrolment.enrol(server.origin(), "0000-0000-0000-0000"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("hall manager");
    }

    @Test
    void anotherServerIsToldFromOurs() {
        assertThatThrownBy(() -> Enrolment.enrol(server.origin() + "/elsewhere", FakeServer.GOOD_CODE))
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
