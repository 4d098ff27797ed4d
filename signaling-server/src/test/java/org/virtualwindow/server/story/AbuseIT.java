package org.virtualwindow.server.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.virtualwindow.server.Await.await;
import static org.virtualwindow.server.story.Line.refusal;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
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
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.virtualwindow.protocol.Answer;
import org.virtualwindow.protocol.Beat;
import org.virtualwindow.protocol.CallCommand;
import org.virtualwindow.protocol.CloseCode;
import org.virtualwindow.protocol.NotUnderstood;
import org.virtualwindow.protocol.RoomMessage.RoomSnapshot;
import org.virtualwindow.protocol.RoomOperation;
import org.virtualwindow.protocol.RoomSignal;
import org.virtualwindow.protocol.ToClerk;
import org.virtualwindow.protocol.ToKiosk;
import org.virtualwindow.protocol.ids.CallId;
import org.virtualwindow.protocol.ids.OpId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.json.WireCodec;
import org.virtualwindow.protocol.values.ChatText;
import org.virtualwindow.protocol.values.FieldPath;
import org.virtualwindow.protocol.values.FieldValue;
import org.virtualwindow.protocol.values.Refusal;

/**
 * Connections on which nonsense is said, or too much, or nothing is read: each has its answer or its close code, changes nothing that
 * is kept, and the people in another call notice nothing.
 */
class AbuseIT {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

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
        others.unmovedBy(() -> {
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
        others.unmovedBy(() -> {
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
                "{\"type\":\"AnswerCall\",\"opId\":\"x\",\"call\":\"" + others.call() + "\"}",
                "{\"type\":\"AssignCall\",\"opId\":\"x\",\"call\":\"" + others.call() + "\",\"clerk\":\"330503-C1\"}",
                "{\"type\":\"DeviceAlive\",\"version\":\"1\",\"uptimeSeconds\":1}",
                "{\"type\":\"Reveal\",\"opId\":\"x\",\"room\":\"" + others.room()
                        + "\",\"path\":\"/contactIdNo\",\"reason\":\"x\"}",
                "{\"type\":\"SetField\",\"opId\":\"x y\",\"room\":\"r\",\"path\":\"/a\",\"value\":\"\",\"baseRev\":0}",
                "{\"type\":\"SetField\",\"opId\":\"x\",\"room\":\"r\",\"path\":\"a/../b\",\"value\":\"\",\"baseRev\":0}",
                "{\"type\":\"Say\",\"opId\":\"x\",\"room\":\"" + others.room() + "\",\"text\":\"\"}");
        others.unmovedBy(() -> {
            try (KioskPage page = town.kiosk(Town.ENTRANCE)) {
                for (String text : texts) {
                    page.line().forget();
                    page.line().sayText(text);
                    assertThat(page.line().await(NotUnderstood.class).reason())
                            .as(text)
                            .isNotBlank();
                }
                Bystanders.beats(page.line());
            }
        });
    }

    @Test
    void aNameOfTenThousandCharactersIsRefusedByNameAndStandsNowhere() {
        try (KioskPage page = town.kiosk(Town.ENTRANCE)) {
            RoomId room = page.opensTheForm();
            assertThat(refusal(page.writes(room, "/tradeName", "长".repeat(4_000), 0)))
                    .as("as long as the wire takes")
                    .isEqualTo(Refusal.INVALID);
            page.line()
                    .sayText("{\"type\":\"SetField\",\"opId\":\"long\",\"room\":\"" + room.value()
                            + "\",\"path\":\"/tradeName\",\"value\":\"" + "长".repeat(10_000) + "\",\"baseRev\":0}");
            assertThat(page.line().await(NotUnderstood.class))
                    .isEqualTo(new NotUnderstood("malformed component value", Optional.of(new OpId("long"))));
            page.line().forget();
            assertThat(refusal(page.line().does(KioskPage::form))).isEqualTo(Refusal.ALREADY);
            assertThat(page.line().await(RoomSnapshot.class).form().fields()).isEmpty();
        }
    }

    /** Everything said before is said again, word for word, from a new connection. */
    @Test
    void aTranscriptThatIsPlayedAgainGetsTheSameAnswersAndChangesNothing() {
        try (KioskPage page = town.kiosk(Town.ENTRANCE)) {
            RoomId mine = page.opensTheForm();
            Map<OpId, Object> transcript = new LinkedHashMap<>();
            for (int step = 0; step < 6; step++) {
                OpId op = Line.op();
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
            others.unmovedBy(() -> {
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
        others.unmovedBy(() -> {
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
        others.forget();
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
            others.noticedNothing();
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
        others.unmovedBy(() -> {
            assertThat(handshake("http://evil.example", "virtual-window.v1")).isEqualTo(403);
            assertThat(handshake(null, "virtual-window.v1")).isEqualTo(403);
            assertThat(handshake(town.origin(), null)).isEqualTo(400);
            assertThat(handshake(town.origin(), "virtual-window.v9")).isEqualTo(400);
        });
    }

    private int handshake(@Nullable String origin, @Nullable String protocol) {
        WebSocket.Builder builder =
                HTTP.newWebSocketBuilder().header("Cookie", others.kiosk().cookie());
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
    void ofManyWhoResumeAtOnceExactlyOneStaysAndIsHere() {
        String page = Town.newPage();
        List<CompletableFuture<KioskPage>> coming = IntStream.range(0, 8)
                .mapToObj(number -> CompletableFuture.supplyAsync(
                        () -> town.kiosk(others.kiosk().cookie(), page)))
                .toList();
        List<KioskPage> pages =
                new ArrayList<>(coming.stream().map(CompletableFuture::join).toList());
        pages.add(others.kiosk());
        others.clerk()
                .line()
                .awaitLatest(
                        ToClerk.ClerkCallChanged.class,
                        changed -> changed.call().orElse(null) instanceof ToClerk.InCall call && call.kioskHere());
        List<KioskPage> open = new ArrayList<>(pages);
        await("all but one to be closed", () -> {
            open.removeIf(each -> each.line().isClosed());
            return open.size() <= 1;
        });
        KioskPage stayed = open.getFirst();
        pages.remove(stayed);
        pages.forEach(each -> assertThat(each.line().awaitClose()).isEqualTo(CloseCode.TAKEN_ELSEWHERE.code()));
        assertThat(stayed.writes(others.room(), "/tradeName", "禾泽", 0)).isInstanceOf(Answer.Accepted.class);
        pages.forEach(KioskPage::close);
        stayed.close();
    }

    @Test
    void aLongChatIsStillShownToWhoeverComesBack() {
        ChatText long500 = new ChatText("字".repeat(ChatText.LONGEST));
        for (int line = 0; line < 150; line++) {
            others.kiosk().line().achieves(op -> new RoomOperation.Say(op, others.room(), long500));
        }
        try (KioskPage again = town.kiosk(others.kiosk().cookie(), Town.newPage())) {
            assertThat(again.line().await(RoomSnapshot.class).chat()).hasSize(150);
        }
    }

    private static String start(String text) {
        return text.substring(0, Math.min(60, text.length()));
    }
}
