package org.virtualwindow.server;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.virtualwindow.server.config.Choices;
import org.virtualwindow.server.config.Key;
import org.virtualwindow.server.config.Refusal;
import org.virtualwindow.server.config.ServerConfig;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The server's entrance: reads the command line, which {@code ./run --help} describes, starts everything, says where it is. */
@Command(name = "./run")
public final class SignalingServer implements Callable<Integer> {
    private static final int REFUSED = 1;
    private static final String READY = "\nVirtual Window is ready. Ctrl-C stops it; the data stays.\n\n";

    private static final String DEVICES =
            "  Devices   each kiosk has a simulated card reader, scanner and printer (not with --no-lobby)\n";

    @Option(names = "--config")
    private @Nullable Path file;

    @Option(names = "--port")
    private @Nullable String port;

    @Option(names = "--data")
    private @Nullable String data;

    @Option(names = "--items")
    private @Nullable String items;

    @Option(names = "--database-url")
    private @Nullable String databaseUrl;

    @Option(names = "--https", arity = "1..2")
    private List<String> https = List.of();

    @Option(names = "--turn")
    private List<String> turn = List.of();

    @Option(names = "--turn-secret")
    private @Nullable String turnSecret;

    @Option(names = "--turn-minutes")
    private @Nullable String turnMinutes;

    @Option(names = "--kurento", split = ",")
    private List<String> kurento = List.of();

    @Option(names = "--media")
    private @Nullable String media;

    @Option(names = "--no-demo")
    private boolean noDemo;

    @Option(names = "--no-lobby")
    private boolean noLobby;

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
            String lobby = openLobby(wiring) ? DEVICES : "";
            System.out.println(READY + wiring.demoBanner().orElseGet(() -> doors(wiring.origin())) + lobby);
            return CommandLine.ExitCode.OK;
        } catch (Refusal refusal) {
            System.err.println(refusal.getMessage());
            return REFUSED;
        }
    }

    /** Where {@code ./run} says which program the device daemon is. */
    private boolean openLobby(Wiring wiring) {
        String daemon = System.getProperty("virtualwindow.daemon");
        return daemon != null && !noLobby && wiring.openLobby(Path.of(daemon));
    }

    /** What the command line names overrides what the file says. */
    ServerConfig config() {
        Choices choices = file == null ? Choices.none() : Choices.of(file);
        chose(choices, Key.PORT, "--port", port);
        chose(choices, Key.DATA, "--data", data);
        chose(choices, Key.ITEMS, "--items", items);
        if (databaseUrl != null) {
            chose(choices, Key.DATABASE_URL, "--database-url", databaseUrl);
            choices.forget(Key.DATABASE_USER, Key.DATABASE_PASSWORD);
        }
        chooseHttps(choices);
        if (!turn.isEmpty()) {
            choices.override(Key.TURN_URLS, "--turn", turn);
        }
        chose(choices, Key.TURN_SECRET, "--turn-secret", turnSecret);
        chose(choices, Key.TURN_VALID, "--turn-minutes", turnMinutes == null ? null : turnMinutes + " min");
        if (!kurento.isEmpty()) {
            choices.override(Key.MEDIA_KURENTO, "--kurento", kurento);
            chose(choices, Key.MEDIA_MODE, "--kurento", "relay");
        }
        chose(choices, Key.MEDIA_MODE, "--media", media);
        chose(choices, Key.DEMO, "--no-demo", noDemo ? "false" : null);
        if (fresh) {
            choices.fresh();
        }
        return choices.config(Path.of(System.getProperty("virtualwindow.home", "."), "data"));
    }

    private static void chose(Choices choices, Key key, String option, @Nullable String value) {
        if (value != null) {
            choices.override(key, option, List.of(value));
        }
    }

    private void chooseHttps(Choices choices) {
        switch (https.size()) {
            case 0 -> {}
            case 1 -> {
                if (!https.getFirst().equals("self")) {
                    throw wrong("--https wants self, or a certificate and its key.");
                }
                chose(choices, Key.HTTPS_SELF, "--https", "true");
                choices.forget(Key.HTTPS_CERTIFICATE, Key.HTTPS_KEY);
            }
            case 2 -> {
                chose(choices, Key.HTTPS_CERTIFICATE, "--https", https.get(0));
                chose(choices, Key.HTTPS_KEY, "--https", https.get(1));
                choices.forget(Key.HTTPS_SELF);
            }
            default -> throw wrong("--https is named once.");
        }
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
