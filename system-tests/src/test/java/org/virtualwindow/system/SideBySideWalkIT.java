package org.virtualwindow.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Both know what is different from the applicant's own city, and look at the same page as long as the applicant likes. */
class SideBySideWalkIT extends WalkTest {
    private static final Pattern UNLIKE = Pattern.compile("和本地要求有 \\d+ 处不同");

    @Test
    void whatIsDifferentIsSaidAndThePagesTurnForBoth() {
        ClerkPerson clerk = clerk("shen.jianhua");
        clerk.isReady();
        KioskPerson applicant = applicant();
        applicant.starts();
        applicant.chooses(NANXUN, "企业名称自主申报");
        Locator unlike = applicant.page.locator(".unlike");
        assertThat(unlike).hasText(Pattern.compile(UNLIKE + "|与本地要求相同"));
        applicant.photographs("unlike-1-kiosk");
        applicant.agrees();
        applicant.sees("您要办什么？");
        assertThat(unlike).isVisible();

        applicant.calls();
        clerk.answers();
        clerk.page
                .getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("这件事"))
                .click();
        clerk.sees("和办事人当地不同的地方");
        clerk.photographs("unlike-2-console");

        leads(clerk, "给它起个名字");
        applicant.sees("您跟着沈建华翻页");
        assertThat(heading(applicant)).hasText("给它起个名字");
        clerk.sees("对方跟着您看“给它起个名字”");
        applicant.photographs("lead-1-kiosk");
        clerk.photographs("lead-2-console");

        applicant.types("字号", "禾泽");
        leads(clerk, "谁来出资？");
        applicant.sees("沈建华翻到了“谁来出资？”");
        assertThat(heading(applicant)).hasText("给它起个名字");
        clerk.sees("带到“谁来出资？”，对方还没翻过来");
        applicant.presses("去看");
        assertThat(heading(applicant)).hasText("谁来出资？");
        clerk.seesValue("字号", "禾泽");

        applicant.presses("自己翻");
        clerk.sees("对方自己翻页，在看“谁来出资？”");
        leads(clerk, "您要办什么？");
        applicant.sees("沈建华在看“您要办什么？”，您自己翻页");
        assertThat(heading(applicant)).hasText("谁来出资？");
        applicant.photographs("lead-3-kiosk");
        clerk.photographs("lead-4-console");
        applicant.presses("跟着看");
        assertThat(heading(applicant)).hasText("您要办什么？");
        clerk.presses("不带了");
        applicant.seesNoMore("您跟着沈建华翻页");
    }

    private static void leads(ClerkPerson clerk, String page) {
        clerk.page
                .locator(".step")
                .filter(new Locator.FilterOptions()
                        .setHas(clerk.page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(page))))
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("带到这一步"))
                .click();
    }

    private static Locator heading(KioskPerson applicant) {
        return applicant.page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
    }
}
