package org.virtualwindow.kiosk.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.websocket.Session;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.virtualwindow.kiosk.daemon.ServerLine.Over;
import org.virtualwindow.protocol.Beat;
import org.virtualwindow.protocol.CloseCode;
import org.virtualwindow.protocol.FromDevice;
import org.virtualwindow.protocol.FromDevice.DeviceAlive;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.protocol.json.WireCodec;
import org.virtualwindow.protocol.json.WireCodec.Decoded;

class ServerLineTest {
    private static final Rhythm UNHURRIED =
            new Rhythm(Duration.ofMinutes(10), Duration.ofMinutes(10), Duration.ofMinutes(10));
    private static final Rhythm QUICK =
            new Rhythm(Duration.ofMillis(50), Duration.ofMinutes(10), Duration.ofMillis(500));

    private final FakeServer server = new FakeServer();
    private final ExecutorService daemon = Executors.newSingleThreadExecutor();

    @AfterEach
    void stop() throws InterruptedException {
        daemon.shutdownNow();
        assertThat(daemon.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        server.close();
    }

    @Test
    void comesWithItsKeyAndSaysWhichVersionRuns() throws InterruptedException {
        hold(UNHURRIED);

        assertThat(server.authorization()).containsExactly("Bearer a-token");
        assertThat(server.connection().getNegotiatedSubprotocol()).isEqualTo("virtual-window.v1");
        assertThat(decoded(server.said())).isInstanceOfSatisfying(DeviceAlive.class, alive -> {
            assertThat(alive.version()).isEqualTo("7");
            assertThat(alive.upSeconds()).isNotNegative();
        });
    }

    @Test
    void beatsAndCountsItsBeats() throws InterruptedException {
        hold(QUICK);
        server.connection();

        assertThat(decoded(server.said())).isInstanceOf(DeviceAlive.class);
        assertThat(decoded(server.said())).isEqualTo(new Beat(1L));
        assertThat(decoded(server.said())).isEqualTo(new Beat(2L));
    }

    @Test
    void comesBackWhenTheLineIsCutAndSaysAgainThatItIsAlive() throws InterruptedException, IOException {
        hold(UNHURRIED);
        Session first = server.connection();
        assertThat(decoded(server.said())).isInstanceOf(DeviceAlive.class);

        FakeServer.close(first, CloseCode.COME_BACK);

        server.connection();
        assertThat(decoded(server.said())).isInstanceOf(DeviceAlive.class);
    }

    @Test
    void comesBackWhenTheServerFallsSilent() throws InterruptedException {
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
    void endsWhenAnotherCameWithItsKey() throws Exception {
        Future<Over> over = hold(UNHURRIED);
        FakeServer.close(server.connection(), CloseCode.TAKEN_ELSEWHERE);
        assertThat(outcome(over)).isEqualTo(Over.TAKEN_ELSEWHERE);
    }

    @Test
    void livesOnWhenItDoesNotUnderstandTheServer() throws InterruptedException, IOException {
        hold(QUICK);
        Session session = server.connection();
        session.getBasicRemote().sendText("{\"type\":\"NewerThanUs\"}");
        session.getBasicRemote().sendText("{\"type\":\"DeviceNoted\",\"kiosk\":\"310117-K1\"}");

        assertThat(decoded(server.said())).isInstanceOf(DeviceAlive.class);
        assertThat(decoded(server.said())).isEqualTo(new Beat(1L));
        assertThat(session.isOpen()).isTrue();
    }

    private Future<Over> hold(Rhythm rhythm) {
        var key = new DeviceKey(server.origin(), new KioskId("310117-K1"), FakeServer.TOKEN);
        var line = new ServerLine(key, "7", rhythm, new Backoff(new Random(1)), InstantSource.system());
        return daemon.submit(line::hold);
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
