package org.virtualwindow.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

/** The applicant takes rungs of the clerk's ladder away and gives them back, each with one touch; both screens show it at once. */
class LadderWalkIT extends WalkTest {
    private static final String CANARY = "云帆三七";

    @Test
    void everyRungIsWithdrawnAndGivenWithOneTouch() {
        ClerkPerson clerk = clerk("shen.jianhua");
        clerk.isReady();
        KioskPerson applicant = applicant();
        applicant.starts();
        applicant.chooses(NANXUN, "企业名称自主申报");
        applicant.sees("接通后，工作人员能看到您填的表、指给您看、提出建议；要替您填写会再问您");
        applicant.agrees();
        applicant.calls();
        clerk.answers();
        assertThat(applicant.button("挂断")).isVisible();
        applicant.turnsTo("给它起个名字");
        applicant.fills("字号", "禾泽田");
        applicant.page.keyboard().press("Tab");
        clerk.seesValue("字号", "禾泽田");
        clerkHas(clerk, "看", "指", "建议");

        clerk.suggests("字号", "禾泽园", "还可以叫这个");
        applicant.sees("沈建华建议");
        applicant.presses("提建议");
        clerkHas(clerk, "看", "指");
        applicant.seesNoMore("沈建华建议");
        clerk.sees("对方收回了建议，您的建议不再有效");
        assertThat(clerk.tool("建议", "字号")).isDisabled();
        assertThat(clerk.tool("建议", "字号")).hasAttribute("title", "对方收回了建议，这会儿不能提建议");
        clerk.pointsAt("字号");
        assertThat(applicant.page.locator(".field--pointed")).hasCount(1);

        applicant.presses("指给我看");
        clerkHas(clerk, "看");
        assertThat(applicant.page.locator(".field--pointed")).hasCount(0);
        assertThat(clerk.tool("指", "字号")).isDisabled();
        clerk.field("字号").locator("input").focus();
        clerk.page.keyboard().press("Alt+p");
        clerk.sees("对方收回了指，这会儿不能指");
        applicant.photographs("ladder-1-kiosk");
        clerk.photographs("ladder-1-console");

        applicant.presses("看表格");
        clerkHas(clerk);
        clerk.sees("对方不让看这张表");
        assertThat(clerk.page.getByText("禾泽田")).hasCount(0);
        applicant.fills("字号", CANARY);
        applicant.page.keyboard().press("Tab");
        applicant.presses("文字");
        applicant.writes("我先自己填");
        clerk.reads("我先自己填");
        applicant.presses("文字");
        assertThat(clerk.wire.firstHeard(told -> told.contains(CANARY))).isEmpty();
        assertThat(clerk.page.content()).doesNotContain("禾泽田", CANARY);
        applicant.photographs("ladder-2-kiosk");
        clerk.photographs("ladder-2-console");

        clerk.presses("请求看表");
        applicant.sees("沈建华想看您填的表。同意吗？");
        applicant.photographs("ladder-3-kiosk");
        applicant.presses("同意");
        clerkHas(clerk, "看");
        clerk.seesValue("字号", CANARY);
        applicant.presses("替我填");
        clerkHas(clerk, "看", "指", "建议", "代填");
        assertThat(clerk.box("字号")).isEditable();
        applicant.presses("替我填");
        clerkHas(clerk, "看", "指", "建议");
        assertThat(clerk.box("字号")).not().isEditable();
        clerk.hangsUp();
        applicant.endsTheVisit();
    }

    /** The rungs that the clerk's screen shows as given. */
    private static void clerkHas(ClerkPerson clerk, String... rungs) {
        Locator given = clerk.page.locator(".ladder__rung--given > span:first-of-type");
        assertThat(given).hasText(rungs);
    }
}
