package org.virtualwindow.server.identity;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ThrottleTest {
    private final ManualClock clock = new ManualClock();
    private final Throttle throttle = new Throttle(clock, 5);

    @Test
    void letsFiveFailuresPassAtOnceAndHoldsTheSixthBack() {
        failures(5);
        assertThat(throttle.attempt("shen")).contains(ofSeconds(5));
        assertThat(throttle.attempt("lu")).isEmpty();
    }

    @Test
    void doublesTheWaitWithEveryFailureUpToFiveMinutes() {
        failures(5);
        Duration expected = ofSeconds(5);
        for (int i = 0; i < 12; i++) {
            assertThat(throttle.attempt("shen")).contains(expected);
            clock.passes(expected);
            failures(1);
            Duration doubled = expected.multipliedBy(2);
            expected = doubled.compareTo(ofMinutes(5)) > 0 ? ofMinutes(5) : doubled;
        }
        assertThat(expected).isEqualTo(ofMinutes(5));
    }

    @Test
    void doesNotMakeTheWaitLongerForThoseWhoKnockMeanwhile() {
        failures(5);
        for (int i = 0; i < 100; i++) {
            assertThat(throttle.attempt("shen")).contains(ofSeconds(5));
        }
        clock.passes(ofSeconds(5));
        assertThat(throttle.attempt("shen")).isEmpty();
    }

    @Test
    void forgetsEverythingAfterASuccess() {
        failures(4);
        assertThat(throttle.attempt("shen")).isEmpty();
        throttle.succeeded("shen");
        failures(5);
        assertThat(throttle.attempt("shen")).isPresent();
    }

    @Test
    void forgetsEverythingAfterAQuarterOfAnHour() {
        failures(5);
        clock.passes(ofMinutes(15));
        failures(5);
        assertThat(throttle.attempt("shen")).contains(ofSeconds(5));
    }

    @Test
    void countsTriesThatAreUnderWay() {
        long admitted = java.util.stream.IntStream.range(0, 100)
                .parallel()
                .mapToObj(i -> throttle.attempt("shen"))
                .filter(Optional::isEmpty)
                .count();
        assertThat(admitted).isEqualTo(5);
    }

    private void failures(int count) {
        for (int i = 0; i < count; i++) {
            assertThat(throttle.attempt("shen")).isEmpty();
        }
    }
}
