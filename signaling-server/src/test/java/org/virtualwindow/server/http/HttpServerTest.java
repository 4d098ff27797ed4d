package org.virtualwindow.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpointConfig;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.virtualwindow.server.config.DatabaseChoice;
import org.virtualwindow.server.config.Https;
import org.virtualwindow.server.config.Refusal;
import org.virtualwindow.server.config.ServerConfig;
import org.virtualwindow.server.config.TurnCredentials;

class HttpServerTest {
    private static final HttpServer SERVER = HttpServer.start(
            ServerConfig.local(Path.of("unused")),
            List.of(socket("/ws/kiosk"), socket("/ws/device")),
            List.of(new Route("/health", new Health(new TreeMap<>(Map.of("database", () -> false))))));

    private final HttpClient client = HttpClient.newHttpClient();

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void everyPageForbidsWhatItDoesNotNeed() throws Exception {
        var page = get("/kiosk/");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "frame-ancestors 'none'", "trusted-types lit-html")
                .doesNotContain("unsafe");
        assertThat(page.headers().firstValue("Permissions-Policy").orElse(""))
                .contains("camera=(self)", "microphone=(self)", "display-capture=(self)");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(page.headers().firstValue("Server")).isEmpty();
    }

    @Test
    void everyDoorHasItsPage() throws Exception {
        for (String door : Pages.DOORS) {
            assertThat(get("/" + door + "/").body()).as(door).contains("lang=\"zh-CN\"", "<script type=\"module\"");
        }
    }

    @Test
    void aPageIsNeverKeptAndAnAssetForEver() throws Exception {
        var page = get("/kiosk/");
        String asset = page.body().replaceAll("(?s).*src=\"([^\"]*\\.js)\".*", "$1");

        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(get(asset).headers().firstValue("Cache-Control").orElse("")).contains("immutable");
        var missing = get("/kiosk/assets/missing.js");
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    }

    @Test
    void healthTellsThatTheDatabaseIsAway() throws Exception {
        assertThat(get("/health").statusCode()).isEqualTo(503);
    }

    @Test
    void aPageOfOursGetsItsSocket() {
        assertThat(handshake("/ws/kiosk", "virtual-window.v1", SERVER.origin())).isEqualTo(101);
    }

    @Test
    void aSocketWithAnotherSubprotocolIsRefused() {
        assertThat(handshake("/ws/kiosk", "virtual-window.v0", SERVER.origin())).isEqualTo(400);
        assertThat(handshake("/ws/kiosk", "", SERVER.origin())).isEqualTo(400);
    }

    @Test
    void aSocketOfAForeignPageIsRefused() {
        assertThat(handshake("/ws/kiosk", "virtual-window.v1", "http://localhost:1"))
                .isEqualTo(403);
        assertThat(handshake("/ws/device", "virtual-window.v1", "http://elsewhere.example"))
                .isEqualTo(403);
    }

    @Test
    void onlyTheDeviceComesWithoutAnOrigin() {
        assertThat(handshake("/ws/kiosk", "virtual-window.v1", "")).isEqualTo(403);
        assertThat(handshake("/ws/device", "virtual-window.v1", "")).isEqualTo(101);
    }

    @Test
    void aTakenPortIsSaidInOneSentence() throws IOException {
        try (var taken = new ServerSocket(0)) {
            var config = new ServerConfig(
                    taken.getLocalPort(),
                    Path.of("unused"),
                    new DatabaseChoice.Own(false),
                    new Https.Off(),
                    TurnCredentials.NONE,
                    true);

            assertThatThrownBy(() -> HttpServer.start(config, List.of(), List.of()))
                    .isInstanceOf(Refusal.class)
                    .hasMessage("Port %d is taken; choose another with --port.", taken.getLocalPort());
        }
    }

    @Test
    void theCertificateMadeHereServesHttpsAndIsKept(@TempDir Path data) throws Exception {
        var config = new ServerConfig(
                0, data, new DatabaseChoice.Own(false), new Https.SelfSigned(), TurnCredentials.NONE, true);
        byte[] first = certificateOf(config);

        assertThat(first).isEqualTo(certificateOf(config));
    }

    private static byte[] certificateOf(ServerConfig config) throws Exception {
        try (var server = HttpServer.start(config, List.of(), List.of());
                var client =
                        HttpClient.newBuilder().sslContext(trustingAnyone()).build()) {
            var request = HttpRequest.newBuilder(URI.create(server.origin() + "/kiosk/"))
                    .build();
            var response = client.send(request, HttpResponse.BodyHandlers.discarding());
            assertThat(response.statusCode()).isEqualTo(200);
            return response.sslSession().orElseThrow().getPeerCertificates()[0].getEncoded();
        }
    }

    private static SSLContext trustingAnyone() throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new TrustsAnyone()}, null);
        return context;
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(SERVER.origin() + path)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** The status the handshake ends with; an empty subprotocol or origin is not sent. */
    private int handshake(String path, String subprotocol, String origin) {
        var builder = client.newWebSocketBuilder();
        if (!subprotocol.isEmpty()) {
            builder.subprotocols(subprotocol);
        }
        if (!origin.isEmpty()) {
            builder.header("Origin", origin);
        }
        var address = URI.create(SERVER.origin().replaceFirst("http", "ws") + path);
        try {
            builder.buildAsync(address, new WebSocket.Listener() {}).join().abort();
            return 101;
        } catch (CompletionException e) {
            if (e.getCause() instanceof WebSocketHandshakeException refused) {
                return refused.getResponse().statusCode();
            }
            throw e;
        }
    }

    private static ServerEndpointConfig socket(String path) {
        return ServerEndpointConfig.Builder.create(Silent.class, path)
                .subprotocols(List.of("virtual-window.v1"))
                .build();
    }

    public static final class Silent extends Endpoint {
        @Override
        public void onOpen(Session session, EndpointConfig config) {}
    }
}
