package org.virtualwindow.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsCheckedOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/** The hall manager of one centre. */
final class ManagerPerson extends Person {
    ManagerPerson(Page page) {
        super(page);
    }

    void signsIn(String account, String password) {
        box("账号").fill(account);
        page.getByLabel("密码").fill(password);
        presses("登录");
        sees("实时");
    }

    /** A part of the board by its title. */
    Locator panel(String title) {
        return page.getByRole(
                AriaRole.REGION, new Page.GetByRoleOptions().setName(title).setExact(true));
    }

    Locator clerk(String name) {
        return panel("工作人员").getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(name));
    }

    void assigns(String clerk) {
        presses("派给");
        presses(clerk);
    }

    void moves(String clerk, String window, boolean on) {
        Locator tick = page.getByRole(
                AriaRole.CHECKBOX,
                new Page.GetByRoleOptions().setName(clerk + "在" + window).setExact(true));
        tick.setChecked(on);
        assertThat(tick).isChecked(new IsCheckedOptions().setChecked(on));
    }

    /** Returns the link that opens the kiosk once. */
    String makesLaunchLink(String kiosk) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(Pattern.compile("^生成启动码\\s*：" + kiosk + "$")))
                .click();
        return box("启动链接").inputValue();
    }
}
