package org.virtualwindow.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.virtualwindow.server.Await;

/** Whoever tries the demo finds devices at every kiosk, and nothing of them runs on afterwards. */
class LobbyIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path data = Path.of("");

    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        http.close();
    }

    @Test
    void everyKioskOfTheDemoHasItsDevicesAgainAfterEveryStartOnAnyPort() throws Exception {
        List<ProcessHandle> children;
        try (ServerProcess server = ServerProcess.asRun(data, "--port", "0")) {
            awaitDaemons(server, 2);
            children = server.children();
            assertThat(children).hasSizeGreaterThanOrEqualTo(1);
        }
        Await.await("its children are gone", () -> children.stream().noneMatch(ProcessHandle::isAlive));
        try (ServerProcess killed = ServerProcess.asRun(data, "--port", "0")) {
            awaitDaemons(killed, 2);
            ProcessHandle lobby = killed.children().stream()
                    .filter(child -> child.info().command().orElse("").endsWith("java"))
                    .findFirst()
                    .orElseThrow();
            killed.kill();
            Await.await("the lobby ends with a server that was killed", () -> !lobby.isAlive());
        }
        try (ServerProcess server = ServerProcess.asRun(data, "--port", "0", "--fresh")) {
            awaitDaemons(server, 2);
        }
        try (ServerProcess server = ServerProcess.asRun(data, "--port", "0", "--no-lobby")) {
            assertThat(server.children())
                    .noneMatch(child -> child.info().command().orElse("").endsWith("java"));
        }
    }

    private void awaitDaemons(ServerProcess server, int number) {
        assertThat(server.ready()).as("%s", server.said()).isTrue();
        Await.await(
                PATIENCE,
                number + " daemons are connected",
                () -> metrics(server)
                        .lines()
                        .anyMatch(line -> line.startsWith("virtualwindow_connections{door=\"device\"}")
                                && line.endsWith(" " + number + ".0")));
    }

    private String metrics(ServerProcess server) {
        try {
            return http.send(
                            HttpRequest.newBuilder(URI.create(server.origin() + "/metrics"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
