package org.virtualwindow.server.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.virtualwindow.server.form.Forms.APPLICANT;
import static org.virtualwindow.server.form.Forms.CLERK;
import static org.virtualwindow.server.form.Forms.NOON;
import static org.virtualwindow.server.form.Forms.complete;
import static org.virtualwindow.server.form.Forms.issueAt;
import static org.virtualwindow.server.form.Forms.path;
import static org.virtualwindow.server.form.Forms.write;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.virtualwindow.protocol.FieldState;
import org.virtualwindow.protocol.RoomMessage.FormView;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.protocol.ids.RowId;
import org.virtualwindow.protocol.json.WireCodec;
import org.virtualwindow.protocol.values.FieldValue;
import org.virtualwindow.protocol.values.Issue;
import org.virtualwindow.protocol.values.Refusal;
import org.virtualwindow.protocol.values.Role;
import org.virtualwindow.protocol.values.Source;

class FormStateTest {
    private final FormState empty = FormState.of(Forms.NANXUN);

    @Test
    void anEmptyFormHasItsFewestRowsAndAsksForWhatIsShown() {
        assertThat(empty.rev()).isZero();
        assertThat(empty.view(Role.APPLICANT).rows()).containsEntry("/investors", List.of("r1"));
        assertThat(empty.issues()).allMatch(issue -> issue.code().equals("required"));
        assertThat(empty.issues().stream().map(issue -> issue.path().value()))
                .startsWith("/marketEntityType", "/orgForm", "/preApproval", "/namePattern", "/tradeName")
                .contains("/investors/r1/name")
                .doesNotContain("/registeredCapital", "/investors/r1/idNo", "/industryCode", "/alternative1");
    }

    @Test
    void aCompleteFormHasNoIssues() {
        assertThat(complete().issues()).isEmpty();
    }

    @Test
    void whatCannotStandInAFieldIsRefused() {
        assertThat(refusal("/nothing", "x")).isEqualTo(Refusal.UNKNOWN);
        assertThat(refusal("/investors", "x")).isEqualTo(Refusal.UNKNOWN);
        assertThat(refusal("/investors/name", "x")).isEqualTo(Refusal.UNKNOWN);
        assertThat(refusal("/investors/r9/name", "x")).isEqualTo(Refusal.UNKNOWN);
        assertThat(refusal("/tradeName/r1/name", "x")).isEqualTo(Refusal.UNKNOWN);
        assertThat(refusal("/registeredCapital", "1")).isEqualTo(Refusal.HIDDEN);
        assertThat(refusal("/orgForm", "LTD")).isEqualTo(Refusal.INVALID);
        assertThat(refusal("/tradeName", "云".repeat(21))).isEqualTo(Refusal.INVALID);
    }

    @Test
    void whatIsMerelyWrongIsNot() {
        assertThat(empty.refusal(path("/preApproval"), new FieldValue("maybe"))).isEmpty();
        assertThat(empty.refusal(path("/investors/r1/name"), new FieldValue("5")))
                .isEmpty();
        assertThat(empty.refusal(path("/orgForm"), FieldValue.EMPTY)).isEmpty();
        assertThat(empty.refusal(path("/tradeName"), new FieldValue("𠮷".repeat(20))))
                .isEmpty();
        assertThat(issueAt(write(empty, "/preApproval", "maybe"), "/preApproval"))
                .isEqualTo("yesNo");
    }

    @Test
    void aHiddenValueIsKeptButNotFiled() {
        FormState unit = write(complete(), "/investors/r1/idType", "UNIT");
        assertThat(unit.field(path("/investors/r1/idNo"))).isPresent();
        assertThat(unit.refusal(path("/investors/r1/idNo"), new FieldValue("1")))
                .contains(Refusal.HIDDEN);
        assertThat(issueAt(unit, "/investors/r1/idNo")).isEmpty();
        assertThat(issueAt(unit, "/investors/r1/uscc")).isEqualTo("required");

        FormState wrongButHidden = write(write(complete(), "/investors/r1/idNo", "1"), "/investors/r1/idType", "UNIT");
        assertThat(wrongButHidden.filed()).isEqualTo(unit.filed());
        assertThat(write(unit, "/investors/r1/idType", "RESIDENT_ID").issues()).isEmpty();
    }

    @Test
    void aFieldBehindAHiddenFieldIsHiddenToo() {
        FormState form = write(complete(), "/marketEntityType", "INDIVIDUAL_BUSINESS");
        assertThat(form.visible(path("/investors/r1/percent"))).isFalse();
        assertThat(issueAt(form, "/investors")).isEmpty();
    }

    @Test
    void everyRowIsJudgedByItself() {
        FormState form = complete().addRow(path("/investors"), new RowId("b"));
        form = write(write(form, "/investors/b/idType", "UNIT"), "/investors/b/uscc", "91350100M000100Y44");
        assertThat(issueAt(form, "/investors/b/uscc")).isEqualTo("uscc.checksum");
        assertThat(form.visible(path("/investors/b/idNo"))).isFalse();
        assertThat(form.visible(path("/investors/r1/idNo"))).isTrue();
    }

    @Test
    void sharesAndAmountsMustAddUp() {
        FormState form = write(complete(), "/investors/r1/percent", "90.50");
        assertThat(form.issues())
                .containsExactly(
                        new Issue(path("/investors"), "rule.sharesShort", Map.of("sum", "90.5", "off", "9.5")));
        assertThat(write(form, "/investors/r1/percent", "x").issues())
                .containsExactly(issue("/investors/r1/percent", IssueCode.PERCENT_SHAPE));

        form = write(complete(), "/registeredCapital", "99.99");
        assertThat(form.issues())
                .containsExactly(
                        new Issue(path("/investors"), "rule.amountsOver", Map.of("sum", "100", "off", "0.01")));
    }

    @Test
    void theNamesEndFitsTheTypeAndAlternativesDiffer() {
        assertThat(issueAt(write(complete(), "/orgForm", "STUDIO"), "/orgForm")).isEqualTo("choice.notHere");
        assertThat(issueAt(write(complete(), "/alternative1", "云帆"), "/alternative1"))
                .isEqualTo("rule.distinct1");
        assertThat(write(complete(), "/alternative1", "海帆").issues()).isEmpty();
    }

    @Test
    void aVariantNarrowsAChoiceWithoutRepeatingTheFields() {
        FormState nanjing = write(FormState.of(Forms.item("320114")), "/namePattern", "TRADE_REGION_INDUSTRY_FORM");
        assertThat(issueAt(nanjing, "/namePattern")).isEqualTo("choice.notHere");
        assertThat(issueAt(write(nanjing, "/namePattern", "TRADE_FORM"), "/namePattern"))
                .isEmpty();
    }

    @Test
    void aLimitedLiabilityCompanyHasAtMostAsManyInvestorsAsTheLawAllows() {
        FormState form = FormState.of(Forms.withMostInvestors(60));
        for (int i = 2; i <= 51; i++) {
            form = form.addRow(path("/investors"), new RowId("r" + i));
        }
        assertThat(issueAt(write(form, "/marketEntityType", "LLC"), "/investors"))
                .isEqualTo("rule.investorsOfLlc");
        assertThat(issueAt(write(form, "/marketEntityType", "JSC"), "/investors"))
                .isEmpty();
    }

    @Test
    void rowsComeAndGo() {
        FormState two = empty.addRow(path("/investors"), new RowId("b"));
        assertThat(two.rev()).isEqualTo(1);
        assertThat(two.refusalOfNewRow(path("/investors"), new RowId("b"))).contains(Refusal.ALREADY);
        assertThat(two.refusalOfNewRow(path("/tradeName"), new RowId("c"))).contains(Refusal.UNKNOWN);
        assertThat(two.refusalOfRemoval(path("/investors/c"))).contains(Refusal.UNKNOWN);
        assertThat(two.refusalOfRemoval(path("/investors"))).contains(Refusal.UNKNOWN);
        assertThat(two.refusalOfRemoval(path("/investors/b"))).isEmpty();

        FormState one = write(two, "/investors/b/name", "王五").removeRow(path("/investors/b"));
        assertThat(one.view(Role.APPLICANT).fields()).doesNotContainKey("/investors/b/name");
        assertThat(one.refusal(path("/investors/b/name"), new FieldValue("王五"))).contains(Refusal.UNKNOWN);
        assertThat(one.refusalOfNewRow(path("/investors"), new RowId("b")))
                .as("a late operation must not meet another row of the same id")
                .contains(Refusal.ALREADY);
        assertThat(one.removeRow(path("/investors/r1")).issues())
                .contains(issue("/investors", IssueCode.ROWS_FEW, 1, 1));
    }

    @Test
    void aTableIsFullAtSomePoint() {
        FormState form = empty;
        for (int i = 2; i <= 50; i++) {
            assertThat(form.refusalOfNewRow(path("/investors"), new RowId("r" + i)))
                    .isEmpty();
            form = form.addRow(path("/investors"), new RowId("r" + i));
        }
        assertThat(form.refusalOfNewRow(path("/investors"), new RowId("r51"))).contains(Refusal.INVALID);
    }

    @Test
    void whatAClerkWroteWaitsForTheApplicant() {
        FormState form = write(complete(), "/tradeName", "云海", CLERK);
        assertThat(form.unconfirmed()).containsExactly(path("/tradeName"));
        assertThat(form.revOf(path("/tradeName"))).isEqualTo(2);

        FormState confirmed = form.confirm(path("/tradeName"));
        assertThat(confirmed.unconfirmed()).isEmpty();
        assertThat(confirmed.rev()).isEqualTo(form.rev());
        assertThat(write(form, "/tradeName", "云海", APPLICANT).unconfirmed()).isEmpty();
        assertThat(write(confirmed, "/tradeName", "云山", CLERK).unconfirmed()).hasSize(1);
        assertThat(write(form, "/tradeName", "", CLERK).unconfirmed())
                .as("the applicant had written something there")
                .hasSize(1);
        assertThat(write(empty, "/tradeName", "", CLERK).unconfirmed()).isEmpty();
        assertThat(write(complete(), "/investors/r1/uscc", "91350100M000100Y43", CLERK)
                        .unconfirmed())
                .as("a hidden value is not filed")
                .isEmpty();
    }

    @Test
    void theClerkIsNeverToldTheWholeOfAMaskedValue() {
        FormState form = complete();
        assertThat(shownToClerk(form, "/contactIdNo")).isEqualTo("330503********0029");
        assertThat(shownToClerk(form, "/contactMobile")).isEqualTo("138****0427");
        assertThat(shownToClerk(write(form, "/contactMobile", "1380"), "/contactMobile"))
                .isEqualTo("1***");
        assertThat(shownToClerk(write(form, "/contactIdNo", "𠮷"), "/contactIdNo"))
                .isEqualTo("*");

        FormView view = form.view(Role.CLERK);
        assertThat(WireCodec.encode(view))
                .doesNotContain("330503198803150029", "310117200002290016", "13800000427")
                .contains("云帆");
        assertThat(seen(form, Role.CLERK, "/tradeName").value().text()).isEqualTo("云帆");
        assertThat(seen(form, Role.APPLICANT, "/contactIdNo").value().text()).isEqualTo("330503198803150029");
        assertThat(form.asClerkSees(path("/unheardOf"), new FieldValue("secret"))
                        .text())
                .as("what the form does not know is masked")
                .isEqualTo("s*****");
    }

    @Test
    void aHiddenMaskedValueStaysMasked() {
        FormState form = write(complete(), "/investors/r1/idType", "UNIT");
        assertThat(WireCodec.encode(form.view(Role.CLERK))).doesNotContain("310117200002290016");
    }

    @Test
    void issuesNeverRepeatWhatIsMasked() {
        FormState form = write(write(complete(), "/contactIdNo", "330503198803150028"), "/contactMobile", "1380000");
        assertThat(WireCodec.encode(form.issues())).doesNotContain("330503198803150028", "1380000");
    }

    @Test
    void theDayOfTheLastWritingDecidesWhatIsFuture() {
        FieldValue bornLater = new FieldValue("310117202603030014");
        FormState form = complete().set(path("/contactIdNo"), bornLater, Source.TYPED, APPLICANT, NOON);
        assertThat(issueAt(form, "/contactIdNo")).isEqualTo("idNo.future");
        FormState aDayLater =
                form.set(path("/contactIdNo"), bornLater, Source.TYPED, APPLICANT, NOON.plus(Duration.ofDays(1)));
        assertThat(issueAt(aDayLater, "/contactIdNo")).isNotEqualTo("idNo.future");
    }

    @Test
    void theHashIsOfWhatIsFiledAndOfNothingElse() {
        FormState form = complete();
        String hash = hash(form, "salt");
        assertThat(hash).matches("[0-9a-f]{64}");
        FormState byClerk = form.set(path("/tradeName"), new FieldValue("云帆"), Source.TYPED, CLERK, NOON);
        assertThat(hash(byClerk.confirm(path("/tradeName")), "salt")).isEqualTo(hash(byClerk, "salt"));
        assertThat(hash(write(form, "/tradeName", "云山"), "salt")).isNotEqualTo(hash);
        assertThat(form.addRow(path("/investors"), new RowId("b")).hash(seal("salt")))
                .as("a new row wants to be filled in first")
                .isEmpty();
    }

    @Test
    void nobodyFindsWhatIsMaskedByTryingItAgainstTheHash() {
        FormState form = complete();
        assertThat(hash(form, "another"))
                .as("without the salt there is nothing to try")
                .isNotEqualTo(hash(form, "salt"));
        FormState guessed = write(form, "/contactMobile", form.text(path("/contactMobile")));
        assertThat(hash(guessed, "salt"))
                .as("a guess that was right, and written")
                .isNotEqualTo(hash(form, "salt"));
    }

    @Test
    void inARoomWithoutASaltTheHashSaysOfAMaskedValueWhatTheClerkSees() {
        Seal before = new Seal(Optional.empty(), new CentreId("330503"), Optional.empty());
        FormState one = write(complete(), "/contactMobile", "13800000427");
        FormState other = write(complete(), "/contactMobile", "13811110427");
        assertThat(one.hash(before)).isPresent().isEqualTo(other.hash(before));
        assertThat(hash(one, "salt")).isNotEqualTo(hash(other, "salt"));
    }

    private static Seal seal(String salt) {
        return new Seal(Optional.of("0123"), new CentreId("330503"), Optional.of(salt));
    }

    private static String hash(FormState form, String salt) {
        return form.hash(seal(salt)).orElseThrow();
    }

    @Test
    void theNameIsComposedInTheChosenOrder() {
        FormState form = complete();
        assertThat(form.text(path("/companyName"))).isEqualTo("湖州云帆网络科技有限公司");
        assertThat(write(form, "/namePattern", "TRADE_REGION_INDUSTRY_FORM").text(path("/companyName")))
                .isEqualTo("云帆（湖州）网络科技有限公司");
        assertThat(write(form, "/namePattern", "TRADE_INDUSTRY_REGION_FORM").text(path("/companyName")))
                .isEqualTo("云帆网络科技（湖州）有限公司");
        assertThat(write(form, "/namePattern", "TRADE_FORM").text(path("/companyName")))
                .isEqualTo("云帆有限公司");
        assertThat(empty.text(path("/companyName"))).isEmpty();
        assertThat(form.refusal(path("/companyName"), new FieldValue("我的公司")))
                .as("nobody writes what follows from other fields")
                .contains(Refusal.COMPUTED);
    }

    private Refusal refusal(String path, String text) {
        return empty.refusal(path(path), new FieldValue(text)).orElseThrow();
    }

    private static FieldState seen(FormState form, Role role, String path) {
        return Optional.ofNullable(form.view(role).fields().get(path)).orElseThrow();
    }

    private static String shownToClerk(FormState form, String path) {
        return seen(form, Role.CLERK, path).value().text();
    }

    private static Issue issue(String path, IssueCode code, Object... args) {
        return code.with(args).at(path(path));
    }
}
