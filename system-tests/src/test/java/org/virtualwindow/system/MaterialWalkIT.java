package org.virtualwindow.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** From the other city a clerk takes in the papers that a matter needs: two pages, one of them again, then all is well. */
class MaterialWalkIT extends DaemonWalkTest {
    private static final String PAPERS = "每个出资人的证件或营业执照";

    @Test
    void aPageThatTheClerkCirclesIsTakenAgainAndPasses() throws IOException {
        startDaemon("feeder: 2"); // two sheets in the feeder of its scanner
        ClerkPerson clerk = clerk("shen.jianhua");
        clerk.isReady();
        KioskPerson applicant = applicant();
        applicant.opensTheForm(NANXUN);
        applicant.fillsInTheKind();
        applicant.calls();
        clerk.answers();
        scansFrom(clerk, "进纸器");
        clerk.page.getByLabel("最多几页").selectOption("5");

        clerk.page.keyboard().press("o");
        clerk.sees("还有 2 份没有看过、没有通过");
        clerk.page.keyboard().press("o");
        clerk.page.keyboard().press("x");
        applicant.sees("沈建华要使用：扫描仪。同意吗？");
        applicant.presses("同意");
        clerk.sees("等您看");
        seesPictures(clerk.page, 2);
        clerk.photographs("materials-1-console");

        clerk.page.keyboard().press("/");
        Locator page = clerk.page.locator("#judge-page");
        assertThat(page).isFocused();
        circles(clerk.page, page);
        clerk.page.keyboard().press("2");
        assertThat(clerk.page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("反光")))
                .isChecked();
        clerk.photographs("materials-2-console");
        clerk.page.getByLabel("再说一句（可不写）").fill("灯不要正对着纸");
        clerk.presses("退回这一页");
        applicant.sees("这一页要重新拍");
        applicant.sees("反光，字被光盖住了");
        applicant.sees("沈建华：灯不要正对着纸");
        assertThat(applicant.page.locator(".rejected ellipse.page-mark__line")).hasCount(1);
        applicant.photographs("materials-2-kiosk");
        clerk.sees("退回了，等重拍");

        scansFrom(clerk, "玻璃板");
        clerk.page.keyboard().press("o");
        clerk.page.keyboard().press("x");
        applicant.seesNoMore("这一页要重新拍");
        clerk.sees("等您看");
        seesPictures(clerk.page, 2);

        clerk.page.keyboard().press("/");
        assertThat(page).isFocused();
        Locator drawn = page.locator("ellipse.page-mark__line");
        assertThat(drawn).hasCount(1); // the box that the arrows move
        clerk.page.keyboard().press("ArrowRight");
        clerk.page.keyboard().press("Shift+ArrowDown");
        clerk.page.keyboard().press("Enter");
        assertThat(drawn).hasCount(2);
        clerk.page.keyboard().press("Backspace");
        assertThat(drawn).hasCount(1);
        clerk.page.keyboard().press("p");
        assertThat(material(clerk, PAPERS)).containsText("通过");

        clerk.sees("还有 1 份没有看过、没有通过");
        material(clerk, "联系人的身份证").click();
        clerk.page.keyboard().press("=");
        clerk.sees("要的材料都有着落了");
        clerk.photographs("materials-3-console");
        applicant.presses("材料都有着落了");
        applicant.sees("要的材料");
        applicant.photographs("materials-3-kiosk");
        applicant.presses("关上");
        clerk.hangsUp();
        clerk.finishes();
        applicant.endsTheVisit();
    }

    private static Locator material(ClerkPerson clerk, String name) {
        return clerk.page.locator(".material__name").filter(new Locator.FilterOptions().setHasText(name));
    }

    private static void scansFrom(ClerkPerson clerk, String place) {
        clerk.page.keyboard().press("h");
        clerk.page.getByLabel("放在哪里").selectOption(place);
        // a key is a letter where the focus is on a choice
        clerk.page.evaluate("document.activeElement.blur()");
    }

    private static void circles(Page page, Locator sheet) {
        BoundingBox box = sheet.boundingBox();
        page.mouse().move(box.x + box.width * 0.3, box.y + box.height * 0.2);
        page.mouse().down();
        page.mouse().move(box.x + box.width * 0.7, box.y + box.height * 0.35, new Mouse.MoveOptions().setSteps(6));
        page.mouse().up();
    }

    /** Stored pages, fetched from the server and drawn. */
    private static void seesPictures(Page page, int count) {
        page.waitForFunction("""
            count => [...document.querySelectorAll('.material img[src*="/api/blob/"]')]
                .filter(image => image.complete && image.naturalWidth > 0).length === count
            """, count);
    }
}
