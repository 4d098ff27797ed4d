package org.virtualwindow.campaigns.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What a lossy road does to a connection that sends again. */
class RoadTest {
    private static final long MILLION = 1_000_000;

    private final Road road = new Road(new SplittableRandom(1));

    @Test
    void nothingIsHeldUpWhereNothingIsLost() {
        assertThat(road.heldUp(Weather.late(Duration.ofMillis(200), Duration.ZERO), 100_000))
                .isZero();
    }

    @Test
    void whatIsLostIsSentAgainAfterARoundTripAndTwiceAsLongEachTime() {
        Weather always = Weather.poor(Duration.ofMillis(200), 0, 1);
        assertThat(road.heldUp(always, 1)).isEqualTo((600 + 1_200 + 2_400 + 4_800 + 9_600 + 19_200) * MILLION);
    }

    @Test
    void oneSegmentInTwentyIsHeldUp() {
        Weather lossy = Weather.poor(Duration.ofMillis(200), 0, 0.05);
        long held = LongStream.range(0, 10_000)
                .filter(_ -> road.heldUp(lossy, 300) > 0)
                .count();
        assertThat(held).isBetween(400L, 600L);
    }
}
