package org.virtualwindow.server.story;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.virtualwindow.protocol.ToClerk;
import org.virtualwindow.protocol.ToHall;
import org.virtualwindow.protocol.ToKiosk;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.protocol.json.WireCodec;
import org.virtualwindow.server.Wiring;
import org.virtualwindow.server.config.DatabaseChoice;
import org.virtualwindow.server.config.Https;
import org.virtualwindow.server.config.LicenceSettings;
import org.virtualwindow.server.config.MediaSettings;
import org.virtualwindow.server.config.ServerConfig;
import org.virtualwindow.server.config.TurnCredentials;
import org.virtualwindow.server.demo.DemoSecrets;
import org.virtualwindow.server.identity.TestDevice;
import org.virtualwindow.server.postgres.TestDatabase;

/** A running server with the demo cities, and the people of a story. Time passes when the story says so. */
final class Town implements AutoCloseable {
    static final KioskId ENTRANCE = new KioskId("310117-K1");
    static final KioskId AREA = new KioskId("310117-K2");

    /** When a story begins. */
    static final Instant AT = Instant.parse("2026-03-04T02:00:00Z");

    private static final AtomicInteger PAGES = new AtomicInteger();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Path folder;
    private final MediaSettings media;
    private final Optional<Path> items;
    private final LicenceSettings licence;
    private final String database = TestDatabase.url();
    private final AtomicReference<Instant> now = new AtomicReference<>(AT);
    private final InstantSource clock = now::get;
    private Wiring server;

    Town(Path folder) {
        this(folder, MediaSettings.USUAL);
    }

    Town(Path folder, MediaSettings media) {
        this(folder, media, Optional.empty());
    }

    /** @param items packages over those that come with the program */
    Town(Path folder, MediaSettings media, Optional<Path> items) {
        this(folder, media, items, LicenceSettings.USUAL);
    }

    /** @param licence whom it asks for e-licences and data checks */
    Town(Path folder, LicenceSettings licence) {
        this(folder, MediaSettings.USUAL, Optional.empty(), licence);
    }

    private Town(Path folder, MediaSettings media, Optional<Path> items, LicenceSettings licence) {
        this.folder = folder;
        this.media = media;
        this.items = items;
        this.licence = licence;
        this.server = start();
    }

    private Wiring start() {
        ServerConfig usual = new ServerConfig(
                        0, folder, new DatabaseChoice.External(database), new Https.Off(), TurnCredentials.NONE, true)
                .with(media)
                .with(licence);
        return new Wiring(items.map(usual::with).orElse(usual), clock);
    }

    /** The server is stopped and another started on the same database. */
    void restart() {
        server.close();
        server = start();
    }

    void timePasses(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
    }

    String origin() {
        return server.origin();
    }

    Wiring server() {
        return server;
    }

    /** Starts the kiosk's browser: a launch code becomes a cookie. */
    String launch(KioskId kiosk) {
        String code = server.launchCodes().makeLaunch(kiosk).code();
        return cookie("/api/kiosk/launch", "{\"code\":\"" + code + "\"}");
    }

    /** Starts the kiosk's browser as its daemon does. */
    String launch(TestDevice daemon) {
        return cookie("/api/kiosk/launch", launchCode(daemon));
    }

    /** What the daemon would open its kiosk's page with, as the page sends it. */
    String launchCode(TestDevice daemon) {
        String path = "/api/device/launch";
        return post(
                        path,
                        "",
                        "Authorization",
                        daemon.requesting("POST", path, clock.instant().plusSeconds(60)))
                .body();
    }

    int status(String path, String body) {
        return post(path, body).statusCode();
    }

    /** Enrols the kiosk's daemon. */
    TestDevice daemon(KioskId kiosk) {
        TestDevice device = TestDevice.of(kiosk, origin());
        String code = server.launchCodes().makeEnrol(kiosk).code();
        post(
                "/api/device/enrol",
                "{\"code\":\"%s\",\"key\":%s,\"audience\":\"%s\"}"
                        .formatted(code, WireCodec.encode(device.half()), origin()));
        return device;
    }

    WebSocket connect(TestDevice daemon) {
        return HTTP.newWebSocketBuilder()
                .subprotocols("virtual-window.v1")
                .header("Authorization", daemon.connecting())
                .buildAsync(URI.create(origin().replaceFirst("http", "ws") + "/ws/device"), new WebSocket.Listener() {})
                .join();
    }

    String signInClerk(String account) {
        return signIn("clerk", account);
    }

    String signInManager(String account) {
        return signIn("hall", account);
    }

    private String signIn(String door, String account) {
        String password = DemoSecrets.of(folder, account);
        return cookie(
                "/api/" + door + "/sign-in", "{\"account\":\"" + account + "\",\"password\":\"" + password + "\"}");
    }

    private String cookie(String path, String body) {
        return post(path, body).headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
    }

    private HttpResponse<String> post(String path, String body, String... headers) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(origin() + path))
                    .header("Origin", origin())
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body));
            if (headers.length > 0) {
                request.headers(headers);
            }
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (java.io.IOException | InterruptedException e) {
            throw new IllegalStateException(path, e);
        }
    }

    KioskPage kiosk(KioskId kiosk) {
        return kiosk(launch(kiosk), newPage());
    }

    KioskPage kiosk(String cookie, String page) {
        return new KioskPage(cookie, page, new Line<>(origin(), "kiosk", page, cookie, ToKiosk.class));
    }

    Console console(String account) {
        return console(signInClerk(account), newPage());
    }

    Console console(String cookie, String page) {
        return new Console(cookie, page, new Line<>(origin(), "clerk", page, cookie, ToClerk.class));
    }

    Line<ToHall> board(String account) {
        return new Line<>(origin(), "hall", newPage(), signIn("hall", account), ToHall.class);
    }

    String helperCode() {
        return DemoSecrets.of(folder, "helper.zhoumin");
    }

    static String newPage() {
        return "page-" + PAGES.incrementAndGet();
    }

    @Override
    public void close() {
        server.close();
    }
}
