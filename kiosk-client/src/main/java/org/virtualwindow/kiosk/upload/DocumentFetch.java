package org.virtualwindow.kiosk.upload;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BiFunction;
import org.virtualwindow.kiosk.driver.DeviceFault;
import org.virtualwindow.protocol.Blob;
import org.virtualwindow.protocol.values.Trouble;

/** Fetches a stored document and lets nothing through that is another. It is held in memory only. Any thread; blocks. */
public final class DocumentFetch {
    private static final Duration ONE_REQUEST = Duration.ofSeconds(60);
    private static final long LARGEST = 20L * 1024 * 1024;
    private static final int OK = 200;
    private static final int SERVER_SIDE = 500;

    private final HttpClient http;
    private final URI server;
    private final BiFunction<String, URI, String> authorization;
    private final InstantSource clock;

    /** As of {@link PageUpload}. */
    public DocumentFetch(
            HttpClient http, URI server, BiFunction<String, URI, String> authorization, InstantSource clock) {
        this.http = http;
        this.server = server;
        this.authorization = authorization;
        this.clock = clock;
    }

    /**
     * The document's bytes, exactly those that were named.
     *
     * @throws DeviceFault {@link Trouble#TOO_LARGE}, {@link Trouble#MALFORMED} where it is another than was named, {@link
     *     Trouble#NOT_REACHED} where it does not come within the time
     */
    public byte[] fetch(Blob document, Duration within) throws DeviceFault, InterruptedException {
        if (document.bytes() > LARGEST) {
            throw new DeviceFault(Trouble.TOO_LARGE, "document: " + document.bytes() + " bytes");
        }
        URI address = server.resolve("/api/blob/" + document.blob());
        return new PageUpload.Retry(clock, within).until(() -> once(document, address));
    }

    private Optional<byte[]> once(Blob document, URI address) throws IOException, DeviceFault, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(ONE_REQUEST)
                .header("Authorization", authorization.apply("GET", address))
                .build();
        HttpResponse<InputStream> answer = http.send(request, BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
            if (answer.statusCode() >= SERVER_SIDE) {
                return Optional.empty();
            }
            if (answer.statusCode() != OK) {
                throw new DeviceFault(Trouble.NOT_REACHED, "document: " + answer.statusCode());
            }
            byte[] bytes = body.readNBytes((int) (document.bytes() + 1));
            if (bytes.length != document.bytes() || !Sha256.hex(bytes).equals(document.sha256())) {
                throw new DeviceFault(Trouble.MALFORMED, "document: not the one that was named");
            }
            return Optional.of(bytes);
        }
    }
}
