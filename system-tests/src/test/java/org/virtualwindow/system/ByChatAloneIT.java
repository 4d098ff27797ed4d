package org.virtualwindow.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Neither side has a camera or a microphone: form, pointing and chat carry the whole matter. */
class ByChatAloneIT extends WalkTest {
    @Test
    void withoutCameraAndMicrophoneTheCaseIsFiledByChatAlone() {
        expectComplaint("encountered an error from the audio device");
        ClerkPerson clerk = clerk(bareBrowser(), "shen.jianhua");
        clerk.sees("没有找到摄像头或麦克风");
        clerk.sees("没有摄像头或麦克风也能接：表、文字、共享都照常。");
        clerk.isReady();
        KioskPerson applicant = applicant(bareBrowser(), ENTRANCE, 1080, 1920);
        applicant.opensTheForm(NANXUN);
        applicant.calls();
        clerk.answers();

        clerk.sees("对方没有摄像头");
        clerk.sees("对方没有麦克风，请用文字");
        clerk.sees("您没有摄像头");
        applicant.sees("对方没有摄像头");
        applicant.sees("这台机器没有找到摄像头或话筒。可以用文字说，表格照样能填。");
        assertThat(applicant.button("静音")).isDisabled();
        applicant.photographs("chat-1-kiosk");
        clerk.photographs("chat-1-console");

        applicant.presses("文字");
        applicant.presses("我听不见，请打字");
        clerk.reads("我听不见，请打字");
        clerk.writes("好的。请先写字号");
        applicant.reads("好的。请先写字号");
        applicant.presses("关上文字");

        applicant.fillsInTheKind();
        applicant.fillsInTheName("禾泽");
        clerk.pointsAt("字号");
        assertThat(applicant.field("字号")).containsText("沈建华：看这里");
        applicant.fillsInTheInvestor();
        applicant.fillsInTheContact();
        applicant.reviews();
        applicant.declares();
        clerk.writes("都对，可以提交了");
        applicant.sees("都对，可以提交了");
        String caseNo = applicant.submits();

        assertThat(caseNo).startsWith("330503");
        assertThat(clerk.page.getByLabel(caseNo).first()).isVisible();
        clerk.hangsUp();
        applicant.leaves();
    }
}
