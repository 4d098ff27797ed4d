package org.virtualwindow.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.virtualwindow.protocol.ServiceItem;
import org.virtualwindow.protocol.ServiceItem.Statement;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.protocol.ids.ServiceItemId;
import org.virtualwindow.protocol.values.LocalText;
import org.virtualwindow.server.form.Catalog;

/**
 * Three items of different kinds from the first touch to the receipt; the fourth, a company's name, is filed in {@link
 * FaceToFaceWalkIT}. Somebody finds the item, tells the situation and fills in alone, then calls; the clerk sees it filed.
 */
class FourItemsWalkIT extends WalkTest {
    private static final LocalText NANXUN_IN_WORDS = new LocalText("湖州市南浔区", "Nanxun, Huzhou");

    @Test
    void aFamilyMovesToTheirHousehold() {
        files("HUKOU_MOVE", false, Map.of(), "现在户口上的地址", "西安市新城区某某路1号");
    }

    @Test
    void somebodyWithdrawsTheirFundForAHome() {
        String lately = LocalDate.now().minusMonths(9).toString();
        ClerkPerson clerk = files("FUND_WITHDRAW", false, Map.of("/contractDate", lately), "合同编号", "2025-001");
        assertThat(clerk.wire.firstHeard(told -> told.contains("271828")))
                .as("the PIN does not reach the clerk")
                .isEmpty();
    }

    @Test
    void aSonGetsASocialSecurityCardInEnglish() {
        files("SSC_APPLY", true, Map.of(), "户口簿上的地址", "某某镇某某村3号");
    }

    /** Returns the clerk who saw it, and in {@code field}, before it was filed, {@code value}. */
    private ClerkPerson files(String code, boolean english, Map<String, String> other, String field, String value) {
        ServiceItem item = Catalog.load()
                .find(new ServiceItemId(code), new CentreId("330503"))
                .orElseThrow();
        ClerkPerson clerk = clerk("shen.jianhua");
        clerk.isReady();
        KioskPerson applicant = applicant();
        if (english) {
            applicant.presses("English");
        }
        var answers = new FormAnswers(applicant.page, item, english, other);

        applicant.presses(english ? "Start" : "开始办理");
        applicant.option(answers.words(NANXUN_IN_WORDS)).click();
        applicant.box(english ? "What is it about?" : "办什么事？").fill(answers.words(item.title()));
        applicant.option(answers.words(item.title())).click();
        applicant.presses(english ? "Next" : "下一步");
        answers.tellTheSituation();
        applicant.photographs(code + "-1-situation");
        applicant.presses(english ? "See what to bring" : "看要准备什么");
        applicant.sees(answers.words(item.agreements().getFirst().text()));
        applicant.photographs(code + "-2-before");
        applicant.presses(english ? "I agree, open the form" : "同意，开始填表");
        answers.fillIn(number -> {
            applicant.photographs(code + "-3-form-" + number);
            applicant.presses(english ? "Next" : "下一步");
        });

        applicant.presses(english ? "Call a clerk" : "呼叫人工");
        clerk.answers(item.title().zh());
        clerk.seesValue(field, value);
        applicant.presses(english ? "Check answers" : "去核对");
        applicant.sees(english ? "Check, then submit" : "请您核对，再提交");
        for (Statement declaration : item.declarations()) {
            applicant.agreesTo(answers.words(declaration.text()));
        }
        applicant.photographs(code + "-4-review");
        String caseNo = filed(applicant, english);

        assertThat(caseNo).matches("330503\\d{6}01\\d{5}[0-9A-Z]");
        applicant.sees(answers.words(item.timeLimit()));
        applicant.photographs(code + "-5-receipt");
        clerk.sees("已经提交，表不再变");
        assertThat(clerk.page.getByLabel(caseNo).first()).isVisible();
        clerk.photographs(code + "-6-console");
        clerk.hangsUp();
        clerk.finishes();
        applicant.presses(english ? "Finish" : "结束");
        applicant.presses(english ? "I have everything" : "都拿好了");
        // The next one is greeted in Chinese again.
        assertThat(applicant.button("开始办理")).isVisible();
        return clerk;
    }

    private static String filed(KioskPerson applicant, boolean english) {
        if (!english) {
            return applicant.submits();
        }
        applicant.presses("Confirm and submit");
        var receipt = applicant.page.getByRole(
                AriaRole.ARTICLE, new Page.GetByRoleOptions().setName("Receipt").setExact(true));
        assertThat(receipt).isVisible();
        return receipt.locator(".receipt__case dd").textContent().replaceAll("\\s", "");
    }
}
