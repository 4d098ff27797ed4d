package org.virtualwindow.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.virtualwindow.protocol.IdentityDocument.CardKind;
import org.virtualwindow.protocol.IdentityDocument.CardSex;

class IdentityDocumentTest {
    @Test
    void aCardIsGoodOnItsLastDayAndNoLonger() {
        IdentityDocument card = validUntil(Optional.of("2026-03-08"));
        assertThat(card.expired(LocalDate.parse("2026-03-08"))).isEmpty();
        assertThat(card.expired(LocalDate.parse("2026-03-09"))).contains("2026-03-08");
    }

    @Test
    void oneThatIsValidForEverNeverExpires() {
        assertThat(validUntil(Optional.empty()).expired(LocalDate.parse("2999-01-01")))
                .isEmpty();
    }

    private static IdentityDocument validUntil(Optional<String> day) {
        return new IdentityDocument(
                CardKind.RESIDENT,
                "㐱小宁",
                "310117198805120010",
                CardSex.MALE,
                Optional.of("01"),
                "1988-05-12",
                "上海市松江区方松街道思贤路1号",
                "上海市公安局松江分局",
                "2006-03-08",
                day);
    }
}
