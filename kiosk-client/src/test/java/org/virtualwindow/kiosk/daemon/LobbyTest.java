package org.virtualwindow.kiosk.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.virtualwindow.kiosk.command.Pages;
import org.virtualwindow.kiosk.config.KioskConfig;

class LobbyTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void codesBecomeKiosksThatAllComeWithTheirDevices() throws Exception {
        try (FakeServer server = new FakeServer()) {
            Files.writeString(
                    folder.resolve("codes"),
                    FakeServer.GOOD_CODE + "\n0000-0000-0000-0000\n" + FakeServer.GOOD_CODE + "\n");
            Lobby lobby = new Lobby(folder, KioskConfig.SIMULATED, "7", _ -> Pages.NOWHERE, InstantSource.system());
            lobby.enrol(server.origin());
            assertThat(folder.resolve("codes")).doesNotExist();

            Thread holding = Thread.ofPlatform().start(() -> {
                try {
                    lobby.hold();
                } catch (Exception over) {
                    Thread.currentThread().interrupt();
                }
            });
            assertThat(server.connection().getId())
                    .isNotEqualTo(server.connection().getId());
            AtomicInteger whole = new AtomicInteger();
            while (whole.get() < 2) {
                String said = server.said();
                if (said.contains("simulated-printer") && said.contains("simulated-scanner")) {
                    whole.incrementAndGet();
                }
            }
            holding.interrupt();
            holding.join();
        }
    }

    @Test
    void aNewKioskTakesTheFirstFreeNumberAndNobodysKey() throws Exception {
        try (FakeServer server = new FakeServer()) {
            Path first = Files.writeString(folder.resolve("kiosk-0001.json"), "a key");
            Path third = Files.writeString(folder.resolve("kiosk-0003.json"), "another key");
            Files.writeString(folder.resolve("codes"), FakeServer.GOOD_CODE + "\n" + FakeServer.GOOD_CODE + "\n");
            new Lobby(folder, KioskConfig.SIMULATED, "7", _ -> Pages.NOWHERE, InstantSource.system())
                    .enrol(server.origin());
            assertThat(first).hasContent("a key");
            assertThat(third).hasContent("another key");
            assertThat(folder.resolve("kiosk-0002.json")).exists();
            assertThat(folder.resolve("kiosk-0004.json")).exists();
        }
    }
}
