package org.virtualwindow.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** Pages are reloaded, opened twice, and opened by somebody who may be somebody else. */
class ReloadIT extends FaultTest {
    private static final String NAME = "给它起个名字";

    @Test
    void aReloadedPageIsWhereItWas() {
        ClerkPerson clerk = clerk(CLERK);
        KioskPerson applicant = applicantAt(origin(), ENTRANCE);
        applicant.opensTheForm(NANXUN);
        fillsInAndIsSaved(applicant, "禾泽");

        applicant.page.reload();
        applicant.turnsTo(NAME);
        applicant.seesValue("字号", "禾泽");

        applicant.calls();
        applicant.sees("下一位就是您");
        applicant.page.reload();
        applicant.sees("下一位就是您");

        takesCalls(clerk);
        clerk.awaitsRing();
        applicant.sees("轮到您了，正在接通");
        applicant.page.reload();
        applicant.sees("轮到您了，正在接通");
        clerk.page.reload();
        clerk.answers();
        seeEachOther(applicant, clerk);
        String code = applicant.code();
        assertThat(clerk.code()).isEqualTo(code);

        applicant.page.reload();
        seeEachOther(applicant, clerk);
        assertThat(applicant.code()).isEqualTo(code);
        applicant.turnsTo(NAME);
        applicant.seesValue("字号", "禾泽");

        clerk.page.reload();
        seeEachOther(applicant, clerk);
        assertThat(clerk.code()).isEqualTo(code);
        clerk.seesValue("字号", "禾泽");
        part(applicant, clerk);
    }

    @Test
    void theNewestTabHasTheCallAndTheOlderCanTakeItBack() {
        ClerkPerson clerk = clerkAt(origin());
        KioskPerson applicant = applicantAt(origin(), ENTRANCE);
        meet(applicant, clerk);
        fillsInAndIsSaved(applicant, "禾泽");
        String code = applicant.code();

        KioskPerson newer = new KioskPerson(anotherTab(applicant.page));
        applicant.sees("已经在另一个页面接着办了");
        assertThat(applicant.page.content()).doesNotContain("禾泽");
        seeEachOther(newer, clerk);
        assertThat(newer.code()).isEqualTo(code);
        applicant.presses("在这里继续");
        seeEachOther(applicant, clerk);
        assertThat(applicant.code()).isEqualTo(code);
        newer.sees("已经在另一个页面接着办了");
        newer.page.close();

        ClerkPerson newerClerk = new ClerkPerson(anotherTab(clerk.page));
        clerk.sees("坐席台在别处打开了");
        assertThat(clerk.page.content()).doesNotContain("禾泽");
        seeEachOther(applicant, newerClerk);
        assertThat(newerClerk.code()).isEqualTo(code);
        newerClerk.seesValue("字号", "禾泽");
        clerk.presses("在这里继续");
        seeEachOther(applicant, clerk);
        newerClerk.sees("坐席台在别处打开了");
        newerClerk.page.close();
        part(applicant, clerk);
    }

    @Test
    void aBrowserStartedAnewShowsNothingUntilTheClerkLetsThemBackIn() {
        ClerkPerson clerk = clerkAt(origin());
        KioskPerson before = applicantAt(origin(), ENTRANCE);
        meet(before, clerk);
        fillsInAndIsSaved(before, "禾泽");
        String code = before.code();
        before.page.context().close();

        KioskPerson after = applicantAt(origin(), ENTRANCE);
        after.sees("刚才的办理中断了");
        after.sees("工作人员还在线上，会请您接着办");
        clerk.sees("终端重新打开过，画面上没有对方的任何内容");
        assertThat(after.page.content()).doesNotContain("禾泽").doesNotContain(code);
        assertThat(after.wire.firstHeard(told -> told.contains("禾泽")))
                .as("what the server told the page")
                .isEmpty();

        clerk.presses("是同一个人，让对方接着办");
        seeEachOther(after, clerk);
        assertThat(after.code()).isEqualTo(code);
        clerk.seesNoMore("终端重新打开过");
        after.turnsTo(NAME);
        after.seesValue("字号", "禾泽");

        clerk.hangsUp();
        clerk.finishes();
        after.sees("工作人员挂断了。您填的都在");
        after.presses("再次呼叫");
        clerk.answers();
        seeEachOther(after, clerk);
        after.turnsTo(NAME);
        after.seesValue("字号", "禾泽");
        clerk.seesValue("字号", "禾泽");
        part(after, clerk);
    }

    private static void fillsInAndIsSaved(KioskPerson applicant, String ownWord) {
        applicant.turnsTo(NAME);
        applicant.fills("字号", ownWord);
        applicant.wire.hears(told -> told.contains("\"FieldSet\"") && told.contains(ownWord));
    }

    @Override
    Page anotherTab(Page page) {
        Page tab = super.anotherTab(page);
        tab.bringToFront();
        return tab;
    }
}
