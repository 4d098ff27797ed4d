package org.virtualwindow.server.device;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.virtualwindow.protocol.Beat;
import org.virtualwindow.protocol.CloseCode;
import org.virtualwindow.protocol.FromDevice;
import org.virtualwindow.protocol.FromDevice.DeviceAlive;
import org.virtualwindow.protocol.ToHall.DaemonTrouble;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.protocol.json.WireCodec;
import org.virtualwindow.server.config.ConnectionLimits;
import org.virtualwindow.server.config.ServerConfig;
import org.virtualwindow.server.connection.Peer;
import org.virtualwindow.server.connection.Sockets;
import org.virtualwindow.server.demo.DemoCities;
import org.virtualwindow.server.http.HttpServer;
import org.virtualwindow.server.identity.DeviceKeys;
import org.virtualwindow.server.identity.OneTimeCodes;
import org.virtualwindow.server.identity.TestDevice;
import org.virtualwindow.server.postgres.Sql;
import org.virtualwindow.server.postgres.WithPostgres;

@ExtendWith(WithPostgres.class)
class DeviceDoorIT {
    private static final KioskId ENTRANCE = new KioskId("310117-K1");
    private static final KioskId OTHER = new KioskId("310117-K2");

    private static final Daemons DEAF = new Daemons() {
        @Override
        public void came(KioskId kiosk, String start) {}

        @Override
        public void says(KioskId kiosk, Peer peer, FromDevice message) {}

        @Override
        public void left(KioskId kiosk, Peer peer) {}
    };

    /** One for all tests: the same secrets are hashed once. */
    @TempDir
    static Path folder = Path.of("");

    private static final int OLDEST = 3;

    private final InstantSource clock = InstantSource.system();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final HttpClient http = HttpClient.newHttpClient();
    private final OneTimeCodes codes;
    private final DeviceKeys keys;
    private final DeviceDoor door;
    private final HttpServer server;

    DeviceDoorIT(Sql sql) {
        DemoCities.load(sql, folder);
        codes = new OneTimeCodes(sql, clock);
        keys = new DeviceKeys(sql, codes, clock);
        door = new DeviceDoor(keys, DEAF, OLDEST, clock, (_, _) -> {}, () -> {});
        server = HttpServer.start(
                ServerConfig.local(folder),
                List.of(new Sockets(
                                ConnectionLimits.USUAL,
                                clock,
                                Thread::startVirtualThread,
                                HttpServer::cut,
                                timer,
                                new SimpleMeterRegistry())
                        .at("/ws/device", door)),
                List.of());
    }

    @AfterEach
    void stop() {
        http.close();
        server.close();
        timer.shutdownNow();
    }

    @Test
    void aDaemonWithAKeyIsNotedWithItsVersion() throws InterruptedException {
        var daemon = connect(key(ENTRANCE).connecting());
        daemon.say(new DeviceAlive("7", 3L, Optional.empty()));
        assertThat(daemon.hears()).startsWith("{\"type\":\"DeviceNoted\",\"kiosk\":\"310117-K1\",\"now\":");
        assertThat(door.version(ENTRANCE)).contains("7");
        assertThat(door.version(OTHER)).isEmpty();

        daemon.say(new Beat(1L));
        assertThat(daemon.hears()).isEqualTo("{\"type\":\"Beat\",\"number\":1}");
        daemon.socket.abort();
    }

    @Test
    void aDaemonWithoutAKeyAnInventedOneOrARevokedOneIsSentAway() throws InterruptedException {
        TestDevice revoked = key(ENTRANCE);
        keys.revoke(ENTRANCE);
        for (String bearer : List.of("Bearer invented", revoked.connecting(), "Bearer ")) {
            assertThat(connect(bearer).hears()).isEqualTo("closed " + CloseCode.NOT_SIGNED_IN.code());
        }
    }

    @Test
    void aDaemonThatComesBackTakesItsOwnPlace() throws InterruptedException {
        TestDevice device = key(ENTRANCE);
        var first = connect(device.connecting());
        first.say(new DeviceAlive("3", 1L, Optional.empty()));
        assertThat(first.hears()).contains("DeviceNoted");

        var second = connect(device.connecting());
        assertThat(first.hears()).isEqualTo("closed " + CloseCode.TAKEN_ELSEWHERE.code());
        second.say(new DeviceAlive("4", 1L, Optional.empty()));
        assertThat(second.hears()).contains("DeviceNoted");
        assertThat(door.version(ENTRANCE)).contains("4");
        second.socket.abort();
    }

    @Test
    void aCopiedKeyPutsBothOutsideAndTheBoardSaysSoUntilTheKioskIsEnrolledAnew() throws InterruptedException {
        TestDevice device = key(ENTRANCE);
        var kiosk = connect(device.connecting());
        kiosk.say(new DeviceAlive("3", 1L, Optional.empty()));
        assertThat(kiosk.hears()).contains("DeviceNoted");

        var copy = connect(device.another().connecting());
        copy.say(new DeviceAlive("3", 1L, Optional.empty()));
        assertThat(copy.hears()).contains("DeviceNoted");
        assertThat(kiosk.hears()).isEqualTo("closed " + CloseCode.TAKEN_ELSEWHERE.code());

        assertThat(connect(device.connecting()).hears()).isEqualTo("closed " + CloseCode.KEY_CLONED.code());
        assertThat(copy.hears()).isEqualTo("closed " + CloseCode.KEY_CLONED.code());
        assertThat(door.trouble(ENTRANCE)).contains(DaemonTrouble.KEY_CLONED);
        assertThat(new DeviceDoor(keys, DEAF, OLDEST, clock, (_, _) -> {}, () -> {}).trouble(ENTRANCE))
                .as("after a restart of the server")
                .contains(DaemonTrouble.KEY_CLONED);
        assertThat(connect(device.connecting()).hears()).isEqualTo("closed " + CloseCode.NOT_SIGNED_IN.code());

        var anew = connect(key(ENTRANCE).connecting());
        anew.say(new DeviceAlive("3", 1L, Optional.empty()));
        assertThat(anew.hears()).contains("DeviceNoted");
        assertThat(door.trouble(ENTRANCE)).isEmpty();
        anew.socket.abort();
    }

    @Test
    void revokingAKeyEndsWhatItOpenedAtOnce() throws InterruptedException {
        var daemon = connect(key(ENTRANCE).connecting());
        daemon.say(new DeviceAlive("3", 1L, Optional.empty()));
        assertThat(daemon.hears()).contains("DeviceNoted");
        door.revoke(ENTRANCE);
        assertThat(daemon.hears()).isEqualTo("closed " + CloseCode.NOT_SIGNED_IN.code());
    }

    @Test
    void aDaemonThatIsTooOldIsToldSo() throws InterruptedException {
        TestDevice device = key(ENTRANCE);
        var old = connect(device.connecting());
        old.say(new DeviceAlive("2-SNAPSHOT", 1L, Optional.empty()));
        String heard = old.hears();
        if (heard.contains("NotUnderstood")) {
            assertThat(heard).contains("version 3 or newer");
            heard = old.hears();
        }
        assertThat(heard).isEqualTo("closed " + CloseCode.TOO_OLD.code());
        assertThat(door.trouble(ENTRANCE)).contains(DaemonTrouble.TOO_OLD);

        var updated = connect(device.connecting());
        updated.say(new DeviceAlive("development", 1L, Optional.empty()));
        assertThat(updated.hears()).contains("DeviceNoted");
        assertThat(door.trouble(ENTRANCE)).isEmpty();
        updated.socket.abort();
    }

    /**
     * Credentials travel from the upgrade to the connection; another's upgrade at the same moment must not change them. And whoever is
     * let in first, connections of one run are no copies of each other.
     */
    @Test
    void manyWhoComeAtOnceAreEachTakenForThemselves() throws InterruptedException {
        TestDevice good = key(ENTRANCE);
        List<CompletableFuture<Daemon>> good20 = new ArrayList<>();
        List<CompletableFuture<Daemon>> bad20 = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            good20.add(connecting(good.connecting()));
            bad20.add(connecting("Bearer invented"));
        }
        for (var bad : bad20) {
            assertThat(bad.join().hears()).isEqualTo("closed " + CloseCode.NOT_SIGNED_IN.code());
        }
        int stayed = 0;
        for (var each : good20) {
            Daemon daemon = each.join();
            daemon.say(new Beat(1L));
            String heard = daemon.hears();
            if (heard.contains("Beat")) {
                stayed++;
            } else {
                assertThat(heard)
                        .isIn("closed " + CloseCode.TAKEN_ELSEWHERE.code(), "closed " + CloseCode.COME_BACK.code());
            }
            daemon.socket.abort();
        }
        assertThat(stayed).isPositive();
    }

    private TestDevice key(KioskId kiosk) {
        return TestDevice.enrolled(kiosk, keys, codes);
    }

    private Daemon connect(String authorization) {
        return connecting(authorization).join();
    }

    private CompletableFuture<Daemon> connecting(String authorization) {
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        return http.newWebSocketBuilder()
                .header("Authorization", authorization)
                .subprotocols("virtual-window.v1")
                .buildAsync(
                        URI.create(server.origin().replaceFirst("http", "ws") + "/ws/device"),
                        new WebSocket.Listener() {
                            @Override
                            public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
                                heard.add(text.toString());
                                socket.request(1);
                                return CompletableFuture.completedFuture(null);
                            }

                            @Override
                            public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
                                heard.add("closed " + code);
                                return CompletableFuture.completedFuture(null);
                            }
                        })
                .thenApply(socket -> new Daemon(socket, heard));
    }

    private record Daemon(WebSocket socket, BlockingQueue<String> heard) {
        void say(Object message) {
            // A socket that is closing takes no more; what it was closed with is heard all the same.
            socket.sendText(WireCodec.encode(message), true)
                    .exceptionally(closing -> socket)
                    .join();
        }

        String hears() throws InterruptedException {
            String next = heard.poll(10, TimeUnit.SECONDS);
            return next == null ? "nothing in 10 s" : next;
        }
    }
}
