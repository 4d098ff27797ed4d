package org.virtualwindow.kiosk.daemon;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The daemon's entrance: enrols the kiosk where it has no key yet, then holds the line to the server. */
@Command(
        name = "kiosk-daemon",
        description = "Stands beside a kiosk's browser and tells the server that the kiosk is alive. Opens no port.",
        sortOptions = false,
        usageHelpAutoWidth = true)
public final class KioskDaemon implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(KioskDaemon.class);
    private static final int FAILED = 1;
    private static final int KEY_REFUSED = 3;
    private static final int TAKEN_ELSEWHERE = 4;

    @Option(
            names = "--server",
            paramLabel = "URL",
            description = "Where the pages are, like https://window.example; needed to enrol.")
    private @Nullable String server;

    @Option(
            names = "--enrol",
            paramLabel = "CODE",
            description = "A code from the hall manager's screen. Replaces the key this kiosk had.")
    private @Nullable String enrolmentCode;

    @Option(
            names = "--state",
            paramLabel = "FILE",
            defaultValue = "kiosk-key.json",
            description = "Keeps the key (default: ${DEFAULT-VALUE}).")
    private Path state = Path.of("kiosk-key.json");

    @Option(names = "--help", usageHelp = true, description = "Print these options and do nothing.")
    private boolean help;

    static void main(String[] arguments) {
        System.exit(new CommandLine(new KioskDaemon()).execute(arguments));
    }

    @Override
    public Integer call() {
        try {
            DeviceKey key = key();
            LOG.info("Kiosk {} reports to {}", key.kiosk(), key.server());
            var line = new ServerLine(
                    key, version(), Rhythm.USUAL, new Backoff(RandomGenerator.getDefault()), InstantSource.system());
            return switch (line.hold()) {
                case KEY_REFUSED -> {
                    LOG.error("The server does not know this kiosk's key any more; enrol it with a new code.");
                    yield KEY_REFUSED;
                }
                case TAKEN_ELSEWHERE -> {
                    LOG.error("Another daemon reports with this kiosk's key. If you did not start it, enrol anew.");
                    yield TAKEN_ELSEWHERE;
                }
            };
        } catch (IOException e) {
            LOG.error("The kiosk could not be enrolled: {}", e.getMessage());
            return FAILED;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return CommandLine.ExitCode.OK;
        }
    }

    private DeviceKey key() throws IOException, InterruptedException {
        if (enrolmentCode != null) {
            if (server == null) {
                throw new IOException("--enrol needs --server");
            }
            DeviceKey key = Enrolment.enrol(server.replaceFirst("/+$", ""), enrolmentCode);
            key.writeTo(state);
            return key;
        }
        Optional<DeviceKey> kept = DeviceKey.readFrom(state);
        return kept.orElseThrow(() -> new IOException(state + " is not there; start once with --server and --enrol"));
    }

    private static String version() {
        String version = KioskDaemon.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
