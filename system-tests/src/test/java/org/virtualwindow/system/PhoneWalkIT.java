package org.virtualwindow.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** An applicant photographs their papers with their own phone, and takes them at the kiosk; nobody else's phone gets anything in. */
class PhoneWalkIT extends DaemonWalkTest {
    @Test
    void thePagesOfAPhoneComeToTheClerkOnceTheApplicantTookThem() {
        expectComplaint("409 (Conflict)"); // the stranger's phone
        expectComplaint("410 (Gone)"); // after 停用
        startDaemon();
        ClerkPerson clerk = clerk("shen.jianhua");
        clerk.isReady();
        KioskPerson applicant = applicant();
        applicant.opensTheForm(NANXUN);
        applicant.fillsInTheKind();
        applicant.calls();
        clerk.answers();
        clerk.page.keyboard().press("o");
        clerk.sees("还有 2 份没有看过、没有通过");
        clerk.page.keyboard().press("o");
        clerk.page.keyboard().press("`");

        applicant.sees("用手机传照片");
        applicant.sees("10 分钟内有效，只有第一部扫码的手机能用。");
        applicant.photographs("phone-1-kiosk");
        String link = scans(applicant.page);
        assertThat(link).startsWith(origin() + "/phone/#");
        PhonePerson phone = phone(link);
        phone.sees("每个出资人的证件或营业执照");
        phone.photographs("phone-1-phone");
        applicant.sees("一部手机连上了");

        PhonePerson stranger = phone(link);
        stranger.sees("另一部手机已经在用这个码");
        applicant.sees("又有一部手机想用这个码，已经挡住了。");
        applicant.photographs("phone-2-kiosk");

        phone.choosesFile("paper.pdf", "application/pdf", "%PDF-1.7".getBytes(StandardCharsets.US_ASCII));
        phone.sees("这不是照片，或者手机打不开。请拍照，或者选一张照片。");
        phone.presses("知道了");
        phone.photographsSheet("Dark", 40);
        phone.sees("太暗，可能看不清。");
        phone.photographs("phone-2-phone");
        applicant.sees("手机传来一页，是您的吗？");
        applicant.sees("太暗，可能要重拍");
        clerk.sees("手机传来 1 页，等对方在屏幕上收下");
        seesPictures(clerk.page, 0);
        phone.presses("不要这张，重拍");
        applicant.seesNoMore("手机传来一页，是您的吗？");
        clerk.seesNoMore("手机传来 1 页，等对方在屏幕上收下");

        phone.photographsSheet("Wrong paper", 230);
        phone.sees("传好了");
        applicant.presses("不要，删掉");
        applicant.seesNoMore("手机传来一页，是您的吗？");
        phone.photographsSheet("Licence", 230);
        applicant.sees("手机传来一页，是您的吗？");
        applicant.photographs("phone-3-kiosk");
        applicant.presses("是我的，收下");
        applicant.sees("已经收下 1 页。还有就接着拍。");
        clerk.sees("等您看");
        clerk.sees("对方手机");
        seesPictures(clerk.page, 1);
        clerk.photographs("phone-3-console");

        theClerkRejectsItAndLooksAtItAgain(clerk, applicant, phone);
        theCardIsReadAndThatIsEnough(clerk, applicant);

        applicant.presses("停用");
        phone.photographsSheet("Too late", 230);
        phone.sees("这个码用不了了");
        phone.photographs("phone-4-phone");
        clerk.hangsUp();
        clerk.finishes();
        applicant.endsTheVisit();
    }

    private static void theClerkRejectsItAndLooksAtItAgain(
            ClerkPerson clerk, KioskPerson applicant, PhonePerson phone) {
        clerk.page.keyboard().press("/");
        Locator page = clerk.page.locator("#judge-page");
        assertThat(page).isFocused();
        clerk.page.keyboard().press("t");
        assertThat(page).hasClass(Pattern.compile(".*judge__page--turned-1.*"));
        BoundingBox lying = page.boundingBox();
        clerk.page.mouse().move(lying.x + lying.width * 0.8, lying.y + lying.height * 0.1);
        clerk.page.mouse().down();
        clerk.page.mouse().move(lying.x + lying.width * 0.9, lying.y + lying.height * 0.4);
        clerk.page.mouse().up();
        clerk.page.keyboard().press("3");
        clerk.photographs("phone-4-console");
        clerk.presses("退回这一页");
        clerk.sees("退回了，等重拍");

        phone.photographsSheet("Licence again", 230);
        applicant.presses("是我的，收下");
        clerk.sees("等您看");
        clerk.page.keyboard().press("/");
        clerk.sees("以前退回的页（1）");
        clerk.page.getByLabel("看以前退回的第 1 页").click();
        clerk.sees("这一页退回过，后来换了新的");
        // Where it was circled near the right edge of what was turned, it is near the upper edge of the page as it
        // lies.
        Locator drawn = page.locator("ellipse.page-mark__line");
        assertThat(drawn).hasCount(1);
        assertThat(drawn).hasAttribute("cy", Pattern.compile("1[45].*%"));
        clerk.photographs("phone-5-console");
        clerk.presses("看现在这一页");
        clerk.page.keyboard().press("p");
        clerk.sees("还有 1 份没有看过、没有通过");
    }

    private static void theCardIsReadAndThatIsEnough(ClerkPerson clerk, KioskPerson applicant) {
        applicant.presses("关上");
        applicant.seesNoMore("用手机传照片");
        clerk.page.keyboard().press("c");
        applicant.presses("同意");
        applicant.presses("知道了");
        clerk.page.keyboard().press("o");
        clerk.sees("读卡器读过身份证");
        clerk.sees("要的材料都有着落了");
        clerk.page.keyboard().press("`");
        applicant.sees("用手机传照片");
    }

    private PhonePerson phone(String link) {
        Page page = blank(applicantsBrowser(), "/phone/", 390, 844);
        page.navigate(link);
        return new PhonePerson(page);
    }

    private static String scans(Page kiosk) {
        Locator code = kiosk.getByRole(AriaRole.IMG, new Page.GetByRoleOptions().setName("手机扫这个码传照片"));
        return Pictures.qrCode(Pictures.of(code.screenshot())).orElseThrow();
    }

    private static void seesPictures(Page page, int count) {
        page.waitForFunction("""
            count => [...document.querySelectorAll('.material img[src*="/api/blob/"]')]
                .filter(image => image.complete && image.naturalWidth > 0).length === count
            """, count);
    }
}
