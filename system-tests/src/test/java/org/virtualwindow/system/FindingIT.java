package org.virtualwindow.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

/** From what somebody calls it to the materials for their own situation, with nobody to ask. */
class FindingIT extends WalkTest {
    @Test
    void whatIsFoundByItsSoundAsksAboutTheSituationAndOpensWithTheAnswersInIt() {
        KioskPerson applicant = applicant();
        applicant.starts();
        Locator box = applicant.box("办什么事？");
        box.fill("火星移民");
        applicant.sees("没有找到。换个说法再试，或者从下面挑一件。");
        applicant.presses("清空");
        assertThat(box).hasValue("");
        box.pressSequentially("gongsi mingz");
        applicant.option("企业名称自主申报").click();
        applicant.sees("先选一个地方");
        applicant.option(NANXUN).click();
        applicant.presses("下一步");

        applicant.sees("先问您几句");
        assertThat(applicant.button("看要准备什么")).isDisabled();
        applicant.picks("办哪一种", "有限责任公司");
        applicant.picks("经营的事要不要先批准", "否");
        applicant.presses("看要准备什么");
        applicant.sees("按您说的情形列的。");
        applicant.sees("每个出资人的证件或营业执照");
        applicant.seesNoMore("总公司的营业执照");
        applicant.presses("返回");
        applicant.picks("办哪一种", "分支机构");
        applicant.presses("看要准备什么");
        applicant.sees("总公司的营业执照");
        applicant.seesNoMore("每个出资人的证件或营业执照");

        applicant.agrees();
        applicant.turnsTo("您要办什么？");
        applicant.seesPicked("办哪一种", "分支机构");
        applicant.seesPicked("经营的事要不要先批准", "否");
        applicant.endsTheVisit();
    }
}
