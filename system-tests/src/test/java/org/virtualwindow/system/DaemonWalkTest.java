package org.virtualwindow.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.virtualwindow.kiosk.daemon.KioskDaemon;
import org.virtualwindow.server.Wiring;
import org.virtualwindow.server.config.ServerConfig;
import picocli.CommandLine;

/** A walk past a kiosk that has a daemon beside it, with simulated devices. */
abstract class DaemonWalkTest extends WalkTest {
    private @Nullable Wiring wiring;
    private @Nullable Thread daemon;

    @Override
    final Served serve(Path data) throws Exception {
        wiring = new Wiring(ServerConfig.local(data));
        return Served.here(wiring);
    }

    @AfterEach
    void stopDaemon() throws InterruptedException {
        if (daemon != null) {
            daemon.interrupt();
            daemon.join();
            daemon = null;
        }
    }

    /** One device of every kind. */
    final void startDaemon() {
        start("--simulate");
    }

    /** All of them with these settings, lines of YAML. */
    final void startDaemon(String... settings) throws IOException {
        Path config = folder().resolve("kiosk.yaml");
        Files.writeString(config, """
            devices:
              - driver: simulated
                control: %s
                %s
            """.formatted(folder(), String.join("\n    ", settings)));
        start("--config", config.toString());
    }

    private void start(String... options) {
        String code =
                Objects.requireNonNull(wiring).launchCodes().makeEnrol(ENTRANCE).code();
        String key = folder().resolve("kiosk-key.json").toString();
        List<String> all = new ArrayList<>(List.of("--state", key, "--server", origin(), "--enrol", code));
        all.addAll(List.of(options));
        daemon =
                Thread.ofPlatform().start(() -> new CommandLine(new KioskDaemon()).execute(all.toArray(String[]::new)));
    }
}
