package org.virtualwindow.benchmarks;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.virtualwindow.server.config.Refusal;

/** Installed Chromiums, each person's in a process of its own, with a camera and a microphone that are granted and fake. */
final class Browsers implements AutoCloseable {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--use-fake-ui-for-media-stream",
            "--use-fake-device-for-media-stream",
            "--disable-features=WebRtcHideLocalIpsWithMdns",
            "--autoplay-policy=no-user-gesture-required");

    private final Path chromium = chromium();
    private final Playwright playwright = Playwright.create();

    /** @param script runs in the page before its own */
    Page open(String address, int width, int height, String script) {
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium)
                        .setArgs(FLAGS));
        Page page =
                browser.newPage(new Browser.NewPageOptions().setLocale("zh-CN").setViewportSize(width, height));
        page.addInitScript(script);
        page.navigate(address);
        return page;
    }

    private static Path chromium() {
        for (String name : NAMES) {
            for (String folder : System.getenv("PATH").split(":")) {
                Path candidate = Path.of(folder, name);
                if (Files.isExecutable(candidate)) {
                    return candidate;
                }
            }
        }
        throw new Refusal("There is no Chromium on the path; on Debian, apt-get install chromium fonts-noto-cjk.");
    }

    /** Closes the browsers, too. */
    @Override
    public void close() {
        playwright.close();
    }
}
