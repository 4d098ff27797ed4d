package org.virtualwindow.kiosk.driver.escl;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.virtualwindow.kiosk.driver.DeviceFault;
import org.virtualwindow.kiosk.driver.Use;
import org.virtualwindow.protocol.values.Trouble;

/** Asks a scanner one thing after another over HTTP. */
final class EsclClient {
    private static final Duration QUICK = Duration.ofMillis(1500);
    private static final Duration A_WHILE = Duration.ofSeconds(10);

    /** A page of 600 dpi at an old scanner. */
    private static final Duration PAGE = Duration.ofSeconds(90);

    private static final int LARGEST_WORD = 1 << 20;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(1))
            .build();

    record Page(int code, Duration retryAfter, String mediaType, byte[] bytes) {}

    /**
     * What it says of itself.
     *
     * @param what {@code ScannerCapabilities} or {@code ScannerStatus}
     */
    Xml read(URI scanner, String what) throws IOException, DeviceFault, InterruptedException {
        var answer = http.send(to(scanner, what, QUICK).GET().build(), BodyHandlers.ofInputStream());
        byte[] bytes = bytes(answer, LARGEST_WORD);
        if (answer.statusCode() != 200) {
            throw new DeviceFault(refusal(answer.statusCode()), "HTTP " + answer.statusCode());
        }
        return Xml.parse(bytes);
    }

    /** Begins a job: 201, and where it is. */
    HttpResponse<Void> post(URI scanner, String settings) throws IOException, InterruptedException {
        HttpRequest request = to(scanner, "ScanJobs", A_WHILE)
                .header("Content-Type", "text/xml; charset=UTF-8")
                .POST(BodyPublishers.ofString(settings, UTF_8))
                .build();
        return http.send(request, BodyHandlers.discarding());
    }

    Page nextDocument(URI job) throws IOException, DeviceFault, InterruptedException {
        var answer = http.send(to(job, "NextDocument", PAGE).GET().build(), BodyHandlers.ofInputStream());
        return new Page(
                answer.statusCode(),
                retryAfter(answer),
                answer.headers().firstValue("Content-Type").orElse(""),
                bytes(answer, Use.LARGEST_PAGE));
    }

    void delete(URI job) throws IOException, InterruptedException {
        http.send(HttpRequest.newBuilder(job).timeout(A_WHILE).DELETE().build(), BodyHandlers.discarding());
    }

    private static HttpRequest.Builder to(URI base, String part, Duration longest) {
        String address = base.toString();
        return HttpRequest.newBuilder(URI.create(address + (address.endsWith("/") ? "" : "/") + part))
                .timeout(longest);
    }

    private static byte[] bytes(HttpResponse<InputStream> answer, int most) throws IOException, DeviceFault {
        try (InputStream body = answer.body()) {
            byte[] bytes = body.readNBytes(most + 1);
            if (bytes.length > most) {
                throw new DeviceFault(Trouble.TOO_LARGE);
            }
            return bytes;
        }
    }

    /** How long it wants to be left alone: a second where it does not say, and never longer than ten. */
    static Duration retryAfter(HttpResponse<?> answer) {
        long seconds = answer.headers()
                .firstValue("Retry-After")
                .filter(text -> text.matches("\\d{1,4}"))
                .map(Long::valueOf)
                .orElse(1L);
        return Duration.ofSeconds(Math.clamp(seconds, 1, 10));
    }

    static Trouble refusal(int code) {
        return switch (code) {
            case 401, 403 -> Trouble.ACCESS_DENIED;
            case 404 -> Trouble.NOT_PRESENT;
            case 503 -> Trouble.BUSY;
            default -> Trouble.IO_ERROR;
        };
    }
}
