package org.virtualwindow.server.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.virtualwindow.server.config.ConnectionLimits;

class SilenceTest {
    private static final Instant START = Instant.parse("2026-03-04T02:00:00Z");
    private final Silence silence = new Silence(ConnectionLimits.USUAL, START);

    @Test
    void aPageThatBeatsOnConnectingAndThenEveryTenSecondsStays() {
        beat(0);
        beat(1);
        assertThat(tooLong(31, false)).isFalse();
        assertThat(tooLong(32, false)).isTrue();
    }

    @Test
    void inACallThreeMissedFastBeatsAreTooLong() {
        beat(1);
        beat(3);
        assertThat(tooLong(9, true)).isFalse();
        assertThat(tooLong(10, true)).isTrue();
    }

    @Test
    void whoeverWasQuietWhenTheCallBeganHasTimeToLearnOfIt() {
        beat(0);
        assertThat(tooLong(8, false)).isFalse();
        assertThat(tooLong(9, true)).isFalse();
    }

    @Test
    void theBeatThatFollowsACallAtOnceIsNoFastOne() {
        beat(1);
        beat(3);
        beat(4);
        assertThat(tooLong(5, false)).isFalse();
        assertThat(tooLong(13, true)).as("in the next call").isFalse();
    }

    private void beat(int second) {
        silence.heard(START.plusSeconds(second));
        silence.beat(START.plusSeconds(second));
    }

    private boolean tooLong(int second, boolean inCall) {
        return silence.isTooLong(START.plusSeconds(second), inCall);
    }
}
