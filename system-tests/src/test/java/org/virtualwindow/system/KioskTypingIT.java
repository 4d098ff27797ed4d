package org.virtualwindow.system;

import org.junit.jupiter.api.Test;

class KioskTypingIT extends WalkTest {
    /** Turned several times: whether a new page still settles while the first key is pressed is a matter of milliseconds. */
    @Test
    void whoeverTypesRightAfterTurningThePageLosesNothing() {
        KioskPerson applicant = applicant();
        applicant.opensTheForm(NANXUN);
        for (int turn = 0; turn < 10; turn++) {
            applicant.turnsTo("给它起个名字");
            applicant.types("字号", "禾泽");
            applicant.seesValue("字号", "禾泽");
            applicant.fills("字号", "");
            applicant.turnsTo("您要办什么？");
        }
    }
}
