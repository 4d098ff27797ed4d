package org.virtualwindow.campaigns.kiosk;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Somebody who sits at a supervised kiosk, at whichever page it shows. */
public final class Visitor {
    private static final Duration PATIENCE = Duration.ofSeconds(180);

    private final SupervisedKiosk kiosk;
    private final Playwright playwright;

    public Visitor(SupervisedKiosk kiosk, Playwright playwright) {
        this.kiosk = kiosk;
        this.playwright = playwright;
    }

    /** Of the browser that runs now. */
    public Page page() throws IOException, InterruptedException {
        Page page = kiosk.page(playwright, PATIENCE);
        page.setDefaultTimeout(PATIENCE.toMillis());
        return page;
    }

    public static void begins(Page page) {
        presses(page, "开始办理");
        option(page, "湖州市南浔区").waitFor();
    }

    /** From where {@link #begins} ends to the part of the form that is typed into. */
    public static void opensTheForm(Page page) {
        option(page, "湖州市南浔区").click();
        option(page, "企业名称自主申报").click();
        presses(page, "下一步");
        presses(page, "先不选，看全部材料");
        presses(page, "同意，开始填表");
        page.getByText("您要办什么？").first().waitFor();
        for (int i = 0; i < 4; i++) {
            presses(page, "下一步");
        }
        page.getByText("有结果了告诉谁？").first().waitFor();
    }

    /** Returns when the end was pressed, by {@link System#nanoTime}. */
    public static long ends(Page page) {
        presses(page, "结束清除");
        return pressesLast(page, "结束并清除");
    }

    /** As one ends who had something out and takes it along. Returns when they said that they have everything. */
    public static long takesEverythingAndEnds(Page page) {
        ends(page);
        return pressesLast(page, "都拿好了");
    }

    private static long pressesLast(Page page, String name) {
        Locator last = button(page, name);
        last.waitFor();
        long pressed = System.nanoTime();
        last.click();
        return pressed;
    }

    /** Until it offers to begin, or to put away what was broken off. */
    public static void awaitDrawn(Page page) {
        button(page, "结束，重新开始").or(button(page, "开始办理")).waitFor();
    }

    /** Where a visit was broken off the next page says so and is put away first. */
    public void putsAwayWhatWasBrokenOff(Page page) throws Exception {
        awaitDrawn(page);
        Locator broken = button(page, "结束，重新开始");
        if (broken.isVisible()) {
            ProcessHandle browser = kiosk.browser().orElseThrow();
            broken.click();
            browser.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            button(page(), "开始办理").waitFor();
        }
    }

    public static void presses(Page page, String name) {
        button(page, name).click();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator option(Page page, String words) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words))
                .first();
    }
}
