package org.virtualwindow.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.virtualwindow.protocol.MediaPlan.IceServer;
import org.virtualwindow.protocol.ids.CallId;
import org.virtualwindow.server.config.TurnCredentials;

/** What the shipped configuration lets coturn do, and for whom. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TurnServerIT {
    private static final int NOT_ALLOWED = 401;
    private static final int FORBIDDEN = 403;
    private static final Duration VALID = Duration.ofMinutes(10);

    private @Nullable Coturn coturn;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        coturn = Coturn.start(folder);
    }

    @AfterAll
    void stop() throws Exception {
        coturn().close();
    }

    @Test
    void whatTheServerGivesAPageIsGoodForAnAllocation() throws Exception {
        try (TurnClient client = new TurnClient(coturn().address(), given(Coturn.SECRET, Instant.now()))) {
            assertThat(client.allocate()).isEqualTo(TurnClient.GRANTED);
            assertThat(client.permit("8.8.8.8")).isEqualTo(TurnClient.GRANTED);
            assertThat(client.namesItsSoftware()).isFalse();
        }
    }

    @Test
    void credentialsThatHaveEndedAreRefused() throws Exception {
        Instant past = Instant.now().minus(VALID).minusSeconds(2);
        assertThat(allocateWith(given(Coturn.SECRET, past))).isEqualTo(NOT_ALLOWED);
    }

    @Test
    void credentialsOfAnotherSecretAreRefused() throws Exception {
        assertThat(allocateWith(given("guessed", Instant.now()))).isEqualTo(NOT_ALLOWED);
    }

    @Test
    void nobodyProlongsTheirOwnCredentials() throws Exception {
        IceServer ended = given(Coturn.SECRET, Instant.now().minus(VALID).minusSeconds(2));
        String later = Instant.now().plus(VALID).getEpochSecond() + ":call-1";
        try (TurnClient client =
                new TurnClient(coturn().address(), later, ended.credential().orElseThrow())) {
            assertThat(client.allocate()).isEqualTo(NOT_ALLOWED);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "10.255.255.255",
                "100.64.0.1",
                "127.0.0.1",
                "127.1.2.3",
                "168.63.129.16",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.254",
                "192.0.0.192",
                "192.168.1.1",
                "198.18.0.1",
                "203.0.113.7",
                "224.0.0.1",
                "239.255.255.250",
                "240.0.0.1",
                "255.255.255.255"
            })
    void nobodyReachesIntoANetworkThatIsNotPublic(String peer) throws Exception {
        try (TurnClient client = new TurnClient(coturn().address(), given(Coturn.SECRET, Instant.now()))) {
            assertThat(client.allocate()).isEqualTo(TurnClient.GRANTED);
            assertThat(client.permit(peer)).isEqualTo(FORBIDDEN);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "::",
                "::1",
                "::7f00:1",
                "::ffff:10.0.0.1",
                "64:ff9b::a00:1",
                "64:ff9b:1::1",
                "100::1",
                "2001:0:1::1",
                "2001:db8::1",
                "2002:a00:1::1",
                "fc00::1",
                "fd00:ec2::254",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void nobodyReachesThereByIpv6(String peer) throws Exception {
        assumeTrue(Coturn.ipv6(), "this machine has no IPv6");
        try (TurnClient client = new TurnClient(coturn().address(), given(Coturn.SECRET, Instant.now()))) {
            assertThat(client.allocateIpv6()).isEqualTo(TurnClient.GRANTED);
            assertThat(client.permit("2001:4860:4860::8888")).isEqualTo(TurnClient.GRANTED);
            assertThat(client.permit(peer)).isEqualTo(FORBIDDEN);
        }
    }

    private int allocateWith(IceServer given) throws IOException, GeneralSecurityException {
        try (TurnClient client = new TurnClient(coturn().address(), given)) {
            return client.allocate();
        }
    }

    private Coturn coturn() {
        return Objects.requireNonNull(coturn, "it starts before every test");
    }

    private static IceServer given(String secret, Instant when) {
        return new TurnCredentials(List.of("turn:127.0.0.1"), secret, VALID)
                .forCall(new CallId("call-1"), when)
                .getFirst();
    }
}
