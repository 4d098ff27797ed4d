package org.virtualwindow.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The server is killed as by a power cut and started again; nobody touches the pages. */
class KillIT extends FaultTest {
    @Override
    Served serve(Path data) throws IOException {
        return KillableServer.start(data);
    }

    @Test
    void theSameCallGoesOnWhenTheServerDiesWhileBothType() throws Exception {
        ClerkPerson clerk = clerkAt(origin());
        KioskPerson applicant = applicantAt(origin(), ENTRANCE);
        meet(applicant, clerk);
        String code = applicant.code();
        clerk.presses("请求代填");
        applicant.presses("同意");
        clerk.sees("对方随时能收回");
        applicant.fills("行业", "贸易");
        applicant.wire.hears(told -> told.contains("\"FieldSet\"") && told.contains("贸易"));

        // One field is stored, two are on their way or still in the box, and a line of chat.
        clerk.writes("还在吗");
        applicant.fills("字号", "禾泽");
        clerk.box("地名").fill("湖州");
        server().kill();
        applicant.sees("网络断了一下，不是您的问题");
        clerk.sees("网络断了，正在重新连接");
        applicant.fills("字号", "禾泽田");
        server().startAgain();
        long ready = System.nanoTime();
        awaitGone(applicant.page, "网络断了一下，不是您的问题");
        awaitGone(clerk.page, "网络断了，正在重新连接");
        figure("both pages back after the killed server is ready again", Duration.ofNanos(System.nanoTime() - ready));

        for (Person person : new Person[] {applicant, clerk}) {
            assertThat(person.box("行业")).hasValue("贸易");
            assertThat(person.box("字号")).hasValue("禾泽田");
            assertThat(person.box("地名")).hasValue("湖州");
        }
        assertThat(applicant.code()).isEqualTo(code);
        assertThat(clerk.code()).isEqualTo(code);
        seeEachOther(applicant, clerk);
        assertThat(lines(clerk.page, "还在吗")).hasCount(1);

        // What the pages show is what is stored: new pages show the same.
        applicant.page.reload();
        clerk.page.reload();
        seeEachOther(applicant, clerk);
        applicant.turnsTo("给它起个名字");
        for (Person person : new Person[] {applicant, clerk}) {
            assertThat(person.box("行业")).hasValue("贸易");
            assertThat(person.box("字号")).hasValue("禾泽田");
            assertThat(person.box("地名")).hasValue("湖州");
        }
        assertThat(lines(clerk.page, "还在吗")).hasCount(1);
        part(applicant, clerk);
    }

    @Test
    void theLineIsInOrderAndRingsAgainWhenTheServerDies() throws Exception {
        ClerkPerson clerk = clerk(CLERK);
        KioskPerson first = applicantAt(origin(), ENTRANCE);
        KioskPerson second = applicantAt(origin(), AREA);
        first.opensTheForm(NANXUN);
        first.calls();
        first.sees("下一位就是您");
        second.opensTheForm(NANXUN);
        second.calls();
        second.sees("前面还有");

        server().kill();
        first.sees("正在重新连接。您填的都在");
        second.sees("正在重新连接。您填的都在");
        server().startAgain();
        first.seesNoMore("正在重新连接");
        second.seesNoMore("正在重新连接");
        first.sees("下一位就是您");
        second.sees("前面还有");
        clerk.seesNoMore("网络断了");

        takesCalls(clerk);
        clerk.awaitsRing();
        clerk.sees("大厅入口终端");
        first.sees("轮到您了，正在接通");
        server().kill();
        clerk.sees("网络断了，正在重新连接");
        server().startAgain();
        clerk.seesNoMore("网络断了");
        clerk.sees("大厅入口终端");
        clerk.answers();
        seeEachOther(first, clerk);
        assertThat(first.code()).isEqualTo(clerk.code());
        second.sees("下一位就是您");
        second.presses("取消呼叫");
        leave(second);
        part(first, clerk);
    }

    private KillableServer server() {
        return (KillableServer) served();
    }

    private static Locator lines(Page page, String words) {
        return page.getByRole(AriaRole.LOG).getByText(words, new Locator.GetByTextOptions().setExact(true));
    }
}
