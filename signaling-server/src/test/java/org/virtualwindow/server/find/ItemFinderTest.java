package org.virtualwindow.server.find;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.server.find.ItemFinder.Found;
import org.virtualwindow.server.form.Catalog;

class ItemFinderTest {
    private static final CentreId NANXUN = new CentreId("330503");
    private static final CentreId YUHUATAI = new CentreId("320114");
    private static final ItemFinder FINDER = finder();

    private static ItemFinder finder() {
        Catalog catalog = Catalog.load();
        return ItemFinder.of(catalog.byCentre(), catalog.events(), Map.of(NANXUN, "浙江省湖州市南浔区", YUHUATAI, "江苏省南京市雨花台区"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "户口迁移, HUKOU_MOVE", // as it is called
        "迁户口, HUKOU_MOVE", // as people say
        "gongjijin, FUND_WITHDRAW", // pinyin
        "gjj, FUND_WITHDRAW", // initials
        "gongjj, FUND_WITHDRAW", // some of both
        "公积jin, FUND_WITHDRAW", // mixed
        "公ji金, FUND_WITHDRAW",
        "gongji, FUND_WITHDRAW", // not finished yet
        "jiashizh, DL_RENEW",
        "gong ji jin, FUND_WITHDRAW", // with spaces
        "GONGJIJIN, FUND_WITHDRAW",
        "ＧＪＪ, FUND_WITHDRAW", // wide letters of an input method
        "gonjijin, FUND_WITHDRAW", // a letter missing
        "gongijjin, FUND_WITHDRAW", // two letters exchanged
        "攻积金, FUND_WITHDRAW", // the wrong one of those that sound so
        "公积金提去, FUND_WITHDRAW",
        "公司名衬, ENT_NAME",
        "sebaoka, SSC_APPLY", // sh is not heard everywhere
        "我想问一下驾驶证到期了怎么办, DL_RENEW", // what is said around it
        "请问公积金在哪里办理, FUND_WITHDRAW",
        "driving licence, DL_RENEW",
        "看病就医, MED_FILING", // a life event
    })
    void findsWhatIsMeantFirst(String question, String item) {
        assertThat(names(FINDER.find(question, Optional.empty(), 3)))
                .as(question)
                .first()
                .isEqualTo(item);
    }

    @Test
    void aPlaceInTheQuestionComesFirstHoweverItIsWritten() {
        for (String question : List.of("南浔公积金", "在南浔区取公积金", "nanxun gongjijin")) {
            assertThat(FINDER.find(question, Optional.of(YUHUATAI), 3).getFirst())
                    .as(question)
                    .satisfies(found -> assertThat(found.item().value()).isEqualTo("FUND_WITHDRAW"))
                    .satisfies(found -> assertThat(found.owners().getFirst()).isEqualTo(NANXUN));
        }
    }

    @Test
    void aPlaceAloneListsWhatItHandles() {
        assertThat(FINDER.find("南浔", Optional.empty(), 5))
                .hasSize(5)
                .allSatisfy(found -> assertThat(found.owners()).first().isEqualTo(NANXUN));
    }

    @Test
    void thePlaceChosenBeforeComesFirst() {
        assertThat(FINDER.find("公积金", Optional.of(YUHUATAI), 1).getFirst().owners())
                .first()
                .isEqualTo(YUHUATAI);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "？！", "怎么办", "qqqq", "火星移民", "𠮷", "\u0000\uD800"})
    void whatFitsNothingFindsNothing(String question) {
        assertThat(FINDER.find(question, Optional.empty(), 3)).isEmpty();
    }

    @Test
    void readsNoMoreThanItsBound() {
        String long10000 = "公积金" + "g".repeat(10_000);
        assertThat(FINDER.find(long10000, Optional.empty(), 3)).isNotNull();
        assertThat(names(FINDER.find("公积金" + " ".repeat(10_000), Optional.empty(), 1)))
                .containsExactly("FUND_WITHDRAW");
    }

    private static List<String> names(List<Found> found) {
        return found.stream().map(each -> each.item().value()).toList();
    }
}
