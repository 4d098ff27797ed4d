package org.virtualwindow.kiosk.daemon;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.virtualwindow.kiosk.browser.LaunchCodes;
import org.virtualwindow.protocol.json.WireCodec;
import org.virtualwindow.protocol.json.WireCodec.Decoded;

/** Asks the server, by the device key, for what opens this kiosk's page once. */
final class Launches implements LaunchCodes, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String PATH = "/api/device/launch";
    private static final int OK = 200;

    private final DeviceKey key;
    private final InstantSource clock;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    Launches(DeviceKey key, InstantSource clock) {
        this.key = key;
        this.clock = clock;
    }

    private record Launch(String code) {}

    @Override
    public CompletableFuture<String> next() {
        URI door = URI.create(key.server() + PATH);
        String authorization;
        try {
            authorization = key.authorization("POST", door, clock.instant());
        } catch (UncheckedIOException diskIsFull) {
            return CompletableFuture.failedFuture(diskIsFull);
        }
        HttpRequest request = HttpRequest.newBuilder(door)
                .timeout(PATIENCE)
                .header("Authorization", authorization)
                .POST(BodyPublishers.noBody())
                .build();
        return http.sendAsync(request, BodyHandlers.ofString()).thenApply(this::address);
    }

    private String address(HttpResponse<String> answer) {
        if (answer.statusCode() == OK
                && WireCodec.decode(answer.body(), Launch.class)
                        instanceof Decoded.Message<Launch>(Launch(String code))) {
            return key.server() + "/kiosk/#launch=" + code;
        }
        throw new CompletionException(new IOException("no launch code (" + answer.statusCode() + ")"));
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
