package org.virtualwindow.server.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.virtualwindow.server.form.Forms.issueAt;
import static org.virtualwindow.server.form.Forms.path;
import static org.virtualwindow.server.form.Stories.ELDER;
import static org.virtualwindow.server.form.Stories.FATHER;
import static org.virtualwindow.server.form.Stories.MOBILE;
import static org.virtualwindow.server.form.Stories.MOTHER;
import static org.virtualwindow.server.form.Stories.filled;
import static org.virtualwindow.server.form.Stories.needed;
import static org.virtualwindow.server.form.Stories.then;

import org.junit.jupiter.api.Test;

/** People who come to Nanxun about a child, old age, hardship or a death, and what their answers make of the form. */
class CareStoriesTest {
    @Test
    void aPensionComesOverAndTwoMonthsWerePaidTwice() {
        FormState form = filled("PENSION_TRANSFER");
        assertThat(form.issues()).isEmpty();
        assertThat(form.text(path("/totalMonths"))).isEqualTo("22");
        assertThat(form.text(path("/accountKind"))).isEqualTo("ORDINARY");
        assertThat(issueAt(then(form, "/insuredPeriods/r1/months 30"), "/insuredPeriods/r1/months"))
                .isEqualTo("rule.monthsFit");
        assertThat(issueAt(then(form, "/fromRegion 南浔区"), "/fromRegion")).isEqualTo("rule.elsewhere");
        assertThat(issueAt(then(form, "/bankHolder 欧阳㐱"), "/bankHolder")).isEqualTo("rule.ownAccount");
    }

    /** Men from 50 and women from 40 who come from elsewhere; the day counts on which they started at the new place. */
    @Test
    void whoComesLateHasATemporaryAccount() {
        FormState woman = filled("PENSION_TRANSFER", """
            /newWork EMPLOYED
            /joinedAt 2026-01-05
            /hukouHere false
            /sex FEMALE
            /birthDate 1986-01-06
            """);
        assertThat(woman.text(path("/accountKind"))).isEqualTo("ORDINARY");
        FormState older = then(woman, "/birthDate 1986-01-05");
        assertThat(older.text(path("/accountKind"))).isEqualTo("TEMPORARY");
        assertThat(issueAt(older, "/temporaryKnown")).isEqualTo("required");
        assertThat(then(older, "/sex MALE").text(path("/accountKind"))).isEqualTo("ORDINARY");
        assertThat(then(older, "/hukouHere true").text(path("/accountKind"))).isEqualTo("ORDINARY");
    }

    @Test
    void aMotherAsksForHerSonInCustody() {
        FormState form = filled("LEGAL_AID");
        assertThat(form.issues()).isEmpty();
        assertThat(needed(form))
                .contains("INCOME_STATEMENT", "RELATION_PROOF")
                .doesNotContain("HARDSHIP_PROOF", "AUTHORITY");
        FormState above = then(form, "/members/r2/monthlyIncome 4801");
        assertThat(issueAt(above, "/hardshipStory")).isEqualTo("required");
        assertThat(then(above, "/hardshipStory 丈夫生病，要长期吃药。").issues()).isEmpty();
        assertThat(then(above, "/hardship SUPPORT").issues()).isEmpty();
        assertThat(issueAt(then(form, "/caseType CIVIL"), "/applyAs")).isEqualTo("choice.notHere");
        assertThat(issueAt(then(form, "/hardship WAGES"), "/hardship")).isEqualTo("rule.wagesAreWork");
    }

    @Test
    void twoHeirsShareWhatIsLeft() {
        FormState form = filled("DEATH_CLOSE");
        assertThat(form.issues()).isEmpty();
        assertThat(needed(form)).contains("HEIRS_AGREEMENT");
        assertThat(issueAt(then(form, "/heirs/r2/share 40"), "/heirs")).isEqualTo("rule.sharesShort");
        assertThat(issueAt(then(form, "/bankHolder 𠮷田"), "/bankHolder")).isEqualTo("rule.ownCard");
        FormState alone = then(form, "/shareBy ONLY_HEIR");
        assertThat(alone.issues()).isEmpty();
        assertThat(needed(alone)).doesNotContain("HEIRS_AGREEMENT");
    }

    @Test
    void whoClaimsNothingNeedsNoCard() {
        FormState form = filled("DEATH_CLOSE", """
            /relation SPOUSE
            /deceasedName 欧阳山
            /deceasedIdNo %s
            /deathDate 2026-02-20
            /personName 𠮷田
            /idType RESIDENT_ID
            /idNo %s
            /mobile %s
            /funeral false
            /survivors false
            /accountRefund false
            /medicalRefund false
            /shareBy ONLY_HEIR
            /deliveryMethod E_LICENSE_ONLY
            """.formatted(ELDER, MOTHER, MOBILE));
        assertThat(form.issues()).isEmpty();
        assertThat(issueAt(then(form, "/funeral true"), "/bankCardNo")).isEqualTo("required");
    }

    @Test
    void aMotherRegistersAloneAndACoupleTogether() {
        FormState alone = filled("BIRTH_REG");
        assertThat(alone.issues()).isEmpty();
        assertThat(needed(alone)).containsExactly("APPLICANT_ID", "PREGNANCY_PROOF");
        assertThat(issueAt(then(alone, "/expectedDate 2026-02-01"), "/expectedDate"))
                .isEqualTo("rule.dueNotLongAgo");
        FormState couple = then(alone, """
            /married true
            /marriageHistory FIRST
            /marriageCertNo J330503-2020-001234
            /marriageDate 2020-05-20
            /partnerName 欧阳㐱
            /partnerIdType RESIDENT_ID
            /partnerIdNo %s
            /partnerMarriageHistory FIRST
            """.formatted(FATHER));
        assertThat(couple.issues()).isEmpty();
        assertThat(needed(couple)).contains("PARTNER_ID", "MARRIAGE_CERT");
        assertThat(issueAt(then(couple, "/marriageHistory NEVER"), "/marriageHistory"))
                .isEqualTo("choice.notHere");
    }

    @Test
    void aGrandmotherWithoutATelephoneNamesANeighbour() {
        FormState form = filled("AGE_SUBSIDY");
        assertThat(form.issues()).isEmpty();
        assertThat(needed(form)).containsExactly("ELDER_ID", "HOUSE_BOOK", "BANK_CARD");
        assertThat(issueAt(then(form, "/birthDate 1946-03-03"), "/birthDate")).isEqualTo("rule.oldEnough");
        assertThat(then(form, "/birthDate 1946-03-02").issues()).isEmpty();
        assertThat(issueAt(then(form, "/paidElsewhere true"), "/paidElsewhere")).isEqualTo("rule.onePlaceOnly");
    }
}
