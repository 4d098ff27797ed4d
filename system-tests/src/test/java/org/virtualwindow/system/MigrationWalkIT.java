package org.virtualwindow.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** The centre asks for something else while a form is open: the clerk proposes the newer form, the applicant moves, and files what both saw. */
class MigrationWalkIT extends WalkTest {
    private static final String STRICTER = """
        version: 900
        fields:
          /alternative1: { maxLength: 4 }
        """;

    @Test
    void aFormMovesToTheNewerPackageAndIsFiledUnderTheCodeThatBothSaw() {
        ClerkPerson clerk = clerk("shen.jianhua");
        clerk.isReady();
        KioskPerson applicant = applicant();
        applicant.opensTheForm(NANXUN);
        applicant.calls();
        clerk.answers();
        applicant.fillsInTheKind();
        applicant.fillsInTheName("禾泽田");
        applicant.turnsTo("再想几个，重名时用");
        applicant.fills("备选字号一", "云帆云山云海");
        applicant.page.keyboard().press("Tab");
        clerk.seesValue("备选字号一", "云帆云山云海");

        putsInForce();
        clerk.sees("这件事有了新版（第 900 版），这张表还按原来的");
        clerk.presses("看看有什么变化");
        clerk.sees("新表里放不下这么长");
        clerk.sees("云帆云山云海");
        clerk.photographs("migration-1-console");
        clerk.presses("请对方换到新版");
        applicant.sees("沈建华请您换到新版的表");
        applicant.photographs("migration-2-kiosk");
        applicant.presses("看看有什么变化");
        applicant.sees("新表里放不下这么长");
        applicant.photographs("migration-3-kiosk");
        applicant.presses("先不换");
        clerk.sees("对方先不换新版的表");

        applicant.presses("看看有什么变化");
        applicant.presses("换到新版");
        applicant.sees("换好了，有 1 项要您看一下");
        clerk.sees("已经换到第 900 版，1 项没有位置");
        applicant.presses("看一看");
        applicant.sees("云帆云山云海");
        applicant.photographs("migration-4-kiosk");
        applicant.presses("知道了");
        clerk.seesValue("备选字号一", "");
        clerk.seesValue("字号", "禾泽田");

        applicant.fillsInTheInvestor();
        applicant.fillsInTheContact();
        applicant.reviews();
        applicant.declares();
        String code = applicant.page.locator(".proof .hash").innerText();
        Assertions.assertThat(code.replaceAll("\\s", "")).matches("[0-9A-F]{16}");
        assertThat(clerk.page.locator(".form-panel__state .hash")).hasText(code);
        applicant.photographs("proof-1-kiosk");
        clerk.photographs("proof-2-console");
        applicant.submits();
        assertThat(applicant.receipt().locator(".hash")).hasText(code);
        assertThat(clerk.page.locator(".filed .hash")).hasText(code);
        applicant.photographs("proof-3-kiosk");
        clerk.photographs("proof-4-console");
    }

    private void putsInForce() {
        ManagerPerson manager = manager("yao.liping");
        manager.presses("事项包");
        manager.page.locator("[name=item]").fill("ENT_NAME");
        manager.page
                .getByLabel("本中心的不同之处")
                .setInputFiles(
                        new FilePayload("330503.yaml", "application/yaml", STRICTER.getBytes(StandardCharsets.UTF_8)));
        manager.presses("试一试");
        manager.presses("启用");
        manager.sees("企业名称自主申报第 900 版已经启用");
        manager.page.close();
    }
}
