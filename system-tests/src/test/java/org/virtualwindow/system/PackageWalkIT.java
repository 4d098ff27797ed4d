package org.virtualwindow.system;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A hall manager changes what their centre asks for, and the next applicant finds it so. */
class PackageWalkIT extends WalkTest {
    private static final String VARIANT = """
        version: 900
        variant: { zh: 按湖州市南浔区标准办理, en: "Handled under the rules of Nanxun, Huzhou" }
        fee: { zh: 十元, en: Ten yuan }
        """;

    @Test
    void aManagerTriesAFileMendsItAndPutsItInForce() {
        ManagerPerson manager = manager("yao.liping");
        manager.presses("事项包");
        manager.sees("正在用的");

        hands(manager, VARIANT + "rules: { x: { set: /nowhere, to: a } }\n");
        manager.sees("不能用，有 1 处要改");
        manager.sees("没有 /nowhere 这个字段");

        hands(manager, VARIANT);
        manager.sees("收费：原来“不收费”，改成“十元”");
        manager.sees("办事的人会看到的表");
        manager.photographs("packages-preview");
        manager.presses("启用");
        manager.sees("企业名称自主申报第 900 版已经启用");

        KioskPerson applicant = applicant();
        applicant.starts();
        applicant.chooses(NANXUN, "企业名称自主申报");
        applicant.sees("十元");
    }

    private static void hands(ManagerPerson manager, String variant) {
        manager.page.locator("[name=item]").fill("ENT_NAME");
        manager.page
                .getByLabel("本中心的不同之处")
                .setInputFiles(
                        new FilePayload("330503.yaml", "application/yaml", variant.getBytes(StandardCharsets.UTF_8)));
        manager.presses("试一试");
    }
}
