package org.virtualwindow.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The network of one side stops, and nobody is told. Promised is that the same call is back 1, 2 and 4 s after a cut of 1, 10 and
 * 60 s; a busy machine is given three times as long.
 */
class CutIT extends FaultTest {
    private static final int BUSY = 3;
    private static final String KIOSK_LOST = "网络断了一下，不是您的问题";
    private static final String CONSOLE_LOST = "网络断了，正在重新连接";
    private static final String CLERK_GONE = "沈建华那边断了一下";
    private static final String KIOSK_GONE = "对方的网络断了，正在等它回来";

    @Test
    void aCallOutlivesCutsOfTheKiosksNetwork() throws IOException {
        Network network = network();
        ClerkPerson clerk = clerkAt(origin());
        KioskPerson applicant = applicantAt(network.origin(), ENTRANCE);
        meet(applicant, clerk);
        String code = applicant.code();

        network.cut();
        applicant.fills("字号", "禾一");
        await(applicant.page, () -> network.hasBeenCutFor(Duration.ofSeconds(1)));
        network.mend();
        awaitValue(clerk.box("字号"), "禾一");
        back("a cut of 1 s at the kiosk, typed text at the console", network, Duration.ofSeconds(1));
        stillTheSame(applicant, clerk, code);

        network.cut();
        applicant.fills("字号", "禾十");
        openChat(applicant);
        applicant.writes("断线时写的");
        applicant.presses("关上文字");
        applicant.sees(KIOSK_LOST);
        applicant.sees("可以接着填，连上后自动送出");
        clerk.sees(KIOSK_GONE);
        await(applicant.page, () -> network.hasBeenCutFor(Duration.ofSeconds(10)));
        assertThat(clerk.box("字号")).hasValue("禾一");
        network.mendLate();
        awaitGone(applicant.page, KIOSK_LOST);
        back("a cut of 10 s at the kiosk", network, Duration.ofSeconds(2));
        awaitValue(clerk.box("字号"), "禾十");
        back("a cut of 10 s at the kiosk, typed text at the console", network, Duration.ofSeconds(2));
        clerk.reads("断线时写的");
        assertThat(lines(clerk.page, "断线时写的")).hasCount(1);
        clerk.seesNoMore(KIOSK_GONE);
        stillTheSame(applicant, clerk, code);

        network.cut();
        applicant.fills("行业", "六十秒");
        applicant.sees(KIOSK_LOST);
        clerk.sees(KIOSK_GONE);
        clerk.writes("您不用动");
        await(applicant.page, () -> network.hasBeenCutFor(Duration.ofSeconds(60)));
        applicant.sees(KIOSK_LOST);
        applicant.seesValue("行业", "六十秒");
        network.mendLate();
        awaitGone(applicant.page, KIOSK_LOST);
        back("a cut of 60 s at the kiosk", network, Duration.ofSeconds(4));
        awaitValue(clerk.box("行业"), "六十秒");
        back("a cut of 60 s at the kiosk, typed text at the console", network, Duration.ofSeconds(4));
        openChat(applicant);
        applicant.reads("您不用动");
        assertThat(lines(applicant.page, "您不用动")).hasCount(1);
        assertThat(lines(applicant.page, "断线时写的")).hasCount(1);
        applicant.presses("关上文字");
        stillTheSame(applicant, clerk, code);
        part(applicant, clerk);
    }

    @Test
    void aCallOutlivesACutOfTheClerksNetwork() throws IOException {
        Network network = network();
        ClerkPerson clerk = clerkAt(network.origin());
        KioskPerson applicant = applicantAt(origin(), ENTRANCE);
        meet(applicant, clerk);
        String code = applicant.code();

        network.cut();
        clerk.writes("我这边断了吗");
        applicant.sees(CLERK_GONE);
        clerk.sees(CONSOLE_LOST);
        clerk.sees("还有 1 步没有送出");
        applicant.fills("字号", "禾泽");
        await(clerk.page, () -> network.hasBeenCutFor(Duration.ofSeconds(10)));
        network.mendLate();
        awaitGone(clerk.page, CONSOLE_LOST);
        back("a cut of 10 s at the console", network, Duration.ofSeconds(2));
        awaitValue(clerk.box("字号"), "禾泽");
        back("a cut of 10 s at the console, the applicant's text there", network, Duration.ofSeconds(2));
        applicant.seesNoMore(CLERK_GONE);
        openChat(applicant);
        applicant.reads("我这边断了吗");
        assertThat(lines(applicant.page, "我这边断了吗")).hasCount(1);
        assertThat(lines(clerk.page, "我这边断了吗")).hasCount(1);
        stillTheSame(applicant, clerk, code);
        part(applicant, clerk);
    }

    @Test
    void aLineThatIsResetComesBackAtOnce() throws IOException {
        Network network = network();
        KioskPerson applicant = applicantAt(network.origin(), ENTRANCE);
        ClerkPerson clerk = clerkAt(network.origin());
        meet(applicant, clerk);
        String code = applicant.code();

        network.reset();
        applicant.fills("字号", "禾泽");
        clerk.seesValue("字号", "禾泽");
        clerk.seesNoMore(CONSOLE_LOST);
        applicant.seesNoMore(KIOSK_LOST);
        stillTheSame(applicant, clerk, code);
        part(applicant, clerk);
    }

    private static void back(String what, Network network, Duration promised) {
        Duration took = network.sinceMended();
        figure(what + ", back after", took);
        assertThat(took).as(what).isLessThan(promised.multipliedBy(BUSY));
    }

    /** The call that was cut, not another one: its code is drawn once, when it is answered. */
    private static void stillTheSame(KioskPerson applicant, ClerkPerson clerk, String code) {
        assertThat(applicant.code()).isEqualTo(code);
        assertThat(clerk.code()).isEqualTo(code);
        seeEachOther(applicant, clerk);
    }

    private static void awaitValue(Locator box, String value) {
        box.page()
                .waitForFunction(
                        "([box, value]) => box.value === value", java.util.List.of(box.elementHandle(), value));
    }

    /** Its button counts what is unread. */
    private static void openChat(KioskPerson applicant) {
        applicant
                .page
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^文字")))
                .click();
    }

    private static Locator lines(Page page, String words) {
        return page.getByRole(AriaRole.LOG).getByText(words, new Locator.GetByTextOptions().setExact(true));
    }
}
