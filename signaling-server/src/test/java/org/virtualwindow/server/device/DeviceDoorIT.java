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
import org.virtualwindow.protocol.FromDevice.DeviceAlive;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.protocol.json.WireCodec;
import org.virtualwindow.server.config.ConnectionLimits;
import org.virtualwindow.server.config.ServerConfig;
import org.virtualwindow.server.connection.Sockets;
import org.virtualwindow.server.demo.DemoCities;
import org.virtualwindow.server.http.HttpServer;
import org.virtualwindow.server.identity.DeviceKeys;
import org.virtualwindow.server.identity.OneTimeCodes;
import org.virtualwindow.server.postgres.Sql;
import org.virtualwindow.server.postgres.WithPostgres;

@ExtendWith(WithPostgres.class)
class DeviceDoorIT {
    private static final KioskId ENTRANCE = new KioskId("310117-K1");
    private static final KioskId OTHER = new KioskId("310117-K2");

    /** One for all tests: the same secrets are hashed once. */
    @TempDir
    static Path folder = Path.of("");

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
        door = new DeviceDoor(keys, () -> {});
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
        var daemon = connect(key(ENTRANCE));
        daemon.say(new DeviceAlive("7", 3L));
        assertThat(daemon.hears()).isEqualTo("{\"type\":\"DeviceNoted\",\"kiosk\":\"310117-K1\"}");
        assertThat(door.version(ENTRANCE)).contains("7");
        assertThat(door.version(OTHER)).isEmpty();

        daemon.say(new Beat(1L));
        assertThat(daemon.hears()).isEqualTo("{\"type\":\"Beat\",\"number\":1}");
        daemon.socket.abort();
    }

    @Test
    void aDaemonWithoutAKeyAnInventedOrARevokedOneIsSentAway() throws InterruptedException {
        String revoked = key(ENTRANCE);
        keys.revoke(ENTRANCE);
        for (String token : List.of("invented", revoked, "")) {
            assertThat(connect(token).hears()).isEqualTo("closed " + CloseCode.NOT_SIGNED_IN.code());
        }
    }

    @Test
    void theNewerOfTwoWithOneKeyStays() throws InterruptedException {
        String key = key(ENTRANCE);
        var first = connect(key);
        first.say(new DeviceAlive("1", 1L));
        assertThat(first.hears()).contains("DeviceNoted");

        var second = connect(key);
        assertThat(first.hears()).isEqualTo("closed " + CloseCode.TAKEN_ELSEWHERE.code());
        second.say(new DeviceAlive("2", 1L));
        assertThat(second.hears()).contains("DeviceNoted");
        assertThat(door.version(ENTRANCE)).contains("2");
        second.socket.abort();
    }

    /** Credentials travel from the upgrade to the connection; another's upgrade at the same moment must not change them. */
    @Test
    void manyWhoComeAtOnceAreEachTakenForThemselves() throws InterruptedException {
        String good = key(ENTRANCE);
        List<CompletableFuture<Daemon>> good20 = new ArrayList<>();
        List<CompletableFuture<Daemon>> bad20 = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            good20.add(connecting(good));
            bad20.add(connecting("invented"));
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
                assertThat(heard).isEqualTo("closed " + CloseCode.TAKEN_ELSEWHERE.code());
            }
            daemon.socket.abort();
        }
        assertThat(stayed).isPositive();
    }

    private String key(KioskId kiosk) {
        return keys.enrol(codes.makeEnrol(kiosk).code()).orElseThrow().token();
    }

    private Daemon connect(String token) {
        return connecting(token).join();
    }

    private CompletableFuture<Daemon> connecting(String token) {
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        return http.newWebSocketBuilder()
                .header("Authorization", "Bearer " + token)
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
