package org.virtualwindow.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import org.junit.jupiter.api.Test;

class DoorsIT extends SystemTest {
    @Test
    void everyDoorOpensInChineseWithoutAComplaintOfTheBrowser() {
        Browser browser = browser();

        assertThat(open(browser, "/kiosk/", 1080, 1920)).hasTitle("远程虚拟窗口");
        assertThat(open(browser, "/console/", 1280, 800)).hasTitle("远程虚拟窗口·坐席台");
        assertThat(open(browser, "/hall/", 1280, 800)).hasTitle("远程虚拟窗口·大厅管理");
    }
}
