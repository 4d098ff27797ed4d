package org.virtualwindow.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.virtualwindow.protocol.ServiceItem;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.protocol.ids.ServiceItemId;
import org.virtualwindow.server.form.Catalog;

/** All that is done with papers at a counter, from another city. The kiosk's browser feigns a face's and a document camera. */
class OtherCityWalkIT extends DaemonWalkTest {
    private static final String PAPERS = "和案子有关的材料";
    private static final int WIDTH = 1920;
    private static final int HEIGHT = 1080;

    /** Of the first of the demo's cards, so that nothing differs from it. */
    private static final Map<String, String> AS_THE_CARD_SAYS = Map.of(
            "/personName", "㐱小宁", "/idNo", "310117198805120010", "/birthDate", "1988-05-12", "/members/r1/name", "㐱小宁");

    /** What this page sends over its connections: `sent()` counts the tracks of pictures that are live. */
    private static final String WATCH_SENDERS = """
        () => {
          const senders = new Map();
          const replace = RTCRtpSender.prototype.replaceTrack;
          RTCRtpSender.prototype.replaceTrack = function (track) {
            senders.set(this, track);
            return replace.call(this, track);
          };
          window.sent = () => [...senders.values()]
            .filter((track) => track !== null && track.kind === "video" && track.readyState === "live").length;
        }\
        """;

    /** Presses 停止 and returns after how many milliseconds neither the camera is open nor anything of it sent. */
    private static final String STOPS = """
        async (button) => {
          const [camera] = document.querySelector("video.watched__picture").srcObject.getVideoTracks();
          const others = window.sent() - 1;
          const begun = performance.now();
          button.click();
          while ((camera.readyState === "live" || window.sent() > others) && performance.now() - begun < 5_000)
            await new Promise((again) => setTimeout(again, 5));
          return performance.now() - begun;
        }\
        """;

    private static final String PULL_OUT = """
        () => {
          const list = navigator.mediaDevices.enumerateDevices.bind(navigator.mediaDevices);
          navigator.mediaDevices.enumerateDevices = async () =>
            (await list()).filter((each) => each.kind !== "videoinput" || each.label === "fake_device_2");
          const [camera] = document.querySelector("video.watched__picture").srcObject.getVideoTracks();
          camera.stop();
          camera.dispatchEvent(new Event("ended"));
        }\
        """;

    /** As whoever put the kiosk up has chosen: else the browser takes any. The second feigned camera is one that nothing can encode. */
    private static final String CHOOSE_THE_FACES_CAMERA = """
        async () => {
          const stream = await navigator.mediaDevices.getUserMedia({ video: true });
          stream.getTracks().forEach((track) => track.stop());
          const all = await navigator.mediaDevices.enumerateDevices();
          localStorage.setItem("vw-device-camera", all.find((each) => each.label === "fake_device_2").deviceId);
        }\
        """;

    private @Nullable Browser twoCameras;

    @Test
    void theClerkReadsTheCardTakesTwoPagesHasOneTakenAgainGetsASignatureAndPrintsTheReceipt() throws IOException {
        ServiceItem item = Catalog.load()
                .find(new ServiceItemId("LEGAL_AID"), new CentreId("330503"))
                .orElseThrow();
        Path sheets = Files.createDirectory(folder().resolve("sheets"));
        startDaemon("sheets: " + sheets);
        ClerkPerson clerk = clerk("shen.jianhua");
        clerk.isReady();
        KioskPerson applicant = applicantWithPapers();
        applicant.starts();
        applicant.chooses(NANXUN, item.title().zh());
        applicant.agrees();
        applicant.calls();
        clerk.answers(item.title().zh());
        clerk.page.keyboard().press("h");

        assertThat(clerk.button("读身份证")).isEnabled();
        clerk.page.keyboard().press("c");
        applicant.presses("同意");
        clerk.sees("身份证读好了，填进了表里");
        applicant.presses("知道了");

        clerk.page.keyboard().press("o");
        clerk.page
                .locator(".material__name")
                .filter(new Locator.FilterOptions().setHasText(PAPERS))
                .click();
        watches(clerk, applicant);
        clerk.sees("拍下的页放进：" + PAPERS);
        applicant.photographs("other-city-1-kiosk");
        clerk.photographs("other-city-1-console");
        clerk.page.keyboard().press("]");
        assertThat(live(clerk)).hasClass(Pattern.compile("bed__picture--turned-1"));
        clerk.page.keyboard().press("v");
        seesPages(clerk, 1);
        clerk.page.keyboard().press("v");
        seesPages(clerk, 2);
        clerk.photographs("other-city-2-console");

        clerk.page.keyboard().press("/");
        Locator page = clerk.page.locator("#judge-page");
        assertThat(page).isFocused();
        circles(clerk.page, page);
        clerk.page.keyboard().press("2");
        clerk.presses("退回这一页");
        applicant.sees("这一页要重新拍");
        assertThat(applicant.page.locator(".rejected ellipse.page-mark__line")).hasCount(1);
        applicant.sees("正在使用：高拍仪");
        applicant.photographs("other-city-3-kiosk");
        clerk.sees("退回了，等重拍");
        Senses.moves(live(clerk));
        clerk.page.keyboard().press("v");
        applicant.seesNoMore("这一页要重新拍");
        clerk.sees("等您看");
        seesPages(clerk, 2);
        clerk.page.keyboard().press("=");
        applicant.presses("停止：高拍仪");
        clerk.sees("对方停了高拍仪的画面");
        assertThat(live(clerk)).hasCount(0);
        applicant.seesNoMore("正在使用：高拍仪");
        applicant.presses("知道了");

        new FormAnswers(applicant.page, item, false, AS_THE_CARD_SAYS).fillIn(number -> applicant.presses("下一步"));
        applicant.presses("去核对");
        applicant.agreesTo("我说的都是真的");
        clerk.page.keyboard().press("y");
        applicant.presses("同意");
        Locator pad = applicant.page.getByRole(
                AriaRole.IMG, new Page.GetByRoleOptions().setName("申请人签名").setExact(true));
        applicant.draws(pad, new double[][] {{0.2, 0.3}, {0.35, 0.25}, {0.3, 0.6}, {0.2, 0.75}});
        applicant.draws(pad, new double[][] {{0.5, 0.2}, {0.5, 0.5}, {0.55, 0.8}});
        applicant.presses("签好了");
        clerk.sees("签好了");

        clerk.page.keyboard().press("h");
        assertThat(clerk.button("打印回执")).isDisabled();
        String caseNo = applicant.submits();
        assertThat(clerk.button("打印回执")).isEnabled();
        clerk.page.keyboard().press("b");
        applicant.sees("沈建华要使用：打印机。同意吗？");
        applicant.photographs("devices-8-kiosk");
        applicant.presses("同意");
        clerk.sees("打好了，纸在对方的出纸口");
        applicant.sees("打好了，请到出纸口拿。");
        applicant.photographs("devices-9-kiosk");
        clerk.photographs("devices-9-console");
        Assertions.assertThat(printed(sheets))
                .contains("回执", caseNo, item.title().zh(), "湖州市南浔区", "上海市松江区");
        clerk.hangsUp();
        clerk.finishes();
        applicant.leaves();
    }

    @Test
    void nobodyWatchesAMomentLongerThanTheApplicantLetsThem() {
        ClerkPerson clerk = clerk("shen.jianhua");
        clerk.isReady();
        KioskPerson applicant = applicantWithPapers();
        applicant.page.evaluate(WATCH_SENDERS);
        applicant.opensTheForm(NANXUN);
        applicant.calls();
        clerk.answers();
        clerk.page.keyboard().press("h");
        assertThat(clerk.button("看画面")).isEnabled();
        clerk.page.keyboard().press("9");
        applicant.presses("不同意");
        clerk.sees("对方没有同意用高拍仪");
        Assertions.assertThat(applicant.page.locator("video.watched__picture").count())
                .isZero();

        watches(clerk, applicant);
        applicant.page.context().setOffline(true);
        double took = ((Number) applicant.button("停止：高拍仪").evaluate(STOPS)).doubleValue();
        System.out.printf("figure: the bed was watched no more %.0f ms after 停止, without a network%n", took);
        Assertions.assertThat(took).isLessThan(300);
        applicant.page.context().setOffline(false);
        clerk.sees("高拍仪的画面");
        assertThat(live(clerk)).hasCount(0);

        watchesAgain(clerk, applicant);
        clerk.page.keyboard().press("9");
        clerk.sees("高拍仪的画面停了");
        applicant.sees("高拍仪的画面停了，现在没有人看得到。");
        assertThat(applicant.page.locator("video.watched__picture")).hasCount(0);

        watchesAgain(clerk, applicant);
        applicant.page.reload();
        clerk.sees("对方的屏幕重新打开过，高拍仪的画面已经停了");
        assertThat(live(clerk)).hasCount(0);
        assertThat(applicant.page.locator("video.watched__picture")).hasCount(0);

        assertThat(clerk.button("看画面")).isEnabled();
        watchesAgain(clerk, applicant);
        applicant.page.evaluate(PULL_OUT);
        clerk.sees("高拍仪没接好或断开了，画面停了");
        clerk.sees("没开机或没接好");
        assertThat(clerk.button("看画面")).isDisabled();
        clerk.photographs("other-city-4-console");
        clerk.hangsUp();
        clerk.finishes();
        applicant.endsTheVisit();
    }

    private KioskPerson applicantWithPapers() {
        if (twoCameras == null) {
            twoCameras = browser("--use-fake-device-for-media-stream=device-count=3,display-media-type=browser");
        }
        KioskPerson applicant = applicant(twoCameras, ENTRANCE, 1080, 1920);
        applicant.page.evaluate(CHOOSE_THE_FACES_CAMERA);
        return applicant;
    }

    private static void watches(ClerkPerson clerk, KioskPerson applicant) {
        clerk.page.keyboard().press("9");
        applicant.sees("沈建华要使用：高拍仪。同意吗？");
        assertThat(live(clerk)).hasCount(0);
        applicant.presses("同意");
        seesTheBed(clerk, applicant);
    }

    /** What was allowed for this visit. */
    private static void watchesAgain(ClerkPerson clerk, KioskPerson applicant) {
        clerk.page.keyboard().press("9");
        seesTheBed(clerk, applicant);
    }

    /** Frames come that are large enough to read, and whoever sits there is told. */
    private static void seesTheBed(ClerkPerson clerk, KioskPerson applicant) {
        applicant.sees("正在使用：高拍仪");
        applicant.sees("沈建华正在看镜头下的纸");
        clerk.page.waitForFunction(
                "([video, width, height]) => video.videoWidth === width && video.videoHeight === height",
                List.of(live(clerk).elementHandle(), WIDTH, HEIGHT));
        Senses.moves(live(clerk));
    }

    private static Locator live(ClerkPerson clerk) {
        return clerk.page.locator("video.bed__picture");
    }

    /** Stored pages of the material, fetched from the server and drawn. */
    private static void seesPages(ClerkPerson clerk, int count) {
        clerk.page.waitForFunction("""
            count => [...document.querySelectorAll('.material img[src*="/api/blob/"]')]
                .filter(image => image.complete && image.naturalWidth > 0).length === count
            """, count);
    }

    private static void circles(Page page, Locator sheet) {
        BoundingBox box = sheet.boundingBox();
        page.mouse().move(box.x + box.width * 0.3, box.y + box.height * 0.2);
        page.mouse().down();
        page.mouse().move(box.x + box.width * 0.7, box.y + box.height * 0.35, new Mouse.MoveOptions().setSteps(6));
        page.mouse().up();
    }

    /** What stands on the one sheet, without blanks. */
    private static String printed(Path sheets) throws IOException {
        try (Stream<Path> files = Files.list(sheets);
                PDDocument document = Loader.loadPDF(files.toList().getFirst().toFile())) {
            return new PDFTextStripper().getText(document).replace(" ", "");
        }
    }
}
