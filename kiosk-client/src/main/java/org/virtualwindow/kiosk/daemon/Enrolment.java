package org.virtualwindow.kiosk.daemon;

import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import org.virtualwindow.protocol.PublicKey;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.protocol.json.WireCodec;
import org.virtualwindow.protocol.json.WireCodec.Decoded;

/** Makes a key and has the server know its public half, by a code from the hall manager's screen, once. */
final class Enrolment {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int OK = 200;
    private static final int CODE_OPENS_NOTHING = 401;
    private static final int MISDIRECTED = 421;

    private Enrolment() {}

    private record Ask(String code, PublicKey key, String audience) {}

    private record Enrolled(KioskId kiosk) {}

    /**
     * The key is in {@code file} by then.
     *
     * @param server the origin of its pages, like {@code https://window.example}
     */
    static DeviceKey enrol(String server, String code, Path file) throws IOException, InterruptedException {
        ECKey pair = DeviceKey.newPair();
        HttpRequest request = HttpRequest.newBuilder(URI.create(server + "/api/device/enrol"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(WireCodec.encode(new Ask(code, DeviceKey.publicHalf(pair), server))))
                .build();
        HttpResponse<String> answer;
        try (var http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            answer = http.send(request, BodyHandlers.ofString());
        } catch (IOException away) { // which often says nothing
            throw new IOException(
                    server + " is not reached (" + away.getClass().getSimpleName() + "); the code is as good as before",
                    away);
        }
        if (answer.statusCode() == CODE_OPENS_NOTHING) {
            throw new IOException("the enrolment code is wrong, was used already or is older than 15 minutes;"
                    + " the hall manager can make another");
        }
        if (answer.statusCode() == MISDIRECTED) {
            throw new IOException(
                    server + " is not the address by which that server knows itself; give the one of its pages");
        }
        if (answer.statusCode() == OK
                && WireCodec.decode(answer.body(), Enrolled.class) instanceof Decoded.Message<Enrolled>(var enrolled)) {
            return DeviceKey.keep(file, server, enrolled.kiosk(), pair);
        }
        throw new IOException(server + " did not answer like a Virtual Window server (" + answer.statusCode() + ")");
    }
}
