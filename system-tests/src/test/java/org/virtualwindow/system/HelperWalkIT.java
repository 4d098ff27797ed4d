package org.virtualwindow.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** 帮办员 Zhou Min sits beside the applicant and types for them. */
class HelperWalkIT extends WalkTest {
    /** Keeps the page's socket within reach, so that something can be said on it that no button says. */
    private static final String KEEP_SOCKET = """
        const Plain = WebSocket;
        window.WebSocket = class extends Plain {
          constructor(...given) { super(...given); window.socket = this; }
        };\
        """;

    @Test
    void aHelperTypesUnderHerNameAndLeavesTheLastStepsToTheApplicant() {
        ClerkPerson clerk = clerk("shen.jianhua");
        clerk.isReady();
        KioskPerson kiosk = applicant();
        kiosk.page.addInitScript(KEEP_SOCKET);
        kiosk.page.reload();
        kiosk.opensTheForm(NANXUN);
        signsIn(kiosk);
        kiosk.sees("帮办员周敏在帮您填");
        kiosk.photographs("helper-1-form");
        kiosk.calls();
        clerk.awaitsRing();
        clerk.sees("有帮办员在场");
        clerk.answers();
        clerk.sees("帮办员周敏在场");
        clerk.sees("现在是帮办员在操作");

        kiosk.fillsInTheKind();
        kiosk.fillsInTheName("禾泽");
        assertThat(clerk.field("字号")).containsText("周敏填的");
        clerk.photographs("helper-2-console");
        kiosk.fillsInTheInvestor();
        kiosk.fillsInTheContact();
        clerk.suggests("行业", "粮油贸易", "说得更准");
        kiosk.presses("去看");
        kiosk.presses("采用");
        kiosk.seesValue("行业", "粮油贸易");

        kiosk.reviews();
        assertThat(kiosk.page.getByRole(AriaRole.CHECKBOX)).isDisabled();
        assertThat(kiosk.button("确认并提交")).hasCount(0);
        kiosk.sees("这一步只能由本人来。请把位置让给本人。");
        kiosk.photographs("helper-3-review");
        assertThat(answerTo(kiosk, "Declare", "\"code\":\"NAME_RISK\",\"agreed\":true"))
                .contains("HELPER_MAY_NOT");
        assertThat(answerTo(kiosk, "Submit", "\"formHash\":\"0123\"")).contains("HELPER_MAY_NOT");
        assertThat(answerTo(kiosk, "Confirm", "\"path\":\"/tradeName\",\"rev\":1"))
                .contains("HELPER_MAY_NOT");

        kiosk.button("请本人来").first().click();
        kiosk.sees("帮办员周敏在旁边，现在由本人操作");
        clerk.sees("现在是办事人在操作");
        kiosk.declares();
        String caseNo = kiosk.submits();
        assertThat(caseNo).startsWith("330503");
        assertThat(clerk.page.getByLabel(caseNo).first()).isVisible();
        clerk.hangsUp();
        kiosk.leaves();
        kiosk.seesNoMore("周敏");
    }

    private void signsIn(KioskPerson kiosk) {
        kiosk.presses("帮办员登录");
        kiosk.page.getByLabel("帮办员号码").fill("12");
        kiosk.presses("登录");
        kiosk.sees("号码不对，请看清楚再输一次");
        for (String digit : secretOf("helper.zhoumin").split("")) {
            kiosk.presses(digit);
        }
        kiosk.presses("登录");
    }

    /** Says the operation as a page that was tampered with would; returns the server's answer. */
    private static String answerTo(KioskPerson kiosk, String type, String more) {
        Matcher room = Pattern.compile("\"room\":\"([^\"]+)\"")
                .matcher(kiosk.wire.firstSaid(said -> said.contains("\"room\"")).orElseThrow());
        assertThat(room.find()).isTrue();
        String id = "raw-" + type;
        kiosk.page.evaluate(
                "message => window.socket.send(message)",
                "{\"type\":\"%s\",\"opId\":\"%s\",\"room\":\"%s\",%s}".formatted(type, id, room.group(1), more));
        return kiosk.wire.hears(told -> told.contains("\"" + id + "\""));
    }
}
