package org.virtualwindow.benchmarks;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;

/** A kiosk in a real browser whose form is turned from page to page: how long after a touch the next page is on the screen. */
final class PageTurns {
    private static final int WARM_UP = 8;

    /** Notes when a turning button was touched, and when the frame after the next page's title came into the document was drawn. */
    private static final String WATCH = """
        globalThis.turned = { touched: 0, painted: 0 };
        document.addEventListener("click", (event) => {
          turned.title = document.querySelector("h1")?.textContent;
          turned.touched = event.timeStamp;
        }, true);
        new MutationObserver(() => {
          if (turned.touched > 0 && turned.painted === 0 && document.querySelector("h1")?.textContent !== turned.title) {
            turned.painted = -1;
            // A frame's callbacks run before it is drawn; a message sent from one arrives after.
            requestAnimationFrame(() => {
              const drawn = new MessageChannel();
              drawn.port1.onmessage = () => (turned.painted = performance.now());
              drawn.port2.postMessage("");
            });
          }
        }).observe(document, { childList: true, subtree: true, characterData: true });
        """;

    private PageTurns() {}

    /** @return nanoseconds of each turn, forward and back through all pages */
    static List<Long> measure(Server server, int turns) {
        List<Long> found = new ArrayList<>();
        try (Browsers browsers = new Browsers()) {
            Page kiosk = browsers.open(server.launchLink(), 1080, 1920, WATCH);
            CallBench.openTheForm(kiosk);
            String direction = "下一步";
            for (int i = 0; i < WARM_UP + turns; i++) {
                // The first page has no page before it, the last none behind.
                if (kiosk.getByRole(AriaRole.BUTTON, CallBench.named(direction)).count() == 0) {
                    direction = direction.equals("下一步") ? "上一步" : "下一步";
                }
                long nanos = turn(kiosk, direction);
                if (i >= WARM_UP) {
                    found.add(nanos);
                }
            }
        }
        return found;
    }

    private static long turn(Page kiosk, String direction) {
        kiosk.evaluate("() => Object.assign(turned, { touched: 0, painted: 0 })");
        CallBench.press(kiosk, direction);
        kiosk.waitForFunction("() => turned.painted > 0");
        return Math.round(((Number) kiosk.evaluate("() => turned.painted - turned.touched")).doubleValue() * 1e6);
    }
}
