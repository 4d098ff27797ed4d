package org.virtualwindow.kiosk.daemon;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.virtualwindow.kiosk.browser.Browser;
import org.virtualwindow.kiosk.browser.BrowserOptions;
import org.virtualwindow.kiosk.command.Pages;
import org.virtualwindow.kiosk.config.KioskConfig;
import org.virtualwindow.kiosk.device.Configured;
import org.virtualwindow.kiosk.device.Pace;
import org.virtualwindow.kiosk.upload.ServerPages;
import org.virtualwindow.protocol.DaemonHealth;
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
    private static final InstantSource CLOCK = InstantSource.system();
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int FAILED = 1;
    private static final int KEY_REFUSED = 3;
    private static final int TAKEN_ELSEWHERE = 4;
    private static final int TOO_OLD = 5;
    /** Whatever minds this process starts it again. */
    private static final int START_ANEW = 75;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Says all this and which devices there are, like docs/operations/kiosk.sample.yaml;"
                    + " options come first.")
    private @Nullable Path configFile;

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

    @Option(names = "--state", paramLabel = "FILE", description = "Keeps the key (default: kiosk-key.json).")
    private @Nullable Path keyFile;

    @Option(
            names = "--simulate",
            description = "Have a simulated card reader, scanner and printer, and no other devices.")
    private boolean simulate;

    @Option(
            names = "--lobby",
            paramLabel = "FOLDER",
            description =
                    "Be many kiosks without screens, one for each key (*.json) in the folder; a file named codes there"
                            + " holds enrolment codes, one a line, for more. Their devices are simulated where --config"
                            + " names none.")
    private @Nullable Path lobby;

    @Option(
            names = "--until-input-ends",
            description = "End when standard input does: with whoever started it, however that ended.")
    private boolean untilInputEnds;

    @Option(
            names = "--browser",
            paramLabel = "PROGRAM",
            arity = "0..1",
            fallbackValue = "/usr/bin/chromium",
            description = "Start Chromium and mind it (default program: ${FALLBACK-VALUE}).")
    private @Nullable Path browser;

    @Option(names = "--display", paramLabel = "DISPLAY", description = "Where it is shown, like :0; else headless.")
    private @Nullable String display = System.getenv("DISPLAY");

    @Option(
            names = "--profiles",
            paramLabel = "FOLDER",
            description = "Where an applicant's browser profile lies while they are here; better in memory.")
    private Path profiles = BrowserOptions.usualProfiles();

    @Option(names = "--help", usageHelp = true, description = "Print these options and do nothing.")
    private boolean help;

    static void main(String[] arguments) {
        System.exit(new CommandLine(new KioskDaemon()).execute(arguments));
    }

    @Override
    public Integer call() {
        if (untilInputEnds) {
            endWithInput(Thread.currentThread());
        }
        try {
            KioskConfig config = configFile == null ? KioskConfig.NONE : KioskConfig.read(configFile);
            if (lobby != null) {
                return holdLobby(config, lobby);
            }
            Path state = keyFile == null ? config.state().orElse(Path.of("kiosk-key.json")) : keyFile;
            List<Configured> drivers = KioskConfig.drivers(simulate ? KioskConfig.SIMULATED : config.devices());
            return hold(config, state, drivers);
        } catch (IOException e) {
            LOG.error("The daemon cannot work: {}", e.getMessage());
            return FAILED;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return CommandLine.ExitCode.OK;
        }
    }

    private static void endWithInput(Thread daemon) {
        Thread.ofPlatform().name("input").daemon().start(() -> {
            try {
                System.in.transferTo(OutputStream.nullOutputStream());
            } catch (IOException closed) {
                LOG.debug("Standard input broke off", closed);
            }
            daemon.interrupt();
        });
    }

    private int holdLobby(KioskConfig config, Path folder) throws IOException, InterruptedException {
        List<KioskConfig.Driver> devices =
                simulate || config.devices().isEmpty() ? KioskConfig.SIMULATED : config.devices();
        try (HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            Lobby kiosks = new Lobby(folder, devices, version(), key -> pages(http, key), CLOCK);
            Optional<String> origin = origin(config);
            if (origin.isPresent()) {
                kiosks.enrol(origin.get());
            }
            kiosks.hold();
        }
        return KEY_REFUSED;
    }

    /** The option, or else what the file says. */
    private Optional<String> origin(KioskConfig config) {
        return Optional.ofNullable(server).or(config::server).map(given -> given.replaceFirst("/+$", ""));
    }

    private int hold(KioskConfig config, Path state, List<Configured> drivers)
            throws IOException, InterruptedException {
        try (StateLock _ = StateLock.take(state)) {
            DeviceKey key = key(config, state);
            LOG.info("Kiosk {} reports to {}", key.kiosk(), key.server());
            var minded = new Minded();
            var line = new ServerLine(
                    key,
                    version(),
                    () -> health(minded, state),
                    Rhythm.USUAL,
                    new Backoff(RandomGenerator.getDefault()),
                    CLOCK);
            try (HttpClient http =
                            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
                    Kiosk kiosk = new Kiosk(
                            key.kiosk(),
                            line,
                            drivers,
                            Pace.USUAL,
                            commands(state),
                            pages(http, key),
                            key::sign,
                            minded);
                    Launches launches = new Launches(key, CLOCK);
                    minded) {
                if (browser != null) {
                    minded.start(new Browser(
                            new BrowserOptions(
                                    browser, Optional.ofNullable(display), profiles, Optional.empty(), List.of()),
                            key.server(),
                            launches,
                            kiosk.commands()::stop,
                            () -> kiosk.commands().forget().join(),
                            CLOCK));
                }
                int over = over(kiosk.hold());
                if (over != START_ANEW) {
                    minded.takeOutOfUse();
                }
                return over;
            }
        }
    }

    private int over(ServerLine.Over over) {
        return switch (over) {
            case KEY_REFUSED -> {
                LOG.error("The server does not know this kiosk's key any more; enrol it with a new code.");
                yield KEY_REFUSED;
            }
            case KEY_CLONED -> {
                LOG.error("This kiosk's key was used in two places and is revoked; the hall manager was told."
                        + " Find out who has a copy, then enrol with a new code.");
                yield KEY_REFUSED;
            }
            case TOO_OLD -> {
                LOG.error("The server talks with newer daemons only; this one is {}. Update it.", version());
                yield TOO_OLD;
            }
            case RESTART -> {
                LOG.warn("The hall wants this daemon started anew; it ends.");
                yield START_ANEW;
            }
            case TAKEN_ELSEWHERE -> {
                LOG.error("Another daemon reports with this kiosk's key. If you did not start it, enrol anew.");
                yield TAKEN_ELSEWHERE;
            }
        };
    }

    private static DaemonHealth health(Minded minded, Path state) {
        return new DaemonHealth(
                minded.isUp(), minded.restarts(), Machine.memoryMb(), Machine.diskMb(state.toAbsolutePath()));
    }

    private DeviceKey key(KioskConfig config, Path state) throws IOException, InterruptedException {
        if (enrolmentCode != null) {
            String origin = origin(config).orElseThrow(() -> new IOException("--enrol needs --server"));
            return Enrolment.enrol(origin, enrolmentCode, state);
        }
        Optional<DeviceKey> kept = DeviceKey.readFrom(state);
        return kept.orElseThrow(() -> new IOException(state + " is not there; start once with --server and --enrol"));
    }

    private static Pages pages(HttpClient http, DeviceKey key) {
        return new ServerPages(
                http,
                URI.create(key.server()),
                (method, uri) -> key.authorization(method, uri, CLOCK.instant()),
                CLOCK);
    }

    /** Beside the key. */
    private static Path commands(Path state) {
        return state.resolveSibling(state.getFileName() + ".commands");
    }

    private static String version() {
        String version = KioskDaemon.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
