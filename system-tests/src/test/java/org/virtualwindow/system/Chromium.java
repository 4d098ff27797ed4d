package org.virtualwindow.system;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The installed Chromium. Playwright starts once for all tests, which takes two seconds. */
final class Chromium {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

    /** No network but ours. */
    static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--accept-lang=zh-CN",
            "--disable-features=WebRtcHideLocalIpsWithMdns",
            "--autoplay-policy=no-user-gesture-required");

    /** Camera and microphone granted and fake; what is shared is a real tab. */
    private static final List<String> FAKE_DEVICES =
            List.of("--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream=display-media-type=browser");

    private static @Nullable Playwright playwright;

    private Chromium() {}

    /** A browser of its own; the flags come on top of the usual ones. */
    static Browser launch(String... flags) {
        return start(Stream.concat(FAKE_DEVICES.stream(), Stream.of(flags)));
    }

    /** As on a machine that has neither camera nor microphone, unless the flags bring them. */
    static Browser launchBare(String... flags) {
        return start(Stream.of(flags));
    }

    private static Browser start(Stream<String> flags) {
        if (playwright == null) {
            playwright = Playwright.create();
        }
        return start(playwright, flags);
    }

    /** A browser for the thread that made this Playwright, which serves no other. */
    static Browser launch(Playwright playwright) {
        return start(playwright, Stream.empty());
    }

    private static Browser start(Playwright playwright, Stream<String> flags) {
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable())
                        .setArgs(Stream.concat(FLAGS.stream(), flags).toList()));
    }

    static Path executable() {
        for (String name : NAMES) {
            for (String folder : System.getenv("PATH").split(":")) {
                Path candidate = Path.of(folder, name);
                if (Files.isExecutable(candidate)) {
                    return candidate;
                }
            }
        }
        throw new IllegalStateException("no Chromium on the path; ./test says how to install it");
    }
}
