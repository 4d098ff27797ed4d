package org.virtualwindow.server.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.virtualwindow.server.form.IssueCode.Finding;

class ValidatorsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "11010519491231002X",
                "310117200002290016",
                "330503198803150029",
                "510129196508120034",
                "610103199501010047"
            })
    void residentNumbersAreRightAndAnyOtherSignInThemIsWrong(String number) {
        assertThat(found("idNo", number, "RESIDENT_ID")).isEmpty();
        everyMutation(
                number,
                "0123456789",
                mutated -> assertThat(found("idNo", mutated, "RESIDENT_ID"))
                        .as(mutated)
                        .isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"810000199001010019", "830000198505050021"})
    void residencePermitsAreRightAndAnyOtherSignInThemIsWrong(String number) {
        assertThat(found("idNo", number, "HK_MO_TW_RESIDENCE")).isEmpty();
        everyMutation(
                number,
                "0123456789",
                mutated -> assertThat(found("idNo", mutated, "HK_MO_TW_RESIDENCE"))
                        .as(mutated)
                        .isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"91350100M000100Y43", "91310117MA1J00014T", "91330503MA2B00027W", "91510129MA6C000333"})
    void creditCodesAreRightAndAnyOtherSignInThemIsWrong(String code) {
        assertThat(found("uscc", code)).isEmpty();
        everyMutation(
                code,
                "0123456789ABCDEFGHJKLMNPQRTUWXY",
                mutated -> assertThat(found("uscc", mutated)).as(mutated).isPresent());
    }

    @ParameterizedTest
    @CsvSource({
        "whole, 0, ''",
        "whole, 36, ''",
        "whole, 3.5, whole.shape",
        "whole, 03, whole.shape",
        "whole, -3, whole.shape",
        "digits 12, 310000123456, ''",
        "digits 12, 31000012345, digits.count",
        "digits 12-19, 6222020000000000018, ''",
        "digits 12-19, 62220200000000000181, digits.count",
        "digits 12, 31000012345A, digits.characters",
        "postcode, 313000, ''",
        "postcode, 31300, digits.count",
        "plateNo, 浙E12345, ''",
        "plateNo, 沪AD12345, ''",
        "plateNo, 粤Z1234港, ''",
        "plateNo, 浙I12345, plateNo.shape",
        "plateNo, 浙E1234O, plateNo.shape",
        "plateNo, E12345, plateNo.shape",
        "vin, 1M8GDM9AXKP042788, ''",
        "vin, 1M8GDM9AXKP04278Q, vin.shape",
        "vin, 1M8GDM9AXKP04278, vin.shape",
        "birthCertNo, P330123456, ''",
        "birthCertNo, 3301234567, birthCertNo.shape",
        "unitNo, 330503001001GB00012F00010001, ''",
        "unitNo, 330503001001GB00012F0001000, unitNo.shape",
    })
    void numbersAndCodesHaveTheirShapes(String check, String text, String issue) {
        assertThat(found(check, text).map(finding -> finding.what().code()).orElse(""))
                .isEqualTo(issue);
    }

    @ParameterizedTest
    @ValueSource(strings = {"digits", "digits ", "digits 0x", "digits 9-3", "digits 3-", "digits -3", "digits 100"})
    void howManyDigitsIsSaidByOneNumberOrTwo(String check) {
        assertThat(Validators.find(check)).isEmpty();
    }

    @Test
    void aCreditCodeNeedsTheDigitOfItsOrganisationToo() {
        // Two signs of the organisation code changed so that the last digit is right again.
        assertThat(found("uscc", "91350100M000100Y43")).isEmpty();
        int repaired = 0;
        String alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        for (char last : alphabet.toCharArray()) {
            String otherOrganisation = "91350100M000101Y4" + last;
            repaired += found("uscc", otherOrganisation).isPresent() ? 1 : 0;
        }
        assertThat(repaired).isEqualTo(alphabet.length());
    }

    @ParameterizedTest
    @CsvSource({
        "RESIDENT_ID, 310117200102290016, idNo.date",
        "RESIDENT_ID, 310117202603030014, idNo.future",
        "RESIDENT_ID, 31011720000229001, idNo.length",
        "RESIDENT_ID, 3101172000022900160, idNo.long",
        "RESIDENT_ID, 3101172000022900I6, idNo.characters",
        "RESIDENT_ID, X10117200002290016, idNo.characters",
        "RESIDENT_ID, 010117200002290016, idNo.region",
        "RESIDENT_ID, 310117200002290017, idNo.checksum",
        "HK_MO_TW_RESIDENCE, 310117200002290016, idNo.residence",
        "PASSPORT, E123, idNo.passport",
        "HK_MO_PERMIT, A12345678, idNo.hkMoPermit",
        "HK_MO_PERMIT, H1234567, idNo.hkMoPermit",
        "TW_PERMIT, 123456789, idNo.twPermit",
        "OTHER, 一二三四五, idNo.other",
    })
    void anIdNumberIsJudgedByThePaperItStandsOn(String type, String number, String code) {
        assertThat(found("idNo", number, type))
                .map(finding -> finding.what().code())
                .contains(code);
    }

    @ParameterizedTest
    @CsvSource({
        "PASSPORT, E12345678",
        "HK_MO_PERMIT, H12345678",
        "HK_MO_PERMIT, M1234567801",
        "TW_PERMIT, 12345678",
        "'', abc"
    })
    void otherPapersHaveOtherShapes(String type, String number) {
        assertThat(found("idNo", number, type)).isEmpty();
    }

    @Test
    void howFarOffSomethingIsComesWithTheIssue() {
        assertThat(found("mobile", "1380000042")).contains(IssueCode.MOBILE_SHORT.with(1));
        assertThat(found("mobile", "1380000042700")).contains(IssueCode.MOBILE_LONG.with(2));
        assertThat(found("idNo", "31011720000229", "RESIDENT_ID")).contains(IssueCode.ID_NO_LENGTH.with(4));
        assertThat(found("uscc", "91350100M000100Y4")).contains(IssueCode.USCC_LENGTH.with(1));
        assertThat(found("tradeName", "云第一帆").map(Finding::args)).contains(Map.of("word", "第一"));
    }

    @ParameterizedTest
    @CsvSource({
        "amount, 0.00, amount.zero",
        "amount, 0, amount.zero",
        "amount, 1.005, amount.places",
        "amount, -1, amount.shape",
        "amount, 1e9, amount.shape",
        "amount, 1., amount.shape",
        "amount, .5, amount.shape",
        "amount, 1.2.3, amount.shape",
        "amount, 10000000000, amount.large",
        "percent, 0, percent.range",
        "percent, 100.01, percent.range",
        "percent, 33.333, percent.places",
        "percent, 一半, percent.shape",
        "yesNo, yes, yesNo",
        "date, 2026-3-2, date.shape",
        "date, 2026-02-29, date.none",
        "datePast, 2026-03-03, date.future",
        "mobile, 12800000427, mobile.prefix",
        "mobile, 1380000042a, mobile.characters",
        "uscc, 91350100M000100Y4I, uscc.characters",
        "uscc, 91350100M000100Y431, uscc.long",
        "regionCode, 33050, regionCode.shape",
        "industryCode, 6510, industryCode.shape",
        "personName, 王, personName.short",
        "personName, 王5, personName.characters",
        "personName, ·王, personName.characters",
        "personName, Anna王, personName.characters",
        "tradeName, 云, tradeName.short",
        "tradeName, 云帆A, tradeName.characters",
        "tradeName, 南浔, tradeName.place",
        "tradeName, 南浔区, tradeName.place",
        "tradeName, 西湖区, tradeName.place",
    })
    void whatIsWrongHasAName(String check, String text, String code) {
        assertThat(found(check, text)).map(finding -> finding.what().code()).contains(code);
    }

    @ParameterizedTest
    @CsvSource({
        "amount, 0.01",
        "amount, 9999999999.99",
        "percent, 0.01",
        "percent, 100",
        "yesNo, false",
        "date, 2024-02-29",
        "datePast, 2026-03-02",
        "mobile, 13800000427",
        "regionCode, 330503",
        "regionCode, 330503001002",
        "industryCode, I6510",
        "personName, 㐱𠮷",
        "personName, 阿卜杜拉·买买提",
        "personName, O'Neill-Smith Jr.",
        "tradeName, 𠮷祥",
        "tradeName, 西湖",
    })
    void whatIsRightHasNoIssue(String check, String text) {
        assertThat(found(check, text)).isEmpty();
    }

    @Test
    void aLatinNameHasUpToSixtyLettersAndAChineseOneThirty() {
        assertThat(found("personName", "A".repeat(60))).isEmpty();
        assertThat(found("personName", "A".repeat(61))).contains(IssueCode.PERSON_NAME_LONG.with(60));
        assertThat(found("personName", "𠮷".repeat(30))).isEmpty();
        assertThat(found("personName", "𠮷".repeat(31))).contains(IssueCode.PERSON_NAME_LONG.with(30));
    }

    @Test
    void anInvestorThatIsAnOrganisationMayHaveAnyName() {
        assertThat(found("personOrUnitName", "湖州3D（中国）公司", "UNIT")).isEmpty();
        assertThat(found("personOrUnitName", "湖", "UNIT")).contains(IssueCode.UNIT_NAME_SHORT.with());
        assertThat(found("personOrUnitName", "湖州3D", "RESIDENT_ID")).contains(IssueCode.PERSON_NAME_CHARACTERS.with());
    }

    private static Optional<Finding> found(String check, String text) {
        return Validators.find(check).orElseThrow().judge(text, new Beside(TODAY, Optional.empty()));
    }

    private static Optional<Finding> found(String check, String text, String type) {
        return Validators.find(check).orElseThrow().judge(text, new Beside(TODAY, Optional.of(type)));
    }

    private static void everyMutation(String text, String alphabet, Consumer<String> each) {
        for (int i = 0; i < text.length(); i++) {
            for (char other : alphabet.toCharArray()) {
                if (other != text.charAt(i)) {
                    each.accept(text.substring(0, i) + other + text.substring(i + 1));
                }
            }
        }
    }
}
