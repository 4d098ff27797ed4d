package org.virtualwindow.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A hall manager looks after a kiosk, while nobody sits there and while somebody does. */
class FleetWalkIT extends WalkTest {
    private static final String KIOSK = "大厅入口终端";

    @Test
    void aKioskSaysSomethingIsSwitchedOffAndComesBack() {
        KioskPerson kiosk = applicant();
        kiosk.sees("开始办理");
        ManagerPerson manager = manager("gu.mingyuan");
        presses(manager, "管理");
        presses(manager, "首屏留言");
        words(manager).fill("今天 11:30 起维护");
        manager.presses("发布");
        kiosk.sees("今天 11:30 起维护");
        kiosk.photographs("fleet-1-message");

        presses(manager, "停用终端");
        words(manager).fill("打印机送修，下午恢复");
        manager.button("停用").click();
        kiosk.sees("这台机器暂停使用");
        kiosk.sees("打印机送修，下午恢复");
        assertThat(kiosk.button("开始办理")).hasCount(0);
        assertThat(manager.panel("终端")).containsText("停用中");
        kiosk.photographs("fleet-2-out-of-order");
        kiosk.page.reload();
        kiosk.sees("这台机器暂停使用");

        presses(manager, "恢复使用");
        kiosk.sees("开始办理");
        kiosk.seesNoMore("这台机器暂停使用");

        presses(manager, "自检");
        assertThat(manager.panel("终端")).containsText("画面 通过");

        presses(manager, "重启");
        manager.presses("只重开浏览器");
        manager.sees("连不上这台终端的设备程序");
        manager.photographs("fleet-3-not-reached");
    }

    @Test
    void whoeverSitsThereIsNotDisturbed() {
        KioskPerson applicant = applicant();
        applicant.opensTheForm(NANXUN);
        ManagerPerson manager = manager("gu.mingyuan");
        presses(manager, "管理");
        presses(manager, "停用终端");
        manager.button("停用").click();
        manager.sees("那里正有人在用，等他们离开再试");
        manager.photographs("fleet-4-in-use");
        applicant.endsTheVisit();
        assertThat(manager.panel("终端")).not().containsText("在填表");
        manager.button("停用").click();
        applicant.sees("这台机器暂停使用");
        presses(manager, "恢复使用");
        applicant.sees("开始办理");
    }

    /** A button of the first kiosk's. */
    private static void presses(ManagerPerson manager, String word) {
        manager.page
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(Pattern.compile("^" + word + "\\s*：" + KIOSK + "$")))
                .click();
    }

    private static Locator words(ManagerPerson manager) {
        return manager.panel("终端").locator("input[name=words]");
    }
}
