package org.virtualwindow.kiosk.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BrowserPauseTest {
    @Test
    void startsAnewAtOnceAndOnlyOneThatEndsAgainAndAgainWaits() {
        assertThat(IntStream.of(0, 1, 2, 3, 4, 8, 9, 1_000)
                        .mapToLong(soon -> Browser.pauseAfter(soon).toMillis()))
                .containsExactly(0L, 0L, 250L, 500L, 1_000L, 15_000L, 15_000L, 15_000L);
    }
}
