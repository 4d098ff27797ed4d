package org.virtualwindow.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever has only a finger writes on the screen; what they write is written as if it were typed. */
class ScreenKeyboardIT extends WalkTest {
    @Test
    void aFingerWritesIntoTheFormAndAMouseNeedsNoKeyboard() {
        KioskPerson applicant = applicant();
        applicant.opensTheForm(NANXUN);
        applicant.turnsTo("给它起个名字");
        Page page = applicant.page;

        applicant.box("字号").tap();
        assertThat(keyboard(page)).isVisible();
        press(page, "英文", "大写", "H", "z", "-", "删除", "2");
        applicant.seesValue("字号", "Hz2");
        applicant.photographs("keys-1-letters");
        press(page, "完成");
        assertThat(keyboard(page)).hasCount(0);
        applicant.sees("存好了");
        assertThat(applicant.wire.firstSaid(said -> said.contains("SetField") && said.contains("Hz2")))
                .isPresent();

        applicant.turnsTo("有结果了告诉谁？");
        Locator mobile = applicant.box("手机号");
        mobile.tap();
        press(page, "1", "3", "8", "0", "0", "0", "0", "0", "4", "2", "7");
        applicant.seesValue("手机号", "13800000427");
        assertThat(bottom(mobile))
                .as("the box above the keyboard")
                .isLessThan(keyboard(page).boundingBox().y);
        applicant.photographs("keys-2-digits");

        // Somebody's real keyboard takes over.
        page.keyboard().press("End");
        assertThat(keyboard(page)).hasCount(0);
        applicant.turnsTo("给它起个名字");
        applicant.box("字号").click();
        assertThat(keyboard(page)).hasCount(0);
        applicant.endsTheVisit();
    }

    @Test
    void whoHasAKeyboardAsksTheClerkToWriteOneTabAfterTheBox() {
        ClerkPerson clerk = clerk("shen.jianhua");
        clerk.isReady();
        KioskPerson applicant = applicant();
        applicant.opensTheForm(NANXUN);
        applicant.calls();
        clerk.answers();
        applicant.turnsTo("给它起个名字");
        applicant.box("字号").click();
        Page page = applicant.page;
        assertThat(applicant.button("帮我填")).hasCount(1);

        page.keyboard().press("Tab");
        applicant.photographs("keys-3-beside-a-box");
        page.keyboard().press("Enter");
        clerk.reads("请帮我填“字号”");
        assertThat(applicant.button("请了")).isFocused();

        // The next box is one Tab away, and has its own.
        page.keyboard().press("Tab");
        assertThat(applicant.button("请了")).hasCount(0);
        clerk.hangsUp();
        applicant.endsTheVisit();
    }

    @Test
    void aFingerWritesChineseByPinyinAndThePageLearnsNothingOfIt() {
        KioskPerson applicant = applicant();
        applicant.opensTheForm(NANXUN);
        applicant.turnsTo("给它起个名字");
        Page page = applicant.page;

        applicant.box("字号").tap();
        type(page, "nanxun");
        press(page, "南浔");
        type(page, "yunfanshi");
        applicant.seesValue("字号", "南浔");
        assertThat(word(page, "云")).isVisible();
        press(page, "云");
        // The keyboard on the screen deletes letters before it deletes words.
        press(page, "删除", "删除", "删除");
        while (word(page, "帆").count() == 0) {
            press(page, "后面的字词");
        }
        press(page, "帆");
        applicant.seesValue("字号", "南浔云帆");
        applicant.photographs("keys-4-chinese");
        press(page, "删除");
        type(page, "jiayou");
        press(page, "8");
        applicant.seesValue("字号", "南浔云加油8");
        type(page, "shangmao");
        press(page, "完成");
        assertThat(keyboard(page)).hasCount(0);
        applicant.sees("存好了");
        applicant.seesValue("字号", "南浔云加油8商贸");
        assertThat(applicant.wire.firstSaid(said -> said.contains("SetField") && said.contains("南浔云加油8商贸")))
                .isPresent();
        assertThat(applicant.wire.firstSaid(said -> said.contains("yunfan"))).isEmpty();

        // Whatever was chosen, the words stand in the order in which they stood before.
        applicant.box("字号").tap();
        type(page, "banli");
        List<String> before = offers(page);
        assertThat(before).startsWith("办理");
        press(page, before.get(1));
        type(page, "banli");
        assertThat(offers(page)).isEqualTo(before);
        press(page, "删除", "删除", "删除", "删除", "删除", "完成");
        applicant.endsTheVisit();
    }

    @Test
    void withoutTheListOfWordsItIsAKeyboardOfLetters() {
        KioskPerson applicant = applicant();
        Page page = applicant.page;
        page.route("**/assets/words*", route -> route.fulfill(new Route.FulfillOptions().setBody("not packed")));
        applicant.opensTheForm(NANXUN);
        applicant.turnsTo("给它起个名字");
        applicant.box("字号").tap();
        assertThat(word(page, "大写")).isVisible();
        type(page, "ok");
        applicant.seesValue("字号", "ok");
        press(page, "完成");
        applicant.endsTheVisit();
    }

    private static void type(Page page, String pinyin) {
        press(page, pinyin.split(""));
    }

    private static Locator word(Page page, String text) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(text).setExact(true));
    }

    private static List<String> offers(Page page) {
        return page.locator(".word-offer:not(.word-offer--turn)").allInnerTexts();
    }

    private static double bottom(Locator box) {
        BoundingBox bounds = box.boundingBox();
        return bounds.y + bounds.height;
    }

    private static void press(Page page, String... keys) {
        for (String key : keys) {
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName(key).setExact(true))
                    .tap();
        }
    }

    private static Locator keyboard(Page page) {
        return page.getByRole(
                AriaRole.REGION, new Page.GetByRoleOptions().setName("屏幕键盘").setExact(true));
    }
}
