package org.virtualwindow.kiosk.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.virtualwindow.kiosk.driver.DeviceFault;
import org.virtualwindow.protocol.Blob;
import org.virtualwindow.protocol.ids.BlobId;
import org.virtualwindow.protocol.ids.CommandId;
import org.virtualwindow.protocol.json.WireCodec;
import org.virtualwindow.protocol.values.Trouble;

/** A page on a line that is cut wherever it hurts. */
class PageUploadTest {
    private static final CommandId COMMAND = new CommandId("c1");
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final byte[] PAGE = new byte[2 * PageUpload.CHUNK + 17];

    static {
        new Random(3).nextBytes(PAGE);
    }

    private final HttpClient http = HttpClient.newHttpClient();
    private final Tus server = new Tus();

    @BeforeEach
    void begin() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() {
        server.http.stop(0);
        http.close();
    }

    @Test
    void aPageGoesInChunksEachWithItsChecksumAndASignatureOfItsOwn() throws Exception {
        Blob blob = upload().keep(COMMAND, PAGE, "image/png", LONG);
        assertThat(blob.bytes()).isEqualTo(PAGE.length);
        assertThat(server.content.toByteArray()).isEqualTo(PAGE);
        assertThat(server.heard).containsExactly("POST", "PATCH 0", "PATCH 1048576", "PATCH 2097152");
        assertThat(server.authorizations).doesNotHaveDuplicates();
    }

    @Test
    void afterEveryKindOfCutItGoesOnFromWhereTheServerIs() throws Exception {
        server.faults.addAll(
                List.of(Fault.BEFORE, Fault.NONE, Fault.AFTER, Fault.UNAVAILABLE, Fault.NONE, Fault.AFTER));
        Blob blob = upload().keep(COMMAND, PAGE, "image/png", LONG);
        assertThat(server.content.toByteArray())
                .as("no byte twice, none missing")
                .isEqualTo(PAGE);
        assertThat(blob.sha256()).isEqualTo(Sha256.hex(PAGE));
        assertThat(server.heard).contains("HEAD");
    }

    @Test
    void aServerThatIsNotThereIsNotReachedWithinTheTime() {
        server.http.stop(0);
        assertThatThrownBy(() -> upload().keep(COMMAND, PAGE, "image/png", Duration.ofSeconds(1)))
                .isInstanceOfSatisfying(
                        DeviceFault.class, fault -> assertThat(fault.why()).isEqualTo(Trouble.NOT_REACHED));
    }

    @Test
    void whileTheDiskIsFullItTriesAgainAndBlamesNoScanner() throws Exception {
        var asked = new AtomicInteger();
        PageUpload upload = new PageUpload(
                http,
                server.origin(),
                (_, _) -> {
                    if (asked.incrementAndGet() <= 2) {
                        throw new UncheckedIOException(new IOException("No space left on device"));
                    }
                    return "signed " + asked.get();
                },
                InstantSource.system());
        assertThat(upload.keep(COMMAND, PAGE, "image/png", LONG).bytes()).isEqualTo(PAGE.length);
    }

    @Test
    void aRefusalIsSaidAtOnceAndNotTriedAgain() {
        server.faults.add(Fault.REFUSED);
        assertThatThrownBy(() -> upload().keep(COMMAND, PAGE, "image/png", LONG))
                .isInstanceOfSatisfying(DeviceFault.class, fault -> {
                    assertThat(fault.why()).isEqualTo(Trouble.MALFORMED);
                    assertThat(fault.detail()).contains("upload: broken-picture");
                });
        assertThat(server.heard).containsExactly("POST", "PATCH 0");
    }

    @Test
    void aMatterThatIsFullIsNotAPageThatIsTooLarge() {
        server.faults.add(Fault.FULL);
        assertThatThrownBy(() -> upload().keep(COMMAND, PAGE, "image/png", LONG))
                .isInstanceOfSatisfying(
                        DeviceFault.class, fault -> assertThat(fault.why()).isEqualTo(Trouble.ROOM_FULL));
    }

    @Test
    void aDaemonThatIsNotLetInIsNotBlamedOnTheScanner() {
        server.faults.add(Fault.NOT_LET_IN);
        assertThatThrownBy(() -> upload().keep(COMMAND, PAGE, "image/png", LONG))
                .isInstanceOfSatisfying(
                        DeviceFault.class, fault -> assertThat(fault.why()).isEqualTo(Trouble.NOT_REACHED));
    }

    @Test
    void aDocumentThatIsAnotherThanWasNamedIsNotLetThrough() throws Exception {
        DocumentFetch fetch = new DocumentFetch(http, server.origin(), server::sign, InstantSource.system());
        server.content.writeBytes(PAGE);
        assertThat(fetch.fetch(named(PAGE), LONG)).isEqualTo(PAGE);
        byte[] other = PAGE.clone();
        other[5] ^= 1;
        assertThatThrownBy(() -> fetch.fetch(named(other), LONG))
                .isInstanceOfSatisfying(
                        DeviceFault.class, fault -> assertThat(fault.why()).isEqualTo(Trouble.MALFORMED));
        assertThatThrownBy(() -> fetch.fetch(new Blob(new BlobId("b1"), "application/pdf", 3L, Sha256.hex(PAGE)), LONG))
                .isInstanceOf(DeviceFault.class);
    }

    private static Blob named(byte[] bytes) {
        return new Blob(new BlobId("b1"), "image/png", (long) bytes.length, Sha256.hex(bytes));
    }

    private PageUpload upload() {
        return new PageUpload(http, server.origin(), server::sign, InstantSource.system());
    }

    /** What goes wrong with a PATCH. */
    private enum Fault {
        NONE,
        /** The line is cut before anything is taken. */
        BEFORE,
        /** It is taken, and the answer is lost. */
        AFTER,
        UNAVAILABLE,
        REFUSED,
        FULL,
        NOT_LET_IN
    }

    /** As much of a tus server as a client can tell. */
    private static final class Tus {
        final List<String> heard = new ArrayList<>();
        final List<String> authorizations = new ArrayList<>();
        final Deque<Fault> faults = new ArrayDeque<>();
        final ByteArrayOutputStream content = new ByteArrayOutputStream();
        final HttpServer http;
        private int signed;

        Tus() {
            try {
                http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }

        void start() {
            http.createContext("/api/", this::handle);
            http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            http.start();
        }

        URI origin() {
            return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
        }

        synchronized String sign(String method, URI address) {
            return "Bearer " + method + address.getPath() + ++signed;
        }

        private synchronized void handle(HttpExchange exchange) throws IOException {
            authorizations.add(exchange.getRequestHeaders().getFirst("Authorization"));
            String offset = exchange.getRequestHeaders().getFirst("Upload-Offset");
            heard.add(exchange.getRequestMethod() + (offset == null ? "" : " " + offset));
            switch (exchange.getRequestMethod()) {
                case "POST" -> {
                    String said = exchange.getRequestHeaders().getFirst("Upload-Metadata");
                    assertThat(said).contains("command YzE=", "type aW1hZ2UvcG5n", "sha256 ");
                    exchange.getResponseHeaders().add("Location", "/api/upload/u1");
                    answer(exchange, 201);
                }
                case "HEAD" -> told(exchange, 200);
                case "GET" -> {
                    exchange.sendResponseHeaders(200, content.size());
                    exchange.getResponseBody().write(content.toByteArray());
                    exchange.close();
                }
                default -> patch(exchange, Long.parseLong(offset));
            }
        }

        private void patch(HttpExchange exchange, long offset) throws IOException {
            Fault fault = faults.isEmpty() ? Fault.NONE : faults.poll();
            byte[] chunk = exchange.getRequestBody().readAllBytes();
            if (fault == Fault.BEFORE) {
                exchange.close();
            } else if (fault == Fault.UNAVAILABLE) {
                answer(exchange, 503);
            } else if (fault == Fault.REFUSED) {
                exchange.getResponseHeaders().add("Upload-Refused", "broken-picture");
                answer(exchange, 422);
            } else if (fault == Fault.FULL) {
                exchange.getResponseHeaders().add("Upload-Refused", "room-full");
                answer(exchange, 413);
            } else if (fault == Fault.NOT_LET_IN) {
                answer(exchange, 403);
            } else if (offset != content.size()) {
                answer(exchange, 409);
            } else {
                assertThat(exchange.getRequestHeaders().getFirst("Upload-Checksum"))
                        .isEqualTo("sha256 " + Sha256.base64(chunk, 0, chunk.length));
                content.writeBytes(chunk);
                if (fault == Fault.AFTER) {
                    exchange.close();
                } else {
                    told(exchange, 204);
                }
            }
        }

        private void told(HttpExchange exchange, int status) throws IOException {
            exchange.getResponseHeaders().add("Upload-Offset", String.valueOf(content.size()));
            if (content.size() == PAGE.length) {
                exchange.getResponseHeaders()
                        .add(
                                "Upload-Blob",
                                new String(WireCodec.bytes(named(content.toByteArray())), StandardCharsets.UTF_8));
            }
            answer(exchange, status);
        }

        private static void answer(HttpExchange exchange, int status) throws IOException {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        }
    }
}
