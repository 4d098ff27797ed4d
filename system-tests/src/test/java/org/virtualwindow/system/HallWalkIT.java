package org.virtualwindow.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** The hall managers of both cities, each in front of the board of their own centre. */
class HallWalkIT extends WalkTest {
    private static final String NAME = "企业名称自主申报";

    @Test
    void eachManagerSeesTheirOwnCentreLiveAndSteersIt() {
        ManagerPerson near = manager("gu.mingyuan");
        ManagerPerson far = manager("yao.liping");
        near.sees("上海市松江区政务服务中心");
        far.sees("湖州市南浔区政务服务中心");
        assertThat(near.panel("工作人员")).containsText("这个中心没有登记工作人员");
        assertThat(far.panel("工作人员")).containsText("沈建华");
        assertThat(near.panel("终端")).containsText("大厅入口终端");
        assertThat(far.panel("终端")).not().containsText("大厅入口终端");

        ClerkPerson lu = clerk("lu.xiaoyan");
        lu.isReady();
        assertThat(far.clerk("陆晓燕")).containsText("空闲");
        near.seesNoMore("陆晓燕");

        KioskPerson elsewhere = applicant(applicantsBrowser(), AREA, 1080, 1920);
        elsewhere.opensTheForm("雨花台区");
        assertThat(near.panel("终端")).containsText("在填表");
        elsewhere.calls();
        elsewhere.sees("这件事现在没有人接");
        KioskPerson applicant = applicant();
        applicant.opensTheForm(NANXUN);
        applicant.calls();
        lu.awaitsRing();
        assertThat(near.panel("排队")).containsText("正在陆晓燕那里振铃");
        assertThat(far.panel("排队")).containsText("按先来后到");
        assertThat(far.panel("排队")).containsText("大厅入口终端");
        // What goes to another city is none of theirs.
        far.seesNoMore("自助服务区终端");
        near.sees("由对方中心接");
        near.photographs("hall-1-near");

        ClerkPerson shen = clerk("shen.jianhua");
        shen.isReady();
        assertThat(far.clerk("沈建华")).containsText("空闲");
        far.photographs("hall-2-far");
        far.assigns("沈建华");
        shen.awaitsRing();
        assertThat(lu.button("接听")).hasCount(0);
        shen.answers();
        assertThat(far.panel("通话")).containsText("沈建华");
        assertThat(far.panel("通话")).containsText(NAME);
        assertThat(near.panel("通话")).containsText("两边都在线");
        assertThat(far.panel("排队")).containsText("没有人在等");
        far.photographs("hall-3-talking");
        // A board that is opened anew knows who waited before.
        far.page.reload();
        assertThat(far.panel("在等的人，近一小时")).containsText("最多的时候 1 位");
        shen.hangsUp();
        shen.finishes();
        assertThat(far.panel("通话")).containsText("没有通话");
        applicant.endsTheVisit();
        elsewhere.endsTheVisit();
    }

    @Test
    void aClerkIsPutOffAndOnAWindow() {
        ManagerPerson manager = manager("yao.liping");
        ClerkPerson clerk = clerk("qian.guoqiang");
        clerk.isReady();
        manager.moves("钱国强", "综合窗口", false);
        clerk.sees("您还没有分到窗口");
        manager.moves("钱国强", "综合窗口", true);
        clerk.seesNoMore("您还没有分到窗口");
        assertThat(clerk.page.getByText("综合窗口").first()).isVisible();
    }

    @Test
    void aLaunchCodeOpensItsKioskOnce() {
        ManagerPerson manager = manager("gu.mingyuan");
        String link = manager.makesLaunchLink("自助服务区终端");
        assertThat(link).startsWith(origin() + "/kiosk/#launch=");
        manager.photographs("hall-4-code");
        manager.presses("好了");
        manager.seesNoMore("启动链接");

        Page first = blank(applicantsBrowser(), "/kiosk/", 1080, 1920);
        first.navigate(link);
        assertThat(new KioskPerson(first).button("开始办理")).isVisible();
        assertThat(first.url()).as("the code stands in no history").doesNotContain("launch");
        expectComplaint("401 (Unauthorized)");
        Page second = blank(applicantsBrowser(), "/kiosk/", 1080, 1920);
        second.navigate(link);
        new KioskPerson(second).sees("启动码已经用过或过期了");
    }
}
