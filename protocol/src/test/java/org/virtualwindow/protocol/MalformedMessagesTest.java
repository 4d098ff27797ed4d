package org.virtualwindow.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.virtualwindow.protocol.ids.OpId;
import org.virtualwindow.protocol.json.WireCodec;
import org.virtualwindow.protocol.json.WireCodec.Decoded;

class MalformedMessagesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "call please",
                "{\"type\":\"Beat\",\"number\":1} x",
                "{\"type\":\"Beat\",\"type\":\"Beat\",\"number\":1}",
                "{\"type\":\"Beat\",\"number\":1,\"number\":2}",
                "{\"type\":\"Beat\",\"number\":NaN}",
                "{\"type\":\"Beat\",\"number\":007}",
            })
    void whatIsNotOneJsonDocumentIsUnreadable(String text) {
        assertThat(WireCodec.decode(text, FromKiosk.class)).isInstanceOf(Decoded.Unreadable.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "null",
                "7",
                "{}",
                "{\"number\":1}",
                "{\"type\":\"beat\",\"number\":1}",
                "{\"type\":\"AnswerCall\",\"opId\":\"o\",\"call\":\"c\"}",
                "{\"type\":\"Beat\"}",
                "{\"type\":\"Beat\",\"number\":null}",
                "{\"type\":\"Beat\",\"number\":\"7\"}",
                "{\"type\":\"Beat\",\"number\":7.5}",
                "{\"type\":\"RequestCall\",\"opId\":\"o\"}",
                "{\"type\":\"RequestCall\",\"opId\":\"o\",\"room\":7}",
                "{\"type\":\"RequestCall\",\"opId\":\"o\",\"room\":\"../etc\"}",
                "{\"type\":\"RequestCall\",\"opId\":\"\",\"room\":\"r\"}",
                "{\"type\":\"SetField\",\"opId\":\"o\",\"room\":\"r\",\"path\":\"/a\",\"value\":\"\\ud800\",\"baseRev\":0}",
                "{\"type\":\"SetField\",\"opId\":\"o\",\"room\":\"r\",\"path\":\"/a\",\"value\":\"\\u0000\",\"baseRev\":0}",
                "{\"type\":\"SetField\",\"opId\":\"o\",\"room\":\"r\",\"path\":\"/a//b\",\"value\":\"x\",\"baseRev\":0}",
                "{\"type\":\"OpenRoom\",\"opId\":\"o\",\"item\":\"i\",\"owner\":\"330503\",\"agreed\":[null]}",
            })
    void whatIsNoMessageOfTheRoleIsAnsweredAndHarmless(String text) {
        assertThat(WireCodec.decode(text, FromKiosk.class)).isInstanceOf(Decoded.NotOurs.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"type\":\"ReadEverything\"}",
                "{\"type\":\"ScanPages\",\"source\":\"GLASS\",\"dpi\":60000,\"mode\":\"GREY\",\"maxPages\":1}",
                "{\"type\":\"ScanPages\",\"source\":\"GLASS\",\"dpi\":300,\"mode\":\"GREY\",\"maxPages\":0}",
                "{\"type\":\"ScanPages\",\"source\":\"GLASS\",\"dpi\":300,\"maxPages\":1}",
                "{\"type\":\"ScanPages\",\"source\":\"CEILING\",\"dpi\":300,\"mode\":\"GREY\",\"maxPages\":1}",
                "{\"type\":\"DrawSignature\",\"field\":\"../x\"}",
                "{\"type\":\"PrintDocument\",\"document\":{\"blob\":\"../b\",\"mediaType\":\"m\",\"bytes\":1,\"sha256\":\"0\"},\"copies\":1}",
                "{\"type\":\"PrintDocument\",\"document\":{\"blob\":\"b\",\"mediaType\":\"m\",\"bytes\":1,\"sha256\":\"0\"},\"copies\":1}",
                "{\"type\":\"PrintDocument\",\"copies\":900}",
            })
    void whatNoDeviceCanBeAskedForIsAnsweredAndHarmless(String task) {
        String operate = "{\"type\":\"Operate\",\"opId\":\"o\",\"room\":\"r\",\"command\":\"c\",\"task\":" + task + "}";
        assertThat(WireCodec.decode(operate, FromClerk.class) instanceof Decoded.NotOurs<FromClerk> refused
                        && refused.opId().equals(Optional.of(new OpId("o"))))
                .isTrue();
        assertThat(WireCodec.decode(operate.replace(task, "{\"type\":\"CapturePage\"}"), FromKiosk.class))
                .as("no page of a kiosk may ask for it")
                .isInstanceOf(Decoded.NotOurs.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"WasRead\"}",
                "{\"type\":\"TaskFailed\",\"why\":\"BORED\"}",
                "{\"type\":\"PagesKept\",\"pages\":[{\"blob\":\"b\",\"mediaType\":\"m\",\"bytes\":1,\"sha256\":\"0\"}]}",
                "{\"type\":\"CardWasRead\",\"document\":{\"kind\":\"RESIDENT\",\"name\":\"张三\",\"number\":\"1\",\"sex\":\"MALE\","
                    + "\"birth\":\"yesterday\",\"address\":\"a\",\"issuer\":\"i\",\"validFrom\":\"2016-03-01\"}}",
            })
    void aResultThatIsNoneIsNotReadAndNothingOfItIsGivenBack(String result) {
        String signed = "{\"kiosk\":\"k\",\"command\":\"c\",\"nonce\":\"n\",\"result\":" + result + "}";
        assertThat(WireCodec.decode(signed, SignedResult.class))
                .isInstanceOf(Decoded.NotOurs.class)
                .asString()
                .doesNotContain("张三");
    }

    @Test
    void whoWaitsForAnAnswerToWhatCannotBeReadIsToldWhichItWas() {
        String tooLong = "{\"type\":\"SetField\",\"opId\":\"o7\",\"room\":\"r\",\"path\":\"/a\",\"value\":\""
                + "长".repeat(10_000) + "\",\"baseRev\":0}";
        assertThat(WireCodec.decode(tooLong, FromKiosk.class))
                .isEqualTo(new Decoded.NotOurs<>("malformed component value", Optional.of(new OpId("o7"))));
        for (String nameless : new String[] {"{\"type\":\"Tomorrow\",\"opId\":7}", "{\"type\":\"Tomorrow\"}", "[]"}) {
            assertThat(WireCodec.decode(nameless, FromKiosk.class) instanceof Decoded.NotOurs<FromKiosk> refused
                            && refused.opId().isEmpty())
                    .as(nameless)
                    .isTrue();
        }
    }

    @Test
    void aMegabyteIsUnreadable() {
        String text = "{\"type\":\"Beat\",\"number\":1,\"x\":\"" + "a".repeat(1 << 20) + "\"}";
        assertThat(WireCodec.decode(text, FromKiosk.class)).isInstanceOf(Decoded.Unreadable.class);
    }

    @Test
    void tenThousandNestedArraysAreUnreadable() {
        String text = "{\"type\":\"Beat\",\"number\":1,\"x\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}";
        assertThat(WireCodec.decode(text, FromKiosk.class)).isInstanceOf(Decoded.Unreadable.class);
    }

    @Test
    void unknownPropertiesAreIgnoredSoThatOldAndNewCanTalk() {
        assertThat(WireCodec.decode("{\"type\":\"Beat\",\"number\":1,\"later\":true}", FromKiosk.class))
                .isEqualTo(new Decoded.Message<>(new Beat(1L)));
    }

    @Test
    void anAbsentAndANullOptionalAreTheSame() {
        String focus = "{\"type\":\"Focus\",\"room\":\"r\"%s}";
        assertThat(WireCodec.decode(focus.formatted(",\"path\":null"), FromKiosk.class))
                .isEqualTo(WireCodec.decode(focus.formatted(""), FromKiosk.class))
                .isInstanceOf(Decoded.Message.class);
    }

    @Test
    void rareCharactersAndLongNamesAreOrdinaryText() {
        for (String name : new String[] {"㐱", "𠮷", "买买提·艾力", "A".repeat(60), "龥 O'Neil-Smith Jr."}) {
            String text = "{\"type\":\"SetField\",\"opId\":\"o\",\"room\":\"r\",\"path\":\"/a\",\"value\":\"" + name
                    + "\",\"baseRev\":0}";
            assertThat(WireCodec.decode(text, FromKiosk.class))
                    .isInstanceOfSatisfying(
                            Decoded.Message.class,
                            decoded -> assertThat(((RoomOperation.SetField) decoded.message())
                                            .value()
                                            .text())
                                    .isEqualTo(name));
        }
    }

    @Test
    void theReasonGivenBackHoldsNothingOfWhatWasSent() {
        String text =
                "{\"type\":\"SetField\",\"opId\":\"o\",\"room\":\"r\",\"path\":\"/a\",\"value\":310117200002290016,\"baseRev\":0}";
        assertThat(WireCodec.decode(text, FromKiosk.class))
                .isInstanceOfSatisfying(
                        Decoded.NotOurs.class,
                        refused -> assertThat(refused.reason())
                                .doesNotContain("3101")
                                .contains("value"));
    }

    @Test
    void personalDataPrintsMasked() {
        var message = WireCodec.decode(
                "{\"type\":\"SetField\",\"opId\":\"o\",\"room\":\"r\",\"path\":\"/a\",\"value\":\"310117200002290016\",\"baseRev\":0}",
                FromKiosk.class);
        assertThat(message.toString()).doesNotContain("310117200002290016");
    }
}
