package org.virtualwindow.kiosk.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BackoffTest {
    @Test
    void doublesUpToHalfAMinuteAndNeverGoesBelowHalfOfIt() {
        var backoff = new Backoff(new Random(1));
        for (long full : List.of(500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000)) {
            assertThat(backoff.next()).isBetween(Duration.ofMillis(full / 2), Duration.ofMillis(full));
        }
        backoff.reset();
        assertThat(backoff.next()).isBetween(Duration.ofMillis(250), Duration.ofMillis(500));
    }

    @Test
    void sendsAHundredKiosksAtDifferentTimes() {
        Set<Duration> first = new HashSet<>();
        for (int seed = 0; seed < 100; seed++) {
            first.add(new Backoff(new Random(seed)).next());
        }
        assertThat(first).hasSizeGreaterThan(50);
    }
}
