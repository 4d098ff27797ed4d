package org.virtualwindow.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** A long text is written by turns: both see whose turn it is, ask for it and give it away; a line that is lost gives it up. */
class LongTextWalkIT extends FaultTest {
    private static final String STORY = "事情的经过";

    @Test
    void theTurnIsSeenAskedForGivenAwayAndGivenUpWithTheLine() throws IOException {
        Network network = network();
        ClerkPerson clerk = clerkAt(origin());
        KioskPerson applicant = applicantAt(network.origin(), ENTRANCE);
        applicant.starts();
        applicant.chooses(NANXUN, "法律援助");
        applicant.agrees();
        applicant.calls();
        clerk.answers("法律援助申请");
        turnsToTheStory(applicant);
        clerk.presses("请求代填");
        applicant.presses("同意");
        clerk.sees("对方随时能收回");

        applicant.types(STORY, "二月三日在工地");
        held(clerk, "办事人正在填", "二月三日在工地");
        clerk.presses("请办事人让我接着写");
        assertThat(clerk.field(STORY)).containsText("已经问了办事人，让出来就轮到您");
        assertThat(applicant.field(STORY)).containsText("沈建华想接着写这一段");
        applicant.types(STORY, "，");
        clerk.wire.hears(told -> told.contains("\"FieldSet\"") && told.contains("二月三日在工地，"));
        assertThat(applicant.box(STORY)).isFocused();
        applicant.photographs("long-text-1-kiosk");
        clerk.photographs("long-text-1-console");
        applicant.presses("让给对方写");
        assertThat(applicant.field(STORY)).not().containsText("沈建华想接着写这一段");

        free(clerk, "二月三日在工地，");
        clerk.box(STORY).fill("二月三日在工地，被带走");
        held(applicant, "沈建华正在填", "二月三日在工地，被带走");
        applicant.photographs("long-text-2-kiosk");
        clerk.photographs("long-text-2-console");
        applicant.presses("请沈建华让我接着写");
        assertThat(applicant.field(STORY)).containsText("已经问了沈建华，让出来就轮到您");
        clerk.presses("让给对方写");
        free(applicant, "二月三日在工地，被带走");
        applicant.fills(STORY, "二月三日在工地，被带走，没有通知家里");
        held(clerk, "办事人正在填", "二月三日在工地，被带走，没有通知家里");
        clerk.wire.hears(told -> told.contains("\"FieldSet\"") && told.contains("没有通知家里"));

        network.cut();
        network.reset();
        applicant.fills(STORY, "二月三日在工地，被带走，没有通知家里，也没有文书");
        free(clerk, "二月三日在工地，被带走，没有通知家里");
        clerk.box(STORY).fill("二月三日在工地，被带走，没有通知家里。");
        clerk.box(STORY).blur();
        clerk.wire.hears(told -> told.contains("\"FieldSet\"") && told.contains("没有通知家里。"));
        network.mend();
        applicant.sees("两边写得不一样，点对的那个");
        assertThat(clerk.field(STORY)).containsText("办事人同时写了别的，正在选");
        applicant.photographs("long-text-3-kiosk");
        applicant
                .page
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("您写的："))
                .click();
        assertThat(clerk.box(STORY)).hasValue("二月三日在工地，被带走，没有通知家里，也没有文书");
        applicant.seesValue(STORY, "二月三日在工地，被带走，没有通知家里，也没有文书");
        part(applicant, clerk);
    }

    /** Page by page, with nothing filled in. */
    private static void turnsToTheStory(KioskPerson applicant) {
        Locator heading = applicant.page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
        for (String title : new String[] {"您遇到了什么事？", "请问您叫什么？", "您替谁申请？", "家里情况怎么样？", "事情是怎么样的？"}) {
            if (!title.startsWith("您遇到了")) {
                applicant.presses("下一步");
            }
            assertThat(heading).hasText(title);
        }
    }

    /** Somebody else writes there: one sees who and what, and cannot write. */
    private static void held(Person person, String tag, String text) {
        assertThat(person.field(STORY)).containsText(tag);
        assertThat(person.box(STORY)).hasValue(text);
        assertThat(person.box(STORY)).not().isEditable();
    }

    private static void free(Person person, String text) {
        assertThat(person.field(STORY)).not().containsText("正在填");
        assertThat(person.box(STORY)).hasValue(text);
        assertThat(person.box(STORY)).isEditable();
    }
}
