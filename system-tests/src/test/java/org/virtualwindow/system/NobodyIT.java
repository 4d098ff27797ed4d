package org.virtualwindow.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.virtualwindow.server.Wiring;
import org.virtualwindow.server.config.DeskTimes;
import org.virtualwindow.server.config.ServerConfig;

/** Nobody answers, for one reason or another. The applicant is told the truth and can always go on. */
class NobodyIT extends FaultTest {
    private static final Duration RING = Duration.ofSeconds(8);
    /** A Sunday, on which Shushan is closed. */
    private static final Instant SUNDAY = Instant.parse("2026-03-08T02:00:00Z");

    @Override
    Served serve(Path data) {
        Duration ahead = Duration.between(Instant.now(), SUNDAY);
        InstantSource clock = () -> Instant.now().plus(ahead);
        DeskTimes usual = DeskTimes.USUAL;
        return Served.here(new Wiring(
                ServerConfig.local(data)
                        .with(new DeskTimes(
                                RING, usual.grace(), usual.longestLine(), usual.typicalCall(), usual.longWait())),
                clock));
    }

    @Test
    void whoeverWaitsWithNobodyThereKeepsTheirPlaceAndFillsInMeanwhile() {
        ClerkPerson clerk = clerk(CLERK);
        KioskPerson applicant = applicantAt(origin(), ENTRANCE);
        applicant.sees("现在要等一会儿，可以先填表");
        applicant.opensTheForm(NANXUN);
        applicant.sees("现在没有人在线，有人来就接");
        applicant.calls();
        applicant.sees("窗口暂时没有人在线，有人来就接您。位子留着。");
        applicant.presses("先填表 填好的工作人员直接看得到，能省时间");
        applicant.turnsTo("给它起个名字");
        applicant.fills("字号", "禾泽");
        applicant.sees("排队中，前面还有 0 位");
        applicant.presses("看排队");
        applicant.sees("下一位就是您");
        applicant.presses("取消呼叫");
        applicant.sees("呼叫取消了。您填的都在。");
        applicant.seesValue("字号", "禾泽");

        applicant.presses("再次呼叫");
        applicant.sees("窗口暂时没有人在线");
        takesCalls(clerk);
        clerk.awaitsRing();
        applicant.sees("轮到您了，正在接通");
        applicant.presses("取消呼叫");
        applicant.sees("呼叫取消了。您填的都在。");
        assertThat(clerk.button("接听")).hasCount(0);
        clerk.sees("等来电");
        clerk.presses("小休");
        clerk.sees("您在小休，不会有来电");
        leave(applicant);
    }

    @Test
    void aClosedCentreSaysWhenItOpensAndTheFormIsOpenMeanwhile() {
        KioskPerson applicant = applicantAt(origin(), ENTRANCE);
        applicant.starts();
        applicant.chooses("蜀山区", "企业名称自主申报");
        applicant.sees("窗口3月9日 09:00开始。现在可以先把表填好。");
        applicant.agrees();
        applicant.sees("现在下班");
        applicant.calls();
        applicant.sees("安徽省合肥市蜀山区的窗口下班了");
        applicant.sees("3月9日 09:00开始。现在可以先把表填好，到时候再呼叫。");
        goesOnFromNobody(applicant, "安徽省合肥市蜀山区的窗口下班了");
    }

    @Test
    void aMatterThatNobodyServesSaysSoAndTheFormIsOpenMeanwhile() {
        KioskPerson applicant = applicantAt(origin(), ENTRANCE);
        applicant.starts();
        applicant.chooses("雨花台区", "企业名称自主申报");
        applicant.agrees();
        applicant.calls();
        applicant.sees("这件事现在没有人接");
        goesOnFromNobody(applicant, "这件事现在没有人接");
    }

    @Test
    void theNextClerkRingsWhenTheFirstDoesNotAnswer() {
        ClerkPerson next = clerk("lu.xiaoyan");
        next.presses("检查好了");
        next.sees("您在小休，不会有来电");
        ClerkPerson first = clerkAt(origin());
        KioskPerson applicant = applicantAt(origin(), ENTRANCE);
        applicant.opensTheForm(NANXUN);
        applicant.calls();
        first.awaitsRing();
        applicant.sees("轮到您了，正在接通");

        next.presses("空闲");
        next.answers();
        next.sees("大厅入口终端");
        first.sees("刚才的来电没有接");
        assertThat(first.button("接听")).hasCount(0);
        seeEachOther(applicant, next);
        part(applicant, next);
    }

    /** All three ways lead somewhere. */
    private static void goesOnFromNobody(KioskPerson applicant, String said) {
        applicant.presses("先填表");
        applicant.turnsTo("给它起个名字");
        applicant.fills("字号", "禾泽");
        applicant.calls();
        applicant.sees(said);
        applicant.presses("再呼叫一次");
        applicant.sees(said);
        applicant.presses("换个地方办 现在填的会清除");
        applicant.presses("结束并清除");
        assertThat(applicant.button("开始办理")).isVisible();
    }
}
