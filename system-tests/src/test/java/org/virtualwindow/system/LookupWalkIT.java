package org.virtualwindow.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

/** An e-licence stands for a paper once the applicant agrees to have it looked up, and a data check says what does not match. */
class LookupWalkIT extends WalkTest {
    @Test
    void theClerkAsksTheApplicantDecidesAndWhatIsFoundStandsForThePaper() {
        ClerkPerson clerk = clerk("shen.jianhua");
        clerk.isReady();
        KioskPerson applicant = applicant();
        applicant.opensTheForm(NANXUN);
        applicant.calls();
        clerk.answers();
        clerk.presses("请办事人读身份证");
        applicant.presses("读身份证");
        applicant.option("阿依古丽·买买提").click();
        clerk.sees("已读身份证");

        // The card is there, and stands for its copy; the clerk would have the authority's word for it as well.
        clerk.page.keyboard().press("o");
        clerk.page
                .locator(".material__name")
                .filter(new Locator.FilterOptions().setHasText("联系人的身份证"))
                .click();
        clerk.page.keyboard().press(",");
        clerk.sees("等对方同意查这一次");
        applicant.sees("同意查这一次吗？");
        applicant.sees("沈建华想替您查，省得您交纸质的。");
        applicant.sees("公安部门电子证照库");
        applicant.photographs("lookup-1-kiosk");
        applicant.presses("不同意");
        clerk.sees("对方不同意查");
        applicant.seesNoMore("同意查这一次吗？");

        clerk.page.keyboard().press(",");
        applicant.presses("同意，查这一次");
        applicant.sees("查到了，不用交纸质的");
        applicant.sees("湖州市公安局南浔分局");
        applicant.photographs("lookup-2-kiosk");
        applicant.presses("知道了");
        Locator card = clerk.page
                .locator(".material")
                .filter(new Locator.FilterOptions().setHasText("联系人的身份证"))
                .first();
        assertThat(card).containsText("有电子证照，免交纸质");
        assertThat(card).containsText("湖州市公安局南浔分局");
        assertThat(card).containsText("**************0029");
        clerk.photographs("lookup-2-console");

        applicant.turnsTo("有结果了告诉谁？");
        applicant.fills("手机号", "13800138000");
        clerk.seesValue("手机号", "138****8000");
        clerk.page.keyboard().press("'");
        applicant.sees("只看到一样还是不一样");
        applicant.presses("同意，查这一次");
        applicant.sees("有一处对不上");
        applicant.presses("知道了");
        assertThat(applicant.field("手机号")).containsText("和电信实名核验库登记的对不上");
        assertThat(clerk.field("手机号")).containsText("和电信实名核验库登记的对不上");
        clerk.sees("和登记的对不上：手机号。请和对方核对");
        applicant.photographs("lookup-3-kiosk");
        clerk.photographs("lookup-3-console");

        applicant.fills("手机号", "13900139000");
        clerk.sees("填的改了，上次查的不算了");
        assertThat(clerk.field("手机号")).not().containsText("对不上");
        assertThat(applicant.field("手机号")).not().containsText("对不上");
        clerk.hangsUp();
        applicant.endsTheVisit();
    }
}
