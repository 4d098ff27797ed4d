package org.virtualwindow.benchmarks;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "call",
        mixinStandardHelpOptions = true,
        description = "A kiosk and a console in two real browsers: press to ring, and answer to the first picture.")
final class CallBench implements Callable<Integer> {
    private static final String CLERK = "shen.jianhua";

    /**
     * Notes in either page, by the machine's clock, when a button was last pressed, when a ring was first drawn, and when the first
     * frame of the other's camera was.
     */
    private static final String WATCH = """
        globalThis.watched = { pressed: 0, rang: 0, frame: 0, video: null };
        document.addEventListener("click", () => (watched.pressed = Date.now()), true);
        new MutationObserver(() => {
          if (watched.rang === 0 && document.querySelector("[aria-labelledby=ring-title]")) {
            watched.rang = -1;
            requestAnimationFrame(() => (watched.rang = Date.now()));
          }
          const video = document.querySelector("video[aria-label$=的画面]");
          if (video !== null && video !== watched.video) {
            watched.video = video;
            video.requestVideoFrameCallback(() => (watched.frame = Date.now()));
          }
        }).observe(document, { childList: true, subtree: true });
        """;

    @Option(names = "--calls", defaultValue = "12", description = "how many calls count (${DEFAULT-VALUE})")
    private int calls;

    @Option(names = "--warm-up", defaultValue = "2", description = "calls before those (${DEFAULT-VALUE})")
    private int warmUp;

    private final List<Long> rings = new ArrayList<>();
    private final List<Long> frames = new ArrayList<>();

    @Override
    public Integer call() throws Exception {
        try (ScratchFolder scratch = Machine.makeReady(0)) {
            try (Server server = Server.start(scratch.path().resolve("data"));
                    Browsers browsers = new Browsers()) {
                Page console = browsers.open(server.origin() + "/console/", 1440, 900, WATCH);
                beReady(console, server.password(CLERK));
                Page kiosk = browsers.open(server.launchLink(), 1080, 1920, WATCH);
                openTheForm(kiosk);
                System.out.printf("%d calls, of which the first %d do not count.%n", warmUp + calls, warmUp);
                for (int i = 0; i < warmUp + calls; i++) {
                    talk(kiosk, console, i >= warmUp);
                }
            }
        }
        figures().print();
        return 0;
    }

    private static void beReady(Page console, String password) {
        console.getByLabel("账号").fill(CLERK);
        console.getByLabel("密码").fill(password);
        press(console, "登录");
        press(console, "检查好了");
        press(console, "空闲");
    }

    static void openTheForm(Page kiosk) {
        press(kiosk, "开始办理");
        press(kiosk, "南浔");
        press(kiosk, "企业名称自主申报");
        press(kiosk, "下一步");
        press(kiosk, "先不选，看全部材料");
        press(kiosk, "同意，开始填表");
    }

    private void talk(Page kiosk, Page console, boolean counts) {
        forget(kiosk);
        forget(console);
        kiosk.getByRole(AriaRole.BUTTON, named("呼叫人工"))
                .or(kiosk.getByRole(AriaRole.BUTTON, named("再次呼叫")))
                .click();
        long pressed = when(kiosk, "pressed");
        long rang = when(console, "rang");
        press(console, "接听");
        long answered = when(console, "pressed");
        long frame = when(kiosk, "frame");
        if (counts) {
            rings.add(TimeUnit.MILLISECONDS.toNanos(rang - pressed));
            frames.add(TimeUnit.MILLISECONDS.toNanos(frame - answered));
        }
        press(console, "挂断");
        press(console, "完成，接下一位");
        console.getByText("等来电").waitFor();
    }

    private static void forget(Page page) {
        page.evaluate("() => Object.assign(watched, { pressed: 0, rang: 0, frame: 0 })");
    }

    private static long when(Page page, String what) {
        page.waitForFunction("what => watched[what] > 0", what);
        return ((Number) page.evaluate("what => watched[what]", what)).longValue();
    }

    static void press(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, named(name)).first().click();
    }

    static GetByRoleOptions named(String name) {
        return new GetByRoleOptions().setName(name);
    }

    private Figures figures() {
        Percentiles ring = Percentiles.of(rings);
        Percentiles frame = Percentiles.of(frames);
        Figures figures = new Figures("call");
        figures.add("calls", ring.count(), "with two browsers, the server and its database on this machine");
        figures.add("press_to_ring_p50_ms", ring.millis(50), "呼叫人工 pressed → the ring drawn at the console");
        figures.add("press_to_ring_p95_ms", ring.millis(95), 150, "");
        figures.add(
                "answer_to_first_frame_p50_ms",
                frame.millis(50),
                "接听 pressed → the clerk's first frame shown at the kiosk");
        figures.add("answer_to_first_frame_p95_ms", frame.millis(95), 1500, "");
        return figures;
    }
}
