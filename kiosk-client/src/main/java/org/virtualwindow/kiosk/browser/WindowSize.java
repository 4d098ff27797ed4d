package org.virtualwindow.kiosk.browser;

import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Whether the browser's window covers its screen, as a window manager makes it; where there is none, it has to begin so large. */
final class WindowSize {
    /** Of exactly the size of the screen it would be made a little smaller, so it is one row higher. */
    private static final String ASK =
            "new Promise(ok => setTimeout(() => ok(innerWidth >= screen.width && innerHeight >="
                    + " screen.height ? '' : screen.width + ',' + (screen.height + 1)), 400))";

    private static final int TRIES = 5;

    private WindowSize() {}

    /** The size to begin with, like {@code 1080,1921}; empty where the window covers its screen or nobody knows. */
    static CompletableFuture<String> missing(Pipe pipe, String page) {
        return missing(pipe, page, TRIES);
    }

    /** A page that is just being loaded forgets what it was asked. */
    private static CompletableFuture<String> missing(Pipe pipe, String page, int tries) {
        Map<String, ?> ask = Map.of("expression", ASK, "awaitPromise", true, "returnByValue", true);
        return pipe.send(page, "Runtime.evaluate", ask)
                .thenApply(answer -> answer.path("result").path("value").asString(""))
                .exceptionallyCompose(
                        failure -> tries == 1 ? CompletableFuture.completedFuture("") : missing(pipe, page, tries - 1));
    }
}
