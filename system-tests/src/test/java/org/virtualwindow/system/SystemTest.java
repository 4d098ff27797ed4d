package org.virtualwindow.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.virtualwindow.server.Wiring;
import org.virtualwindow.server.config.ServerConfig;

/** A real server with a database of its own and a real browser, both for all tests of a class. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SystemTest {
    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private final List<AutoCloseable> running = new ArrayList<>();
    private String origin = "";

    @BeforeAll
    void start(@TempDir Path data) {
        var wiring = new Wiring(ServerConfig.local(data));
        running.add(wiring);
        origin = wiring.origin();
    }

    @AfterEach
    void closePages() {
        contexts.forEach(BrowserContext::close);
        contexts.clear();
        assertThat(complaints)
                .as("what the pages complained of in their consoles")
                .isEmpty();
    }

    @AfterAll
    void stop() throws Exception {
        for (AutoCloseable each : running.reversed()) {
            each.close();
        }
    }

    String origin() {
        return origin;
    }

    /** Opens a path of the server as a person of their own: own cookies, own storage. */
    Page open(Browser browser, String path, int width, int height) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setLocale("zh-CN")
                .setTimezoneId("Asia/Shanghai")
                .setIgnoreHTTPSErrors(true)
                .setViewportSize(width, height));
        contexts.add(context);
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(path + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(path + ": " + error));
        page.navigate(origin + path);
        return page;
    }

    /** A browser that closes with the class. */
    Browser browser(String... flags) {
        Browser browser = Chromium.launch(flags);
        running.add(browser);
        return browser;
    }
}
