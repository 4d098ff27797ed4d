package org.virtualwindow.kiosk.daemon;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.protocol.json.WireCodec;
import org.virtualwindow.protocol.json.WireCodec.Decoded;

/** Exchanges a code from the hall manager's screen for a key, once. */
final class Enrolment {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int OK = 200;
    private static final int CODE_OPENS_NOTHING = 401;

    private Enrolment() {}

    private record Ask(String code) {}

    private record Enrolled(String token, KioskId kiosk) {}

    /** @param server the origin of its pages, like {@code https://window.example} */
    static DeviceKey enrol(String server, String code) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server + "/api/device/enrol"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(WireCodec.encode(new Ask(code))))
                .build();
        HttpResponse<String> answer;
        try (var http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            answer = http.send(request, BodyHandlers.ofString());
        }
        if (answer.statusCode() == CODE_OPENS_NOTHING) {
            throw new IOException("the enrolment code is wrong, was used already or is older than 15 minutes;"
                    + " the hall manager can make another");
        }
        if (answer.statusCode() == OK
                && WireCodec.decode(answer.body(), Enrolled.class) instanceof Decoded.Message<Enrolled>(var enrolled)) {
            return new DeviceKey(server, enrolled.kiosk(), enrolled.token());
        }
        throw new IOException(server + " did not answer like a Virtual Window server (" + answer.statusCode() + ")");
    }
}
