package org.virtualwindow.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the clerk points at is what the applicant sees lit, however large and in whichever language they read. */
class PointingIT extends WalkTest {
    private static final double LEAST = 0.9;

    /** As the clerk calls it, and where it stands: at the top of its page, and at its end. */
    private static final Map<String, String> FIELDS = new LinkedHashMap<>();

    static {
        FIELDS.put("注册资本", "/registeredCapital");
        FIELDS.put("名称末尾怎么写", "/orgForm");
        FIELDS.put("经营的事要不要先批准", "/preApproval");
    }

    /**
     * The share of the lit box that can be seen: of a hundred points of it, those on the screen where nothing but the field itself
     * and the flag on it lies on top.
     */
    private static final String SEEN = """
        (field) => {
          const lit = field.querySelector(".field__box .input, .field__box .choices");
          const ringed = getComputedStyle(lit).outlineStyle !== "none" && parseFloat(getComputedStyle(lit).outlineWidth) >= 3;
          if (!field.matches(".field--pointed") || !ringed) return 0;
          const { left, top, width, height } = lit.getBoundingClientRect();
          let seen = 0;
          for (let x = 0.5; x < 10; x++)
            for (let y = 0.5; y < 10; y++) {
              const hit = document.elementFromPoint(left + (width * x) / 10, top + (height * y) / 10);
              if (hit !== null && field.contains(hit)) seen++;
            }
          return seen / 100;
        }\
        """;

    @Test
    void theMarkLiesOnTheFieldAtEverySizeOfTextInBothLanguagesAndBothWays() {
        ClerkPerson clerk = clerk("shen.jianhua");
        clerk.isReady();
        KioskPerson applicant = applicant();
        applicant.opensTheForm(NANXUN);
        applicant.calls();
        clerk.answers();
        assertThat(applicant.button("挂断")).isVisible();
        applicant.fillsInTheKind();
        // Where somebody types, the page stands still.
        applicant.page.evaluate("() => document.activeElement.blur()");

        List<String> missed = new ArrayList<>();
        double least = 1;
        for (String language : List.of("zh", "en")) {
            for (boolean lying : List.of(false, true)) {
                for (double zoom : List.of(1.0, 1.5, 2.0)) {
                    look(applicant, lying, zoom);
                    for (Map.Entry<String, String> field : FIELDS.entrySet()) {
                        double seen = seen(clerk, applicant, field.getKey(), field.getValue());
                        least = Math.min(least, seen);
                        if (seen < LEAST) {
                            missed.add("%s, %s, %.0f %%, %s: %.2f"
                                    .formatted(
                                            language, lying ? "lying" : "upright", zoom * 100, field.getKey(), seen));
                        }
                    }
                }
            }
            look(applicant, false, 1);
            if (language.equals("zh")) {
                applicant.presses("English");
                assertThat(applicant.button("Hang up")).isVisible();
            }
        }
        assertThat(missed).isEmpty();
        System.out.printf("figure: least share of a pointed field that is seen lit: %.2f%n", least);
    }

    private static double seen(ClerkPerson clerk, KioskPerson applicant, String name, String path) {
        clerk.pointsAt(name);
        Locator field = applicant.page.locator(".field--pointed[data-path='%s']".formatted(path));
        assertThat(field).isVisible();
        // It is turned to after it is drawn.
        long until = System.nanoTime() + 3_000_000_000L;
        double seen = 0;
        while (seen < LEAST && System.nanoTime() < until) {
            seen = ((Number) field.evaluate(SEEN)).doubleValue();
        }
        clerk.pointsNoMoreAt(name);
        assertThat(field).hasCount(0);
        return seen;
    }

    /** A screen of this size, as the browser's zoom divides it. */
    private static void look(KioskPerson applicant, boolean lying, double zoom) {
        CDPSession session = applicant.page.context().newCDPSession(applicant.page);
        var size = new JsonObject();
        size.addProperty("width", Math.round((lying ? 1920 : 1080) / zoom));
        size.addProperty("height", Math.round((lying ? 1080 : 1920) / zoom));
        size.addProperty("deviceScaleFactor", zoom);
        size.addProperty("mobile", false);
        session.send("Emulation.setDeviceMetricsOverride", size);
    }
}
