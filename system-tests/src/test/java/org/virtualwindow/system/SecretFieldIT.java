package org.virtualwindow.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.virtualwindow.system.FakeDevices.Colour;

/** A password that the item declares secret reaches neither the clerk's browser nor the shared picture nor a log. */
class SecretFieldIT extends WalkTest {
    private static final String PIN = "公积金查询密码";
    private static final String CANARY = "739164";
    private static final Colour COVER = new Colour(35, 49, 58);

    @Test
    void theClerkLearnsThatItIsFilledAndNothingElse() {
        PrintStream usual = System.out;
        var log = new ByteArrayOutputStream();
        System.setOut(new PrintStream(log, true, StandardCharsets.UTF_8));
        try {
            aSecretIsWrittenBesideAClerk();
        } finally {
            System.setOut(usual);
        }
        assertThat(log.toString(StandardCharsets.UTF_8)).doesNotContain(CANARY);
    }

    private void aSecretIsWrittenBesideAClerk() {
        ClerkPerson clerk = clerk("shen.jianhua");
        clerk.isReady();
        KioskPerson applicant = applicant(applicantsBrowser(), ENTRANCE, 1080, 1920);
        applicant.starts();
        applicant.chooses(NANXUN, "住房公积金");
        applicant.agrees();
        applicant.calls();
        assertThat(clerk.button("接听")).isVisible();
        clerk.page.keyboard().press("F2");
        assertThat(clerk.button("挂断")).isVisible();
        applicant.presses("共享屏幕");
        Locator picture = clerk.page.locator(".stage__video");
        Senses.moves(picture);
        applicant.presses("下一步");

        Locator box = applicant.page.getByLabel(PIN);
        box.focus();
        applicant.sees("保密内容，沈建华看不到");
        clerk.sees("对方屏幕上有保密内容，暂时遮住");
        assertThat(Senses.colourOf(picture, COVER).from(COVER)).isLessThan(45);
        box.fill(CANARY);
        applicant.photographs("secret-1-kiosk");
        clerk.photographs("secret-1-console-covered");
        applicant.page.getByLabel("哪个单位给您交").focus();
        assertThat(clerk.page.getByText("对方屏幕上有保密内容，暂时遮住")).hasCount(0);
        Colour paper = new Colour(245, 245, 240);
        assertThat(Senses.colourOf(picture, paper).from(paper)).isLessThan(60);

        clerk.page.keyboard().press("f");
        Locator field = clerk.page.locator("[data-path='/queryPin']");
        assertThat(field).containsText("已填（保密）");
        assertThat(field).containsText("保密，只有办事人看得到");
        assertThat(field.getByText("建议")).hasCount(0);
        field.scrollIntoViewIfNeeded();
        clerk.photographs("secret-2-console");
        clerk.page.reload();
        clerk.wire.hears(told -> told.contains("RoomSnapshot") && told.contains("\"/queryPin\":{\"value\":\"******\""));
        assertThat(clerk.button("挂断")).isVisible();
        assertThat(clerk.wire.firstHeard(told -> told.contains(CANARY))).isEmpty();
        assertThat(clerk.page.content()).doesNotContain(CANARY);
        assertThat(applicant.wire.firstSaid(said -> said.contains(CANARY)))
                .as("what was looked for was said at all")
                .isPresent();
        clerk.hangsUp();
        applicant.endsTheVisit();
    }
}
