package org.virtualwindow.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.virtualwindow.protocol.ServiceItem;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.protocol.ids.ServiceItemId;
import org.virtualwindow.server.form.Catalog;

/** A mother asks for legal aid and signs on the screen. The clerk changes a word afterwards: she calls it right and signs again. */
class SignatureWalkIT extends WalkTest {
    private static final String WANTS = "您想要什么结果";

    @Test
    void aMotherSignsAndSignsAgainWhatTheClerkChanged() {
        ServiceItem item = Catalog.load()
                .find(new ServiceItemId("LEGAL_AID"), new CentreId("330503"))
                .orElseThrow();
        ClerkPerson clerk = clerk("shen.jianhua");
        clerk.isReady();
        KioskPerson applicant = applicant();
        applicant.starts();
        applicant.chooses("湖州市南浔区", item.title().zh());
        applicant.agrees();
        new FormAnswers(applicant.page, item, false, Map.of()).fillIn(number -> applicant.presses("下一步"));
        applicant.calls();
        clerk.answers(item.title().zh());
        clerk.seesValue(WANTS, "想要一位律师");
        applicant.presses("去核对");
        applicant.agreesTo("我说的都是真的");

        signs(applicant);
        assertThat(applicant.page.getByLabel("已签字")).isVisible();
        assertThat(clerk.page.getByLabel("已签字")).isVisible();
        assertThat(clerk.page.locator("[data-path='/signature']")).containsText("只有申请人能签");
        assertThat(clerk.tool("建议", "申请人签名")).hasCount(0);
        applicant.photographs("signature-1-kiosk");
        clerk.photographs("signature-1-console");

        applicant.presses("替我填");
        clerk.box(WANTS).fill("想要一位懂刑法的律师");
        clerk.page.keyboard().press("Tab");
        applicant.sees("签字以后内容改过，签名作废了，要重新签");
        clerk.sees("签字以后内容改过，签名作废了，要重新签");
        assertThat(applicant.page.getByLabel("已签字")).hasCount(0);
        applicant.sees("其他都填好、核对好以后，再来签字。");
        applicant.photographs("signature-2-kiosk");
        applicant.presses("是对的");

        signs(applicant);
        assertThat(applicant.page.getByLabel("已签字")).isVisible();
        assertThat(applicant.submits()).matches("330503\\d{6}01\\d{5}[0-9A-Z]");
        assertThat(clerk.page.getByLabel("已签字")).isVisible();
        clerk.hangsUp();
        clerk.finishes();
        applicant.leaves();
    }

    /** A first try is cleared away. */
    private static void signs(KioskPerson applicant) {
        applicant.presses("签字");
        Locator pad = applicant.page.getByRole(
                AriaRole.IMG, new Page.GetByRoleOptions().setName("申请人签名").setExact(true));
        assertThat(applicant.button("签好了")).isDisabled();
        applicant.draws(pad, new double[][] {{0.5, 0.5}});
        applicant.sees("还看不出是签名");
        applicant.presses("清掉");
        assertThat(applicant.button("签好了")).isDisabled();
        applicant.draws(pad, new double[][] {{0.2, 0.3}, {0.35, 0.25}, {0.3, 0.6}, {0.2, 0.75}});
        applicant.draws(pad, new double[][] {{0.5, 0.2}, {0.5, 0.5}, {0.55, 0.8}});
        applicant.photographs("signature-0-pad");
        applicant.presses("签好了");
        assertThat(pad).hasCount(0);
    }
}
