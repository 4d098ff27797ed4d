package org.virtualwindow.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.virtualwindow.protocol.FromHall;
import org.virtualwindow.protocol.ToHall;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.protocol.ids.OpId;
import org.virtualwindow.protocol.json.WireCodec;
import org.virtualwindow.protocol.json.WireCodec.Decoded;
import org.virtualwindow.server.Wiring;
import org.virtualwindow.server.config.ServerConfig;

/** The device daemon as it stands beside a kiosk: a process of its own, seen by the hall manager of its centre. */
class KioskDaemonIT {
    private static final KioskId ENTRANCE = new KioskId("310117-K1");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path folder = Path.of("");

    private final BlockingQueue<ToHall> heard = new LinkedBlockingQueue<>();

    @Test
    void enrolsOnceAndIsSeenByTheHallManagerWheneverItRuns() throws Exception {
        Path key = folder.resolve("kiosk-key.json");
        try (Wiring server = new Wiring(ServerConfig.local(folder.resolve("data")));
                HttpClient http = HttpClient.newHttpClient()) {
            WebSocket hall = hall(http, server.origin());
            hall.sendText(WireCodec.encode(new FromHall.MakeEnrolCode(new OpId("op-1"), ENTRANCE)), true)
                    .join();
            String code =
                    next(told -> told instanceof ToHall.CodeMade made ? Optional.of(made.code()) : Optional.empty());

            Process first = daemon("--state", key.toString(), "--server", server.origin(), "--enrol", code);
            awaitOnBoard(true);
            first.destroyForcibly().waitFor();
            awaitOnBoard(false);

            Process second = daemon("--state", key.toString());
            awaitOnBoard(true);
            second.destroy();
            assertThat(second.waitFor(10, TimeUnit.SECONDS)).isTrue();
            awaitOnBoard(false);

            Process third = daemon("--state", key.toString());
            awaitOnBoard(true);
            hall.sendText(
                            WireCodec.encode(
                                    new FromHall.RestartKiosk(new OpId("op-2"), ENTRANCE, FromHall.Restarted.DAEMON)),
                            true)
                    .join();
            assertThat(third.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(third.exitValue())
                    .as("by which its machine knows that it is to be started again")
                    .isEqualTo(75);
            awaitOnBoard(false);
            hall.abort();
        }
    }

    /** The board is told anew on every change; the daemon's version stands in its kiosk's row while it is connected. */
    private void awaitOnBoard(boolean connected) throws InterruptedException {
        next(told -> told instanceof ToHall.Board board
                        && board.kiosks().stream()
                                .anyMatch(row -> row.kiosk().equals(ENTRANCE)
                                        && row.version().isPresent() == connected)
                ? Optional.of(board)
                : Optional.empty());
    }

    private <T> T next(Function<ToHall, Optional<T>> wanted) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        for (Duration left = PATIENCE; left.isPositive(); left = Duration.between(Instant.now(), end)) {
            ToHall told = heard.poll(left.toMillis(), TimeUnit.MILLISECONDS);
            Optional<T> found = told == null ? Optional.empty() : wanted.apply(told);
            if (found.isPresent()) {
                return found.get();
            }
        }
        throw new AssertionError("the hall manager was not told in " + PATIENCE);
    }

    private Process daemon(String... options) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                System.getProperty("virtualwindow.kioskJar", "")));
        command.addAll(List.of(options));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** The board of Songjiang's hall manager. */
    private WebSocket hall(HttpClient http, String origin) throws IOException, InterruptedException {
        String password = Files.readAllLines(folder.resolve("data/demo-sign-ins")).stream()
                .filter(line -> line.startsWith("gu.mingyuan "))
                .map(line -> line.split(" ")[1])
                .findFirst()
                .orElseThrow();
        var signedIn = http.send(
                HttpRequest.newBuilder(URI.create(origin + "/api/hall/sign-in"))
                        .header("Origin", origin)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(
                                "{\"account\":\"gu.mingyuan\",\"password\":\"%s\"}".formatted(password)))
                        .build(),
                BodyHandlers.discarding());
        String cookie =
                signedIn.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
        return http.newWebSocketBuilder()
                .header("Origin", origin)
                .header("Cookie", cookie)
                .subprotocols("virtual-window.v1")
                .buildAsync(URI.create(origin.replaceFirst("http", "ws") + "/ws/hall"), new WebSocket.Listener() {
                    private final StringBuilder whole = new StringBuilder();

                    @Override
                    public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
                        whole.append(part);
                        if (last) {
                            if (WireCodec.decode(whole.toString(), ToHall.class)
                                    instanceof Decoded.Message<ToHall>(ToHall told)) {
                                heard.add(told);
                            }
                            whole.setLength(0);
                        }
                        socket.request(1);
                        return CompletableFuture.completedFuture(null);
                    }
                })
                .join();
    }
}
