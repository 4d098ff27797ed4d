package org.virtualwindow.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The main job from beginning to end: an applicant in Songjiang, a clerk in Nanxun, one form. */
class FaceToFaceWalkIT extends WalkTest {
    /** What must not stay anywhere at the kiosk. */
    private static final List<String> OF_THE_APPLICANT =
            List.of("禾泽", "买买提", "330503198803150029", "㐱𠮷", "310117200002290016", "13800000427", "我听不见");

    private static final Pattern CASE_NO = Pattern.compile("330503\\d{6}01\\d{5}[0-9A-Z]");

    @Test
    void anApplicantAndAClerkFileAFormTogether() throws Exception {
        ClerkPerson clerk = clerk("shen.jianhua");
        clerk.sees("接待之前看一眼");
        clerk.photographs("console-1-check");
        clerk.isReady();
        clerk.photographs("console-2-ready");
        KioskPerson applicant = applicant();

        findsTheWayToTheForm(applicant);
        calls(applicant, clerk);
        seeAndHearEachOther(applicant, clerk);
        typingIsSeenLive(applicant, clerk);
        theClerkPointsAndSuggests(applicant, clerk);
        theClerkWritesOnlyWhileAllowed(applicant, clerk);
        theFormSaysWhatIsWrong(applicant);
        bothWrite(applicant, clerk);
        String caseNo = filesTheForm(applicant, clerk);
        theReceiptIsGood(applicant, caseNo);
        bothEnd(applicant, clerk, caseNo);
        theNextApplicantFindsNothing(applicant);
    }

    private static void findsTheWayToTheForm(KioskPerson applicant) {
        applicant.sees("现在有 1 位工作人员空闲");
        applicant.photographs("kiosk-1-attract");
        applicant.starts();
        applicant.sees("您要办哪里的事？");
        applicant
                .page
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(NANXUN))
                .click();
        applicant.sees("企业名称自主申报");
        applicant.photographs("kiosk-2-choose");
        applicant.chooses(NANXUN, "企业名称自主申报");
        applicant.sees("请准备");
        applicant.sees("通话不录音、不录像");
        applicant.photographs("kiosk-3-before");
        applicant.agrees();
        applicant.fillsInTheKind();
        applicant.photographs("kiosk-4-form");
    }

    private static void calls(KioskPerson applicant, ClerkPerson clerk) {
        Page inFront = clerk.page.context().newPage();
        inFront.bringToFront();
        long pressed = System.nanoTime();
        applicant.calls();
        clerk.page.waitForFunction("() => document.title.includes('来电：企业名称自主申报')");
        say("ring in a background tab after the press of Call", pressed);
        applicant.sees("轮到您了，正在接通");
        applicant.photographs("kiosk-5-waiting");
        inFront.close();
        clerk.page.bringToFront();
        clerk.awaitsRing();
        clerk.sees("上海市松江区政务服务中心，大厅入口终端");
        clerk.sees("没有帮办员");
        clerk.seesNoMore("注册资本");
        clerk.photographs("console-3-ring");
        clerk.page.evaluate("() => addEventListener('keydown', (event) => event.key === 'F2' && (window.answeredAt ="
                + " performance.now()), true)");
        clerk.answers();
        Object first = clerk.page.waitForFunction("""
            () => {
              const video = document.querySelector('.people__face > video');
              return video !== null && video.getVideoPlaybackQuality().totalVideoFrames > 0
                && Math.round(performance.now() - window.answeredAt);
            }\
            """).jsonValue();
        System.out.println("figure: first decoded frame at the console after F2: " + first + " ms");
        assertThat(((Number) first).intValue()).isLessThan(10_000);
    }

    private static void seeAndHearEachOther(KioskPerson applicant, ClerkPerson clerk) {
        applicant.sees("沈建华");
        applicant.sees("工号 NX1001");
        applicant.sees("企业开办窗口");
        applicant.sees("浙江省湖州市南浔区");
        assertThat(applicant.code()).matches("\\d{4}").isEqualTo(clerk.code());

        assertThat(Senses.colourOf(clerk.applicantsPicture(), FakeDevices.APPLICANT.colour())
                        .from(FakeDevices.APPLICANT.colour()))
                .as("the applicant's picture at the console")
                .isLessThan(60);
        assertThat(Senses.colourOf(applicant.clerksPicture(), FakeDevices.CLERK.colour())
                        .from(FakeDevices.CLERK.colour()))
                .as("the clerk's picture at the kiosk")
                .isLessThan(60);
        Senses.moves(clerk.applicantsPicture());
        Senses.moves(applicant.clerksPicture());
        assertThat(Senses.toneOf(clerk.applicantsPicture(), FakeDevices.APPLICANT.hertz()))
                .isBetween(425.0, 455.0);
        assertThat(Senses.toneOf(applicant.clerksPicture(), FakeDevices.CLERK.hertz()))
                .isBetween(865.0, 895.0);
        applicant.photographs("kiosk-6-talking");
        clerk.photographs("console-4-session");
    }

    private static void typingIsSeenLive(KioskPerson applicant, ClerkPerson clerk) {
        applicant.turnsTo("给它起个名字");
        applicant.types("字号", "禾泽");
        clerk.seesValue("字号", "禾泽");
        assertThat(clerk.field("字号")).containsText("办事人正在填");
        String draft = clerk.wire.hears(told -> told.contains("\"Draft\"") && told.contains("禾泽"));
        String stored = clerk.wire.hears(told -> told.contains("\"FieldSet\"") && told.contains("禾泽"));
        assertThat(clerk.wire.placeOf(draft))
                .as("seen while it was typed, before it was stored")
                .isLessThan(clerk.wire.placeOf(stored));
        applicant.fillsInTheName("禾泽");
    }

    private static void theClerkPointsAndSuggests(KioskPerson applicant, ClerkPerson clerk) {
        clerk.pointsAt("地名");
        assertThat(applicant.field("地名")).containsText("沈建华：看这里");
        assertThat(applicant.field("地名")).hasClass(Pattern.compile("field--pointed"));
        applicant.photographs("kiosk-7-pointed");
        clerk.pointsNoMoreAt("地名");
        assertThat(applicant.field("地名")).not().hasClass(Pattern.compile("field--pointed"));

        clerk.suggests("字号", "禾泽田", "三个字的好记");
        applicant.sees("沈建华建议");
        applicant.sees("三个字的好记");
        applicant.photographs("kiosk-8-suggested");
        applicant.presses("采用");
        applicant.seesValue("字号", "禾泽田");
        clerk.seesValue("字号", "禾泽田");

        clerk.suggests("字号", "禾泽园", "还可以叫这个");
        applicant.sees("沈建华建议");
        applicant.presses("不用");
        applicant.seesNoMore("沈建华建议");
        applicant.seesValue("字号", "禾泽田");
        assertThat(clerk.tool("建议", "字号")).isVisible();
        clerk.seesValue("字号", "禾泽田");
    }

    private static void theClerkWritesOnlyWhileAllowed(KioskPerson applicant, ClerkPerson clerk) {
        assertThat(clerk.box("行业")).not().isEditable();
        clerk.presses("请求代填");
        applicant.sees("沈建华想替您填表。同意吗？");
        applicant.photographs("kiosk-9-asked");
        applicant.presses("不同意");
        assertThat(clerk.button("请求代填")).isVisible();
        assertThat(clerk.box("行业")).not().isEditable();

        clerk.presses("请求代填");
        applicant.presses("同意");
        assertThat(clerk.box("行业")).isEditable();
        clerk.box("行业").fill("粮油贸易");
        applicant.seesValue("行业", "粮油贸易");
        clerk.page.keyboard().press("Tab");
        assertThat(applicant.field("行业")).containsText("沈建华填的，待您核对");
        assertThat(background(applicant.box("行业")))
                .as("what the clerk wrote looks different")
                .isNotEqualTo(background(applicant.box("地名")));
        applicant.photographs("kiosk-10-written");
        clerk.photographs("console-5-writing");

        applicant.presses("替我填");
        assertThat(clerk.box("行业")).not().isEditable();
        assertThat(clerk.button("请求代填")).isVisible();
    }

    private static String background(Locator box) {
        return (String) box.evaluate("box => getComputedStyle(box).backgroundColor");
    }

    private static void theFormSaysWhatIsWrong(KioskPerson applicant) {
        mends(applicant, "字号", "南浔", "这是地名，不能做字号，请换一个", "禾泽田");
        applicant.fillsInTheInvestor();
        applicant.presses("添加出资人");
        applicant.presses("去掉出资人2");
        applicant.seesNoMore("去掉出资人2");
        mends(applicant, "证件号码", "330503198803150028", "有一位写错了，请对着证件看一下", "330503198803150029");
        mends(applicant, "占比", "60", "加起来要正好 100%，现在是 60%，还差 40%", "100");
        mends(applicant, "出资", "99.5", "出资加起来是 99.5 万元，比注册资本少 0.5 万元", "100");
        applicant.fillsInTheContact();
        mends(applicant, "手机号", "1380000042", "手机号是 11 位，还差 1 位", "13800000427");
        applicant.photographs("kiosk-11-contact");
    }

    private static void mends(KioskPerson applicant, String field, String wrong, String sentence, String right) {
        applicant.fills(field, wrong);
        applicant.sees(sentence);
        applicant.fills(field, right);
        applicant.seesNoMore(sentence);
    }

    private static void bothWrite(KioskPerson applicant, ClerkPerson clerk) {
        clerk.writes("您好，请核对一下");
        applicant.sees("您好，请核对一下");
        applicant.presses("文字 1");
        applicant.reads("您好，请核对一下");
        applicant.presses("我听不见，请打字");
        clerk.reads("我听不见，请打字");
        applicant.writes("好的");
        clerk.reads("好的");
        applicant.photographs("kiosk-12-chat");
        applicant.presses("关上文字");
    }

    private static String filesTheForm(KioskPerson applicant, ClerkPerson clerk) {
        assertThat(clerk.box("证件号码").last()).hasValue("310117********0016");
        applicant.reviews();
        Locator submit = applicant.button("确认并提交");
        assertThat(submit).isDisabled();
        applicant.sees("还有 1 处紫色的没有点“是对的”");
        applicant.photographs("kiosk-13-review");
        applicant.presses("是对的");
        applicant.sees("您说是对的");
        applicant.sees("还有 1 条声明没有勾");
        assertThat(submit).isDisabled();
        applicant.declares();
        clerk.page
                .getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("还差什么"))
                .click();
        clerk.sees("都齐了，请对方核对后提交");
        assertThat(submit).isEnabled();
        String caseNo = applicant.submits();
        assertThat(caseNo).matches(CASE_NO);
        clerk.sees("已经提交，表不再变");
        assertThat(clerk.page.getByLabel(caseNo).first()).isVisible();
        applicant.photographs("kiosk-14-receipt");
        clerk.photographs("console-6-filed");
        return caseNo;
    }

    private void theReceiptIsGood(KioskPerson applicant, String caseNo) throws Exception {
        Locator code = applicant.page.getByRole(AriaRole.IMG, new Page.GetByRoleOptions().setName("查进度的二维码"));
        // In a call the receipt may be longer than its place, and what is only just in sight lies behind the buttons.
        code.evaluate("image => image.scrollIntoView({ block: 'center' })");
        String link = Pictures.qrCode(Pictures.of(code.screenshot())).orElseThrow();
        assertThat(link).startsWith(origin() + "/progress/#");
        assertThat(progress(link.substring(link.indexOf('#') + 1)))
                .contains(caseNo)
                .contains("企业名称自主申报");

        applicant.page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(applicant.receipt()).isVisible();
        assertThat(applicant.button("打印回执")).not().isVisible();
        assertThat(applicant.button("挂断")).not().isVisible();
        assertThat(Pictures.qrCode(Pictures.of(code.screenshot()))).contains(link);
        applicant.photographs("kiosk-15-paper");
        byte[] paper = applicant.page.pdf(new Page.PdfOptions().setFormat("A4"));
        assertThat(new String(paper, StandardCharsets.ISO_8859_1))
                .startsWith("%PDF")
                .as("one sheet")
                .contains("/Count 1");
        applicant.page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    }

    private String progress(String secret) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(URI.create(origin() + "/api/progress"))
                                    .header("Origin", origin())
                                    .header("Content-Type", "application/json")
                                    .POST(BodyPublishers.ofString("{\"secret\":\"%s\"}".formatted(secret)))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
        }
    }

    private static void bothEnd(KioskPerson applicant, ClerkPerson clerk, String caseNo) {
        clerk.hangsUp();
        clerk.sees("您挂断了");
        assertThat(clerk.page.getByLabel(caseNo)).isVisible();
        clerk.photographs("console-7-wrap-up");
        clerk.finishes();
        clerk.seesNoMore("禾泽");
        assertThat(applicant.button("挂断")).hasCount(0);
        applicant.photographs("kiosk-16-after-the-call");
        applicant.leaves();
    }

    private static void theNextApplicantFindsNothing(KioskPerson applicant) {
        assertThat(applicant.page.content()).doesNotContain(OF_THE_APPLICANT);
        String kept = (String) applicant.page.evaluate("""
            async () => JSON.stringify([
              {...localStorage}, {...sessionStorage}, await indexedDB.databases(), await caches.keys(),
              location.href, history.state, [...document.querySelectorAll("input, textarea")].map((box) => box.value),
            ])\
            """);
        assertThat(kept).doesNotContain(OF_THE_APPLICANT).contains("[],[]");
        assertThat(applicant.page.context().cookies())
                .as("the kiosk's own and no other")
                .hasSize(1)
                .allSatisfy(cookie -> assertThat(cookie.httpOnly).isTrue());
        assertThat(applicant.page.context().pages()).hasSize(1);

        applicant.opensTheForm(NANXUN);
        assertThat(applicant.page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setChecked(true)))
                .hasCount(0);
        applicant.turnsTo("给它起个名字");
        applicant.seesValue("字号", "");
        applicant.turnsTo("谁来出资？");
        applicant.seesValue("姓名或单位名称", "");
        applicant.turnsTo("有结果了告诉谁？");
        applicant.seesValue("证件号码", "");
        assertThat(applicant.page.content()).doesNotContain(OF_THE_APPLICANT);
    }

    private static void say(String what, long since) {
        System.out.println("figure: " + what + ": " + (System.nanoTime() - since) / 1_000_000 + " ms");
    }
}
