package org.virtualwindow.kiosk.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSObject;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.virtualwindow.kiosk.daemon.ServerLine.Over;
import org.virtualwindow.protocol.Beat;
import org.virtualwindow.protocol.CloseCode;
import org.virtualwindow.protocol.DaemonHealth;
import org.virtualwindow.protocol.FromDevice;
import org.virtualwindow.protocol.FromDevice.DeviceAlive;
import org.virtualwindow.protocol.SignedConnection;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.protocol.json.WireCodec;
import org.virtualwindow.protocol.json.WireCodec.Decoded;

class ServerLineTest {
    private static final Rhythm UNHURRIED =
            new Rhythm(Duration.ofMinutes(10), Duration.ofMinutes(10), Duration.ofMinutes(10));
    private static final Rhythm QUICK =
            new Rhythm(Duration.ofMillis(50), Duration.ofMinutes(10), Duration.ofMillis(500));

    private static final DaemonHealth FINE = new DaemonHealth(Optional.of(true), 0L, 2_000L, 9_000L);

    @TempDir
    Path folder = Path.of("");

    private final FakeServer server = new FakeServer();
    private final ExecutorService daemon = Executors.newSingleThreadExecutor();

    @AfterEach
    void stop() throws InterruptedException {
        daemon.shutdownNow();
        assertThat(daemon.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        server.close();
    }

    @Test
    void comesWithItsKeyAndSaysWhichVersionRuns() throws Exception {
        hold(UNHURRIED);

        SignedConnection first = claims(server.authorization());
        assertThat(first.kiosk()).isEqualTo(new KioskId("310117-K1"));
        assertThat(first.audience()).isEqualTo(server.origin());
        assertThat(first.counter()).isEqualTo(1L);
        assertThat(server.connection().getNegotiatedSubprotocol()).isEqualTo("virtual-window.v1");
        assertThat(decoded(server.said())).isInstanceOfSatisfying(DeviceAlive.class, alive -> {
            assertThat(alive.version()).isEqualTo("7");
            assertThat(alive.upSeconds()).isNotNegative();
            assertThat(alive.health()).contains(FINE);
        });
    }

    @Test
    void beatsAndCountsItsBeats() throws Exception {
        hold(QUICK);
        server.connection();

        assertThat(decoded(server.said())).isInstanceOf(DeviceAlive.class);
        assertThat(decoded(server.said())).isEqualTo(new Beat(1L));
        assertThat(decoded(server.said())).isEqualTo(new Beat(2L));
    }

    @Test
    void comesBackWhenTheLineIsCutAndSaysAgainThatItIsAlive() throws Exception {
        hold(UNHURRIED);
        Session first = server.connection();
        assertThat(decoded(server.said())).isInstanceOf(DeviceAlive.class);

        FakeServer.close(first, CloseCode.COME_BACK);

        server.connection();
        assertThat(decoded(server.said())).isInstanceOf(DeviceAlive.class);
    }

    @Test
    void comesBackWhenTheServerFallsSilent() throws Exception {
        hold(QUICK);
        Session silent = server.connection();
        Session next = server.connection();
        assertThat(next.getId()).isNotEqualTo(silent.getId());
    }

    @Test
    void endsWhenItsKeyIsRefused() throws Exception {
        Future<Over> over = hold(UNHURRIED);
        FakeServer.close(server.connection(), CloseCode.NOT_SIGNED_IN);
        assertThat(outcome(over)).isEqualTo(Over.KEY_REFUSED);
    }

    @Test
    void comesOnceMoreWithItsNextCounterWhenAnotherCameWithItsKey() throws Exception {
        Future<Over> over = hold(UNHURRIED);
        SignedConnection first = claims(server.authorization());
        FakeServer.close(server.connection(), CloseCode.TAKEN_ELSEWHERE);
        SignedConnection second = claims(server.authorization());
        assertThat(second.counter()).isEqualTo(first.counter() + 1);
        assertThat(second.start()).isEqualTo(first.start());
        FakeServer.close(server.connection(), CloseCode.TAKEN_ELSEWHERE);
        assertThat(outcome(over)).isEqualTo(Over.TAKEN_ELSEWHERE);
    }

    @Test
    void endsWhenItsKeyWasFoundInTwoPlaces() throws Exception {
        Future<Over> over = hold(UNHURRIED);
        FakeServer.close(server.connection(), CloseCode.TAKEN_ELSEWHERE);
        FakeServer.close(server.connection(), CloseCode.KEY_CLONED);
        assertThat(outcome(over)).isEqualTo(Over.KEY_CLONED);
    }

    @Test
    void endsWhenItIsTooOld() throws Exception {
        Future<Over> over = hold(UNHURRIED);
        FakeServer.close(server.connection(), CloseCode.TOO_OLD);
        assertThat(outcome(over)).isEqualTo(Over.TOO_OLD);
    }

    @Test
    void countsOnAfterAStart() throws Exception {
        hold(UNHURRIED);
        assertThat(claims(server.authorization()).counter()).isEqualTo(1L);
        var again = DeviceKey.readFrom(folder.resolve("key")).orElseThrow();
        assertThat(claims(List.of(again.connecting())).counter()).isEqualTo(2L);
    }

    @Test
    void livesOnWhenItDoesNotUnderstandTheServer() throws Exception {
        hold(QUICK);
        Session session = server.connection();
        session.getBasicRemote().sendText("{\"type\":\"NewerThanUs\"}");
        session.getBasicRemote().sendText("{\"type\":\"DeviceNoted\",\"kiosk\":\"310117-K1\"}");

        assertThat(decoded(server.said())).isInstanceOf(DeviceAlive.class);
        assertThat(decoded(server.said())).isEqualTo(new Beat(1L));
        assertThat(session.isOpen()).isTrue();
    }

    @Test
    void endsAtOnceWhenItIsToldTo() throws Exception {
        var line = line(UNHURRIED);
        Future<Over> over = daemon.submit(() -> line.hold(ServerLine.Work.NONE));
        server.connection();
        assertThat(decoded(server.said())).isInstanceOf(DeviceAlive.class);

        line.end(Over.RESTART);
        assertThat(outcome(over)).isEqualTo(Over.RESTART);
    }

    @Test
    void forgetsARestartThatCouldNotBeDoneBeforeTheNextApplicantCame() throws Exception {
        var line = line(UNHURRIED);
        line.end(Over.RESTART);
        Future<Over> over = daemon.submit(() -> line.hold(ServerLine.Work.NONE));
        Session later = server.connection();
        assertThat(decoded(server.said())).isInstanceOf(DeviceAlive.class);

        FakeServer.close(later, CloseCode.COME_BACK);

        server.connection();
        assertThat(decoded(server.said())).isInstanceOf(DeviceAlive.class);
        assertThat(over.isDone()).isFalse();
    }

    private Future<Over> hold(Rhythm rhythm) throws IOException {
        var line = line(rhythm);
        return daemon.submit(() -> line.hold(ServerLine.Work.NONE));
    }

    private ServerLine line(Rhythm rhythm) throws IOException {
        var key = DeviceKey.keep(folder.resolve("key"), server.origin(), new KioskId("310117-K1"), DeviceKey.newPair());
        return new ServerLine(key, "7", () -> FINE, rhythm, new Backoff(new Random(1)), InstantSource.system());
    }

    private static SignedConnection claims(List<String> authorization) {
        try {
            String jws = authorization.getFirst().replaceFirst("^Bearer ", "");
            return WireCodec.read(JWSObject.parse(jws).getPayload().toBytes(), SignedConnection.class);
        } catch (ParseException e) {
            throw new AssertionError(e);
        }
    }

    private static Over outcome(Future<Over> over) throws InterruptedException, ExecutionException, TimeoutException {
        return over.get(10, TimeUnit.SECONDS);
    }

    private static FromDevice decoded(String text) {
        if (WireCodec.decode(text, FromDevice.class) instanceof Decoded.Message<FromDevice>(FromDevice message)) {
            return message;
        }
        throw new AssertionError("no message of a device: " + text);
    }
}
