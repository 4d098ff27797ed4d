package org.virtualwindow.server.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.virtualwindow.server.form.Forms.issueAt;
import static org.virtualwindow.server.form.Stories.ELDER;
import static org.virtualwindow.server.form.Stories.FATHER;
import static org.virtualwindow.server.form.Stories.LICENCE;
import static org.virtualwindow.server.form.Stories.MOBILE;
import static org.virtualwindow.server.form.Stories.MOTHER;
import static org.virtualwindow.server.form.Stories.UNIT_NO;
import static org.virtualwindow.server.form.Stories.filled;
import static org.virtualwindow.server.form.Stories.needed;
import static org.virtualwindow.server.form.Stories.then;

import org.junit.jupiter.api.Test;

/** People who come to Nanxun about a company or a home with everything at hand, and what their answers make of the form. */
class CompanyAndHomeStoriesTest {
    @Test
    void aCompanyMovesAndDropsABusiness() {
        FormState form = filled("ENT_CHANGE", """
            /companyName 湖州云帆网络科技有限公司
            /uscc %s
            /legalRepName 欧阳㐱
            /licenceHandling RETURN_BY_POST
            /changeName false
            /changeSite true
            /oldSite 湖州市南浔区某某路1号
            /siteStreet 南浔镇
            /siteDetail 某某路2号3楼301室
            /siteType RENTED
            /siteArea 60
            /changeScope true
            /scope/r1/action DROP
            /scope/r1/entry 餐饮服务
            /resolutionDate 2026-02-20
            /signatories/r1/role BOTH
            /signatories/r1/idType RESIDENT_ID
            /signatories/r1/name 欧阳㐱
            /signatories/r1/idNo %s
            /signatories/r1/signsHere true
            /contactName 欧阳㐱
            /contactIdType RESIDENT_ID
            /contactIdNo %s
            /contactMobile %s
            /eLicense true
            /deliveryMethod PICKUP_NEAR
            /copies 1
            """.formatted(LICENCE, ELDER, ELDER, MOBILE));
        assertThat(form.issues()).isEmpty();
        assertThat(needed(form)).contains("OLD_LICENCE").doesNotContain("SITE_PROOF", "NAME_NOTICE", "LOST_STATEMENT");
        assertThat(issueAt(then(form, "/siteDetail 湖州市南浔区某某路1号"), "/siteDetail"))
                .isEqualTo("rule.anotherSite");
        assertThat(issueAt(then(form, "/changeSite false\n/changeScope false"), "/changeScope"))
                .isEqualTo("rule.somethingChanges");
    }

    @Test
    void aCoupleGetsTheDeedOfItsNewHome() {
        FormState form = filled("RE_TRANSFER", """
            /houseAddress 湖州市南浔区某某路1号2幢301室
            /unitNo %s
            /houseArea 108.56
            /houseUse HOME
            /structure CONCRETE
            /floor 3
            /totalFloors 18
            /shareType COMMON_SHARES
            /buyers/r1/personName 欧阳㐱
            /buyers/r1/idType RESIDENT_ID
            /buyers/r1/idNo %s
            /buyers/r1/share 60
            /buyers/r2/personName 𠮷田
            /buyers/r2/idType RESIDENT_ID
            /buyers/r2/idNo %s
            /buyers/r2/share 40
            /maritalStatus MARRIED
            /spouseName 𠮷田
            /sellers/r1/name 湖州某某房地产开发有限公司
            /sellers/r1/uscc %s
            /contractNo 2024-001
            /contractDate 2024-05-01
            /totalPrice 1280000
            /taxPaid true
            /deedTaxNo 3305001
            /taxPaidAt 2026-02-01
            /taxAmount 12800
            /ownWish true
            /contractTrue true
            /noDispute true
            /homeSeen true
            /filedBy SELF
            /contactMobile %s
            /mortgageAlso false
            /certType BOTH
            /deliveryMethod PICKUP_NEAR
            """.formatted(UNIT_NO, FATHER, MOTHER, LICENCE, MOBILE));
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
        FormState form = filled("RE_MORTGAGE", """
            /deedForm E
            /certNo 浙（2024）湖州市不动产权第0012345号
            /unitNo %s
            /houseAddress 湖州市南浔区某某路1号2幢301室
            /mortgagors/r1/personName 欧阳㐱
            /mortgagors/r1/idType RESIDENT_ID
            /mortgagors/r1/idNo %s
            /ownersAgree true
            /bankName 某某银行湖州南浔支行
            /bankUscc %s
            /bankAgentName 𠮷田
            /bankAgentIdNo %s
            /bankAgentMobile %s
            /claimType GENERAL
            /amount 500000
            /debtFrom 2026-03-01
            /debtTo 2036-03-01
            /securedScope ALL
            /loanContractNo J-1
            /mortgageContractNo D-1
            /prohibitTransferAgreed true
            /contactName 欧阳㐱
            /contactMobile %s
            /deliveryMethod E_LICENSE_ONLY
            """.formatted(UNIT_NO, FATHER, LICENCE, MOTHER, MOBILE, MOBILE));
        assertThat(form.issues()).isEmpty();
        assertThat(needed(form)).contains("DEED_E").doesNotContain("DEED_PAPER");
        assertThat(issueAt(then(form, "/debtTo 2026-03-01"), "/debtTo")).isEqualTo("rule.daysInOrder");
        assertThat(issueAt(then(form, "/ownersAgree false"), "/ownersAgree")).isEqualTo("rule.ownersAgree");
        assertThat(issueAt(then(form, "/deliveryMethod COURIER"), "/deliveryMethod"))
                .isEqualTo("choice.notHere");
    }
}
