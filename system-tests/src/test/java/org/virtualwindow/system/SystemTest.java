package org.virtualwindow.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.server.Wiring;
import org.virtualwindow.server.config.ServerConfig;

/** A real server with a database of its own and a real browser, both for all tests of a class. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SystemTest {
    /** Longer than a busy machine takes for anything here. */
    private static final double PATIENCE = 30_000;

    /** Numbers and names of the people in the walks, and what else of them could come into an address. */
    private static final List<String> PERSONAL = List.of(
            "13800000427",
            "310117198805120010",
            "330503198803150029",
            "310117200002290016",
            "19880512",
            "㐱",
            "买买提",
            "禾泽");

    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<String> addresses = new CopyOnWriteArrayList<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final List<String> expected = new ArrayList<>();
    private final List<AutoCloseable> running = new ArrayList<>();
    private Path folder = Path.of("");
    private @Nullable Served served;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        this.folder = folder;
        served = serve(folder.resolve("data"));
        running.add(served);
    }

    /** Starts the server of the class: the usual one in this process, unless a test wants another. */
    Served serve(Path data) throws Exception {
        return Served.here(new Wiring(ServerConfig.local(data)));
    }

    @AfterEach
    void closePages() {
        contexts.forEach(BrowserContext::close);
        contexts.clear();
        List<String> unexpected = complaints.stream()
                .filter(complaint -> expected.stream().noneMatch(complaint::contains))
                .toList();
        List<String> asked = addresses.stream()
                .filter(address -> address.startsWith("http") || address.startsWith("ws"))
                .toList();
        complaints.clear();
        expected.clear();
        addresses.clear();
        assertThat(unexpected)
                .as("what the pages complained of in their consoles")
                .isEmpty();
        assertThat(asked)
                .allSatisfy(address -> assertThat(URLDecoder.decode(address, StandardCharsets.UTF_8))
                        .as("an address is written down by whoever passes it on")
                        .doesNotContain(PERSONAL));
    }

    @AfterAll
    void stop() throws Exception {
        for (AutoCloseable each : running.reversed()) {
            each.close();
        }
    }

    Served served() {
        return Objects.requireNonNull(served, "the server starts before every test");
    }

    String origin() {
        return served().origin();
    }

    /** What the browser itself says of a trouble that the test makes on purpose. */
    void expectComplaint(String part) {
        expected.add(part);
    }

    /** For what a test needs to lay down; gone with the class. */
    Path folder() {
        return folder;
    }

    String launchCode(KioskId kiosk) {
        return served().launchCode(kiosk);
    }

    /** The password of a demo account, or the code of a helper. */
    String secretOf(String account) {
        return secretIn(folder.resolve("data"), account);
    }

    /** The same of a server that keeps its data there. */
    static String secretIn(Path data, String account) {
        try {
            return Files.readAllLines(data.resolve("demo-sign-ins")).stream()
                    .filter(line -> line.startsWith(account + " "))
                    .map(line -> line.split(" ")[1])
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opens a path of the server as a person of their own: own cookies, own storage. */
    Page open(Browser browser, String path, int width, int height) {
        Page page = blank(browser, path, width, height);
        page.navigate(origin() + path);
        return page;
    }

    /** A page of such a person that has not gone anywhere yet; where it is meant to go names its complaints. */
    Page blank(Browser browser, String path, int width, int height) {
        Page page = heardPage(browser, path, width, height);
        contexts.add(page.context());
        return page;
    }

    /** As above, but closed by whoever opened it; any thread. */
    Page heardPage(Browser browser, String path, int width, int height) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setLocale("zh-CN")
                .setTimezoneId("Asia/Shanghai")
                .setIgnoreHTTPSErrors(true)
                .setHasTouch(path.startsWith("/kiosk/"))
                .setViewportSize(width, height));
        context.setDefaultTimeout(PATIENCE);
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(path + ": " + message.text());
            }
        });
        page.onRequest(request -> addresses.add(request.url()));
        page.onWebSocket(socket -> addresses.add(socket.url()));
        page.onPageError(error -> complaints.add(path + ": " + error));
        return page;
    }

    /** A browser without camera, microphone or anything that feigns them but the flags; it closes with the class. */
    Browser bareBrowser(String... flags) {
        Browser browser = Chromium.launchBare(flags);
        running.add(browser);
        return browser;
    }

    /** A browser that closes with the class. */
    Browser browser(String... flags) {
        Browser browser = Chromium.launch(flags);
        running.add(browser);
        return browser;
    }
}
