package org.virtualwindow.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.virtualwindow.campaigns.proxy.Weather;

/**
 * A kiosk on a line of 64 kbit/s, a round trip of 400 ms, on which one segment in twenty is lost, and without pictures: a matter is
 * filed with a clerk all the same. How soon a keystroke is seen is printed and not judged.
 */
class NarrowLineIT extends FaultTest {
    private static final Weather NARROW = Weather.poor(Duration.ofMillis(200), 64_000 / 8, 0.05);
    private static final List<String> TYPED = List.of("Nanxun Old Town Ink", "Huzhou Writing Brush", "Silk of Nanxun");

    private static final String WATCH_TYPING = """
        (box) => {
          globalThis.typed = [];
          box.addEventListener("input", () => globalThis.typed.push([box.value, Date.now()]));
        }\
        """;
    private static final String WATCH_SEEN = """
        (box) => {
          globalThis.seen = [];
          let last = box.value;
          setInterval(() => {
            if (box.value === last) return;
            last = box.value;
            globalThis.seen.push([last, Date.now()]);
          }, 5);
        }\
        """;

    @Test
    void aMatterIsFiledOverANarrowLossyLineWithoutPictures() throws IOException {
        expectComplaint("encountered an error from the audio device");
        Network network = network();
        Browser without = bareBrowser();
        ClerkPerson clerk = clerk(without, CLERK);
        clerk.isReady();
        Page page = blank(without, "/kiosk/", 1080, 1920);
        var applicant = new KioskPerson(page);
        page.navigate(network.origin() + "/kiosk/#launch=" + launchCode(ENTRANCE));
        applicant.button("开始办理").waitFor();
        network.set(NARROW); // the page was there in the morning

        applicant.opensTheForm(NANXUN);
        applicant.calls();
        clerk.answers();
        applicant.fillsInTheKind();
        applicant.fillsInTheName("禾泽");
        clerk.seesValue("字号", "禾泽");
        clerk.pointsAt("字号");
        assertThat(applicant.field("字号")).containsText("看这里");
        List<Long> millis = keystrokes(applicant, clerk);
        applicant.fillsInTheName("禾泽");
        applicant.fillsInTheInvestor();
        applicant.fillsInTheContact();
        applicant.reviews();
        applicant.declares();
        assertThat(applicant.submits()).startsWith("330503");
        clerk.hangsUp();

        millis.sort(Comparator.naturalOrder());
        System.out.printf(
                "figure: keystrokes seen over 64 kbit/s, 400 ms there and back, 5 %% loss: %d, p50 %d ms, p95 %d ms%n",
                millis.size(), millis.get(millis.size() / 2), millis.get(millis.size() * 95 / 100));
    }

    /** How long after each keystroke what stood in the box then, or something later, was seen by the clerk. */
    private static List<Long> keystrokes(KioskPerson applicant, ClerkPerson clerk) {
        List<Long> millis = new ArrayList<>();
        applicant.box("字号").evaluate(WATCH_TYPING);
        clerk.box("字号").evaluate(WATCH_SEEN);
        for (String text : TYPED) {
            applicant.fills("字号", "");
            clerk.seesValue("字号", "");
            applicant.page.evaluate("() => (globalThis.typed.length = 0)");
            clerk.page.evaluate("() => (globalThis.seen.length = 0)");
            applicant.types("字号", text);
            clerk.seesValue("字号", text);
            List<Map.Entry<String, Long>> seen = said(clerk, "seen");
            for (Map.Entry<String, Long> typed : said(applicant, "typed")) {
                seen.stream()
                        .filter(each -> each.getKey().startsWith(typed.getKey()))
                        .findFirst()
                        .ifPresent(each -> millis.add(each.getValue() - typed.getValue()));
            }
        }
        assertThat(millis).hasSize(TYPED.stream().mapToInt(String::length).sum());
        return millis;
    }

    private static List<Map.Entry<String, Long>> said(Person person, String list) {
        return ((List<?>) person.page.evaluate("() => globalThis." + list))
                .stream()
                        .map(each -> (List<?>) each)
                        .map(each -> Map.entry((String) each.getFirst(), ((Number) each.getLast()).longValue()))
                        .toList();
    }
}
