package org.virtualwindow.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A clerk with several cameras and microphones takes others in the middle of a call. */
class DeviceChangeIT extends WalkTest {
    /** Keeps the page's connections, so that it can be asked which device really goes out. */
    private static final String KEEP_CONNECTIONS = """
        window.connections = [];
        window.RTCPeerConnection = class extends RTCPeerConnection {
          constructor(...how) {
            super(...how);
            connections.push(this);
          }
        };\
        """;

    private static final String SENT = """
        ([kind, device]) => connections
          .filter((each) => each.connectionState === "connected")
          .flatMap((each) => each.getSenders())
          .some(({ track }) => track?.kind === kind && track.readyState === "live" && track.getSettings().deviceId === device)\
        """;

    @Test
    void theApplicantSeesAndHearsThroughTheOtherDevicesAndTheCallGoesOn() {
        // The second fake camera sees depth, which no connection carries; the third sees a picture again.
        Page page = blank(
                bareBrowser("--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream=device-count=3"),
                "/console/",
                1440,
                900);
        page.addInitScript(KEEP_CONNECTIONS);
        var clerk = new ClerkPerson(page);
        page.navigate(origin() + "/console/");
        clerk.signsIn("lu.xiaoyan", secretOf("lu.xiaoyan"));
        clerk.isReady();
        KioskPerson applicant = applicant();
        applicant.opensTheForm(NANXUN);
        applicant.calls();
        clerk.answers();
        Senses.moves(applicant.clerksPicture());

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^设置")))
                .click();
        String camera = takesAnother(clerk, "摄像头");
        page.waitForFunction(SENT, List.of("video", camera));
        String microphone = takesAnother(clerk, "麦克风");
        page.waitForFunction(SENT, List.of("audio", microphone));
        page.keyboard().press("Escape");

        Senses.moves(applicant.clerksPicture());
        hears(applicant.clerksPicture());
        assertThat((Boolean) page.evaluate(SENT, List.of("video", camera)))
                .as("the camera stays when the microphone changes")
                .isTrue();
        applicant.seesNoMore("对方静音了");
        clerk.hangsUp();
        applicant.endsTheVisit();
    }

    /** Returns the id of the last device of the list, which nothing used so far. */
    private static String takesAnother(ClerkPerson clerk, String kind) {
        Locator choice = clerk.page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName(kind));
        Locator options = choice.locator("option");
        assertThat(options.nth(2)).isAttached();
        String last = options.last().getAttribute("value");
        assertThat((Boolean) clerk.page.evaluate(SENT, List.of(kind.equals("摄像头") ? "video" : "audio", last)))
                .as("in use before it was chosen")
                .isFalse();
        choice.selectOption(new SelectOption().setValue(last));
        return last;
    }

    /** Waits until sound came in that can be heard. */
    private static void hears(Locator video) {
        video.evaluate("""
            async (video) => {
              const context = new AudioContext();
              const analyser = context.createAnalyser();
              context.createMediaStreamSource(video.srcObject).connect(analyser);
              const samples = new Float32Array(analyser.fftSize);
              const end = performance.now() + 25_000;
              for (let loudest = 0; loudest < 0.01; ) {
                if (performance.now() > end) throw new Error("silence");
                await new Promise((again) => setTimeout(again, 20));
                analyser.getFloatTimeDomainData(samples);
                loudest = Math.max(...samples.map(Math.abs));
              }
              await context.close();
            }\
            """);
    }
}
