package org.virtualwindow.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.virtualwindow.server.config.DatabaseChoice;
import org.virtualwindow.server.config.Https;
import org.virtualwindow.server.config.Refusal;
import org.virtualwindow.server.config.ServerConfig;
import org.virtualwindow.server.config.TurnCredentials;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The server's entrance: reads the command line, which {@code ./run --help} describes, starts everything, says where it is. */
@Command(name = "./run")
public final class SignalingServer implements Callable<Integer> {
    private static final int REFUSED = 1;
    private static final String READY = "\nVirtual Window is ready. Ctrl-C stops it; the data stays.\n\n";

    @Option(names = "--port", defaultValue = "8080")
    private int port;

    @Option(names = "--data", defaultValue = "${sys:virtualwindow.home:-.}/data")
    private Path data = Path.of("data");

    @Option(names = "--database-url")
    private @Nullable String databaseUrl;

    @Option(names = "--https", arity = "1..2")
    private List<String> https = List.of();

    @Option(names = "--turn")
    private List<String> turn = List.of();

    @Option(names = "--turn-secret")
    private @Nullable Path turnSecret;

    @Option(names = "--turn-minutes")
    private int turnMinutes = (int) TurnCredentials.USUALLY_VALID.toMinutes();

    @Option(names = "--no-demo")
    private boolean noDemo;

    @Option(names = "--fresh")
    private boolean fresh;

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    static void main(String[] arguments) {
        int code = new CommandLine(new SignalingServer())
                .setParameterExceptionHandler((e, args) -> {
                    System.err.println(e.getMessage() + " (./run --help names the options)");
                    return CommandLine.ExitCode.USAGE;
                })
                .execute(arguments);
        // While the server runs, its own threads keep the process alive.
        if (code != 0) {
            System.exit(code);
        }
    }

    @Override
    public Integer call() {
        try {
            var wiring = new Wiring(config());
            Runtime.getRuntime().addShutdownHook(new Thread(wiring::close, "stop"));
            System.out.println(READY + wiring.demoBanner().orElseGet(() -> doors(wiring.origin())));
            return CommandLine.ExitCode.OK;
        } catch (Refusal refusal) {
            System.err.println(refusal.getMessage());
            return REFUSED;
        }
    }

    private ServerConfig config() {
        if (fresh && databaseUrl != null) {
            throw wrong("--fresh forgets only the server's own database, not the one --database-url names.");
        }
        var database = databaseUrl == null ? new DatabaseChoice.Own(fresh) : new DatabaseChoice.External(databaseUrl);
        return new ServerConfig(port, data, database, httpsChoice(), turnChoice(), !noDemo);
    }

    private TurnCredentials turnChoice() {
        if (turn.isEmpty() != (turnSecret == null)) {
            throw wrong("--turn and --turn-secret go together.");
        }
        if (turnMinutes < 1) {
            throw wrong("--turn-minutes wants one minute or more.");
        }
        try {
            return turnSecret == null
                    ? TurnCredentials.NONE
                    : new TurnCredentials(turn, Files.readString(turnSecret).strip(), Duration.ofMinutes(turnMinutes));
        } catch (IOException e) {
            throw wrong("The file that --turn-secret names cannot be read.");
        }
    }

    private Https httpsChoice() {
        return switch (https.size()) {
            case 0 -> new Https.Off();
            case 1 -> {
                if (!https.getFirst().equals("self")) {
                    throw wrong("--https wants self, or a certificate and its key.");
                }
                yield new Https.SelfSigned();
            }
            case 2 -> new Https.Files(Path.of(https.get(0)), Path.of(https.get(1)));
            default -> throw wrong("--https is named once.");
        };
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(spec == null ? new CommandLine(this) : spec.commandLine(), sentence);
    }

    private static String doors(String origin) {
        return """
              Kiosk     %1$s/kiosk/
              Console   %1$s/console/
              Hall      %1$s/hall/
            """.formatted(origin);
    }
}
