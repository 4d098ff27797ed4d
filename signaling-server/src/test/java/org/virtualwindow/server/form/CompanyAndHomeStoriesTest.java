package org.virtualwindow.server.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.virtualwindow.server.form.Forms.issueAt;
import static org.virtualwindow.server.form.Stories.filled;
import static org.virtualwindow.server.form.Stories.needed;
import static org.virtualwindow.server.form.Stories.then;

import org.junit.jupiter.api.Test;

/** People who come to Nanxun about a company or a home with everything at hand, and what their answers make of the form. */
class CompanyAndHomeStoriesTest {
    @Test
    void aCompanyMovesAndDropsABusiness() {
        FormState form = filled("ENT_CHANGE");
        assertThat(form.issues()).isEmpty();
        assertThat(needed(form)).contains("OLD_LICENCE").doesNotContain("SITE_PROOF", "NAME_NOTICE", "LOST_STATEMENT");
        assertThat(issueAt(then(form, "/siteDetail 湖州市南浔区某某路1号"), "/siteDetail"))
                .isEqualTo("rule.anotherSite");
        assertThat(issueAt(then(form, "/changeSite false\n/changeScope false"), "/changeScope"))
                .isEqualTo("rule.somethingChanges");
    }

    @Test
    void aCoupleGetsTheDeedOfItsNewHome() {
        FormState form = filled("RE_TRANSFER");
        assertThat(form.issues()).isEmpty();
        assertThat(needed(form)).containsExactly("BUYER_IDS", "APPLICATION", "CONTRACT", "TAX_PROOF", "MARRIAGE_PROOF");
        assertThat(issueAt(then(form, "/buyers/r2/share 30"), "/buyers")).isEqualTo("rule.sharesShort");
        assertThat(issueAt(then(form, "/shareType SOLE"), "/buyers")).isEqualTo("rule.oneOwner");
        assertThat(issueAt(then(form, "/shareType SOLE"), "/spouseConsents")).isEqualTo("required");
        assertThat(issueAt(then(form, "/floor 19"), "/floor")).isEqualTo("rule.floorInTheHouse");
        assertThat(issueAt(then(form, "/floor -1"), "/floor")).isEmpty();
        assertThat(issueAt(then(form, "/taxPaid false"), "/taxPaid")).isEqualTo("rule.taxFirst");
        assertThat(issueAt(then(form, "/certType PAPER"), "/certType")).isEqualTo("choice.notHere");
        assertThat(then(form, "/certType E").issues()).isEmpty();
    }

    @Test
    void aHomeIsMortgagedToABank() {
        FormState form = filled("RE_MORTGAGE");
        assertThat(form.issues()).isEmpty();
        assertThat(needed(form)).contains("DEED_E").doesNotContain("DEED_PAPER");
        assertThat(issueAt(then(form, "/debtTo 2026-03-01"), "/debtTo")).isEqualTo("rule.daysInOrder");
        assertThat(issueAt(then(form, "/ownersAgree false"), "/ownersAgree")).isEqualTo("rule.ownersAgree");
        assertThat(issueAt(then(form, "/deliveryMethod COURIER"), "/deliveryMethod"))
                .isEqualTo("choice.notHere");
    }
}
