package org.virtualwindow.kiosk.driver.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.virtualwindow.kiosk.driver.DeviceFault;
import org.virtualwindow.protocol.IdentityDocument;
import org.virtualwindow.protocol.IdentityDocument.CardKind;
import org.virtualwindow.protocol.IdentityDocument.CardSex;
import org.virtualwindow.protocol.values.Trouble;

class CardTextTest {
    @Test
    void aResidentIdentityCard() throws DeviceFault {
        assertThat(CardText.parse(CardSamples.resident("20380101")))
                .isEqualTo(new IdentityDocument(
                        CardKind.RESIDENT,
                        "张三",
                        "11010119900307000X",
                        CardSex.MALE,
                        Optional.of("01"),
                        "1990-03-07",
                        "上海市青浦区公园路100号",
                        "上海市公安局青浦分局",
                        "2018-01-01",
                        Optional.of("2038-01-01")));
    }

    @Test
    void oneThatIsValidForEver() throws DeviceFault {
        assertThat(CardText.parse(CardSamples.resident("长期")).validUntil()).isEmpty();
    }

    @Test
    void aResidentFromHongKong() throws DeviceFault {
        IdentityDocument card = CardText.parse(CardSamples.hongKong());
        assertThat(card.kind()).isEqualTo(CardKind.HONG_KONG_MACAO_TAIWAN_RESIDENT);
        assertThat(card.ethnic()).isEmpty();
        assertThat(card.number()).isEqualTo("810000198001020000");
        assertThat(card.validUntil()).contains("2025-01-01");
    }

    @Test
    void aPermanentResidenceCardOf2017WithAndWithoutAChineseName() throws DeviceFault {
        IdentityDocument card = CardText.parse(CardSamples.foreigner2017("杜简"));
        assertThat(card.kind()).isEqualTo(CardKind.FOREIGN_PERMANENT_RESIDENT);
        assertThat(card.name()).isEqualTo("杜简");
        assertThat(card.number()).isEqualTo("USA110080010203");
        assertThat(card.birth()).isEqualTo("1980-01-02");
        assertThat(card.sex()).isEqualTo(CardSex.FEMALE);
        assertThat(CardText.parse(CardSamples.foreigner2017("")).name()).isEqualTo("DOE, JANE");
    }

    @Test
    void aPermanentResidenceCardOf2023() throws DeviceFault {
        IdentityDocument card = CardText.parse(CardSamples.foreigner2023());
        assertThat(card.kind()).isEqualTo(CardKind.FOREIGN_PERMANENT_RESIDENT);
        assertThat(card.name()).isEqualTo("DOE, JANE");
        assertThat(card.number()).isEqualTo("911840198001020007");
        assertThat(card.validUntil()).contains("2034-01-01");
    }

    @Test
    void anythingElseIsUnreadableAndNothingOfItIsSaid() {
        byte[] wrong = CardSamples.resident("20380230");
        DeviceFault fault = catchThrowableOfType(DeviceFault.class, () -> CardText.parse(wrong));
        assertThat(fault.why()).isEqualTo(Trouble.CARD_UNREADABLE);
        assertThat(fault.getMessage()).doesNotContain("张三", "20380230");
        assertThat(catchThrowableOfType(DeviceFault.class, () -> CardText.parse(new byte[256]))
                        .why())
                .isEqualTo(Trouble.CARD_UNREADABLE);
        assertThat(catchThrowableOfType(DeviceFault.class, () -> CardText.parse(new byte[3]))
                        .why())
                .isEqualTo(Trouble.CARD_UNREADABLE);
    }
}
