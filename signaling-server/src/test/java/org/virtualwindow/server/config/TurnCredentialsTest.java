package org.virtualwindow.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.virtualwindow.protocol.MediaPlan.IceServer;
import org.virtualwindow.protocol.ids.CallId;

class TurnCredentialsTest {
    private static final Instant NEW_YEAR = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void aCallGetsAUserThatExpiresAndThePasswordThatCoturnComputes() {
        TurnCredentials turn =
                new TurnCredentials(List.of("turn:turn.example.org:3478"), "s3cret", Duration.ofHours(4));

        IceServer server = turn.forCall(new CallId("call-1"), NEW_YEAR).getFirst();

        assertThat(server.urls()).containsExactly("turn:turn.example.org:3478");
        assertThat(server.username()).contains("1767240000:call-1"); // four hours later
        // printf 1767240000:call-1 | openssl dgst -sha1 -hmac s3cret -binary | base64
        assertThat(server.credential()).contains("MH7NAOS6N4e2LhNXiDC4sAzTj6o=");
    }

    @Test
    void anExaminationGetsCredentialsForTwoMinutes() {
        TurnCredentials turn =
                new TurnCredentials(List.of("turn:turn.example.org:3478"), "s3cret", Duration.ofHours(4));

        assertThat(turn.forExamination(NEW_YEAR).getFirst().username()).contains("1767225720:examination");
        assertThat(TurnCredentials.NONE.forExamination(NEW_YEAR)).isEmpty();
    }

    @Test
    void withoutATurnServerThereIsNothingToSend() {
        assertThat(TurnCredentials.NONE.forCall(new CallId("call-1"), NEW_YEAR)).isEmpty();
    }

    @Test
    void whatWasGivenIsReplacedWhileItIsStillGood() {
        TurnCredentials turn =
                new TurnCredentials(List.of("turn:turn.example.org:3478"), "s3cret", Duration.ofMinutes(20));

        assertThat(turn.replaceAt(NEW_YEAR)).isEqualTo(NEW_YEAR.plus(Duration.ofMinutes(15)));
        assertThat(TurnCredentials.NONE.replaceAt(NEW_YEAR)).isEqualTo(Instant.MAX);
    }

    @Test
    void theSecretIsNotPrinted() {
        assertThat(new TurnCredentials(List.of("turn:turn.example.org"), "s3cret", Duration.ofHours(4)).toString())
                .doesNotContain("s3cret");
    }
}
