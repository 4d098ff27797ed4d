package org.virtualwindow.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** From the first screen to the receipt with Tab, arrows, Enter and Esc alone: nobody needs to point at anything. */
class KeyboardPathIT extends WalkTest {
    /** No screen has so many things to stop at; whoever comes this far goes round in circles. */
    private static final int TOO_MANY = 120;

    /** How what has the focus is called, with the group it belongs to. */
    private static final String FOCUSED = """
        () => {
          const at = document.activeElement;
          if (at === null || at === document.body) return "";
          const group = at.closest("[role=radiogroup]");
          const groupName = group === null ? "" : document.getElementById(group.getAttribute("aria-labelledby"))?.textContent ?? "";
          const own = at.labels?.length ? at.labels[0].textContent : (at.getAttribute("aria-label") ?? at.textContent);
          return `${groupName.trim()}/${own.replace(/\\s+/g, " ").trim()}`;
        }\
        """;

    private static final String RINGED = """
        () => [document.activeElement, document.activeElement.closest("label")]
          .some((each) => each !== null && getComputedStyle(each).boxShadow !== "none")\
        """;

    private static final String DRAWN = """
        async () => {
          for (let frame = 0; frame < 4; frame++) await new Promise((then) => requestAnimationFrame(then));
        }\
        """;

    private static final String THERE = """
        (words) => [...document.querySelectorAll("button, a[href], label")].some(
          (each) => each.checkVisibility() && (each.textContent + each.ariaLabel).includes(words))\
        """;

    @Test
    void anItemIsFiledWithoutPointingAtAnything() {
        KioskPerson applicant = applicant();
        Page page = applicant.page;
        applicant.sees("和外地窗口面对面办事");

        // A sheet is left with Esc, and one goes on where one was.
        press(page, "叫人帮忙");
        applicant.sees("招手");
        page.keyboard().press("Escape");
        applicant.seesNoMore("招手");
        // Two frames after it was drawn.
        page.waitForFunction("() => document.activeElement.textContent.includes('叫人帮忙')");

        press(page, "开始办理");
        press(page, NANXUN);
        press(page, "企业名称自主申报");
        press(page, "下一步");
        press(page, "先不选，看全部材料");
        press(page, "同意，开始填表");
        turned(page, "您要办什么？");
        pick(page, "办哪一种", "有限责任公司");
        pick(page, "名称末尾怎么写", "有限责任公司");
        type(page, "注册资本", "100");
        pick(page, "经营的事要不要先批准", "否");
        press(page, "下一步");
        turned(page, "给它起个名字");
        pick(page, "名称按什么顺序写", "地名＋字号＋行业＋组织形式");
        type(page, "地名", "湖州");
        type(page, "字号", "禾泽");
        type(page, "行业", "贸易");
        press(page, "下一步");
        turned(page, "再想几个，重名时用");
        press(page, "下一步");
        turned(page, "谁来出资？");
        pick(page, "证件", "居民身份证");
        type(page, "姓名或单位名称", "买买提·艾力");
        type(page, "证件号码", "330503198803150029");
        type(page, "出资", "100");
        type(page, "占比", "100");
        press(page, "下一步");
        turned(page, "有结果了告诉谁？");
        type(page, "联系人姓名", "㐱𠮷");
        pick(page, "联系人证件", "居民身份证");
        type(page, "证件号码", "310117200002290016");
        type(page, "手机号", "13800000427");
        press(page, "去核对");
        turned(page, "请您核对，再提交");
        reach(page, "我知道名称可能和别人的相近");
        page.keyboard().press("Space");
        assertThat(applicant.button("确认并提交")).isEnabled();
        press(page, "确认并提交");
        assertThat(applicant.receipt()).isVisible();
        press(page, "结束");
        press(page, "都拿好了");
        assertThat(applicant.button("开始办理")).isVisible();
    }

    /** Another page begins at its heading, for the keyboard too. */
    private static void turned(Page page, String heading) {
        page.waitForFunction(
                "heading => document.activeElement.matches('h1') && document.activeElement.innerText.trim() ==="
                        + " heading",
                heading);
    }

    private static void press(Page page, String words) {
        page.waitForFunction(THERE, words); // a list may still be on its way
        page.evaluate(DRAWN); // the focus moves two frames after a screen was drawn
        reach(page, words);
        page.keyboard().press("Enter");
    }

    private static void type(Page page, String box, String text) {
        reach(page, "/" + box);
        page.keyboard().type(text);
    }

    /** One stop for a whole group; the arrows go through it and choose. */
    private static void pick(Page page, String group, String choice) {
        reach(page, group + "/");
        page.keyboard().press("Space");
        for (int step = 0; !focused(page).equals(group + "/" + choice); step++) {
            assertThat(step).as("choices of %s, at %s", group, focused(page)).isLessThan(12);
            page.keyboard().press("ArrowDown");
        }
        page.waitForFunction("() => document.activeElement.checked");
    }

    private static void reach(Page page, String words) {
        for (int stop = 0; stop < TOO_MANY; stop++) {
            String at = focused(page);
            // A box belongs to no group, and a choice may be called like one.
            if (words.startsWith("/") ? at.startsWith(words) : at.contains(words)) {
                assertThat((Boolean) page.evaluate(RINGED))
                        .as("the focus on %s is seen", at)
                        .isTrue();
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("the keyboard does not reach " + words);
    }

    private static String focused(Page page) {
        return (String) page.evaluate(FOCUSED);
    }
}
