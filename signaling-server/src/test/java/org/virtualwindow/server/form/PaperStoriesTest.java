package org.virtualwindow.server.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.virtualwindow.server.form.Forms.issueAt;
import static org.virtualwindow.server.form.Forms.path;
import static org.virtualwindow.server.form.Stories.FATHER;
import static org.virtualwindow.server.form.Stories.LICENCE;
import static org.virtualwindow.server.form.Stories.MOBILE;
import static org.virtualwindow.server.form.Stories.MOTHER;
import static org.virtualwindow.server.form.Stories.filled;
import static org.virtualwindow.server.form.Stories.needed;
import static org.virtualwindow.server.form.Stories.then;

import org.junit.jupiter.api.Test;

/** People who come to Nanxun for cards and certificates with everything at hand, and what their answers make of the form. */
class PaperStoriesTest {
    @Test
    void aMotherGetsHerChildTheFirstCard() {
        FormState form = filled("ID_FIRST");
        assertThat(form.issues()).isEmpty();
        assertThat(form.text(path("/age"))).isEqualTo("9");
        assertThat(form.text(path("/validity"))).isEqualTo("FIVE");
        assertThat(needed(form))
                .containsExactlyInAnyOrder("HOUSE_BOOK", "GUARDIAN_ID", "RELATION_PROOF", "STUDY_PROOF");
        assertThat(issueAt(then(form, "/filedBy SELF"), "/filedBy")).isEqualTo("choice.notHere");
        assertThat(issueAt(then(form, "/officerPresent false"), "/officerPresent"))
                .isEqualTo("rule.officer");
        assertThat(issueAt(then(form, "/photo BROUGHT"), "/photo")).isEqualTo("choice.notHere");
    }

    @Test
    void somebodyLostTheirCard() {
        FormState form = filled("ID_RENEW");
        assertThat(form.issues()).isEmpty();
        assertThat(form.text(path("/feeDue"))).isEqualTo("40");
        assertThat(form.text(path("/validity"))).isEqualTo("LONG_TERM");
        assertThat(needed(form)).containsExactly("HOUSE_BOOK");
        assertThat(issueAt(then(form, "/photo OLD_PHOTO"), "/photo")).isEqualTo("choice.notHere");
        FormState expired = then(form, "/reason EXPIRED\n/oldValidity DATED\n/expiryDate 2026-03-20\n/photo OLD_PHOTO");
        assertThat(expired.issues()).isEmpty();
        assertThat(expired.text(path("/feeDue"))).isEqualTo("20");
        assertThat(needed(expired)).containsExactly("OLD_CARD");
        FormState guardian = then(form, "/filedBy GUARDIAN\n/guardianName 欧阳㐱");
        assertThat(issueAt(guardian, "/personName")).isEqualTo("rule.notTheGuardian");
    }

    @Test
    void aCoupleRegistersTheirChild() {
        FormState form = filled("HUKOU_BIRTH");
        assertThat(form.issues()).isEmpty();
        assertThat(needed(form))
                .containsExactlyInAnyOrder("BIRTH_CERT", "MOTHER_ID", "FATHER_ID", "HOUSE_BOOK", "MARRIAGE_CERT");
        assertThat(issueAt(then(form, "/childEthnic 回"), "/childEthnic")).isEmpty();
        assertThat(issueAt(then(form, "/childEthnic 苗"), "/childEthnic")).isEqualTo("rule.ethnicOfAParent");
        assertThat(issueAt(then(form, "/fatherIdType PASSPORT\n/fatherIdNo AB12345"), "/fatherIdType"))
                .isEqualTo("rule.fatherCanPassItOn");
    }

    @Test
    void anUnmarriedMotherMayLeaveTheFatherOut() {
        FormState form = filled("HUKOU_BIRTH", """
            /childName 云帆
            /surnameFrom MOTHER
            /childSex MALE
            /childEthnic 汉
            /childBirth 2026-02-10
            /birthPlace 上海市松江区妇幼保健院
            /birthCertNo A123456789
            /settleWith MOTHER
            /marriageStatus NOT_MARRIED
            /motherName 𠮷田
            /motherIdType RESIDENT_ID
            /motherIdNo %s
            /motherEthnic 汉
            /motherHukouAddress 湖州市南浔区某某路1号
            /fatherNamed false
            /householderIs MOTHER
            /householdAddress 湖州市南浔区某某路1号
            /filedBy MOTHER
            /contactMobile %s
            /deliveryMethod PICKUP_NEAR
            """.formatted(MOTHER, MOBILE));
        assertThat(form.issues()).isEmpty();
        assertThat(needed(form)).contains("NON_MARITAL_STATEMENT").doesNotContain("FATHER_ID", "PATERNITY_PROOF");
        assertThat(issueAt(then(form, "/childEthnic 苗"), "/childEthnic")).isEqualTo("rule.ethnicOfAParent");
        assertThat(issueAt(then(form, "/settleWith FATHER"), "/fatherNamed")).isEqualTo("rule.fatherToSettleWith");
        assertThat(issueAt(then(form, "/marriageStatus DIVORCED"), "/fatherNamed"))
                .isEqualTo("rule.fatherOfMarried");
        assertThat(issueAt(then(form, "/filedBy FATHER"), "/filedBy")).isEqualTo("choice.notHere");
    }

    @Test
    void aDaughterProvesWhoseChildSheIs() {
        FormState form = filled("HUKOU_CERT");
        assertThat(form.issues()).isEmpty();
        assertThat(needed(form)).containsExactly("OWN_ID");
        assertThat(issueAt(then(form, "/relatedPersons/r1/relation SPOUSE"), "/relatedPersons/r1/relation"))
                .isEqualTo("choice.notHere");
        assertThat(issueAt(then(form, "/copies 6"), "/copies")).isEqualTo("rule.copies");
        assertThat(issueAt(then(form, "/certType DEATH"), "/filedBy")).isEqualTo("choice.notHere");
        assertThat(needed(then(form, "/filedBy RELATIVE"))).containsExactly("OWN_ID", "RELATION_PROOF");
    }

    @Test
    void somebodyNeedsAVisaAndASchoolATeacher() {
        FormState form = filled("NO_CRIME");
        assertThat(form.issues()).isEmpty();
        assertThat(needed(form)).containsExactly("OWN_ID");
        assertThat(issueAt(then(form, "/timesThisYear 3"), "/timesThisYear")).isEqualTo("rule.timesHere");
        assertThat(needed(then(form, "/applyAs PROXY\n/tie RESIDENCE")))
                .containsExactly("PROXY_IDS", "AUTHORITY", "RESIDENCE_PERMIT");
        assertThat(issueAt(then(form, "/applyAs PROXY\n/agentName 欧阳㐱"), "/personName"))
                .isEqualTo("rule.notTheProxy");

        FormState school = then(form, """
            /applyAs UNIT
            /unitName 南浔区某某小学
            /uscc %s
            /agentName 𠮷田
            /agentIdType RESIDENT_ID
            /agentIdNo %s
            /employees/r1/personName 欧阳㐱
            /employees/r1/idNo %s
            /employees/r1/post 教师
            /purpose JOB
            /legalBasis 某某法第一条
            /deliveryMethod PICKUP_NEAR
            """.formatted(LICENCE, MOTHER, FATHER));
        assertThat(school.issues()).isEmpty();
        assertThat(needed(school)).containsExactly("UNIT_LETTER", "CLERK_ID", "EMPLOYMENT_PROOF");
    }
}
