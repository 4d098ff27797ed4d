package org.virtualwindow.server.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.virtualwindow.protocol.Rule;
import org.virtualwindow.protocol.ServiceItem;
import org.virtualwindow.protocol.ServiceItem.Clock;
import org.virtualwindow.protocol.ServiceItem.Promise;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.protocol.ids.ServiceItemId;
import org.virtualwindow.protocol.values.FieldPath;
import org.virtualwindow.protocol.values.LocalText;

class CatalogTest {
    private final Catalog catalog = Catalog.load();

    @Test
    void everyCentreHandlesTheItemInItsOwnWay() {
        assertThat(catalog.byCentre().keySet())
                .extracting(CentreId::value)
                .containsExactly("330503", "320114", "340104");
        ServiceItem nanxun = Forms.item("330503");
        assertThat(nanxun.variant().zh()).isEqualTo("按湖州市南浔区标准办理");
        assertThat(nanxun.title()).isEqualTo(Forms.item("320114").title());
        assertThat(nanxun.timeLimit()).isNotEqualTo(Forms.item("320114").timeLimit());
        assertThat(Forms.item("340104").materials()).hasSize(nanxun.materials().size() + 1);
        assertThat(catalog.of(new CentreId("330503")))
                .hasSizeGreaterThanOrEqualTo(8)
                .startsWith(nanxun);
    }

    /** What a centre says of its own time limits, papers or choices is the reason why there are variants. */
    @Test
    void everyCentreDiffersInMoreThanItsName() {
        for (ServiceItem here : catalog.of(new CentreId("330503"))) {
            catalog.find(here.item(), new CentreId("320114"))
                    .ifPresent(there -> assertThat(List.of(
                                    here.timeLimit(),
                                    here.fee(),
                                    here.result(),
                                    here.materials(),
                                    here.fields(),
                                    here.rules()))
                            .as(here.item().value())
                            .isNotEqualTo(List.of(
                                    there.timeLimit(),
                                    there.fee(),
                                    there.result(),
                                    there.materials(),
                                    there.fields(),
                                    there.rules())));
        }
    }

    @Test
    void whatACentreDoesNotHandleIsNotThere() {
        assertThat(catalog.find(new ServiceItemId("ENT_NAME"), new CentreId("310117")))
                .isEmpty();
        assertThat(catalog.find(new ServiceItemId("OTHER"), new CentreId("330503")))
                .isEmpty();
        assertThat(catalog.of(new CentreId("310117"))).isEmpty();
    }

    @Test
    void everySentenceIsThereInBothLanguages() {
        catalog.byCentre()
                .values()
                .forEach(items -> items.forEach(item -> {
                    assertThat(item.fields())
                            .allMatch(field -> whole(field.label())
                                    && field.hint().map(CatalogTest::whole).orElse(true));
                    assertThat(item.fields())
                            .allMatch(field -> field.choices().stream().allMatch(choice -> whole(choice.label())));
                    assertThat(item.pages()).allMatch(page -> whole(page.title()));
                    assertThat(item.agreements())
                            .allMatch(one -> whole(one.text()))
                            .extracting(ServiceItem.Statement::code)
                            .containsExactly("WHO_SEES", "NOT_RECORDED", "KEPT");
                    assertThat(item.declarations()).isNotEmpty().allMatch(one -> whole(one.text()));
                    assertThat(item.materials())
                            .allMatch(one -> whole(one.name())
                                    && one.hint().map(CatalogTest::whole).orElse(true));
                    assertThat(item.rules())
                            .allMatch(rule -> !(rule instanceof Rule.Demands demands) || whole(demands.say()));
                    assertThat(item.results()).allMatch(one -> whole(one.name()));
                    assertThat(item.script()).allMatch(step -> whole(step.say()));
                    assertThat(item.cards())
                            .allMatch(card -> whole(card.wants())
                                    && card.basis().map(CatalogTest::whole).orElse(true)
                                    && card.sample().map(CatalogTest::whole).orElse(true));
                }));
    }

    @Test
    void rowsComeFromTablesThatSomeItemHasAndFitThere() {
        List<ServiceItem.Field> columns = catalog.all().stream()
                .flatMap(each -> each.item().fields().stream())
                .filter(field -> field.path().table().isPresent())
                .toList();
        catalog.all().stream()
                .map(ItemPackage::item)
                .forEach(item -> item.tables()
                        .forEach(table -> table.prefill()
                                .orElse(List.of())
                                .forEach(from -> assertThat(columns)
                                        .as(item.item() + table.path().value() + " from " + from)
                                        .anyMatch(theirs -> theirs.path().isIn(from)
                                                && item.fields().stream()
                                                        .anyMatch(ours ->
                                                                ours.path().isIn(table.path())
                                                                        && ours.kind() == theirs.kind()
                                                                        && ours.path()
                                                                                .parts()[1]
                                                                                .equals(theirs.path()
                                                                                        .parts()[1]))))));
    }

    @Test
    void everyItemIsFoundByEverydayWordsAndHasAScriptAndCards() {
        catalog.byCentre()
                .values()
                .forEach(items -> items.forEach(item -> {
                    String name = item.item().value();
                    assertThat(item.find().words())
                            .as(name)
                            .doesNotHaveDuplicates()
                            .hasSizeBetween(8, 20);
                    assertThat(item.find().english()).as(name).hasSizeBetween(3, 8);
                    assertThat(item.find().events()).as(name).hasSizeBetween(1, 2);
                    assertThat(item.script()).as(name).hasSizeBetween(5, 9);
                    assertThat(item.cards()).as(name).isNotEmpty();
                }));
    }

    /** Where the words name days, the clock counts the longest of them. */
    @Test
    void whatIsPromisedIsWhatTheWordsSay() {
        Pattern days = Pattern.compile("(\\d+) ?(个工作日|天)");
        catalog.byCentre()
                .values()
                .forEach(items -> items.forEach(item -> days.matcher(
                                item.timeLimit().zh())
                        .results()
                        .max(Comparator.comparingInt(found -> Integer.parseInt(found.group(1))))
                        .ifPresent(longest -> assertThat(item.promise())
                                .as(item.timeLimit().zh())
                                .isEqualTo(new Promise(
                                        Integer.parseInt(longest.group(1)),
                                        longest.group(2).equals("天") ? Clock.CALENDAR_DAYS : Clock.WORKING_DAYS)))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kind: PERCENT           | kind: PART               | /fields//investors/percent/kind",
                "fewest: 1               | few: 1                   | /tables//investors/few",
                "fewest: 1               | fewest: one              | /tables//investors/fewest",
                "fewest: 1               | fewest: 51               | fewest is above most",
                "prefill: [/investors, /shareholders] | prefill: [/investors/name] | /tables (/investors)/prefill: a"
                        + " table's path has one part, unlike /investors/name",
                "prefill: [/investors, /shareholders] | prefill: [/investors, /investors] | names a table twice",
                "prefill: [/investors, /shareholders] | prefill: [/tradeName] | /tradeName is a field, not a table",
                "prefill: [/investors, /shareholders] | prefill: [] | /tables (/investors)/prefill: names no table",
                "prefill: [/investors, /shareholders] | prefill: true | /tables//investors/prefill",
                "maxLength: 5            | maxLength: 4001          | (/industryCode)/maxLength: must be 1 to 4000",
                "checks: [personName]    | checks: [persoName]      | there is no check 'persoName'",
                "  JSC: {                | JSC: {{                  | scalar key",
                "  JSC: {                | LLC: {                   | duplicate",
                "item: ENT_NAME          | item: ENT_SETUP          | /item: must be ENT_NAME",
                "[sum, /investors/percent]]| [total, /investors/percent]] | /rules/sharesShort/must: there is no"
                        + " operator 'total'",
                "[sum, /investors/percent]]| [sum, /investors/share]] | /rules/sharesShort/must: there is no column"
                        + " /investors/share",
                "[count, /investors]     | [count, /partners]       | /rules/investorsOfLlc/must: there is no table"
                        + " /partners",
                "[count, /investors]     | [v, /investors/idType]   | /rules/investorsOfLlc/must: /investors/idType is"
                        + " a column",
                "[filled, /regionWord]   | [filled, /place]         | /rules/companyName/to: there is no field /place",
                "[label, /orgForm]       | [label, /tradeName]      | /rules/companyName/to: /tradeName is no choice",
                "[v, /tradeName]         | [v, /contactMobile]      | /rules/companyName/to: /contactMobile is masked",
                "], UNIT]                | ], UNITS]                | /rules/creditCode/when: UNITS is no choice of"
                        + " /investors/idType",
                "only: [JOINT_STOCK]     | only: [STOCK]            | /rules/endingJsc/only: STOCK is no choice",
                "set: /companyName       | set: /firmName           | /rules/companyName: there is no field /firmName",
                "show: [/investors/uscc] | show: [/investors/code]  | /rules/creditCode: there is no field or table"
                        + " /investors/code",
                "show: [/investors/uscc] | shows: [/investors/uscc] | /rules/creditCode",
                "checks: [industryCode]  | checks: [digits 9-3]     | there is no check 'digits 9-3'",
            })
    void aBrokenPackageIsRefusedWithFilePlaceAndReason(String right, String broken, String reason) {
        String base = resource("ENT_NAME/item.yaml");
        assertThat(base).contains(right);
        assertThatThrownBy(() -> loaded("ENT_NAME/item.yaml", base.replaceFirst(Pattern.quote(right), broken)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("items/ENT_NAME/item.yaml")
                .satisfies(FaultTest::saysItInBothLanguages)
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mode: AT_HOME                                          | /mode",
                "promise: {days: 0, clock: WORKING_DAYS}                | /promise/days: must be 1 to 999",
                "promise: {days: 2, clock: AT_ONCE}                     | /promise/days: must be 0",
                "guide: [/tradeName]                                    | /guide: /tradeName is neither a choice nor",
                "guide: [/name]                                         | /guide: there is no field /name",
                "guide: [/investors/idType]                             | /guide: there is no field /investors/idType",
                "find: {events: [WEDDING]}                              | /find/events: there is no life event WEDDING",
                "prefill: {/tradeName: shoeSize}                        | /prefill//tradeName/what",
                "prefill: {/investors/name: name}                       | /prefill (/investors/name): there is no such",
                "script: {x: {say: {zh: 您好, en: Hello}, at: /nowhere}} | /script/x/at: there is no field or table",
                "script: {x: {say: {zh: 您好, en: Hi}, done: [filled, /no]}} | /script/x/done: there is no field",
                "cards: {/nowhere: {wants: {zh: 要, en: wanted}}}        | /cards (/nowhere): there is no field or"
                        + " table",
                "materials: {CONTACT_ID: {when: [v, /investors/idType]}} | /materials/CONTACT_ID/when:"
                        + " /investors/idType is",
                "materials: {CONTACT_ID: {when: ['=', [v, /orgForm], X]}} | /materials/CONTACT_ID/when: X is no choice",
                "materials: {CONTACT_ID: {count: 0}}                    | /materials/CONTACT_ID/count: must be 1 to 20",
                "materials: {CONTACT_ID: {form: SEEN}}                  | /materials/CONTACT_ID/form",
                "materials: {CONTACT_ID: null}                          | /lookups/CONTACT_ID/material: there is no",
                "materials: {CONTACT_ID: {form: GENERATED}}             | /lookups/CONTACT_ID/material: what is made",
                "lookups: {MOBILE: {material: CONTACT_ID}}              | /lookups/MOBILE/material: another e-licence",
                "lookups: {MOBILE: {holder: {idNo: null}}}              | /lookups/MOBILE/holder: does not say by idNo",
                "lookups: {MOBILE: {compares: null}}                    | /lookups/MOBILE: neither stands for a"
                        + " material",
                "lookups: {MOBILE: {compares: {name: /investors/name}}} | /lookups/MOBILE/compares/name: there is no",
            })
    void whatAnItemSaysAroundItsFormIsCheckedToo(String patch, String reason) {
        assertThatThrownBy(() -> loaded("ENT_NAME/variants/320114.yaml", patch))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("items/ENT_NAME/variants/320114.yaml")
                .satisfies(FaultTest::saysItInBothLanguages)
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fields: {/signature: {checks: [personName]}}      | (/signature)/checks: there is nothing to check",
                "fields: {/signature: {sensitivity: MASK}}         | (/signature)/sensitivity: a SIGNATURE is seen"
                        + " whole",
                "fields: {/signature: {maxLength: 9}}              | (/signature)/maxLength: how long a SIGNATURE may"
                        + " be",
                "fields: {/evidence/what: {kind: SIGNATURE}}       | (/evidence/what): a signature is the applicant’s",
                "prefill: {/signature: name}                       | /prefill (/signature): nobody signs for",
                "rules: {x: {set: /signature, to: 甲}}              | /rules/x/set: /signature is signed by hand",
                "rules: {x: {when: [filled, /signature], show: [/claims]}} | /rules/x: /signature is a signature, and"
                        + " no",
                "rules: {x: {at: /claims, must: [not, [filled, /signature]], say: {zh: 甲, en: a}}} | /rules/x:"
                        + " /signature",
                "guide: [/signature]                               | /guide: /signature is neither a choice nor",
                "fields: {/signature: {required: false}}           | the base requires it",
            })
    void aSignatureIsNothingButTheApplicantsHand(String patch, String reason) {
        assertThatThrownBy(() -> loaded("LEGAL_AID/variants/320114.yaml", patch))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("items/LEGAL_AID/variants/320114.yaml")
                .satisfies(FaultTest::saysItInBothLanguages)
                .hasMessageContaining(reason);
    }

    @Test
    void aCardMayStandAtAColumnOfATable() {
        String card = "cards: {/investors/uscc: {wants: {zh: 18 位, en: 18 characters}}}";
        ServiceItem changed = loaded("ENT_NAME/variants/320114.yaml", card)
                .find(new ServiceItemId("ENT_NAME"), new CentreId("320114"))
                .orElseThrow();
        assertThat(changed.cards()).extracting(each -> each.path().value()).contains("/investors/uscc");
    }

    @Test
    void aBrokenVariantIsRefusedByItsOwnName() {
        assertThatThrownBy(() -> loaded("ENT_NAME/variants/320114.yaml", "fee: null"))
                .hasMessageStartingWith("items/ENT_NAME/variants/320114.yaml")
                .hasMessageContaining("fee");
        assertThatThrownBy(() -> loaded("ENT_NAME/variants/320114.yaml", "[]"))
                .hasMessage("items/ENT_NAME/variants/320114.yaml must hold keys and values");
        assertThatThrownBy(() -> loaded("ENT_NAME/variants/340104.yaml", ""))
                .hasMessage("items/ENT_NAME/variants/340104.yaml is not there");
    }

    @Test
    void aVariantCannotDoWithoutWhatTheBaseRequires() {
        String without = """
            fields: {/contactMobile: null}
            pages: {contact: {shows: [/contactName, /contactIdType, /contactIdNo]}}
            """;
        assertThatThrownBy(() -> loaded("ENT_NAME/variants/320114.yaml", without))
                .hasMessageStartingWith("items/ENT_NAME/variants/320114.yaml")
                .hasMessageContaining("(/contactMobile): the base requires it, so a variant cannot remove it");
        assertThatThrownBy(() -> loaded("ENT_NAME/variants/320114.yaml", "fields: {/contactMobile: {required: false}}"))
                .hasMessageContaining(
                        "(/contactMobile)/required: the base requires it, so a variant cannot make it optional");
    }

    /** Yuhuatai asks nobody who renews a licence for a residence permit, so it has neither the number nor the rule. */
    @Test
    void aVariantMayDoWithoutWhatOnlyARuleRequiresTogetherWithThatRule() {
        FieldPath permit = new FieldPath("/residencePermitNo");
        ServiceItemId renewal = new ServiceItemId("DL_RENEW");
        assertThat(fields(renewal, "330503")).contains(permit);
        assertThat(fields(renewal, "320114")).doesNotContain(permit);
    }

    private static List<FieldPath> fields(ServiceItemId item, String centre) {
        return Catalog.load().find(item, new CentreId(centre)).orElseThrow().fields().stream()
                .map(ServiceItem.Field::path)
                .toList();
    }

    @Test
    void aVariantReplacesAndRemovesByName() {
        String changes = """
            fields: {/industryCode: null, /tradeName: {maxLength: 8}}
            pages: {name: {shows: [/namePattern, /regionWord, /tradeName, /industryWord, /companyName]}}
            materials: {AUTHORITY: null}
            rules: {distinct1: null}
            """;
        ServiceItem changed = loaded("ENT_NAME/variants/320114.yaml", changes)
                .find(new ServiceItemId("ENT_NAME"), new CentreId("320114"))
                .orElseThrow();
        assertThat(changed.fields())
                .hasSize(Forms.NANXUN.fields().size() - 1)
                .filteredOn(field -> field.path().value().equals("/tradeName"))
                .singleElement()
                .satisfies(field -> assertThat(field.maxLength()).isEqualTo(8));
        assertThat(changed.materials()).extracting(ServiceItem.Material::code).doesNotContain("AUTHORITY");
        assertThat(changed.rules()).extracting(Rule::id).contains("distinct2").doesNotContain("distinct1");
    }

    @Test
    void rulesThatGoInACircleAreRefused() {
        assertThatThrownBy(() -> loaded(
                        "ENT_NAME/variants/320114.yaml",
                        "rules: {back: {when: [filled, /regionWord], show: [/namePattern]}}"))
                .hasMessageContaining("go round in a circle: ")
                .hasMessageContaining("/namePattern needs /regionWord");
        assertThatThrownBy(() -> loaded(
                        "ENT_NAME/variants/320114.yaml", "rules: {self: {set: /alternative1, to: [v, /alternative1]}}"))
                .hasMessageContaining("/alternative1 needs /alternative1");
    }

    @Test
    void aFileThatNobodyCanSurveyIsRefused() {
        String large = "# " + "x".repeat(5 * 1024 * 1024);
        assertThatThrownBy(() -> loaded("ENT_NAME/variants/320114.yaml", large))
                .hasMessage("items/ENT_NAME/variants/320114.yaml is larger than 512 kB");
        String deep =
                "rules: {deep: {set: /alternative1, to: " + "[not, ".repeat(20_000) + "x" + "]".repeat(20_000) + "}}";
        assertThatThrownBy(() -> loaded("ENT_NAME/variants/320114.yaml", deep))
                .hasMessageStartingWith("items/ENT_NAME/variants/320114.yaml");
        String bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n"
                + "b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]\n"
                + "c: [" + "*b, ".repeat(200) + "*b]";
        assertThatThrownBy(() -> loaded("ENT_NAME/variants/320114.yaml", bomb))
                .hasMessageStartingWith("items/ENT_NAME/variants/320114.yaml");
    }

    private static Catalog loaded(String file, String text) {
        return Forms.catalog(Map.of(file, text));
    }

    private static boolean whole(LocalText text) {
        return !text.zh().isBlank() && !text.en().isBlank();
    }

    private static String resource(String name) {
        byte[] bytes = ItemFiles.ofProgram().find().apply(name).getFirst().bytes();
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
