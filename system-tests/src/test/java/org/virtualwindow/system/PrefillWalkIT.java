package org.virtualwindow.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

/** An identity card fills in the form; what is changed against it needs a reason that both read. */
class PrefillWalkIT extends WalkTest {
    private static final String HOLDER = "㐱小宁";

    @Test
    void theClerkAsksForTheCardAndItFillsInTheFormAndAChangeSaysWhy() {
        ClerkPerson clerk = clerk("shen.jianhua");
        clerk.isReady();
        KioskPerson applicant = applicant();
        applicant.starts();
        applicant.option(NANXUN).click();
        applicant.option("企业名称自主申报").click();
        applicant.presses("下一步");
        applicant.picks("办哪一种", "有限责任公司");
        applicant.picks("经营的事要不要先批准", "否");
        applicant.presses("看要准备什么");
        applicant.agrees();
        assertThat(applicant
                        .page
                        .locator(".field", new com.microsoft.playwright.Page.LocatorOptions().setHasText("办哪一种"))
                        .first())
                .containsText("您之前的回答");

        applicant.calls();
        clerk.answers();
        clerk.presses("请办事人读身份证");
        applicant.sees("沈建华请您读一下身份证");
        applicant.photographs("prefill-1-kiosk");
        applicant.presses("读身份证");
        applicant.sees("这里没有真的读卡器");
        applicant.photographs("prefill-2-kiosk");
        applicant.option(HOLDER).click();
        clerk.sees("已读身份证");
        clerk.seesValue("联系人姓名", HOLDER);

        assertThat(applicant.page.locator(".presented")).hasCount(0);
        applicant.turnsTo("有结果了告诉谁？");
        applicant.seesValue("联系人姓名", HOLDER);
        assertThat(applicant.field("联系人姓名")).containsText("来自身份证");
        applicant.photographs("prefill-3-kiosk");
        clerk.photographs("prefill-3-console");

        applicant.fills("联系人姓名", "㐱小明");
        applicant.page.keyboard().press("Tab");
        Locator field = applicant.field("联系人姓名");
        assertThat(field).containsText("为什么要改");
        applicant.photographs("prefill-4-kiosk");
        applicant.presses("证件上的字显示不全");
        assertThat(field).containsText("与证件不一致：证件上的字显示不全");
        assertThat(clerk.field("联系人姓名")).containsText("与证件不一致：证件上的字显示不全");
        clerk.seesValue("联系人姓名", "㐱小明");
        clerk.photographs("prefill-4-console");

        applicant.presses("撤销刚才填的：联系人姓名");
        applicant.seesValue("联系人姓名", HOLDER);
        assertThat(field).containsText("来自身份证");
        clerk.hangsUp();
        applicant.endsTheVisit();
    }
}
