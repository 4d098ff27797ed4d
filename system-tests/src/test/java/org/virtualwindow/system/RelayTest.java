package org.virtualwindow.system;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.virtualwindow.server.media.kurento.FakeKurento;

/** A walk beside a media server: the one that {@code KURENTO_URI} names, or a fake that carries real media. */
abstract class RelayTest extends FaultTest {
    static final String RELAY = "RELAY";
    static final String PEER_TO_PEER = "PEER_TO_PEER";

    private final HttpClient http = HttpClient.newHttpClient();
    private @Nullable ChromiumEngine engine;
    private @Nullable FakeKurento fake;

    /** What stands behind {@code --media}. */
    abstract String mode();

    FakeKurento fake() {
        assumeTrue(fake != null, "a real media server is not broken by tests");
        return Objects.requireNonNull(fake);
    }

    ChromiumEngine engine() {
        return Objects.requireNonNull(engine);
    }

    @Override
    Served serve(Path data) throws Exception {
        String real = System.getenv("KURENTO_URI");
        if (real == null) {
            engine = new ChromiumEngine();
            fake = FakeKurento.start(engine);
        }
        String kurento = fake == null ? String.valueOf(real) : fake.uri().toString();
        return KillableServer.start(data, "--kurento", kurento, "--media", mode());
    }

    @AfterAll
    void stopFake() throws Exception {
        http.close();
        if (fake != null) {
            fake.close();
        }
        if (engine != null) {
            engine.close();
        }
    }

    boolean relayIsUp() {
        HttpRequest figures =
                HttpRequest.newBuilder(URI.create(origin() + "/metrics")).build();
        try {
            return http.send(figures, BodyHandlers.ofString())
                    .body()
                    .lines()
                    .anyMatch(line -> line.startsWith("virtualwindow_relay_up{") && line.endsWith("} 1.0"));
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    static void awaitPlan(Person person, String mode) {
        await(person.page, () -> isOn(person, mode));
    }

    static boolean isOn(Person person, String mode) {
        return lastPlan(person).contains("\"mode\":\"" + mode + "\"");
    }

    static String lastPlan(Person person) {
        return person.wire.lastHeard(told -> told.contains("\"MediaPlan\"")).orElse("");
    }
}
