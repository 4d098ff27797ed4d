package org.virtualwindow.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/** A clerk at the console. */
final class ClerkPerson extends Person {
    ClerkPerson(Page page) {
        super(page);
    }

    void signsIn(String account, String password) {
        box("账号").fill(account);
        page.getByLabel("密码").fill(password);
        presses("登录");
    }

    /** Looks at camera and microphone, lets the ring sound, and takes calls. */
    void isReady() {
        presses("检查好了");
        presses("空闲");
        sees("等来电");
    }

    void awaitsRing() {
        awaitsRing("企业名称自主申报");
    }

    /** @param item its title */
    void awaitsRing(String item) {
        assertThat(page).hasTitle(Pattern.compile("来电：" + item));
        assertThat(button("接听")).isVisible();
        assertThat(page.locator(".ring__left")).hasText(Pattern.compile("^(20|1?\\d)$"));
    }

    void answers() {
        answers("企业名称自主申报");
    }

    /** @param item its title */
    void answers(String item) {
        awaitsRing(item);
        page.keyboard().press("F2");
        assertThat(button("挂断")).isVisible();
    }

    static final String APPLICANTS_PICTURE = ".people__face > video";

    Locator applicantsPicture() {
        return page.getByLabel("对方画面");
    }

    String code() {
        return page.locator("output.code__digits").innerText().replaceAll("\\s", "");
    }

    void writes(String words) {
        box("打字，回车发送").fill(words);
        page.keyboard().press("Enter");
    }

    void reads(String words) {
        assertThat(page.getByRole(AriaRole.LOG)).containsText(words);
    }

    void pointsAt(String field) {
        tool("指", field).click();
    }

    void pointsNoMoreAt(String field) {
        tool("不指了", field).click();
    }

    /** What stands beside a field for the clerk. */
    Locator tool(String what, String field) {
        return page.getByRole(
                AriaRole.BUTTON,
                new Page.GetByRoleOptions().setName(Pattern.compile("^" + what + "\\s*：" + field + "$")));
    }

    void suggests(String field, String value, String reason) {
        tool("建议", field).click();
        box("建议填").fill(value);
        box("理由，对方会看到").fill(reason);
        presses("发出建议");
    }

    void seesValue(String field, String value) {
        assertThat(box(field)).hasValue(value);
    }

    void hangsUp() {
        page.keyboard().press("F10");
        sees("通话结束");
    }

    void finishes() {
        page.keyboard().press("Enter");
        sees("等来电");
    }
}
