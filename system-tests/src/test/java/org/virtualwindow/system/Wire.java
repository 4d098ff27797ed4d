package org.virtualwindow.system;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.WaitForConditionOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What a page hears and says on its socket. */
final class Wire {
    private final Page page;
    private final List<String> heard = new ArrayList<>();
    private final List<String> said = new ArrayList<>();

    /** From now on, so before the page opens its address. */
    Wire(Page page) {
        this.page = page;
        page.onWebSocket(socket -> {
            socket.onFrameReceived(frame -> heard.add(frame.text()));
            socket.onFrameSent(frame -> said.add(frame.text()));
        });
    }

    /** What was heard and said so far. */
    void forget() {
        heard.clear();
        said.clear();
    }

    /** Waits for it; returns the first that fits. */
    String hears(Predicate<String> wanted) {
        page.waitForCondition(() -> firstHeard(wanted).isPresent(), new WaitForConditionOptions().setTimeout(90_000));
        return firstHeard(wanted).orElseThrow();
    }

    /** Whichever fits and came last. */
    Optional<String> lastHeard(Predicate<String> wanted) {
        return heard.reversed().stream().filter(wanted).findFirst();
    }

    int placeOf(String message) {
        return heard.indexOf(message);
    }

    Optional<String> firstHeard(Predicate<String> wanted) {
        return heard.stream().filter(wanted).findFirst();
    }

    Optional<String> firstSaid(Predicate<String> wanted) {
        return said.stream().filter(wanted).findFirst();
    }
}
