package org.virtualwindow.system;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;

/**
 * Watches a picture from inside its page, closely: how long it stood still, and what the screen said meanwhile. Counted is the page's
 * own time: while a busy machine does not let it look, it could neither draw nor say anything.
 */
final class FrameWatch {
    private static final String START = """
        ([selector, words]) => {
          const every = 50;
          let [frames, still, untold] = [0, 0, 0];
          let looked = performance.now();
          window.watched = { gap: 0, untrue: 0 };
          clearInterval(window.watching);
          window.watching = setInterval(() => {
            const now = performance.now();
            const passed = Math.min(now - looked, 2 * every);
            looked = now;
            const shown = document.querySelector(selector)?.getVideoPlaybackQuality().totalVideoFrames ?? frames;
            const said = [...document.querySelectorAll("[role=status]")].some((each) => each.textContent.includes(words));
            still = shown === frames ? still + passed : 0;
            untold = still === 0 || said ? 0 : untold + passed;
            frames = shown;
            watched.gap = Math.max(watched.gap, still);
            watched.untrue = Math.max(watched.untrue, untold);
          }, every);
        }\
        """;

    private final Page page;

    private FrameWatch(Page page) {
        this.page = page;
    }

    /**
     * Of one picture of a page.
     *
     * @param video as a selector
     */
    static FrameWatch start(Person person, String video) {
        person.page.evaluate(START, List.of(video, "正在接通画面和声音"));
        return new FrameWatch(person.page);
    }

    /** The longest time without a new frame. */
    Duration longestGap() {
        return time("watched.gap");
    }

    /** The longest time in which the picture stood still while the screen did not say so. */
    Duration longestUntruth() {
        return time("watched.untrue");
    }

    private Duration time(String what) {
        return Duration.ofMillis(((Number) page.evaluate("() => Math.round(" + what + ")")).longValue());
    }
}
