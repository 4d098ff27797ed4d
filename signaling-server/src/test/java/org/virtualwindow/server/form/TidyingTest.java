package org.virtualwindow.server.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.virtualwindow.server.form.Forms.path;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.virtualwindow.protocol.ServiceItem.Field;
import org.virtualwindow.protocol.ServiceItem.Kind;
import org.virtualwindow.protocol.ServiceItem.Sensitivity;
import org.virtualwindow.protocol.values.FieldValue;
import org.virtualwindow.protocol.values.LocalText;

class TidyingTest {
    private static final Field DAY = field(Kind.DATE);

    private final FormState form = FormState.of(Forms.NANXUN);

    private static Field field(Kind kind) {
        return new Field(
                path("/field"),
                kind,
                new LocalText("字段", "Field"),
                Optional.empty(),
                true,
                20,
                List.of(),
                List.of(),
                Sensitivity.OPEN,
                Optional.empty());
    }

    @Test
    void aNumberBelowZeroStaysOneAndIsNotTakenForAnother() {
        FieldValue tidied = Tidying.tidy(field(Kind.WHOLE), new FieldValue("-3"));
        assertThat(tidied.text()).isEqualTo("-3");
        assertThat(Validators.of(Kind.WHOLE)
                        .orElseThrow()
                        .judge(tidied.text(), new Beside(LocalDate.of(2026, 3, 2), Optional.empty())))
                .isPresent();
        assertThat(Tidying.tidy(field(Kind.WHOLE), new FieldValue("１，０００")).text())
                .isEqualTo("1000");
        assertThat(Tidying.tidy(field(Kind.DIGITS), new FieldValue("6222-0200 0000"))
                        .text())
                .isEqualTo("622202000000");
    }

    @ParameterizedTest
    @CsvSource({
        "/contactIdNo, １１０１０５ 19491231 002x, 11010519491231002X",
        "/contactMobile, +86 138-0000-0427, 13800000427",
        "/contactMobile, １３８　００００　０４２７, 13800000427",
        "/investors/r1/uscc, 91350100m000100y43, 91350100M000100Y43",
        "/registeredCapital, '1,000，000．50', 1000000.50",
        "/investors/r1/percent, ３３.34％, 33.34",
        "/industryCode, ｉ6510, I6510",
        "/contactName, 阿卜杜拉•买买提, 阿卜杜拉·买买提",
        "/contactName, 阿卜杜拉.买买提, 阿卜杜拉·买买提",
        "/contactName, '　王 五 ', 王五",
        "/contactName, John R. Smith, John R. Smith",
        "/tradeName, '  云帆　', 云帆",
        "/regionWord, '湖\n州', 湖 州",
        "/contactName, 㐱𠮷·㐱, 㐱𠮷·㐱",
    })
    void oneSpellingIsMadeOfMany(String path, String typed, String kept) {
        assertThat(form.normalised(path(path), new FieldValue(typed)).text()).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource({
        "2026年1月2日, 2026-01-02",
        "2026/1/2, 2026-01-02",
        "２０２６．１２．３１, 2026-12-31",
        "20260102, 2026-01-02",
        "2026-01-02, 2026-01-02",
        "2026-1, 2026-1",
        "昨天, 昨天",
        "2026年1月, 2026年1月",
    })
    void aDayMayBeWrittenInManyWays(String typed, String kept) {
        assertThat(Tidying.tidy(DAY, new FieldValue(typed)).text()).isEqualTo(kept);
    }

    @Test
    void composedAndDecomposedLettersAreTheSame() {
        assertThat(form.normalised(path("/contactName"), new FieldValue("Jose\u0301"))
                        .text())
                .isEqualTo("Jos\u00e9");
    }

    @Test
    void tidyingTwiceChangesNothingMore() {
        for (String text : new String[] {"  ＡＢｃ　１２３ ", "王 • 五", "2026年1月2日", "", "\u200B", "+86 1"}) {
            Stream.concat(Stream.of(DAY), Forms.NANXUN.fields().stream()).forEach(field -> {
                FieldValue once = Tidying.tidy(field, new FieldValue(text));
                assertThat(Tidying.tidy(field, once))
                        .as(field.path() + " " + text)
                        .isEqualTo(once);
            });
        }
    }

    @Test
    void aTextThatWouldGrowBeyondWhatAValueHoldsIsKeptAsItCame() {
        FieldValue growing = new FieldValue("\uFB2C".repeat(FieldValue.LONGEST));
        assertThat(form.normalised(path("/regionWord"), growing)).isEqualTo(growing);
    }
}
