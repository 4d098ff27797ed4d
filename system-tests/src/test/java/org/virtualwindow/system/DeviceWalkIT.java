package org.virtualwindow.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.virtualwindow.protocol.ServiceItem;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.protocol.ids.ServiceItemId;
import org.virtualwindow.server.form.Catalog;

/** A clerk uses the devices of a kiosk in another city: only what the applicant agrees to, and only until they stop it. */
class DeviceWalkIT extends DaemonWalkTest {
    @Test
    void theClerkReadsTheCardAfterTheApplicantAgreed() {
        ClerkPerson clerk = clerk("shen.jianhua");
        clerk.isReady();
        KioskPerson applicant = applicant();
        applicant.opensTheForm(NANXUN);
        applicant.calls();
        clerk.answers();
        clerk.page.keyboard().press("h");
        clerk.sees("联系不上这台终端的设备程序");
        assertThat(clerk.button("读身份证")).isDisabled();
        clerk.photographs("devices-1-console");

        startDaemon();
        clerk.seesNoMore("联系不上这台终端的设备程序");
        assertThat(clerk.button("读身份证")).isEnabled();
        clerk.page.keyboard().press("c");
        clerk.sees("等办事人同意：身份证阅读器");
        applicant.sees("沈建华要使用：身份证阅读器。同意吗？");
        applicant.sees("只同意这一次");
        applicant.photographs("devices-2-kiosk");
        clerk.photographs("devices-2-console");
        applicant.presses("不同意");
        clerk.sees("对方没有同意用身份证阅读器");
        applicant.sees("您没有同意用身份证阅读器，什么都没有做。");

        clerk.page.keyboard().press("c");
        applicant.presses("同意");
        clerk.sees("身份证读好了，填进了表里");
        applicant.sees("身份证读好了");
        applicant.photographs("devices-3-kiosk");
        clerk.photographs("devices-3-console");
        applicant.presses("知道了");
        applicant.seesNoMore("身份证读好了");
        applicant.turnsTo("有结果了告诉谁？");
        assertThat(applicant.field("联系人姓名")).containsText("来自身份证");
        clerk.hangsUp();
        clerk.finishes();
        applicant.endsTheVisit();
    }

    @Test
    void theClerkAsksForASignatureWhichIsStoppedAndThenMade() {
        ServiceItem item = Catalog.load()
                .find(new ServiceItemId("LEGAL_AID"), new CentreId("330503"))
                .orElseThrow();
        ClerkPerson clerk = clerk("shen.jianhua");
        clerk.isReady();
        KioskPerson applicant = applicant();
        applicant.starts();
        applicant.chooses(NANXUN, item.title().zh());
        applicant.agrees();
        new FormAnswers(applicant.page, item, false, Map.of()).fillIn(number -> applicant.presses("下一步"));
        applicant.calls();
        clerk.answers(item.title().zh());
        applicant.presses("去核对");
        applicant.agreesTo("我说的都是真的");

        clerk.page.keyboard().press("h");
        clerk.presses("请签名");
        applicant.sees("沈建华要使用：签字板。同意吗？");
        applicant.presses("同意");
        Locator pad = applicant.page.getByRole(
                AriaRole.IMG, new Page.GetByRoleOptions().setName("申请人签名").setExact(true));
        assertThat(pad).isVisible();
        applicant.sees("正在使用：签字板");
        clerk.sees("正在用：签字板");
        applicant.photographs("devices-4-kiosk");
        clerk.photographs("devices-4-console");
        applicant.presses("停止：签字板");
        assertThat(pad).hasCount(0);
        clerk.sees("对方停止了签字板");
        applicant.seesNoMore("正在使用：签字板");

        clerk.presses("请签名");
        applicant.presses("同意");
        applicant.draws(pad, new double[][] {{0.2, 0.3}, {0.35, 0.25}, {0.3, 0.6}, {0.2, 0.75}});
        applicant.draws(pad, new double[][] {{0.5, 0.2}, {0.5, 0.5}, {0.55, 0.8}});
        applicant.presses("签好了");
        assertThat(applicant.page.getByLabel("已签字")).isVisible();
        clerk.sees("签好了");
        assertThat(clerk.page.getByLabel("已签字")).isVisible();
        clerk.hangsUp();
        clerk.finishes();
        applicant.endsTheVisit();
    }

    @Test
    void theClerkScansTwoPagesAndTheApplicantStopsTheNextAndTakesTheirConsentBack() throws IOException {
        startDaemon("feeder: 4", "pace: 700");
        ClerkPerson clerk = clerk("shen.jianhua");
        clerk.isReady();
        KioskPerson applicant = applicant();
        applicant.opensTheForm(NANXUN);
        applicant.calls();
        clerk.answers();
        clerk.page.keyboard().press("h");
        chooses(clerk, "放在哪里", "进纸器");
        chooses(clerk, "清晰度", "150 dpi");
        chooses(clerk, "最多几页", "2");
        clerk.page.keyboard().press("x");
        applicant.sees("沈建华要使用：扫描仪。同意吗？");
        applicant.sees("这次办理里都能用，随时可以收回。");
        applicant.presses("同意");
        clerk.sees("扫好了 2 页");
        applicant.sees("扫好了 2 页");
        seesPictures(clerk.page, 2);
        seesPictures(applicant.page, 2);
        applicant.photographs("devices-5-kiosk");
        clerk.photographs("devices-5-console");

        chooses(clerk, "最多几页", "5");
        clerk.page.keyboard().press("x");
        applicant.sees("正在使用：扫描仪");
        applicant.photographs("devices-6-kiosk");
        applicant.presses("停止：扫描仪");
        clerk.sees("对方停止了扫描仪");
        applicant.seesNoMore("正在使用：扫描仪");
        seesPictures(clerk.page, 2);

        Files.writeString(folder().resolve("scanner"), "media-jam");
        clerk.sees("这会儿用不了，好了自己会变");
        assertThat(clerk.button("扫描")).isDisabled();
        clerk.photographs("devices-7-console");
        Files.writeString(folder().resolve("scanner"), "");
        assertThat(clerk.button("扫描")).isEnabled();

        applicant.presses("收回：扫描仪");
        clerk.page.keyboard().press("x");
        applicant.sees("沈建华要使用：扫描仪。同意吗？");
        applicant.presses("不同意");
        clerk.hangsUp();
        clerk.finishes();
        applicant.endsTheVisit();
    }

    private static void chooses(ClerkPerson clerk, String what, String how) {
        clerk.page.getByLabel(what).selectOption(how);
    }

    /** Stored pages, fetched from the server and drawn. */
    private static void seesPictures(Page page, int count) {
        page.waitForFunction("""
            count => [...document.querySelectorAll('img[src*="/api/blob/"]')]
                .filter(image => image.complete && image.naturalWidth > 0).length === count
            """, count);
    }
}
