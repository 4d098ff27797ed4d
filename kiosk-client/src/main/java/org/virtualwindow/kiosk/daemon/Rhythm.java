package org.virtualwindow.kiosk.daemon;

import java.time.Duration;

/**
 * @param beat how often to say "I am here"
 * @param alive how often to say which version runs since when
 * @param stale after hearing nothing for so long the line counts as cut
 */
record Rhythm(Duration beat, Duration alive, Duration stale) {
    static final Rhythm USUAL = new Rhythm(Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofSeconds(30));
}
