package org.virtualwindow.server.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.virtualwindow.protocol.ToKiosk.Offering;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.protocol.json.WireCodec;
import org.virtualwindow.server.config.ServerConfig;
import org.virtualwindow.server.config.TurnCredentials;
import org.virtualwindow.server.demo.DemoCities;
import org.virtualwindow.server.directory.Directory;
import org.virtualwindow.server.find.CurrentFinder;
import org.virtualwindow.server.form.Catalog;
import org.virtualwindow.server.http.HttpServer;
import org.virtualwindow.server.http.Route;
import org.virtualwindow.server.items.CurrentOffering;
import org.virtualwindow.server.postgres.Sql;
import org.virtualwindow.server.postgres.WithPostgres;

/** The REST doors over a real socket on a real database. */
@ExtendWith(WithPostgres.class)
class DoorsIT {
    /** One for all tests: the same secrets are hashed once. */
    @TempDir
    static Path folder = Path.of("");

    private static final Catalog CATALOG = Catalog.load();
    private static final KioskId ENTRANCE = new KioskId("310117-K1");

    private final ManualClock clock = new ManualClock();
    private final Sql sql;
    private final OneTimeCodes codes;
    private final Sessions sessions;
    private final HttpClient browser = HttpClient.newHttpClient();
    private final HttpServer server;

    DoorsIT(Sql sql) {
        this.sql = sql;
        DemoCities.load(sql, folder);
        var directory = new Directory(sql);
        codes = new OneTimeCodes(sql, clock);
        DeviceKeys keys = new DeviceKeys(sql, codes, clock);
        sessions = new Sessions(sql, clock, false);
        var staff = new StaffSignIn(sql, new SlowHashing(), clock);
        var doctor = new DoctorDoors(
                sessions,
                new TurnCredentials(List.of("turn:turn.example.org:3478"), "s3cret", Duration.ofHours(4)),
                clock);
        server = HttpServer.start(
                ServerConfig.local(folder),
                List.of(),
                List.of(
                        new Route("/api/*", new NothingHere()),
                        new Route("/api/kiosk/launch", new LaunchDoor(codes, directory, sessions)),
                        new Route("/api/clerk/sign-in", SignInDoor.forClerks(staff, sessions)),
                        new Route("/api/clerk/sign-out", SignOutDoor.forClerks(sessions)),
                        new Route("/api/hall/sign-in", SignInDoor.forHallManagers(staff, sessions)),
                        new Route(
                                "/api/items/*",
                                new ItemDoor(
                                        sessions,
                                        (item, owner, hash) -> CATALOG.find(item, owner),
                                        (item, centre) -> CATALOG.base(item))),
                        new Route("/api/offering", new OfferingDoor(sessions, new CurrentOffering(() -> CATALOG))),
                        new Route(
                                "/api/find",
                                new FindDoor(sessions, new CurrentFinder(() -> CATALOG, directory::regions))),
                        new Route("/api/device/enrol", new EnrolDoor(keys)),
                        new Route("/api/device/launch", new DeviceLaunchDoor(keys, codes)),
                        new Route("/api/doctor/relay", doctor.relay()),
                        new Route("/api/doctor/down", doctor.down()),
                        new Route("/api/doctor/up", doctor.up()),
                        new Route("/api/progress", new ProgressDoor(sql, directory, CATALOG::find))));
    }

    @BeforeEach
    void forgetSessions() {
        sql.update("delete from session");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aClerkSignsInAndIsKnownByTheCookieUntilSigningOut() {
        var signedIn = signIn("clerk", "shen.jianhua", secret("shen.jianhua"));
        assertThat(signedIn.statusCode()).isEqualTo(204);
        String header = signedIn.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(header).matches("vw-clerk=[A-Za-z0-9_-]{43}; Path=/; HttpOnly; SameSite=Strict");
        assertThat(sessions.clerk(pair(header))).isPresent();

        var signedOut = post("/api/clerk/sign-out", "{}", "Cookie", pair(header));
        assertThat(signedOut.statusCode()).isEqualTo(204);
        assertThat(signedOut.headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("vw-clerk=;")
                .endsWith("Max-Age=0");
        assertThat(sessions.clerk(pair(header))).isEmpty();
    }

    @Test
    void aSignInReplacesTheCookieThatWasThereBefore() {
        String before = pair(signIn("clerk", "shen.jianhua", secret("shen.jianhua"))
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow());
        String body = credentials("lu.xiaoyan", secret("lu.xiaoyan"));
        String after = pair(post("/api/clerk/sign-in", body, "Cookie", before)
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow());
        assertThat(sessions.clerk(before)).isEmpty();
        assertThat(sessions.clerk(after).orElseThrow().clerk().value()).isEqualTo("330503-C2");
    }

    @Test
    void aWrongPasswordAnUnknownAccountAndAnAccountOfTheOtherDoorAreToldTheSame() {
        for (var answer : List.of(
                signIn("clerk", "shen.jianhua", "wrong"),
                signIn("clerk", "nobody", "wrong"),
                signIn("hall", "shen.jianhua", secret("shen.jianhua")))) {
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.body()).isEqualTo("{\"error\":\"wrong-sign-in\"}");
            assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        }
    }

    @Test
    void guessingIsSlowedDownAndNeverLocksTheOwnerOut() {
        for (int i = 0; i < 5; i++) {
            assertThat(signIn("clerk", " Qian.Guoqiang ", "guess" + i).statusCode())
                    .isEqualTo(401);
        }
        var sixth = signIn("clerk", "qian.guoqiang", secret("qian.guoqiang"));
        assertThat(sixth.statusCode()).isEqualTo(429);
        assertThat(sixth.headers().firstValue("Retry-After")).contains("5");
        assertThat(sixth.body()).isEqualTo("{\"error\":\"too-many-tries\"}");
        assertThat(signIn("clerk", "shen.jianhua", secret("shen.jianhua")).statusCode())
                .isEqualTo(204);

        clock.passes(Duration.ofSeconds(5));
        assertThat(signIn("clerk", "qian.guoqiang", secret("qian.guoqiang")).statusCode())
                .isEqualTo(204);
    }

    @Test
    void aHallManagerSignsInAtTheHallOnly() {
        var signedIn = signIn("hall", "yao.liping", secret("yao.liping"));
        String cookie = pair(signedIn.headers().firstValue("Set-Cookie").orElseThrow());
        assertThat(sessions.hall(cookie).orElseThrow().centre().value()).isEqualTo("330503");
        assertThat(signIn("clerk", "yao.liping", secret("yao.liping")).statusCode())
                .isEqualTo(401);
    }

    @Test
    void aLaunchCodeBecomesTheKiosksCookieOnce() {
        String code = codes.makeLaunch(ENTRANCE).code();
        var launched = post("/api/kiosk/launch", "{\"code\":\"%s\"}".formatted(code));
        assertThat(launched.statusCode()).isEqualTo(204);
        String cookie = pair(launched.headers().firstValue("Set-Cookie").orElseThrow());
        assertThat(sessions.kiosk(cookie).orElseThrow().kiosk()).isEqualTo(ENTRANCE);

        var again = post("/api/kiosk/launch", "{\"code\":\"%s\"}".formatted(code));
        assertThat(again.statusCode()).isEqualTo(401);
        assertThat(again.body()).isEqualTo("{\"error\":\"code-not-valid\"}");
        assertThat(sessions.kiosk(cookie)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "https://evil.example",
                "https://localhost:PORT",
                "http://localhost",
                "http://LOCALHOST:PORT",
                "http://localhost:PORT.evil.example",
                "http://evil.localhost:PORT",
                "http://127.0.0.1:PORT"
            })
    void aForeignOriginGetsNowhere(String origin) {
        String code = codes.makeLaunch(ENTRANCE).code();
        String foreign = origin.replace(
                "PORT", Integer.toString(URI.create(server.origin()).getPort()));
        var refused = post("/api/kiosk/launch", "{\"code\":\"%s\"}".formatted(code), "Origin", foreign);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(post("/api/kiosk/launch", "{\"code\":\"%s\"}".formatted(code))
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void noOriginIsGoodForADaemonAlone() {
        String launch = codes.makeLaunch(ENTRANCE).code();
        assertThat(withoutOrigin("/api/kiosk/launch", "{\"code\":\"%s\"}".formatted(launch))
                        .statusCode())
                .isEqualTo(403);

        TestDevice device = TestDevice.of(ENTRANCE, server.origin());
        var enrolled = enrol(codes.makeEnrol(ENTRANCE).code(), device);
        assertThat(enrolled.statusCode()).isEqualTo(200);
        assertThat(enrolled.body()).isEqualTo("{\"kiosk\":\"310117-K1\"}");
        assertThat(enrol("0000-0000-0000-0000", device).statusCode()).isEqualTo(401);
    }

    @Test
    void aDaemonThatWillReportToAnotherOriginIsNotEnrolledAndTheCodeStaysGood() {
        TestDevice device = TestDevice.of(ENTRANCE, server.origin());
        String code = codes.makeEnrol(ENTRANCE).code();
        for (String other : List.of("https://window.example.evil", server.origin() + "/", "null")) {
            assertThat(enrol(code, device, other).statusCode()).isEqualTo(421);
        }
        assertThat(enrol(code, device).statusCode()).isEqualTo(200);
    }

    @Test
    void aDaemonOpensThePageOfItsKioskByItsKey() {
        TestDevice device = TestDevice.of(ENTRANCE, server.origin());
        enrol(codes.makeEnrol(ENTRANCE).code(), device);
        String signed =
                device.requesting("POST", "/api/device/launch", clock.instant().plusSeconds(60));
        var launch = launch(signed);
        assertThat(launch.statusCode()).isEqualTo(200);
        assertThat(post("/api/kiosk/launch", launch.body()).statusCode()).isEqualTo(204);
        assertThat(launch(signed).statusCode()).as("made again").isEqualTo(401);
        assertThat(launch("Bearer invented").statusCode()).isEqualTo(401);
    }

    @Test
    void whatIsNoSmallJsonObjectOfTheRightShapeIsRefused() {
        assertThat(post("/api/kiosk/launch", "code").statusCode()).isEqualTo(400);
        assertThat(post("/api/kiosk/launch", "").statusCode()).isEqualTo(400);
        assertThat(post("/api/kiosk/launch", "{\"code\":\"a\",\"code\":\"b\"}").statusCode())
                .isEqualTo(400);
        assertThat(post("/api/kiosk/launch", "{}").statusCode()).isEqualTo(422);
        assertThat(post("/api/kiosk/launch", "{\"code\":7}").statusCode()).isEqualTo(422);
        assertThat(post("/api/kiosk/launch", "[]").statusCode()).isEqualTo(422);
        assertThat(post("/api/clerk/sign-in", credentials("a".repeat(201), "b")).statusCode())
                .isEqualTo(422);
        assertThat(post("/api/kiosk/launch", "{\"code\":\"%s\"}".formatted("A".repeat(5_000)))
                        .statusCode())
                .isEqualTo(413);
        assertThat(post("/api/kiosk/launch", "{\"code\":\"a\"}", "Content-Type", "text/plain")
                        .statusCode())
                .isEqualTo(415);
    }

    @Test
    void everyAnswerIsJsonThatNobodyKeepsAndNoPageFrames() {
        for (var answer : List.of(
                get("/api/clerk/sign-in"),
                get("/api/nowhere"),
                get("/api/items/ENT_NAME?owner=330503"),
                post("/api/kiosk/launch", "{\"code\":\"x\"}"))) {
            assertThat(answer.body()).startsWith("{\"error\":\"");
            assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("application/json");
            assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .contains("frame-ancestors 'none'");
        }
        assertThat(get("/api/clerk/sign-in").statusCode()).isEqualTo(405);
        assertThat(get("/api/nowhere").statusCode()).isEqualTo(404);
    }

    @Test
    void itemsAreShownToWhoeverIsSignedIn() {
        assertThat(get("/api/items/ENT_NAME?owner=330503").statusCode()).isEqualTo(401);
        String cookie = pair(signIn("hall", "gu.mingyuan", secret("gu.mingyuan"))
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow());
        var item = get("/api/items/ENT_NAME?owner=330503", "Cookie", cookie);
        assertThat(item.statusCode()).isEqualTo(200);
        assertThat(item.body()).startsWith("{\"item\":\"ENT_NAME\"").contains("企业名称");
        for (String unknown : List.of(
                "/api/items/NO_SUCH?owner=330503",
                "/api/items/ENT_NAME",
                "/api/items/?owner=330503",
                "/api/items/a%20b?owner=330503",
                "/api/items/ENT_NAME?owner=" + "9".repeat(500))) {
            var answer = get(unknown, "Cookie", cookie);
            assertThat(answer.statusCode()).as(unknown).isEqualTo(404);
            assertThat(answer.body()).as(unknown).isEqualTo("{\"error\":\"unknown-item\"}");
        }
    }

    @Test
    void whatIsOfferedIsKeptByABrowserThatHasTheHashOfIt() {
        assertThat(get("/api/offering").statusCode()).isEqualTo(401);
        String cookie = pair(signIn("hall", "gu.mingyuan", secret("gu.mingyuan"))
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow());
        var first = get("/api/offering?hash=older", "Cookie", cookie);
        assertThat(first.headers().firstValue("Cache-Control")).contains("no-store");
        Offering offering = WireCodec.read(first.body().getBytes(UTF_8), Offering.class);
        assertThat(offering.centres())
                .filteredOn(centre -> centre.centre().value().equals("330503"))
                .singleElement()
                .satisfies(nanxun -> assertThat(nanxun.items())
                        .hasSize(CATALOG.of(nanxun.centre()).size()));
        assertThat(offering.events()).hasSameSizeAs(CATALOG.events().entrySet());

        var again = get("/api/offering?hash=" + offering.hash(), "Cookie", cookie);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Cache-Control").orElseThrow()).contains("immutable");
    }

    @Test
    void whoeverIsSignedInFindsItemsByWhatTheyCallThem() {
        String question = "{\"question\":\"gongjijin\",\"near\":\"320114\"}";
        assertThat(post("/api/find", question).statusCode()).isEqualTo(401);
        String cookie = pair(signIn("clerk", "shen.jianhua", secret("shen.jianhua"))
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow());
        var found = post("/api/find", question, "Cookie", cookie);
        assertThat(found.statusCode()).isEqualTo(200);
        assertThat(found.body())
                .startsWith("{\"found\":[{\"item\":\"FUND_WITHDRAW\"")
                .contains("\"owners\":[\"320114\"");
        assertThat(post("/api/find", "{\"question\":\"\"}", "Cookie", cookie).body())
                .isEqualTo("{\"found\":[]}");
        assertThat(post("/api/find", "{\"question\":\"" + "长".repeat(61) + "\"}", "Cookie", cookie)
                        .body())
                .isEqualTo("{\"error\":\"too-long\"}");
    }

    @Test
    void aReceiptTellsHowFarItsCaseIsAndNothingElse() {
        String secret = Secrets.token();
        sql.update("insert into stream (id, fence, key_id) values ('room-r1', 1, 1)");
        sql.update("""
            insert into room (id, item, kiosk, browser_start, near_centre, owner_centre, state, opened_at)
            values ('room-r1', 'ENT_NAME', '310117-K1', 'start', '310117', '330503', 'FILED', 1)
            """);
        sql.update("""
            insert into case_file
              (case_no, room, item, near_centre, owner_centre, filed_at, state, form_hash, progress_hash)
            values ('330503-1', 'room-r1', 'ENT_NAME', '310117', '330503', 1772413200000, 'RECEIVED', 'f', ?)
            """, Secrets.sha256(secret));

        var answer = post("/api/progress", "{\"secret\":\"%s\"}".formatted(secret));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .startsWith("{\"caseNo\":\"330503-1\",\"item\":\"ENT_NAME\",\"title\":{\"zh\":\"")
                .contains("湖州市南浔区政务服务中心")
                .endsWith("\"filedAt\":1772413200000,\"state\":\"RECEIVED\",\"formHash\":\"f\"}");

        var stranger = post("/api/progress", "{\"secret\":\"330503-1\"}");
        assertThat(stranger.statusCode()).isEqualTo(404);
        assertThat(stranger.body()).isEqualTo("{\"error\":\"unknown-receipt\"}");
    }

    @Test
    void whoIsSignedInMayLookAtTheirNetworkSoOftenAndNoMore() {
        assertThat(get("/api/doctor/relay").statusCode()).isEqualTo(401);
        assertThat(get("/api/doctor/down?bytes=10").statusCode()).isEqualTo(401);
        String manager = pair(signIn("hall", "yao.liping", secret("yao.liping"))
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow());
        assertThat(get("/api/doctor/relay", "Cookie", manager).statusCode()).isEqualTo(401);

        String clerk = pair(signIn("clerk", "shen.jianhua", secret("shen.jianhua"))
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow());
        var relay = get("/api/doctor/relay", "Cookie", clerk);
        assertThat(relay.statusCode()).isEqualTo(200);
        assertThat(relay.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(relay.body())
                .startsWith("{\"now\":" + clock.millis())
                .contains("\"username\":\"%s:examination\""
                        .formatted(clock.instant().plusSeconds(120).getEpochSecond()));
        for (int more = 1; more < 20; more++) {
            assertThat(get("/api/doctor/relay", "Cookie", clerk).statusCode()).isEqualTo(200);
        }
        var tooOften = get("/api/doctor/relay", "Cookie", clerk);
        assertThat(tooOften.statusCode()).isEqualTo(429);
        assertThat(tooOften.body()).isEqualTo("{\"error\":\"too-often\"}");
        clock.passes(Duration.ofSeconds(31));
        assertThat(get("/api/doctor/relay", "Cookie", clerk).statusCode()).isEqualTo(200);
    }

    @Test
    void bytesThatAreCarriedToMeasureALineAreBounded() {
        String clerk = pair(signIn("clerk", "shen.jianhua", secret("shen.jianhua"))
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow());
        assertThat(get("/api/doctor/down?bytes=40000", "Cookie", clerk)
                        .headers()
                        .firstValue("Content-Length"))
                .contains("40000");
        for (String wrong : List.of("", "?bytes=", "?bytes=-1", "?bytes=x", "?bytes=" + (DoctorDoors.MOST_BYTES + 1))) {
            assertThat(get("/api/doctor/down" + wrong, "Cookie", clerk).statusCode())
                    .as(wrong)
                    .isEqualTo(400);
        }
        assertThat(post("/api/doctor/up", "x".repeat(70_000), "Cookie", clerk).body())
                .isEqualTo("{\"bytes\":70000}");
        assertThat(post("/api/doctor/up", "x".repeat(DoctorDoors.MOST_BYTES + 1), "Cookie", clerk)
                        .statusCode())
                .isEqualTo(413);
    }

    private HttpResponse<String> signIn(String door, String account, String password) {
        return post("/api/" + door + "/sign-in", credentials(account, password));
    }

    private static String credentials(String account, String password) {
        return "{\"account\":\"%s\",\"password\":\"%s\"}".formatted(account, password);
    }

    private HttpResponse<String> post(String path, String body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(server.origin() + path))
                .header("Content-Type", "application/json")
                .header("Origin", server.origin())
                .POST(BodyPublishers.ofString(body));
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return send(request.build());
    }

    private HttpResponse<String> enrol(String code, TestDevice device) {
        return enrol(code, device, server.origin());
    }

    private HttpResponse<String> enrol(String code, TestDevice device, String audience) {
        return withoutOrigin(
                "/api/device/enrol",
                "{\"code\":\"%s\",\"key\":%s,\"audience\":\"%s\"}"
                        .formatted(code, WireCodec.encode(device.half()), audience));
    }

    private HttpResponse<String> launch(String authorization) {
        return send(HttpRequest.newBuilder(URI.create(server.origin() + "/api/device/launch"))
                .header("Authorization", authorization)
                .POST(BodyPublishers.noBody())
                .build());
    }

    private HttpResponse<String> withoutOrigin(String path, String body) {
        return send(HttpRequest.newBuilder(URI.create(server.origin() + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private HttpResponse<String> get(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(server.origin() + path));
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return send(request.build());
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return browser.send(request, BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("no answer", e);
        }
    }

    private String secret(String account) {
        try {
            return Files.readAllLines(folder.resolve("demo-sign-ins")).stream()
                    .filter(line -> line.startsWith(account + " "))
                    .map(line -> line.split(" ")[1])
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String pair(String setCookie) {
        return setCookie.split(";")[0];
    }
}
