package org.virtualwindow.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** A clerk leads somebody through a form by the script, by sentences and by questions; what was written can be taken back. */
class GuidanceWalkIT extends WalkTest {
    /** In seconds, as the console shows it: once every second it looks at its clock. */
    private static final String CALL_LASTS = """
        () => {
          const [minutes, seconds] = document.querySelector(".bar__lasts .num").innerText.split(":");
          return 60 * Number(minutes) + Number(seconds);
        }\
        """;

    @Test
    void theClerkSpeaksAndAsksAndTheApplicantAnswersAndTakesBack() {
        ClerkPerson clerk = clerk("shen.jianhua");
        clerk.isReady();
        KioskPerson applicant = applicant();
        applicant.opensTheForm(NANXUN);
        applicant.calls();
        clerk.answers();
        assertThat(applicant.button("挂断")).isVisible();
        Locator words = applicant.page.locator(".presented__words");

        clerk.page.keyboard().press("1");
        assertThat(words).hasText("请稍等，我查一下。");
        clerk.sees("对方屏幕上：");
        applicant.presses("收起");
        assertThat(words).hasCount(0);

        Locator step = clerk.page.locator(".script__step--now p").first();
        String said = step.innerText().strip();
        clerk.page.keyboard().press("n");
        assertThat(words).hasText(said);
        applicant.photographs("guidance-1-kiosk");
        clerk.photographs("guidance-1-console");
        clerk.page.keyboard().press("Escape");
        assertThat(words).hasCount(0);

        clerk.tool("问对方", "办哪一种").click();
        assertThat(words).hasText("办哪一种");
        applicant.photographs("guidance-2-kiosk");
        applicant
                .page
                .locator(".presented")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("有限责任公司").setExact(true))
                .click();
        assertThat(words).hasCount(0);
        assertThat(clerk.page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("办哪一种")))
                .hasValue("LLC");

        applicant.fills("注册资本", "100");
        applicant.page.keyboard().press("Tab");
        assertThat(applicant.button("撤销刚才填的：注册资本")).isVisible();
        applicant.fills("注册资本", "1000");
        applicant.page.keyboard().press("Tab");
        clerk.seesValue("注册资本", "1000");
        applicant.presses("撤销刚才填的：注册资本");
        applicant.seesValue("注册资本", "100");

        clerk.page.keyboard().press("w");
        applicant.presses("同意");
        clerk.box("注册资本").fill("500");
        clerk.page.keyboard().press("Tab");
        applicant.sees("工作人员替您填了 1 处，还没核对");
        applicant.presses("看一看");
        applicant.photographs("guidance-3-kiosk");
        applicant.presses("撤销");
        applicant.presses("好了");
        applicant.seesValue("注册资本", "100");
        clerk.seesValue("注册资本", "100");
        assertThat(applicant.wire.firstHeard(told -> told.contains("\"UNDO\""))).isPresent();
        clerk.hangsUp();
        clerk.finishes();
        applicant.endsTheVisit();
    }

    @Test
    void theClerkShowsTheWayAndAPageByExamplesAndLooksAtOneMaskedValue() {
        ClerkPerson clerk = clerk("shen.jianhua");
        clerk.isReady();
        KioskPerson applicant = applicant();
        applicant.opensTheForm(NANXUN);
        applicant.calls();
        clerk.answers();
        assertThat(applicant.button("挂断")).isVisible();
        Locator shown = applicant.page.locator(".presented");
        Locator large = applicant.page.locator(".enlarged");

        clerk.page.keyboard().press("a");
        assertThat(shown).containsText("南浔区示例路 266 号");
        assertThat(shown).containsText("开放时间");
        assertThat(shown.locator("svg polyline")).hasCount(3);
        assertThat(shown.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("打印")))
                .isVisible();
        clerk.sees("来本中心怎么走");
        applicant.photographs("guidance-4-kiosk");
        clerk.photographs("guidance-4-console");
        applicant.presses("放大");
        assertThat(large).containsText("公交南浔示例 3 路");
        applicant.photographs("guidance-5-kiosk");
        clerk.page.keyboard().press("a");
        assertThat(large).hasCount(0);
        assertThat(shown).containsText("松江区示范大道 88 号");
        applicant.presses("收起");
        assertThat(shown).hasCount(0);

        clerk.page.keyboard().press("e");
        assertThat(shown).containsText("样例：");
        assertThat(shown.locator(".specimen:not(.specimen--yours)").first()).hasText("10");
        assertThat(shown.locator(".specimen--yours").first()).hasText("由您填写");
        applicant.photographs("guidance-6-kiosk");
        applicant.presses("放大");
        assertThat(large).containsText("注册资本");
        applicant.presses("看完了");
        assertThat(large).hasCount(0);
        clerk.page.keyboard().press("Escape");
        assertThat(shown).hasCount(0);

        applicant.picks("办哪一种", "有限责任公司");
        applicant.box("注册资本").focus();
        Locator card = clerk.page.locator(".card-panel");
        assertThat(card).containsText("注册资本");
        assertThat(card).containsText("单位是万元");
        clerk.page.keyboard().press("r");
        assertThat(shown).containsText("样例：注册资本");
        applicant.presses("放大");
        assertThat(large).containsText("10");
        applicant.presses("看完了");
        applicant.presses("收起");
        assertThat(shown).hasCount(0);

        applicant.turnsTo("有结果了告诉谁？");
        applicant.fills("手机号", "13800000427");
        applicant.page.keyboard().press("Tab");
        clerk.seesValue("手机号", "138****0427");
        clerk.tool("显示（留痕）", "手机号").click();
        clerk.presses("要联系本人");
        clerk.seesValue("手机号", "13800000427");
        applicant.sees("要联系本人");
        applicant.photographs("guidance-7-kiosk");
        clerk.tool("收起", "手机号").click();
        clerk.seesValue("手机号", "138****0427");

        clerk.tool("显示（留痕）", "手机号").click();
        clerk.box("别的原因").fill("号码像是写错了");
        clerk.presses("显示");
        clerk.seesValue("手机号", "13800000427");
        applicant.sees("号码像是写错了");
        int lasts = ((Number) clerk.page.evaluate(CALL_LASTS)).intValue();
        long looked = System.currentTimeMillis();
        clerk.page.clock().setFixedTime(looked + 20_000);
        clerk.page.waitForFunction("(lasts) => (" + CALL_LASTS + ")() >= lasts", lasts + 15);
        clerk.seesValue("手机号", "13800000427");
        clerk.page.clock().setFixedTime(looked + 31_000);
        clerk.seesValue("手机号", "138****0427");
        assertThat(clerk.tool("显示（留痕）", "手机号")).isVisible();
        clerk.hangsUp();
        clerk.finishes();
        applicant.endsTheVisit();
    }
}
