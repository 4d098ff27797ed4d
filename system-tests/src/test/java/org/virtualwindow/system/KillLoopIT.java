package org.virtualwindow.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.virtualwindow.protocol.Answer;
import org.virtualwindow.protocol.CallCommand;
import org.virtualwindow.protocol.FromKiosk;
import org.virtualwindow.protocol.RoomMessage.RoomSnapshot;
import org.virtualwindow.protocol.RoomOperation;
import org.virtualwindow.protocol.ToClerk;
import org.virtualwindow.protocol.ToKiosk;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.protocol.ids.OpId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.ids.ServiceItemId;
import org.virtualwindow.protocol.values.FieldPath;
import org.virtualwindow.protocol.values.FieldValue;
import org.virtualwindow.protocol.values.GrantScope;

/**
 * The server is killed again and again at a random moment while kiosk and clerk type in a call, without browsers.
 * {@code -Dvirtualwindow.kills=N} and {@code -Dvirtualwindow.seed=S} choose how often and when.
 */
class KillLoopIT {
    private static final int KILLS = Integer.getInteger("virtualwindow.kills", 5);
    private static final long SEED = Long.getLong("virtualwindow.seed", 20260304L);
    private static final int LATEST_KILL_MILLIS = 600;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void nothingAcknowledgedIsLostAndNothingHappensTwice(@TempDir Path data) throws Exception {
        var random = new SplittableRandom(SEED);
        int lost;
        int acknowledged;
        try (KillableServer server = KillableServer.start(data);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            String kioskCookie =
                    cookie(server, "kiosk/launch", "{\"code\":\"%s\"}".formatted(server.launchCode(WalkTest.ENTRANCE)));
            String clerkCookie = cookie(
                    server,
                    "clerk/sign-in",
                    "{\"account\":\"%s\",\"password\":\"%s\"}".formatted(FaultTest.CLERK, password(data)));
            Talk<ToKiosk> kioskTalk = new Talk<>(http, server.origin(), "kiosk", kioskCookie, ToKiosk.class);
            Talk<ToClerk> clerkTalk = new Talk<>(http, server.origin(), "clerk", clerkCookie, ToClerk.class);
            RoomId room = opensTheForm(kioskTalk);
            String code = meet(kioskTalk, clerkTalk, room);

            var applicant = new Typist<>(
                    "applicant",
                    List.of("/tradeName", "/industryWord"),
                    kioskTalk,
                    () -> new Talk<>(http, server.origin(), "kiosk", kioskCookie, ToKiosk.class),
                    random.split());
            var clerk = new Typist<>(
                    "clerk",
                    List.of("/regionWord"),
                    clerkTalk,
                    () -> new Talk<>(http, server.origin(), "clerk", clerkCookie, ToClerk.class),
                    random.split());

            for (int kill = 0; kill < KILLS; kill++) {
                Executor later = CompletableFuture.delayedExecutor(
                        random.nextInt(LATEST_KILL_MILLIS), TimeUnit.MILLISECONDS, threads);
                CompletableFuture<Void> killed = CompletableFuture.runAsync(() -> kill(server), later);
                CompletableFuture<Void> clerkTypes = CompletableFuture.runAsync(() -> type(clerk, room), threads);
                applicant.typeUntilCut(room);
                CompletableFuture.allOf(killed, clerkTypes).join();
                server.startAgain();

                applicant.comeBack();
                clerk.comeBack();
                RoomSnapshot now = applicant.comeBack();
                applicant.assertExactly(now);
                clerk.assertExactly(now);
                assertThat(codeAtKiosk(applicant.talk())).isEqualTo(code);
            }
            lost = applicant.lost() + clerk.lost();
            acknowledged = applicant.acknowledged() + clerk.acknowledged();
        }
        System.out.printf(
                "figure: %d kills (seed %d): %d operations acknowledged, %d lost, 0 twice%n",
                KILLS, SEED, acknowledged, lost);
        assertThat(lost).isZero();
        assertThat(acknowledged).as("typed at all").isGreaterThan(KILLS * 10);
    }

    private static RoomId opensTheForm(Talk<ToKiosk> kiosk) throws InterruptedException {
        kiosk.say(new FromKiosk.OpenRoom(
                new OpId("open"),
                new ServiceItemId("ENT_NAME"),
                new CentreId("330503"),
                List.of("WHO_SEES", "NOT_RECORDED", "KEPT")));
        RoomId room = kiosk.next(Talk.a(RoomSnapshot.class)).room();
        // The other fields are shown only with this one.
        kiosk.say(new RoomOperation.SetField(
                new OpId("pattern"),
                room,
                new FieldPath("/namePattern"),
                new FieldValue("REGION_TRADE_INDUSTRY_FORM"),
                0L));
        accepted(kiosk, "pattern");
        return room;
    }

    /** Returns the code of the call, which is drawn once. */
    private static String meet(Talk<ToKiosk> kiosk, Talk<ToClerk> clerk, RoomId room) throws InterruptedException {
        clerk.say(new CallCommand.SetReady(new OpId("ready"), true));
        kiosk.say(new CallCommand.RequestCall(new OpId("call"), room));
        ToClerk.Ringing ringing = clerk.next(message -> message instanceof ToClerk.ClerkCallChanged(var call)
                        && call.orElse(null) instanceof ToClerk.Ringing rings
                ? Optional.of(rings)
                : Optional.empty());
        clerk.say(new CallCommand.AnswerCall(new OpId("answer"), ringing.call()));
        clerk.next(Talk.a(RoomSnapshot.class));
        String code = codeAtKiosk(kiosk);
        clerk.say(new RoomOperation.AskGrant(new OpId("ask"), room, GrantScope.EDIT_FORM));
        accepted(clerk, "ask");
        kiosk.say(new RoomOperation.GiveGrant(new OpId("give"), room, GrantScope.EDIT_FORM));
        accepted(kiosk, "give");
        return code;
    }

    private static <T> void accepted(Talk<T> talk, String op) throws InterruptedException {
        Answer answer = talk.next(message ->
                message instanceof Answer found && found.opId().value().equals(op)
                        ? Optional.of(found)
                        : Optional.empty());
        assertThat(answer).isInstanceOf(Answer.Accepted.class);
    }

    private static String codeAtKiosk(Talk<ToKiosk> kiosk) throws InterruptedException {
        return kiosk.ever(message -> message instanceof ToKiosk.KioskCallChanged(var call)
                        && call.orElse(null) instanceof ToKiosk.Talking talking
                ? Optional.of(talking.code())
                : Optional.empty());
    }

    private static void kill(KillableServer server) {
        try {
            server.kill();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void type(Typist<?> typist, RoomId room) {
        try {
            typist.typeUntilCut(room);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String password(Path data) throws IOException {
        return Files.readAllLines(data.resolve("demo-sign-ins")).stream()
                .filter(line -> line.startsWith(FaultTest.CLERK + " "))
                .map(line -> line.split(" ")[1])
                .findFirst()
                .orElseThrow();
    }

    private String cookie(KillableServer server, String path, String body) throws IOException, InterruptedException {
        var answer = http.send(
                HttpRequest.newBuilder(URI.create(server.origin() + "/api/" + path))
                        .header("Origin", server.origin())
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.discarding());
        return answer.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
    }
}
