package org.virtualwindow.server.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.virtualwindow.protocol.SelfTest;

class DailyTestsTest {
    @Test
    void aKioskIsTriedOnceADayFromSixInTheMorning() {
        assertThat(DailyTests.isDue(Optional.empty(), at("09:00"))).isTrue();
        assertThat(due("2026-03-03T23:00:00+08:00", "05:59")).isFalse();
        assertThat(due("2026-03-03T23:00:00+08:00", "06:00")).isTrue();
        assertThat(due("2026-03-04T06:00:00+08:00", "23:00")).isFalse();
        assertThat(due("2026-03-02T23:00:00+08:00", "02:00"))
                .as("it was away all day")
                .isTrue();
    }

    private static boolean due(String last, String now) {
        return DailyTests.isDue(Optional.of(new SelfTest(Instant.parse(last), List.of())), at(now));
    }

    private static Instant at(String time) {
        return Instant.parse("2026-03-04T" + time + ":00+08:00");
    }
}
