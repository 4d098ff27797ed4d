package org.virtualwindow.server.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.virtualwindow.server.story.Line.refusal;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.virtualwindow.protocol.CallCommand;
import org.virtualwindow.protocol.CloseCode;
import org.virtualwindow.protocol.FromHall;
import org.virtualwindow.protocol.FromKiosk;
import org.virtualwindow.protocol.MediaMessage;
import org.virtualwindow.protocol.RoomMessage;
import org.virtualwindow.protocol.RoomMessage.RoomSnapshot;
import org.virtualwindow.protocol.RoomSignal;
import org.virtualwindow.protocol.ToClerk;
import org.virtualwindow.protocol.ToHall;
import org.virtualwindow.protocol.ids.CallId;
import org.virtualwindow.protocol.ids.ClerkId;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.protocol.ids.OpId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.ids.WindowId;
import org.virtualwindow.protocol.values.FieldPath;
import org.virtualwindow.protocol.values.FieldValue;
import org.virtualwindow.protocol.values.Refusal;

/** What is somebody else's: it can neither be seen nor moved, and is answered as if it did not exist. */
class ForeignIT {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final CallId NO_CALL = new CallId("never");

    @TempDir
    static Path folder = Path.of("");

    private final Town town = new Town(folder);
    private final Bystanders others = Bystanders.talk(town);

    @AfterEach
    void stop() {
        others.close();
        town.close();
    }

    @Test
    void whatIsSomebodyElsesIsAsIfItDidNotExist() {
        try (KioskPage page = town.kiosk(Town.ENTRANCE);
                Console shen = town.console("shen.jianhua")) {
            RoomId mine = page.opensTheForm();
            shen.isReady(true);
            others.unmovedBy(() -> {
                assertThat(refusal(page.calls(others.room()))).isEqualTo(Refusal.NO_ROOM);
                assertThat(refusal(page.writes(others.room(), "/tradeName", "x", 0)))
                        .isEqualTo(Refusal.NO_ROOM);
                assertThat(refusal(page.cancels(others.call()))).isEqualTo(Refusal.NO_CALL);
                assertThat(refusal(page.hangsUp(others.call()))).isEqualTo(Refusal.NO_CALL);
                assertThat(refusal(page.line().does(op -> new FromKiosk.EndVisit(op, others.room()))))
                        .isEqualTo(Refusal.NO_ROOM);
                page.line().say(new RoomSignal.Draft(others.room(), new FieldPath("/tradeName"), new FieldValue("x")));
                page.line().say(signal(others.call()));

                for (RoomId room : List.of(others.room(), mine, new RoomId("desk"), new RoomId("never"))) {
                    assertThat(refusal(shen.writes(room, "/tradeName", "x", 0))).isEqualTo(Refusal.NO_ROOM);
                    shen.line().say(new RoomSignal.Point(room, Optional.of(new FieldPath("/tradeName"))));
                }
                for (CallId call : List.of(others.call(), NO_CALL)) {
                    assertThat(refusal(shen.answers(call))).isEqualTo(Refusal.NO_CALL);
                    assertThat(refusal(shen.hangsUp(call))).isEqualTo(Refusal.NO_CALL);
                    assertThat(refusal(shen.finishes(call))).isEqualTo(Refusal.NO_CALL);
                    assertThat(refusal(shen.line().does(op -> new CallCommand.DeclineCall(op, call))))
                            .isEqualTo(Refusal.NO_CALL);
                    assertThat(refusal(shen.line().does(op -> new CallCommand.LetBackIn(op, call))))
                            .isEqualTo(Refusal.NO_CALL);
                }
                shen.line().say(signal(others.call()));
                Bystanders.beats(page.line());
                Bystanders.beats(shen.line());
            });
            assertThat(page.line().all(RoomSnapshot.class))
                    .extracting(RoomSnapshot::room)
                    .containsOnly(mine);
            assertThat(shen.line().all(RoomMessage.class)).isEmpty();
        }
    }

    @Test
    void aCallIsAnsweredOnlyByWhomItRingsAt() {
        try (KioskPage page = town.kiosk(Town.ENTRANCE);
                Console shen = town.console("shen.jianhua");
                Console qian = town.console("qian.guoqiang")) {
            shen.isReady(true);
            RoomId mine = page.opensTheForm();
            page.calls(mine);
            CallId call = shen.awaitRing().call();
            qian.isReady(true);
            others.unmovedBy(() -> assertThat(refusal(qian.answers(call))).isEqualTo(Refusal.NO_CALL));
            page.cancels(call);
            shen.awaitNoCall();
            others.unmovedBy(() -> assertThat(refusal(shen.answers(call))).isEqualTo(Refusal.NO_CALL));
        }
    }

    @Test
    void aFieldThatIsHiddenUnknownOrHeldIsNotWritten() {
        try (KioskPage page = town.kiosk(Town.ENTRANCE)) {
            RoomId mine = page.opensTheForm();
            others.unmovedBy(() -> {
                assertThat(refusal(page.writes(mine, "/regionWord", "湖州", 0))).isEqualTo(Refusal.HIDDEN);
                assertThat(refusal(page.writes(mine, "/nothing", "x", 0))).isEqualTo(Refusal.UNKNOWN);
                assertThat(refusal(page.writes(mine, "/investors/r7/name", "x", 0)))
                        .isEqualTo(Refusal.UNKNOWN);
                assertThat(refusal(page.writes(mine, "/tradeName", "x", 5))).isEqualTo(Refusal.CONFLICT);
                others.clerk()
                        .line()
                        .say(new RoomSignal.Draft(others.room(), new FieldPath("/tradeName"), new FieldValue("x")));
            });
        }
    }

    @Test
    void aHallManagerReachesNothingOfAnotherCentre() {
        try (Line<ToHall> songjiang = town.board("gu.mingyuan");
                Line<ToHall> nanxun = town.board("yao.liping")) {
            CallId call = others.call();
            ClerkId clerk = new ClerkId("330503-C1");
            WindowId window = new WindowId("330503-W1");
            others.unmovedBy(() -> {
                assertThat(hall(songjiang, op -> new FromHall.AssignCall(op, call, clerk)))
                        .isEqualTo(Refusal.NO_CALL);
                assertThat(hall(songjiang, op -> new FromHall.PutOnWindow(op, clerk, window)))
                        .isEqualTo(Refusal.UNKNOWN);
                assertThat(hall(songjiang, op -> new FromHall.TakeOffWindow(op, clerk, window)))
                        .isEqualTo(Refusal.UNKNOWN);
                assertThat(hall(nanxun, op -> new FromHall.MakeLaunchCode(op, Town.ENTRANCE)))
                        .isEqualTo(Refusal.UNKNOWN);
                assertThat(hall(nanxun, op -> new FromHall.MakeEnrolCode(op, Town.ENTRANCE)))
                        .isEqualTo(Refusal.UNKNOWN);
                assertThat(hall(nanxun, op -> new FromHall.MakeLaunchCode(op, new KioskId("never"))))
                        .isEqualTo(Refusal.UNKNOWN);
                assertThat(hall(nanxun, op -> new FromHall.AssignCall(op, NO_CALL, clerk)))
                        .isEqualTo(Refusal.NO_CALL);
                assertThat(hall(nanxun, op -> new FromHall.AssignCall(op, call, new ClerkId("never"))))
                        .isEqualTo(Refusal.UNKNOWN);
                assertThat(hall(nanxun, op -> new FromHall.AssignCall(op, call, clerk)))
                        .as("a call that is being talked in")
                        .isEqualTo(Refusal.NO_CALL);
                assertThat(hall(nanxun, op -> new FromHall.PutOnWindow(op, clerk, new WindowId("320114-W1"))))
                        .isEqualTo(Refusal.UNKNOWN);
                assertThat(hall(nanxun, op -> new FromHall.PutOnWindow(op, new ClerkId("never"), window)))
                        .isEqualTo(Refusal.UNKNOWN);
            });
            ToHall.Board seen = songjiang.await(ToHall.Board.class);
            assertThat(seen.clerks()).as("another centre's clerks").isEmpty();
            assertThat(seen.windows()).isEmpty();
            assertThat(nanxun.await(ToHall.Board.class).kiosks()).isEmpty();
        }
    }

    @Test
    void aCookieOfAnotherDoorOpensNone() {
        String clerk = town.signInClerk("shen.jianhua");
        others.unmovedBy(() -> {
            for (String door : List.of("kiosk", "hall", "device")) {
                try (Line<ToClerk> line = new Line<>(town.origin(), door, "p", clerk, ToClerk.class)) {
                    assertThat(line.awaitClose()).as(door).isEqualTo(CloseCode.NOT_SIGNED_IN.code());
                }
            }
            for (String cookie : List.of("vw-clerk=invented", "vw-kiosk=", clerk + "; " + clerk)) {
                try (Line<ToClerk> line = new Line<>(town.origin(), "clerk", "p", cookie, ToClerk.class)) {
                    assertThat(line.awaitClose()).as(cookie).isEqualTo(CloseCode.NOT_SIGNED_IN.code());
                }
            }
        });
    }

    @Test
    void aLaunchCodeOpensOnce() {
        String code = "{\"code\":\""
                + town.server().launchCodes().makeLaunch(Town.ENTRANCE).code() + "\"}";
        assertThat(post("/api/kiosk/launch", code, "")).isEqualTo(204);
        others.unmovedBy(() -> assertThat(post("/api/kiosk/launch", code, "")).isEqualTo(401));
    }

    @Test
    void everyRestCallIsForItsOwnRoleOnly() {
        String clerk = town.signInClerk("shen.jianhua");
        others.unmovedBy(() -> {
            assertThat(get("/api/items/ENT_NAME?owner=330503", "")).isEqualTo(401);
            assertThat(get("/api/items/ENT_NAME?owner=330503", "vw-kiosk=invented"))
                    .isEqualTo(401);
            assertThat(get("/api/items/ENT_NAME?owner=330503", clerk)).isEqualTo(200);
            assertThat(get("/api/items/NEVER?owner=330503", clerk)).isEqualTo(404);
            assertThat(get("/api/items/..%2f..?owner=330503", clerk)).isIn(400, 404);
            assertThat(post("/api/find", "{\"question\":\"公积金\"}", "")).isEqualTo(401);
            assertThat(post("/api/find", "{\"question\":\"" + "x".repeat(10_000) + "\"}", clerk))
                    .isEqualTo(413);
            assertThat(post("/api/find", "{\"question\":7}", clerk)).isEqualTo(422);
            assertThat(post("/api/progress", "{\"secret\":\"invented\"}", "")).isEqualTo(404);
            assertThat(post("/api/device/enrol", "{\"code\":\"ABCD-EFGH-JKLM\"}", ""))
                    .isEqualTo(422);
            assertThat(post("/api/device/launch", "{}", clerk)).isEqualTo(401);
            assertThat(post("/api/kiosk/launch", "{\"code\":\"ABCD-EFGH-JKLM\"}", clerk))
                    .isEqualTo(401);
            for (String door : List.of("clerk", "hall")) {
                assertThat(post("/api/" + door + "/sign-in", "{\"account\":\"never\",\"password\":\"x\"}", ""))
                        .isEqualTo(401);
                assertThat(post("/api/" + door + "/sign-in", "{\"account\":", ""))
                        .isEqualTo(400);
                assertThat(post("/api/" + door + "/sign-in", "{\"account\":\"a\"}", ""))
                        .isEqualTo(422);
                assertThat(get("/api/" + door + "/sign-in", "")).isEqualTo(405);
            }
            assertThat(get("/api/never", clerk)).isEqualTo(404);
        });
    }

    private static Refusal hall(Line<ToHall> board, Function<OpId, FromHall> message) {
        return refusal(board.does(message));
    }

    private static MediaMessage signal(CallId call) {
        return new MediaMessage.MediaSignal(call, 1_000_001L, "kiosk", "clerk", "{}");
    }

    private int get(String path, String cookie) {
        return status(request(path, cookie).GET().build());
    }

    private int post(String path, String body, String cookie) {
        return status(request(path, cookie)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private HttpRequest.Builder request(String path, String cookie) {
        return HttpRequest.newBuilder(URI.create(town.origin() + path))
                .header("Origin", town.origin())
                .header("Cookie", cookie);
    }

    private static int status(HttpRequest request) {
        try {
            HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
            return response.statusCode();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(request.uri().getPath(), e);
        }
    }
}
