package org.virtualwindow.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** One touch turns every screen into English, and back. */
class EnglishWalkIT extends WalkTest {
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}[\\p{IsHan}（）＋]*");

    /** Names stay as they are, and so does the button that leads back, and what a company's name may end with. */
    private static final List<String> MAY_STAY = List.of(
            "中文",
            "沈建华",
            "沈",
            "湖州",
            "南浔",
            "网络科技",
            "餐饮管理",
            "有限责任公司",
            "有限公司",
            "股份有限公司",
            "工作室",
            "店",
            "厂",
            "分公司",
            "专业合作社",
            "合伙企业（普通合伙）",
            "合伙企业（有限合伙）");

    @Test
    void everyScreenOfTheWalkTurnsEnglishByOneTouch() {
        ClerkPerson clerk = clerk("shen.jianhua");
        speaksEnglish(clerk, "接待之前看一眼");
        clerk.isReady();
        speaksEnglish(clerk, "等来电");
        KioskPerson applicant = applicant();
        speaksEnglish(applicant, "和外地窗口面对面办事");
        applicant.starts();
        speaksEnglish(applicant, "您要办哪里的事？");
        applicant.chooses(NANXUN, "企业名称自主申报");
        speaksEnglish(applicant, "请准备");
        applicant.agrees();
        speaksEnglish(applicant, "您要办什么？");
        applicant.calls();
        clerk.awaitsRing();
        speaksEnglish(clerk, "没有帮办员");
        speaksEnglish(applicant, "轮到您了，正在接通");
        clerk.answers();
        speaksEnglish(applicant, "替我填");
        speaksEnglish(clerk, "对方同意我");
        applicant.reviews();
        speaksEnglish(applicant, "请您核对，再提交");
        clerk.hangsUp();
        speaksEnglish(clerk, "您挂断了");
        applicant.endsTheVisit();

        ManagerPerson manager = manager("yao.liping");
        manager.presses("English");
        manager.sees("Live");
        assertThat(manager.page.locator("body").innerText())
                .doesNotContain("排队")
                .doesNotContain("工作人员");
        manager.presses("中文");
    }

    private static void speaksEnglish(Person person, String inChinese) {
        person.sees(inChinese);
        person.presses("English");
        person.seesNoMore(inChinese);
        String words = person.page.locator("body").innerText();
        person.photographs("english-" + inChinese);
        person.presses("中文");
        person.sees(inChinese);
        assertThat(CHINESE.matcher(words).results().map(found -> found.group()))
                .as("in English, of what stands under %s", inChinese)
                .allMatch(MAY_STAY::contains);
    }
}
