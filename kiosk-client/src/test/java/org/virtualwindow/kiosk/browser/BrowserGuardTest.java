package org.virtualwindow.kiosk.browser;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.virtualwindow.kiosk.Await;

class BrowserGuardTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void anErrorThatEndsOneBrowserDoesNotKeepTheNextFromBeingStarted() throws InterruptedException {
        var looks = new AtomicInteger();
        InstantSource clock = () -> {
            if (looks.incrementAndGet() == 2) {
                throw new OutOfMemoryError("for a moment");
            }
            return InstantSource.system().instant();
        };
        var options = new BrowserOptions(Path.of("/bin/false"), Optional.empty(), folder, Optional.empty(), List.of());
        try (Browser browser =
                new Browser(options, "http://127.0.0.1", () -> new CompletableFuture<>(), _ -> {}, () -> {}, clock)) {
            browser.start();
            Await.until("the next was started, too", () -> browser.restarts() >= 2);
        }
    }
}
