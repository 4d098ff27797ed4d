package org.virtualwindow.server.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.virtualwindow.server.form.Forms.issueAt;
import static org.virtualwindow.server.form.Forms.path;
import static org.virtualwindow.server.form.Stories.FATHER;
import static org.virtualwindow.server.form.Stories.MOBILE;
import static org.virtualwindow.server.form.Stories.filled;
import static org.virtualwindow.server.form.Stories.needed;
import static org.virtualwindow.server.form.Stories.then;

import org.junit.jupiter.api.Test;

/** People who come to Nanxun about a car or as drivers, and what their answers make of the form. */
class RoadStoriesTest {
    @Test
    void aUsedCarGoesToAnotherCity() {
        FormState form = filled("CAR_TRANSFER");
        assertThat(form.issues()).isEmpty();
        assertThat(form.text(path("/plateNo"))).isEqualTo("浙E12345");
        assertThat(needed(form))
                .contains("RESIDENCE_PERMIT", "INSPECTION_PHOTOS", "OLD_PLATES")
                .doesNotContain("AUTHORITY", "SELLER_AUTHORITY");
        assertThat(issueAt(then(form, "/mortgaged true"), "/mortgaged")).isEqualTo("rule.mortgageFirst");
        assertThat(issueAt(then(form, "/carKind OTHER"), "/carKind")).isEqualTo("rule.smallCarsOnly");
        assertThat(issueAt(then(form, "/inspection NOT_YET"), "/inspection")).isEqualTo("rule.inspectionFirst");
        assertThat(issueAt(then(form, "/insuranceTo 2026-03-01"), "/insuranceTo"))
                .isEqualTo("rule.insured");
        assertThat(issueAt(then(form, "/ownPlateNo 浙E12345"), "/ownPlateNo")).isEqualTo("rule.notTheSellersPlate");
        assertThat(issueAt(then(form, "/deliveryMethod PICKUP_NEAR"), "/deliveryMethod"))
                .isEqualTo("choice.notHere");
    }

    @Test
    void aDriverOfCoachesLacksHoursAndOneOfGoodsIsNotAsked() {
        FormState form = filled("DRIVER_QUAL");
        assertThat(form.issues()).isEmpty();
        assertThat(needed(form)).contains("OLD_CERT", "LEARNING_PROOF");
        assertThat(issueAt(then(form, "/learningHours 20"), "/learningHours")).isEqualTo("rule.learnedEnough");
        FormState goods = then(form, "/learningHours 20\n/category FREIGHT");
        assertThat(goods.issues()).isEmpty();
        assertThat(needed(goods)).doesNotContain("LEARNING_PROOF");
        assertThat(issueAt(then(form, "/validTo 2026-09-01"), "/validTo")).isEqualTo("rule.notTooEarly");
        assertThat(issueAt(then(form, "/validTo 2025-09-01"), "/validTo")).isEqualTo("rule.notTooLate");
        FormState lost = then(form, "/reason LOST");
        assertThat(lost.issues()).isEmpty();
        assertThat(needed(lost)).doesNotContain("OLD_CERT");
        assertThat(issueAt(then(lost, "/validTo 2026-03-01"), "/validTo")).isEqualTo("rule.stillValid");
    }

    @Test
    void aRedLightMakesTwelvePoints() {
        FormState form = filled("TRAFFIC_FINE");
        assertThat(form.issues()).isEmpty();
        FormState twelve = then(form, "/pointsBefore 6");
        assertThat(twelve.text(path("/pointsAfter"))).isEqualTo("12");
        assertThat(issueAt(twelve, "/studyKnown")).isEqualTo("required");
        assertThat(issueAt(then(form, "/driver OTHER"), "/driver")).isEqualTo("rule.driverInPerson");
        assertThat(issueAt(then(form, "/accepts false"), "/accepts")).isEqualTo("rule.objectionFirst");
        assertThat(issueAt(then(form, "/offences/r1/points 2"), "/offences/r1/points"))
                .isEqualTo("rule.pointsThereAre");
        assertThat(issueAt(then(form, "/payBy BANK"), "/payBy")).isEqualTo("choice.notHere");
    }

    @Test
    void anybodyMayPayWhatIsSettled() {
        FormState form = filled("TRAFFIC_FINE", """
            /wants PAY
            /driver OTHER
            /plateNo 浙E12345
            /carOwner UNIT
            /personName 欧阳㐱
            /idType RESIDENT_ID
            /idNo %s
            /mobile %s
            /decisionNo 330503190000001
            /decisionDate 2026-02-20
            /fineDue 200
            /payBy LINK
            /deliveryMethod PICKUP_NEAR
            """.formatted(FATHER, MOBILE));
        assertThat(form.issues()).isEmpty();
        assertThat(needed(form)).containsExactly("DRIVER_ID", "DECISION");
    }
}
