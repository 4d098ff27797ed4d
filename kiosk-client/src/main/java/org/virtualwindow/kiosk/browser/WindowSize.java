package org.virtualwindow.kiosk.browser;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;

/** Whether the browser's window covers its screen, as a window manager makes it; where there is none, it has to begin so large. */
final class WindowSize {
    /** Of exactly the size of the screen it would be made a little smaller, so it is one row higher. */
    private static final String ASK =
            "new Promise(ok => setTimeout(() => ok(innerWidth >= screen.width && innerHeight >="
                    + " screen.height ? '' : screen.width + ',' + (screen.height + 1)), 400))";

    private static final int TRIES = 5;

    private WindowSize() {}

    /** The size to begin with, like {@code 1080,1921}, {@code ""} where the window covers its screen; empty where nobody knows. */
    static CompletableFuture<Optional<String>> missing(Pipe pipe, String page) {
        return missing(pipe, page, TRIES);
    }

    /** A page that is just being loaded forgets what it was asked. */
    private static CompletableFuture<Optional<String>> missing(Pipe pipe, String page, int tries) {
        Map<String, ?> ask = Map.of("expression", ASK, "awaitPromise", true, "returnByValue", true);
        return pipe.send(page, "Runtime.evaluate", ask)
                .thenApply(answer -> Optional.of(answer.path("result").path("value"))
                        .filter(JsonNode::isString)
                        .map(JsonNode::asString))
                .exceptionallyCompose(failure -> tries == 1
                        ? CompletableFuture.completedFuture(Optional.empty())
                        : missing(pipe, page, tries - 1));
    }
}
