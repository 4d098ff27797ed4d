package org.virtualwindow.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Everything that a kiosk gives its voice to say is listened to: screens and boxes are in it, and no secret (threat T39). */
class ReadAloudIT extends WalkTest {
    private static final String PIN = "739164";
    private static final String MOBILE = "13800000427";
    private static final String ID_NUMBER = "310117200002290016";
    private static final String BANK_CARD = "6222021208001234567";

    /** The browser of a test has no voice; this one remembers. */
    private static final String VOICE = """
        globalThis.spoken = [];
        globalThis.speaking = null;
        Object.defineProperty(globalThis, "speechSynthesis", { value: {
          getVoices: () => [{ lang: "zh-CN" }, { lang: "en-US" }],
          speak: (words) => { spoken.push(words.text); speaking = words.text; },
          cancel: () => { speaking = null; },
          addEventListener: () => {},
        } });
        globalThis.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
        """;

    @Test
    void screensAndBoxesAreReadAndNoSecretIs() {
        Page page = blank(applicantsBrowser(), "/kiosk/", 1080, 1920);
        page.addInitScript(VOICE);
        var applicant = new KioskPerson(page);
        page.navigate(origin() + "/kiosk/#launch=" + launchCode(ENTRANCE));

        applicant.presses("朗读");
        hears(page, "面对面办事");
        applicant.starts();
        hears(page, "您要办哪里的事");
        applicant.chooses(NANXUN, "住房公积金");
        applicant.agrees();
        hears(page, "手机号");
        applicant.picks("您用什么证件", "居民身份证");
        applicant.fills("证件号码", ID_NUMBER);
        applicant.fills("手机号", MOBILE);
        hears(page, "手机号，工作人员看不全，");
        applicant.presses("下一步");
        applicant.fills("公积金查询密码", PIN);
        hears(page, "公积金查询密码");
        applicant.photographs("read-aloud-secret");
        while (page.getByText("去核对").count() == 0) {
            String heading = page.locator("h1").innerText();
            applicant.presses("下一步");
            assertThat(page.locator("h1")).not().hasText(heading);
        }
        applicant.fills("银行卡号", BANK_CARD);
        applicant.presses("去核对");
        applicant.sees("请您核对，再提交");
        hears(page, "请您核对，再提交");
        hears(page, "这里不念出来");
        applicant.presses("结束清除");
        applicant.presses("先存起来，以后继续");
        String code = page.locator(".aside-slip__code").innerText();
        hears(page, "您的续办码");
        applicant.presses("接着填");

        applicant.presses("停止");
        assertThat(page.evaluate("speaking")).isNull();
        int before = spoken(page).size();
        applicant.presses("回去填");
        assertThat(page.getByText("开户银行").first()).isVisible();
        assertThat(spoken(page)).hasSize(before);

        String everything = String.join("|", spoken(page)).replaceAll("[\\s-]", "");
        assertThat(everything)
                .as("what was given to the voice")
                .doesNotContain(PIN, MOBILE, ID_NUMBER, BANK_CARD, code.replace("-", ""));
        applicant.endsTheVisit();
        assertThat(page.locator(".tool--on")).hasCount(0);
    }

    private static void hears(Page page, String words) {
        page.waitForFunction("words => spoken.some((each) => each.includes(words))", words);
    }

    @SuppressWarnings("unchecked")
    private static List<String> spoken(Page page) {
        return (List<String>) page.evaluate("spoken");
    }
}
