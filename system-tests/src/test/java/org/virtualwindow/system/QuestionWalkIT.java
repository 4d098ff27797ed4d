package org.virtualwindow.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Somebody comes with nothing but a question, and leaves with two matters, all in one call. */
class QuestionWalkIT extends WalkTest {
    private static final Pattern CASE_NO = Pattern.compile("330503\\d{6}01\\d{5}[0-9A-Z]");

    @Test
    void aPuzzledCallerAsksGetsALeafletFilesAndBeginsAnotherInTheSameCall() throws Exception {
        ClerkPerson clerk = clerk("shen.jianhua");
        clerk.isReady();
        KioskPerson applicant = applicant();

        asks(applicant, clerk);
        String code = applicant.code();
        getsALeaflet(applicant, clerk);
        theCallTurnsIntoAnItem(applicant, clerk, code);
        files(applicant);
        beginsAnother(applicant, clerk, code);
        clerk.hangsUp();
        clerk.finishes();
        applicant.endsTheVisit();
    }

    @Test
    void aMereQuestionEndsWithAnOutcomeThatTheClerkNamesAndWithNothingFiled() {
        ClerkPerson clerk = clerk("shen.jianhua");
        clerk.isReady();
        KioskPerson applicant = applicant();
        asks(applicant, clerk);
        clerk.hangsUp();

        clerk.sees("这次只是咨询，没有提交任何东西。结果是：");
        for (String end : List.of("完成，接下一位", "完成，小休")) {
            assertThat(clerk.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(end)))
                    .isDisabled();
        }
        clerk.page.keyboard().press("Enter");
        clerk.presses("已指引到别处");
        clerk.presses("已答复");
        assertThat(clerk.button("已指引到别处")).hasAttribute("aria-pressed", "false");
        clerk.photographs("question-9-console");
        assertThat(clerk.wire.firstSaid(said -> said.contains("\"FinishWrapUp\"")))
                .as("without an outcome nothing was finished")
                .isEmpty();

        applicant.sees("工作人员挂断了");
        applicant.sees("这次只是咨询，没有提交任何东西。");
        assertThat(applicant.receipt()).hasCount(0);
        applicant.photographs("question-10-kiosk");
        applicant.presses("问完了，结束");
        applicant.presses("结束并清除");
        assertThat(applicant.button("开始办理")).isVisible();

        clerk.finishes();
        assertThat(clerk.wire.firstSaid(said -> said.contains("\"FinishWrapUp\"") && said.contains("\"ANSWERED\"")))
                .isPresent();
        assertThat(applicant.wire.firstHeard(told -> told.contains("\"Submitted\"")))
                .isEmpty();
    }

    @Test
    void aFormThatIsLeftForAnotherMatterIsPutAsideFirstAndComesBackWithItsCode() {
        ClerkPerson clerk = clerk("lu.xiaoyan");
        clerk.isReady();
        KioskPerson applicant = applicant();
        applicant.opensTheForm(NANXUN);
        applicant.calls();
        clerk.answers();

        proposesAnother(clerk);
        applicant.sees("建议您办这件");
        assertThat(applicant.button("同意，开始办")).isVisible();
        applicant.presses("先不办");
        applicant.fillsInTheContact();
        clerk.seesValue("联系人姓名", "㐱𠮷");
        proposesAnother(clerk);
        applicant.sees("先给您存起来");
        applicant.photographs("left-1-kiosk");
        applicant.presses("同意，先存好再办");
        String code = applicant.page.locator(".aside-slip__code").innerText().strip();
        applicant.photographs("left-2-kiosk");
        applicant.presses("记好了，办下一件");
        applicant.sees("您要办什么？");
        clerk.sees("没有提交，已存好");
        clerk.photographs("left-3-console");
        clerk.hangsUp();
        clerk.sees("这次通话里的每一件");
        clerk.photographs("left-4-console");
        applicant.endsTheVisit();

        applicant.presses("继续之前的办理");
        applicant.fills("续办码（8 位）", code);
        applicant.fills("表里手机号的后四位", "0427");
        applicant.presses("继续办理");
        applicant.turnsTo("有结果了告诉谁？");
        applicant.seesValue("联系人姓名", "㐱𠮷");
        applicant.endsTheVisit();
    }

    private static void proposesAnother(ClerkPerson clerk) {
        clerk.page.keyboard().press("Alt+i");
        clerk.box("名称、拼音、首字母、大白话").fill("给公司起名字");
        clerk.sees("建议办这件"); // there once an item is found
        clerk.page.keyboard().press("Alt+j");
    }

    private static void asks(KioskPerson applicant, ClerkPerson clerk) {
        applicant.starts();
        applicant.option(NANXUN).click();
        applicant.option("说不清，直接找人").click();
        applicant.sees("通话不录音、不录像");
        applicant.photographs("question-1-ask");
        applicant.presses("同意，呼叫人工");
        assertThat(clerk.page).hasTitle(Pattern.compile("来电：只咨询"));
        clerk.photographs("question-2-ring");
        clerk.page.keyboard().press("F2");
        assertThat(applicant.button("挂断")).isVisible();
        applicant.sees("请直接对工作人员说。");
        clerk.sees("对方只是来问一问：没有表，也没有办件。");
        applicant.photographs("question-3-kiosk");
    }

    private void getsALeaflet(KioskPerson applicant, ClerkPerson clerk) throws Exception {
        clerk.page.keyboard().press("i");
        clerk.box("名称、拼音、首字母、大白话").fill("给公司起名字");
        Locator kind = clerk.page.getByLabel("办哪一种");
        assertThat(kind).isVisible();
        kind.selectOption("LLC");
        clerk.page.keyboard().press("Alt+l");
        applicant.sees("沈建华给您的告知单");
        applicant.sees("办哪一种：有限责任公司");
        applicant.photographs("question-4-kiosk");
        clerk.photographs("question-4-console");

        Locator code = applicant.page.getByRole(AriaRole.IMG, new Page.GetByRoleOptions().setName("告知单的二维码"));
        String link = Pictures.qrCode(Pictures.of(code.screenshot())).orElseThrow();
        assertThat(link).startsWith(origin() + "/leaflet/?item=ENT_NAME&owner=330503&version=");
        Page phone = applicant.page.context().browser().newContext().newPage();
        phone.setViewportSize(390, 844);
        phone.navigate(link);
        assertThat(phone.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("企业名称自主申报");
        assertThat(phone.getByText("有限责任公司").first()).isVisible();
        assertThat(phone.getByText("每个出资人的证件或营业执照")).isVisible();
        assertThat(phone.getByText("总公司的营业执照")).hasCount(0);
        phone.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screens", "question-5-phone.png"))
                .setFullPage(true));
        phone.context().close();

        applicant.presses("放大");
        applicant.presses("看完了");
        applicant.presses("收起");
        applicant.sees("请直接对工作人员说。");
    }

    private static void theCallTurnsIntoAnItem(KioskPerson applicant, ClerkPerson clerk, String code) {
        clerk.page.keyboard().press("Alt+j");
        applicant.sees("沈建华建议您办这件");
        clerk.sees("已经建议办这件，等对方同意");
        applicant.photographs("question-6-kiosk");
        applicant.presses("同意，开始办");
        applicant.sees("您要办什么？");
        assertThat(clerk.page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("企业名称自主申报")))
                .isVisible();
        assertThat(applicant.code()).isEqualTo(code);
        assertThat(clerk.code()).isEqualTo(code);
        applicant.photographs("question-7-kiosk");
        clerk.photographs("question-7-console");
    }

    private static void files(KioskPerson applicant) {
        applicant.fillsInTheKind();
        applicant.fillsInTheName("禾泽");
        applicant.fillsInTheInvestor();
        applicant.fillsInTheContact();
        applicant.reviews();
        applicant.declares();
        assertThat(applicant.submits()).matches(CASE_NO);
    }

    private static void beginsAnother(KioskPerson applicant, ClerkPerson clerk, String code) {
        applicant.presses("还要办一件");
        applicant.option("企业名称自主申报").click();
        applicant.presses("同意，开始办");
        applicant.sees("您要办什么？");
        assertThat(applicant.code()).isEqualTo(code);
        applicant.turnsTo("有结果了告诉谁？");
        applicant.seesValue("联系人姓名", "㐱𠮷");
        applicant.seesValue("手机号", "13800000427");
        applicant.sees("沿用您刚办的，请核对");
        applicant.photographs("question-8-kiosk");
        clerk.seesValue("联系人姓名", "㐱𠮷");
        clerk.photographs("question-8-console");
    }
}
