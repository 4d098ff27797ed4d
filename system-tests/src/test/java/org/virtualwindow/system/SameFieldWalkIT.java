package org.virtualwindow.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Applicant and clerk write different things into the same box at the same moment; both see it, and one touch decides. */
class SameFieldWalkIT extends FaultTest {
    @Test
    void bothSeeThatTheyWroteDifferentThingsAndOneTouchDecides() throws IOException {
        Network network = network();
        ClerkPerson clerk = clerkAt(origin());
        KioskPerson applicant = applicantAt(network.origin(), ENTRANCE);
        meet(applicant, clerk);
        clerk.presses("请求代填");
        applicant.presses("同意");
        clerk.sees("对方随时能收回");

        writeAtOnce(applicant, "禾泽", clerk, "禾田", network);
        assertThat(clerk.field("字号")).containsText("办事人同时写了别的，正在选");
        applicant.photographs("same-field-1-kiosk");
        clerk.photographs("same-field-1-console");
        applicant.presses("您写的：禾泽");
        assertThat(clerk.box("字号")).hasValue("禾泽");
        assertThat(clerk.field("字号")).not().containsText("正在选");
        applicant.seesValue("字号", "禾泽");

        writeAtOnce(applicant, "禾木", clerk, "禾丰", network);
        assertThat(clerk.field("字号")).containsText("办事人同时写了别的，正在选");
        applicant.presses("沈建华写的：禾丰");
        assertThat(clerk.field("字号")).not().containsText("正在选");
        for (Person person : new Person[] {applicant, clerk}) {
            assertThat(person.box("字号")).hasValue("禾丰");
        }
        part(applicant, clerk);
    }

    /** The applicant's text is on its way while the clerk's is written. */
    private static void writeAtOnce(
            KioskPerson applicant, String theirs, ClerkPerson clerk, String clerks, Network network) {
        network.cut();
        applicant.fills("字号", theirs);
        clerk.box("字号").fill(clerks);
        clerk.box("字号").blur();
        clerk.wire.hears(told -> told.contains("\"FieldSet\"") && told.contains(clerks));
        network.mend();
        applicant.sees("两边写得不一样，点对的那个");
    }
}
