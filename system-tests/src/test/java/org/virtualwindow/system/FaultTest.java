package org.virtualwindow.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.WaitForConditionOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.virtualwindow.protocol.ids.KioskId;

/** A walk on which something breaks. */
abstract class FaultTest extends WalkTest {
    static final String CLERK = "shen.jianhua";

    private final List<Network> networks = new ArrayList<>();

    /** Chromium says by itself that a server is not to be reached; no page could keep it from saying so. */
    @BeforeEach
    void expectBreaks() {
        expectComplaint("WebSocket connection to ");
        expectComplaint("Failed to load resource: net::ERR_");
    }

    @AfterEach
    void closeNetworks() throws IOException {
        for (Network network : networks) {
            network.close();
        }
        networks.clear();
    }

    /** A piece of network of one's own. */
    Network network() throws IOException {
        Network network = Network.to(origin());
        networks.add(network);
        return network;
    }

    KioskPerson applicantAt(String origin, KioskId kiosk) {
        Page page = blank(applicantsBrowser(), "/kiosk/", 1080, 1920);
        var person = new KioskPerson(page);
        page.navigate(origin + "/kiosk/#launch=" + launchCode(kiosk));
        return person;
    }

    ClerkPerson clerkAt(String origin) {
        Page page = blank(clerksBrowser(), "/console/", 1440, 900);
        var person = new ClerkPerson(page);
        page.navigate(origin + "/console/");
        person.signsIn(CLERK, secretOf(CLERK));
        person.isReady();
        return person;
    }

    /** Where somebody waits already, so that it rings at once. */
    static void takesCalls(ClerkPerson clerk) {
        clerk.presses("检查好了");
        clerk.presses("空闲");
    }

    /** Another page of the same person: same cookies. */
    Page anotherTab(Page page) {
        BrowserContext context = page.context();
        Page tab = context.newPage();
        tab.navigate(page.url());
        return tab;
    }

    /** From the first touch to the clerk's face. */
    static void meet(KioskPerson applicant, ClerkPerson clerk) {
        applicant.opensTheForm(NANXUN);
        applicant.turnsTo("给它起个名字");
        applicant.picks("名称按什么顺序写", "地名＋字号＋行业＋组织形式");
        applicant.calls();
        clerk.answers();
        seeEachOther(applicant, clerk);
    }

    /** Leaves kiosk and desk as they were found. */
    static void part(KioskPerson applicant, ClerkPerson clerk) {
        clerk.hangsUp();
        clerk.finishes();
        leave(applicant);
    }

    static void leave(KioskPerson applicant) {
        applicant.presses("结束清除");
        applicant.presses("结束并清除");
        assertThat(applicant.button("开始办理")).isVisible();
    }

    static void seeEachOther(KioskPerson applicant, ClerkPerson clerk) {
        assertThat(applicant.clerksPicture()).isVisible();
        Senses.moves(applicant.clerksPicture());
        Senses.moves(clerk.applicantsPicture());
    }

    /** Waits for what is not on the screen, while the page goes on. */
    static void await(Page page, BooleanSupplier condition) {
        page.waitForCondition(condition, new WaitForConditionOptions().setTimeout(90_000));
    }

    /** Waits, closely, until these words stand nowhere on the page any more. */
    static void awaitGone(Page page, String words) {
        page.waitForFunction("words => !document.body.innerText.includes(words)", words);
    }

    static void figure(String what, Duration took) {
        System.out.printf("figure: %s: %d ms%n", what, took.toMillis());
    }
}
