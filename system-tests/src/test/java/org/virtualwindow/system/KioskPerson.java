package org.virtualwindow.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.util.List;
import java.util.regex.Pattern;

/** The applicant at a kiosk, or the helper who types there. */
final class KioskPerson extends Person {
    private static final List<String> PAGES = List.of("您要办什么？", "给它起个名字", "再想几个，重名时用", "谁来出资？", "有结果了告诉谁？");
    /** The number of the form's page that is shown, counted from 1; 0 while there is none. */
    private static final String PAGE_SHOWN =
            "pages => 1 + pages.indexOf(document.querySelector('h1')?.innerText.trim())";

    KioskPerson(Page page) {
        super(page);
    }

    // Before the call

    void starts() {
        presses("开始办理");
    }

    /** Both by a part of what stands on the button. */
    void chooses(String place, String item) {
        option(place).click();
        option(item).click();
        presses("下一步");
        presses("先不选，看全部材料");
    }

    void agrees() {
        presses("同意，开始填表");
    }

    void opensTheForm(String place) {
        starts();
        chooses(place, "企业名称自主申报");
        agrees();
        sees("您要办什么？");
    }

    void calls() {
        presses("呼叫人工");
    }

    // In the call

    static final String CLERKS_PICTURE = "video.tile__video[aria-label$=的画面]";

    Locator clerksPicture() {
        return page.getByLabel(Pattern.compile("的画面$")).first();
    }

    String code() {
        return page.locator(".plate--code b").innerText().strip();
    }

    void writes(String words) {
        box("写给工作人员").fill(words);
        presses("发送");
    }

    void reads(String words) {
        assertThat(page.getByRole(AriaRole.LOG)).containsText(words);
    }

    // The form

    /** Page by page; a heading that is none of the form's, as while a call begins, is waited out. */
    void turnsTo(String title) {
        int there = PAGES.indexOf(title);
        int at = ((Number) page.waitForFunction(PAGE_SHOWN, PAGES).jsonValue()).intValue() - 1;
        Locator heading = page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
        while (at != there) {
            presses(there > at ? "下一步" : "上一步");
            at += Integer.signum(there - at);
            assertThat(heading).hasText(PAGES.get(at));
        }
    }

    void fills(String field, String value) {
        box(field).fill(value);
    }

    /** Key by key, as a person types. */
    void types(String field, String text) {
        box(field).pressSequentially(text, new Locator.PressSequentiallyOptions().setDelay(120));
    }

    void picks(String field, String choice) {
        Locator radio = choices(field)
                .getByRole(
                        AriaRole.RADIO,
                        new Locator.GetByRoleOptions().setName(choice).setExact(true));
        radio.click();
        assertThat(radio).isChecked();
    }

    void seesPicked(String field, String choice) {
        assertThat(choices(field)
                        .getByRole(
                                AriaRole.RADIO,
                                new Locator.GetByRoleOptions().setName(choice).setExact(true)))
                .isChecked();
    }

    void seesValue(String field, String value) {
        assertThat(box(field)).hasValue(value);
    }

    void fillsInTheKind() {
        turnsTo("您要办什么？");
        picks("办哪一种", "有限责任公司");
        picks("名称末尾怎么写", "有限责任公司");
        fills("注册资本", "100");
        picks("经营的事要不要先批准", "否");
    }

    void fillsInTheName(String ownWord) {
        turnsTo("给它起个名字");
        picks("名称按什么顺序写", "地名＋字号＋行业＋组织形式");
        fills("地名", "湖州");
        fills("字号", ownWord);
        fills("行业", "贸易");
    }

    void fillsInTheInvestor() {
        turnsTo("谁来出资？");
        picks("证件", "居民身份证");
        fills("姓名或单位名称", "买买提·艾力");
        fills("证件号码", "330503198803150029");
        fills("出资", "100");
        fills("占比", "100");
    }

    void fillsInTheContact() {
        turnsTo("有结果了告诉谁？");
        fills("联系人姓名", "㐱𠮷");
        picks("联系人证件", "居民身份证");
        fills("证件号码", "310117200002290016");
        fills("手机号", "13800000427");
    }

    void reviews() {
        turnsTo("有结果了告诉谁？");
        presses("去核对");
        sees("请您核对，再提交");
    }

    void declares() {
        agreesTo("我知道名称可能和别人的相近");
    }

    /** A declaration, by a part of it. */
    void agreesTo(String words) {
        Locator declaration = page.getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName(words));
        declaration.click();
        assertThat(declaration).isChecked();
    }

    /** Returns the case number. */
    String submits() {
        presses("确认并提交");
        Locator receipt = receipt();
        assertThat(receipt).isVisible();
        return receipt.locator(".receipt__case dd").textContent().replaceAll("\\s", "");
    }

    Locator receipt() {
        return page.getByRole(
                AriaRole.ARTICLE, new Page.GetByRoleOptions().setName("回执").setExact(true));
    }

    void leaves() {
        presses("结束");
        presses("都拿好了");
        assertThat(button("开始办理")).isVisible();
    }

    /** A stroke with the mouse, by fractions of the pad. */
    void draws(Locator pad, double[][] points) {
        BoundingBox box = pad.boundingBox();
        var inSteps = new Mouse.MoveOptions().setSteps(8);
        page.mouse().move(box.x + points[0][0] * box.width, box.y + points[0][1] * box.height);
        page.mouse().down();
        for (double[] point : points) {
            page.mouse().move(box.x + point[0] * box.width, box.y + point[1] * box.height, inSteps);
        }
        page.mouse().up();
    }

    /** Without filing. Who had their card or papers out is asked to take them. */
    void endsTheVisit() {
        presses("结束清除");
        presses("结束并清除");
        Locator taken = button("都拿好了");
        assertThat(taken.or(button("开始办理"))).isVisible();
        if (taken.isVisible()) {
            taken.click();
        }
        assertThat(button("开始办理")).isVisible();
    }

    private Locator choices(String field) {
        return page.getByRole(
                AriaRole.RADIOGROUP, new Page.GetByRoleOptions().setName(field).setExact(true));
    }

    Locator option(String words) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words))
                .first();
    }
}
