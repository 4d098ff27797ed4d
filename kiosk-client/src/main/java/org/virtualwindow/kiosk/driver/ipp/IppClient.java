package org.virtualwindow.kiosk.driver.ipp;

import com.hp.jipp.encoding.IppInputStream;
import com.hp.jipp.encoding.IppOutputStream;
import com.hp.jipp.encoding.IppPacket;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.virtualwindow.kiosk.driver.DeviceFault;
import org.virtualwindow.protocol.values.Trouble;

/** Asks a printer or a CUPS one thing after another over HTTP. */
final class IppClient {
    private static final Duration QUICK = Duration.ofMillis(1500);
    private static final Duration WITH_DOCUMENT = Duration.ofSeconds(60);
    private static final int IPP_PORT = 631;
    private static final int LARGEST_ANSWER = 1 << 20;

    private final HttpClient http = newClient();

    private static HttpClient newClient() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(1))
                .build();
    }

    /** Nobody heard the question, so that it may be asked again. */
    static final class NotAsked extends IOException {
        private static final long serialVersionUID = 1;

        NotAsked(IOException why) {
            super(why);
        }
    }

    /**
     * @throws DeviceFault it was answered, by a refusal
     * @throws NotAsked it was never heard
     * @throws IOException it is unknown whether it was done
     */
    IppPacket ask(URI printer, IppPacket question) throws IOException, DeviceFault, InterruptedException {
        return send(http, printer, new ByteArrayInputStream(bytes(question)), QUICK);
    }

    /** Over a connection of its own: one that was kept may be closed by now, and then nobody knows whether the document arrived. */
    IppPacket ask(URI printer, IppPacket question, InputStream document)
            throws IOException, DeviceFault, InterruptedException {
        InputStream both = new SequenceInputStream(new ByteArrayInputStream(bytes(question)), document);
        HttpClient fresh = newClient();
        try {
            return send(fresh, printer, both, WITH_DOCUMENT);
        } finally {
            fresh.shutdownNow();
        }
    }

    private static IppPacket send(HttpClient http, URI printer, InputStream body, Duration longest)
            throws IOException, DeviceFault, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(overHttp(printer))
                .header("Content-Type", "application/ipp")
                .timeout(longest)
                .POST(BodyPublishers.ofInputStream(() -> body))
                .build();
        HttpResponse<InputStream> response;
        try {
            response = http.send(request, BodyHandlers.ofInputStream());
        } catch (ConnectException | HttpConnectTimeoutException notHeard) {
            throw new NotAsked(notHeard);
        }
        try (InputStream answer = response.body()) {
            return read(response.statusCode(), answer);
        }
    }

    private static IppPacket read(int code, InputStream answer) throws IOException, DeviceFault {
        switch (code) {
            case 200 -> {}
            case 401, 403 -> throw new DeviceFault(Trouble.ACCESS_DENIED, "HTTP " + code);
            case 404 -> throw new DeviceFault(Trouble.NOT_PRESENT, "HTTP " + code);
            case 413 -> throw new DeviceFault(Trouble.TOO_LARGE, "HTTP " + code);
            case 503 -> throw new DeviceFault(Trouble.BUSY, "HTTP " + code);
            default -> throw new DeviceFault(Trouble.IO_ERROR, "HTTP " + code);
        }
        IppPacket packet;
        try {
            byte[] all = answer.readNBytes(LARGEST_ANSWER);
            packet = new IppInputStream(new ByteArrayInputStream(all)).readPacket();
        } catch (IOException | RuntimeException notIpp) {
            throw new IOException("The answer is not IPP", notIpp);
        }
        @Nullable Trouble refused = Reasons.refusal(packet.getStatus());
        if (refused != null) {
            throw new DeviceFault(refused, packet.getStatus().getName());
        }
        return packet;
    }

    private static URI overHttp(URI printer) {
        String scheme = switch (printer.getScheme()) {
            case "ipp" -> "http";
            case "ipps" -> "https";
            default -> printer.getScheme();
        };
        int port = printer.getPort() == -1 && printer.getScheme().startsWith("ipp") ? IPP_PORT : printer.getPort();
        String path = printer.getRawPath() == null || printer.getRawPath().isEmpty() ? "/" : printer.getRawPath();
        return URI.create(scheme + "://" + printer.getHost() + (port == -1 ? "" : ":" + port) + path);
    }

    private static byte[] bytes(IppPacket packet) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (IppOutputStream out = new IppOutputStream(bytes)) {
            out.write(packet);
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return bytes.toByteArray();
    }
}
