package org.virtualwindow.server.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Why a package is refused: hall managers read it in the language of their page, the console has it in English. */
class FaultTest {
    private static final String VARIANT = "ENT_NAME/variants/320114.yaml";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "rules: {x: {set: /alternative1, to: [shout, a]}} | 规则用了不认识的运算符“shout” | there is no operator 'shout'",
                "rules: {x: {set: /alternative1, to: [not]}}   | 运算符“not”后面不能是 0 个值 | 'not' cannot have 0 arguments",
                "rules: {x: {set: /alternative1, to: [v, a]}}  | 运算符“v”后面要写字段的路径 | 'v' wants a path",
                "rules: {x: {set: /alternative1, to: []}}      | 要写一段文字，或者以运算符开头的列表 | must be a text, or a list",
                "rules: {x: {set: alternative1, to: a}}        | 路径要写成 /field 或 /table/row/field 的样子 | must look like"
                        + " /field",
                "rules: {x: {to: a}}                           | 看不出是哪一种规则 | type",
                "item: 企业                                      | 代码只能是 1 到 40 个字母、数字 | must be 1 to 40 letters",
                "tables: {/investors: {few: 1}}                | 不认识“few”，这里可以写： | few",
                "tables: {/investors: {fewest: one}}           | 这里要写整数，不能写“one” | one",
                "fields: {/tradeName: {required: some}}        | 这里要写 true 或 false，不能写“some” | some",
                "fields: {/tradeName: {label: {zh: [1]}}}       | 这里要写文字 | String",
                "fields: {/tradeName: {kind: WORD}}            | MOBILE、SIGNATURE当中的一个，不能写“WORD” | WORD",
                "fee: null                                     | 这一项必须有，不能缺 | fee",
                "rules: {x: {at: /tradeName, must: [filled, /tradeName], say: {zh: 甲}}} | 这一项必须有，不能缺 | en",
                "guide: some                                    | 这里要写列表，不能写“some” | ArrayList",
                "fee: 十元                                       | 这里要写“名称: 值”，不能写“十元” | LocalText",
                "version: 0                                    | 至少是 1 | must be 1 or more",
                "fee: {zh: 十元                                  | 列读不下去，不是规范的 YAML： | line ",
                "`fee: 1\nfee: 2`                              | 读到第 2 行第 1 列读不下去 | line 2: found duplicate key fee",
            })
    void itIsSaidInBothLanguages(String variant, String zh, String en) {
        PackageFault refused = refused(variant);

        assertThat(refused.faults()).anySatisfy(fault -> {
            assertThat(fault.reason().zh()).contains(zh);
            assertThat(fault.reason().en()).contains(en);
        });
        saysItInBothLanguages(refused);
    }

    @Test
    void theConsoleReadsEnglishOnly() {
        PackageFault refused = refused("version: 0\nguide: [/tradeName]");

        assertThat(refused)
                .hasMessage("items/" + VARIANT
                        + " /version: must be 1 or more; /guide: /tradeName is neither a choice nor" + " yes or no");
    }

    /** What stands in the file may be in any language; the words around it are in both. */
    static void saysItInBothLanguages(Throwable refused) {
        assertThat(((PackageFault) refused).faults()).isNotEmpty().allSatisfy(fault -> {
            assertThat(fault.reason().zh().codePoints())
                    .as("%s", fault.reason())
                    .anyMatch(Tidying::han);
            assertThat(fault.reason().en().chars()).as("%s", fault.reason()).anyMatch(c -> c >= 'a' && c <= 'z');
            assertThat(fault.reason().en()).isNotEqualTo(fault.reason().zh());
        });
    }

    private static PackageFault refused(String variant) {
        return catchThrowableOfType(PackageFault.class, () -> Forms.catalog(Map.of(VARIANT, variant)));
    }
}
