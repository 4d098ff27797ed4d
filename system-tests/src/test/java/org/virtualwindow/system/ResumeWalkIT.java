package org.virtualwindow.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Somebody leaves in the midst of their form, and goes on with it later. */
class ResumeWalkIT extends WalkTest {
    @Test
    void anApplicantLeavesWithACodeAndGoesOnAtAnotherKioskWithTheSameClerk() {
        ClerkPerson clerk = clerk("shen.jianhua");
        clerk.isReady();
        KioskPerson applicant = applicant();
        applicant.opensTheForm(NANXUN);
        applicant.calls();
        clerk.answers();
        applicant.fillsInTheContact();
        clerk.seesValue("联系人姓名", "㐱𠮷");

        String code = leavesWithACode(applicant, "resume-1-kiosk");
        clerk.sees("通话结束");
        clerk.finishes();
        clerk.sees("先存着的（1）");
        clerk.sees("㐱**");
        clerk.photographs("resume-1-console");

        KioskPerson back = applicant(applicantsBrowser(), AREA, 1080, 1920);
        back.presses("继续之前的办理");
        back.fills("续办码（8 位）", code.toLowerCase(Locale.ROOT));
        back.fills("表里手机号的后四位", "0000");
        back.photographs("resume-2-kiosk");
        back.presses("继续办理");
        back.sees("没有找到");
        back.fills("表里手机号的后四位", "0427");
        back.presses("继续办理");
        back.turnsTo("有结果了告诉谁？");
        back.seesValue("联系人姓名", "㐱𠮷");
        back.calls();
        clerk.awaitsRing();
        clerk.sees("续办：接着上次的表");
        clerk.photographs("resume-3-console");
        clerk.answers();
        clerk.seesValue("联系人姓名", "㐱𠮷");
        clerk.hangsUp();
        back.endsTheVisit();
    }

    @Test
    void anApplicantWhoPutTheirFormAsideComesBackToTheSamePageOfTheSameKiosk() {
        KioskPerson applicant = applicant();
        applicant.opensTheForm(NANXUN);
        applicant.fillsInTheContact();
        String code = leavesWithACode(applicant, "resume-same-1-kiosk");

        applicant.presses("继续之前的办理");
        applicant.box("续办码（8 位）").click();
        // As by a scanner that reads the slip.
        applicant.page.keyboard().type(code + "\n");
        applicant.page.keyboard().type("0427\n");
        applicant.turnsTo("有结果了告诉谁？");
        applicant.seesValue("联系人姓名", "㐱𠮷");

        String again = leavesWithACode(applicant, "resume-same-2-kiosk");
        assertThat(again).isNotEqualTo(code);
        applicant.opensTheForm(NANXUN);
        applicant.turnsTo("有结果了告诉谁？");
        applicant.seesValue("联系人姓名", "");
        applicant.endsTheVisit();
    }

    private static String leavesWithACode(KioskPerson applicant, String picture) {
        applicant.presses("结束清除");
        applicant.presses("先存起来，以后继续");
        String code = applicant.page.locator(".aside-slip__code").innerText().strip();
        applicant.sees("表里手机号的后四位");
        assertThat(Pictures.qrCode(
                        Pictures.of(applicant.page.locator(".aside-slip .qr").screenshot())))
                .as("nothing but the code")
                .contains(code);
        applicant.photographs(picture);
        applicant.presses("记好了，先离开");
        PlaywrightAssertions.assertThat(applicant.button("开始办理")).isVisible();
        return code;
    }
}
