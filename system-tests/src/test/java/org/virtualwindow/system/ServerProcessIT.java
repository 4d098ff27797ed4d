package org.virtualwindow.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerProcessIT {
    @TempDir
    Path data = Path.of("");

    @Test
    void aSecondServerIsRefusedAndTheFirstIsNotDisturbed() throws Exception {
        try (var first = ServerProcess.start(data, "--port", "0");
                var second = ServerProcess.start(data, "--port", "0")) {
            assertThat(second.ready()).isFalse();
            assertThat(second.said()).singleElement().asString().contains("Another server");
            assertThat(health(first)).isEqualTo(200);
        }
    }

    @Test
    void aKilledServerStartsAgainOnTheDataItLeft() throws Exception {
        var killed = ServerProcess.start(data, "--port", "0");
        assertThat(killed.ready()).as("%s", killed.said()).isTrue();
        killed.kill();

        try (var next = ServerProcess.start(data, "--port", "0")) {
            assertThat(health(next)).isEqualTo(200);
        }
    }

    @Test
    void stoppingTheServerStopsItsDatabaseAndKeepsTheData() throws Exception {
        var server = ServerProcess.start(data, "--port", "0");
        assertThat(data.resolve("postgres/postmaster.pid")).exists();

        server.stop();

        assertThat(data.resolve("postgres/postmaster.pid")).doesNotExist();
        assertThat(data.resolve("postgres/PG_VERSION")).exists();
    }

    @Test
    void aForeignFolderIsRefusedAndLeftAsItWas() throws Exception {
        Path theirs = Files.writeString(data.resolve("theirs"), "precious");

        try (var refused = ServerProcess.start(data, "--port", "0")) {
            assertThat(refused.said()).singleElement().asString().contains("left untouched");
        }
        try (var entries = Files.list(data)) {
            assertThat(entries).containsExactly(theirs);
        }
    }

    private static int health(ServerProcess server) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(server.origin() + "/health"))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
        }
    }
}
