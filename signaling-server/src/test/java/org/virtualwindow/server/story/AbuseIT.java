package org.virtualwindow.server.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.virtualwindow.protocol.Answer;
import org.virtualwindow.protocol.Beat;
import org.virtualwindow.protocol.CallCommand;
import org.virtualwindow.protocol.CloseCode;
import org.virtualwindow.protocol.FromHall;
import org.virtualwindow.protocol.FromKiosk;
import org.virtualwindow.protocol.MediaMessage;
import org.virtualwindow.protocol.MediaPlan;
import org.virtualwindow.protocol.NotUnderstood;
import org.virtualwindow.protocol.RoomEvent;
import org.virtualwindow.protocol.RoomMessage;
import org.virtualwindow.protocol.RoomMessage.RoomSnapshot;
import org.virtualwindow.protocol.RoomOperation;
import org.virtualwindow.protocol.RoomSignal;
import org.virtualwindow.protocol.ToClerk;
import org.virtualwindow.protocol.ToHall;
import org.virtualwindow.protocol.ToKiosk;
import org.virtualwindow.protocol.ids.CallId;
import org.virtualwindow.protocol.ids.ClerkId;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.protocol.ids.OpId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.ids.WindowId;
import org.virtualwindow.protocol.json.WireCodec;
import org.virtualwindow.protocol.values.ChatText;
import org.virtualwindow.protocol.values.FieldPath;
import org.virtualwindow.protocol.values.FieldValue;
import org.virtualwindow.protocol.values.Refusal;
import org.virtualwindow.server.postgres.Sql;

/**
 * Bad input of every kind, over the wire, while another call goes on beside it: each has its answer or its close code, changes
 * nothing that is kept, and the people in the other call notice nothing.
 */
class AbuseIT {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final CallId NO_CALL = new CallId("never");

    @TempDir
    static Path folder = Path.of("");

    private final Town town = new Town(folder);
    private final Console lu = town.console("lu.xiaoyan");
    private final KioskPage witness = town.kiosk(Town.AREA);
    private final Sql sql = new Sql(town.server().database().dataSource());
    private RoomId theirs = new RoomId("none");
    private CallId theirCall = NO_CALL;

    @BeforeEach
    void anotherCallGoesOn() {
        lu.isReady(true);
        theirs = witness.opensTheForm();
        witness.calls(theirs);
        theirCall = lu.awaitRing().call();
        lu.answers(theirCall);
        witness.awaitTalking();
        lu.line().await(RoomSnapshot.class);
        lu.line().await(MediaPlan.class);
        witness.line().await(MediaPlan.class);
        witness.line().await(RoomMessage.RoomHappened.class, seated -> seated.event() instanceof RoomEvent.ClerkSeated);
    }

    @AfterEach
    void stop() {
        lu.close();
        witness.close();
        town.close();
    }

    @Test
    void whatIsNotJsonEndsTheConnection() {
        String kiosk = town.launch(Town.ENTRANCE);
        String clerk = town.signInClerk("shen.jianhua");
        List<String> texts = List.of(
                "{",
                " ",
                "hello",
                "{\"type\":\"Beat\",\"number\":1,\"number\":2}",
                "{\"type\":\"Beat\",\"number\":01}",
                "{\"type\":\"Beat\",\"number\":1");
        changesNothing(() -> {
            for (String text : texts) {
                try (KioskPage page = town.kiosk(kiosk, Town.newPage());
                        Console console = town.console(clerk, Town.newPage())) {
                    page.line().sayText(text);
                    console.line().sayText(text);
                    assertThat(page.line().awaitClose()).as(start(text)).isEqualTo(CloseCode.UNREADABLE.code());
                    assertThat(console.line().awaitClose()).as(start(text)).isEqualTo(CloseCode.UNREADABLE.code());
                }
            }
        });
    }

    @Test
    void aMessageThatIsTooLargeEndsTheConnection() {
        changesNothing(() -> {
            try (KioskPage page = town.kiosk(Town.ENTRANCE)) {
                page.line().sayText(" ".repeat(WireCodec.LARGEST + 1));
                assertThat(page.line().awaitClose()).isIn(CloseCode.UNREADABLE.code(), 1009);
            }
        });
    }

    @Test
    void whatIsJsonButNotTheirsIsAnsweredAndTheConnectionStays() {
        List<String> texts = List.of(
                "{\"type\":\"Unknown\"}",
                "{\"type\":\"Beat\",\"number\":1} {}",
                "{}",
                "null",
                "[]",
                "7",
                "{\"type\":\"org.virtualwindow.protocol.Beat\",\"number\":1}",
                "{\"type\":\"Beat\"}",
                "{\"type\":\"Beat\",\"number\":null}",
                "{\"type\":\"Beat\",\"number\":\"1\"}",
                "{\"type\":\"Beat\",\"number\":1.5}",
                "{\"type\":\"AnswerCall\",\"opId\":\"x\",\"call\":\"" + theirCall + "\"}",
                "{\"type\":\"AssignCall\",\"opId\":\"x\",\"call\":\"" + theirCall + "\",\"clerk\":\"330503-C1\"}",
                "{\"type\":\"DeviceAlive\",\"version\":\"1\",\"uptimeSeconds\":1}",
                "{\"type\":\"Reveal\",\"opId\":\"x\",\"room\":\"" + theirs + "\",\"path\":\"/contactIdNo\"}",
                "{\"type\":\"SetField\",\"opId\":\"x y\",\"room\":\"r\",\"path\":\"/a\",\"value\":\"\",\"baseRev\":0}",
                "{\"type\":\"SetField\",\"opId\":\"x\",\"room\":\"r\",\"path\":\"a/../b\",\"value\":\"\",\"baseRev\":0}",
                "{\"type\":\"Say\",\"opId\":\"x\",\"room\":\"" + theirs + "\",\"text\":\"\"}");
        changesNothing(() -> {
            try (KioskPage page = town.kiosk(Town.ENTRANCE)) {
                for (String text : texts) {
                    page.line().forget();
                    page.line().sayText(text);
                    assertThat(page.line().await(NotUnderstood.class).reason())
                            .as(text)
                            .isNotBlank();
                }
                beats(page.line());
            }
        });
    }

    @Test
    void whatIsSomebodyElsesIsAsIfItDidNotExist() {
        try (KioskPage page = town.kiosk(Town.ENTRANCE);
                Console shen = town.console("shen.jianhua")) {
            RoomId mine = page.opensTheForm();
            shen.isReady(true);
            changesNothing(() -> {
                assertThat(refusal(page.calls(theirs))).isEqualTo(Refusal.NO_ROOM);
                assertThat(refusal(page.writes(theirs, "/tradeName", "x", 0))).isEqualTo(Refusal.NO_ROOM);
                assertThat(refusal(page.cancels(theirCall))).isEqualTo(Refusal.NO_CALL);
                assertThat(refusal(page.hangsUp(theirCall))).isEqualTo(Refusal.NO_CALL);
                OpId end = KioskPage.op();
                assertThat(refusal(page.line().ask(new FromKiosk.EndVisit(end, theirs), end.value())))
                        .isEqualTo(Refusal.NO_ROOM);
                page.line().say(new RoomSignal.Draft(theirs, new FieldPath("/tradeName"), new FieldValue("x")));
                page.line().say(signal(theirCall));

                for (RoomId room : List.of(theirs, mine, new RoomId("desk"), new RoomId("never"))) {
                    assertThat(refusal(shen.writes(room, "/tradeName", "x", 0))).isEqualTo(Refusal.NO_ROOM);
                    shen.line().say(new RoomSignal.Point(room, Optional.of(new FieldPath("/tradeName"))));
                }
                for (CallId call : List.of(theirCall, NO_CALL)) {
                    assertThat(refusal(shen.answers(call))).isEqualTo(Refusal.NO_CALL);
                    assertThat(refusal(shen.hangsUp(call))).isEqualTo(Refusal.NO_CALL);
                    assertThat(refusal(shen.finishes(call))).isEqualTo(Refusal.NO_CALL);
                    OpId op = KioskPage.op();
                    assertThat(refusal(shen.line().ask(new CallCommand.DeclineCall(op, call), op.value())))
                            .isEqualTo(Refusal.NO_CALL);
                    OpId let = KioskPage.op();
                    assertThat(refusal(shen.line().ask(new CallCommand.LetBackIn(let, call), let.value())))
                            .isEqualTo(Refusal.NO_CALL);
                }
                shen.line().say(signal(theirCall));
                beats(page.line());
                beats(shen.line());
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
            changesNothing(() -> assertThat(refusal(qian.answers(call))).isEqualTo(Refusal.NO_CALL));
            page.cancels(call);
            shen.awaitNoCall();
            changesNothing(() -> assertThat(refusal(shen.answers(call))).isEqualTo(Refusal.NO_CALL));
        }
    }

    @Test
    void aFieldThatIsHiddenUnknownOrHeldIsNotWritten() {
        try (KioskPage page = town.kiosk(Town.ENTRANCE)) {
            RoomId mine = page.opensTheForm();
            changesNothing(() -> {
                assertThat(refusal(page.writes(mine, "/regionWord", "湖州", 0))).isEqualTo(Refusal.HIDDEN);
                assertThat(refusal(page.writes(mine, "/nothing", "x", 0))).isEqualTo(Refusal.UNKNOWN);
                assertThat(refusal(page.writes(mine, "/investors/r7/name", "x", 0)))
                        .isEqualTo(Refusal.UNKNOWN);
                assertThat(refusal(page.writes(mine, "/tradeName", "x", 5))).isEqualTo(Refusal.CONFLICT);
                lu.line().say(new RoomSignal.Draft(theirs, new FieldPath("/tradeName"), new FieldValue("x")));
            });
        }
    }

    /** Everything said before is said again, word for word, from a new connection. */
    @Test
    void aTranscriptThatIsPlayedAgainGetsTheSameAnswersAndChangesNothing() {
        try (KioskPage page = town.kiosk(Town.ENTRANCE)) {
            RoomId mine = page.opensTheForm();
            Map<OpId, Object> transcript = new LinkedHashMap<>();
            for (int step = 0; step < 6; step++) {
                OpId op = KioskPage.op();
                transcript.put(
                        op,
                        switch (step) {
                            case 0 -> new CallCommand.RequestCall(op, mine);
                            case 1 -> new RoomOperation.Say(op, mine, new ChatText("您好"));
                            case 2 -> new RoomOperation.Declare(op, mine, "NAME_RISK", true);
                            default ->
                                new RoomOperation.SetField(
                                        op, mine, new FieldPath("/tradeName"), new FieldValue("v" + step), step - 3L);
                        });
            }
            List<Answer> first = plays(page, transcript);
            assertThat(first).allMatch(Answer.Accepted.class::isInstance);
            changesNothing(() -> {
                try (KioskPage again = town.kiosk(page.cookie(), Town.newPage())) {
                    assertThat(plays(again, transcript)).isEqualTo(first);
                }
            });
        }
    }

    private static List<Answer> plays(KioskPage page, Map<OpId, Object> transcript) {
        return transcript.entrySet().stream()
                .map(said -> page.line().ask(said.getValue(), said.getKey().value()))
                .toList();
    }

    @Test
    void aThousandMessagesAtOnceEndTheirSendersConnectionOnly() {
        changesNothing(() -> {
            try (Console shen = town.console("shen.jianhua")) {
                String beat = WireCodec.encode(new Beat(1L));
                try {
                    IntStream.range(0, 1_000).forEach(number -> shen.line().sayText(beat));
                } catch (RuntimeException closedAlready) {
                    assertThat(closedAlready).hasRootCauseInstanceOf(IOException.class);
                }
                assertThat(shen.line().awaitClose()).isEqualTo(CloseCode.TOO_MANY.code());
            }
        });
    }

    @Test
    void whoDoesNotReadIsGivenUpAndHoldsNobodyUp() throws IOException {
        witness.line().forget();
        lu.line().forget();
        try (KioskPage page = town.kiosk(Town.ENTRANCE)) {
            String cookie = town.signInClerk("shen.jianhua");
            CallId call;
            RoomId mine = page.opensTheForm();
            try (Console shen = town.console(cookie, Town.newPage())) {
                shen.isReady(true);
                page.calls(mine);
                call = shen.awaitRing().call();
                shen.answers(call);
                shen.line().await(RoomSnapshot.class);
            }
            try (Socket deaf = deafConsole(cookie)) {
                page.line().awaitLatest(ToKiosk.KioskCallChanged.class, talkingWithClerk(true));
                var large = new RoomSignal.Draft(
                        mine, new FieldPath("/tradeName"), new FieldValue("字".repeat(FieldValue.LONGEST)));
                String text = WireCodec.encode(large);
                IntStream.range(0, 380).forEach(number -> page.line().sayText(text));
                for (long rev = 0; rev < 10; rev++) {
                    assertThat(page.writes(mine, "/tradeName", "v" + rev, rev)).isInstanceOf(Answer.Accepted.class);
                }
                page.line().awaitLatest(ToKiosk.KioskCallChanged.class, talkingWithClerk(false));
                assertThat(deaf.isClosed()).isFalse();
            }
            theOthersNoticedNothing();
        }
    }

    private static Predicate<ToKiosk.KioskCallChanged> talkingWithClerk(boolean here) {
        return changed -> changed.call().orElse(null) instanceof ToKiosk.Talking talking && talking.clerkHere() == here;
    }

    /** A console that says hello and then never reads. */
    private Socket deafConsole(String cookie) throws IOException {
        URI origin = URI.create(town.origin());
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        socket.connect(new InetSocketAddress("localhost", origin.getPort()));
        String upgrade = String.join(
                "\r\n",
                "GET /ws/clerk?page=deaf HTTP/1.1",
                "Host: " + origin.getAuthority(),
                "Origin: " + town.origin(),
                "Upgrade: websocket",
                "Connection: Upgrade",
                "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==",
                "Sec-WebSocket-Version: 13",
                "Sec-WebSocket-Protocol: virtual-window.v1",
                "Cookie: " + cookie,
                "",
                "");
        socket.getOutputStream().write(upgrade.getBytes(StandardCharsets.US_ASCII));
        assertThat(socket.getInputStream().read()).isEqualTo('H');
        return socket;
    }

    @Test
    void aStrangersPageAndAStrangersProtocolAreNotLetIn() {
        changesNothing(() -> {
            assertThat(handshake("http://evil.example", "virtual-window.v1")).isEqualTo(403);
            assertThat(handshake(null, "virtual-window.v1")).isEqualTo(403);
            assertThat(handshake(town.origin(), null)).isEqualTo(400);
            assertThat(handshake(town.origin(), "virtual-window.v9")).isEqualTo(400);
        });
    }

    private int handshake(@Nullable String origin, @Nullable String protocol) {
        WebSocket.Builder builder = HTTP.newWebSocketBuilder().header("Cookie", witness.cookie());
        if (origin != null) {
            builder.header("Origin", origin);
        }
        if (protocol != null) {
            builder.subprotocols(protocol);
        }
        CompletableFuture<WebSocket> socket = builder.buildAsync(
                URI.create(town.origin().replaceFirst("http", "ws") + "/ws/kiosk"), new WebSocket.Listener() {});
        Throwable failure = socket.handle((opened, refused) -> refused == null ? new AssertionError("let in") : refused)
                .join();
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        assertThat(cause).isInstanceOf(WebSocketHandshakeException.class);
        return ((WebSocketHandshakeException) cause).getResponse().statusCode();
    }

    @Test
    void aCookieOfAnotherDoorOpensNone() {
        String clerk = town.signInClerk("shen.jianhua");
        changesNothing(() -> {
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
        changesNothing(() -> assertThat(post("/api/kiosk/launch", code, "")).isEqualTo(401));
    }

    @Test
    void ofManyWhoResumeAtOnceExactlyOneStaysAndIsHere() {
        String page = Town.newPage();
        List<CompletableFuture<KioskPage>> coming = IntStream.range(0, 8)
                .mapToObj(number -> CompletableFuture.supplyAsync(() -> town.kiosk(witness.cookie(), page)))
                .toList();
        List<KioskPage> pages =
                new ArrayList<>(coming.stream().map(CompletableFuture::join).toList());
        pages.add(witness);
        lu.line()
                .awaitLatest(
                        ToClerk.ClerkCallChanged.class,
                        changed -> changed.call().orElse(null) instanceof ToClerk.InCall call && call.kioskHere());
        List<KioskPage> open = new ArrayList<>(pages);
        while (open.size() > 1) {
            open.removeIf(each -> each.line().isClosed());
        }
        KioskPage stayed = open.getFirst();
        pages.remove(stayed);
        pages.forEach(each -> assertThat(each.line().awaitClose()).isEqualTo(CloseCode.TAKEN_ELSEWHERE.code()));
        assertThat(stayed.writes(theirs, "/tradeName", "禾泽", 0)).isInstanceOf(Answer.Accepted.class);
        pages.forEach(KioskPage::close);
        stayed.close();
    }

    @Test
    void aHallManagerReachesNothingOfAnotherCentre() {
        try (Line<ToHall> songjiang = town.board("gu.mingyuan");
                Line<ToHall> nanxun = town.board("yao.liping")) {
            CallId call = theirCall;
            ClerkId clerk = new ClerkId("330503-C1");
            WindowId window = new WindowId("330503-W1");
            changesNothing(() -> {
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
    void everyRestCallIsForItsOwnRoleOnly() {
        String clerk = town.signInClerk("shen.jianhua");
        changesNothing(() -> {
            assertThat(get("/api/items/ENT_NAME?owner=330503", "")).isEqualTo(401);
            assertThat(get("/api/items/ENT_NAME?owner=330503", "vw-kiosk=invented"))
                    .isEqualTo(401);
            assertThat(get("/api/items/ENT_NAME?owner=330503", clerk)).isEqualTo(200);
            assertThat(get("/api/items/NEVER?owner=330503", clerk)).isEqualTo(404);
            assertThat(get("/api/items/..%2f..?owner=330503", clerk)).isIn(400, 404);
            assertThat(post("/api/progress", "{\"secret\":\"invented\"}", "")).isEqualTo(404);
            assertThat(post("/api/device/enrol", "{\"code\":\"ABCD-EFGH-JKLM\"}", ""))
                    .isEqualTo(401);
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

    @Test
    void aLongChatIsStillShownToWhoeverComesBack() {
        ChatText long500 = new ChatText("字".repeat(ChatText.LONGEST));
        for (int line = 0; line < 150; line++) {
            OpId op = KioskPage.op();
            assertThat(witness.line().ask(new RoomOperation.Say(op, theirs, long500), op.value()))
                    .isInstanceOf(Answer.Accepted.class);
        }
        try (KioskPage again = town.kiosk(witness.cookie(), Town.newPage())) {
            assertThat(again.line().await(RoomSnapshot.class).chat()).hasSize(150);
        }
    }

    /** What is kept stays as it is, and the people in the other call hear nothing of it. */
    private void changesNothing(Runnable abuse) {
        witness.line().forget();
        lu.line().forget();
        List<String> before = kept();
        abuse.run();
        assertThat(kept()).isEqualTo(before);
        theOthersNoticedNothing();
    }

    private void theOthersNoticedNothing() {
        beats(witness.line());
        beats(lu.line());
        assertThat(witness.line().all(RoomMessage.class)).isEmpty();
        assertThat(witness.line().all(MediaMessage.class)).isEmpty();
        assertThat(witness.line().all(ToKiosk.KioskCallChanged.class)).isEmpty();
        assertThat(lu.line().all(RoomMessage.class)).isEmpty();
        assertThat(lu.line().all(MediaMessage.class)).isEmpty();
        assertThat(lu.line().all(ToClerk.ClerkCallChanged.class)).isEmpty();
    }

    private List<String> kept() {
        return sql.list("""
            select 'stream ' || stream || ' ' || max(seq) as it from entry group by stream
            union all select 'call ' || id || body from call
            union all select 'room ' || id || state from room
            union all select 'case ' || case_no from case_file
            union all select 'duty ' || clerk || ready from clerk_duty
            union all select 'window ' || clerk || service_window from clerk_assignment
            union all select 'codes ' || count(*) from one_time_code where used_at is null
            union all select 'keys ' || count(*) from device_key
            order by 1\
            """, row -> row.getString("it"));
    }

    private static void beats(Line<?> line) {
        line.say(new Beat(4711L));
        line.await(Beat.class, beat -> beat.number() == 4711);
    }

    private static Refusal hall(Line<ToHall> board, Function<OpId, FromHall> message) {
        OpId op = KioskPage.op();
        return refusal(board.ask(message.apply(op), op.value()));
    }

    private static MediaMessage signal(CallId call) {
        return new MediaMessage.MediaSignal(call, 1_000_001L, "kiosk", "clerk", new MediaMessage.Offer("v=0"));
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

    private static Refusal refusal(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Refused.class);
        return ((Answer.Refused) answer).why();
    }

    private static String start(String text) {
        return text.substring(0, Math.min(60, text.length()));
    }
}
