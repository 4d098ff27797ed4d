package org.virtualwindow.system;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import org.jspecify.annotations.Nullable;
import org.virtualwindow.protocol.ids.KioskId;

/** A test with people in it, each with a browser, a camera and a microphone of their own. */
abstract class WalkTest extends SystemTest {
    static final KioskId ENTRANCE = new KioskId("310117-K1");
    static final KioskId AREA = new KioskId("310117-K2");
    static final String NANXUN = "湖州市南浔区";

    private @Nullable Browser applicants;
    private @Nullable Browser clerks;

    /** Everybody who sits at a kiosk shares one browser program, not one context. */
    Browser applicantsBrowser() {
        if (applicants == null) {
            applicants = browser(FakeDevices.APPLICANT.flags(folder()));
        }
        return applicants;
    }

    Browser clerksBrowser() {
        if (clerks == null) {
            clerks = browser(FakeDevices.CLERK.flags(folder()));
        }
        return clerks;
    }

    KioskPerson applicant() {
        return applicant(applicantsBrowser(), ENTRANCE, 1080, 1920);
    }

    KioskPerson applicant(Browser browser, KioskId kiosk, int width, int height) {
        Page page = blank(browser, "/kiosk/", width, height);
        var person = new KioskPerson(page);
        page.navigate(origin() + "/kiosk/#launch=" + launchCode(kiosk));
        return person;
    }

    ClerkPerson clerk(String account) {
        return clerk(clerksBrowser(), account);
    }

    ClerkPerson clerk(Browser browser, String account) {
        Page page = blank(browser, "/console/", 1440, 900);
        var person = new ClerkPerson(page);
        page.navigate(origin() + "/console/");
        person.signsIn(account, secretOf(account));
        return person;
    }

    ManagerPerson manager(String account) {
        Page page = blank(clerksBrowser(), "/hall/", 1440, 900);
        var person = new ManagerPerson(page);
        page.navigate(origin() + "/hall/");
        person.signsIn(account, secretOf(account));
        return person;
    }
}
