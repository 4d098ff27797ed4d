package org.virtualwindow.kiosk.driver.pcsc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.licel.jcardsim.smartcardio.CardSimulator;
import com.licel.jcardsim.smartcardio.CardTerminalSimulator;
import java.util.Map;
import java.util.Optional;
import javax.smartcardio.CardTerminal;
import org.junit.jupiter.api.Test;
import org.virtualwindow.kiosk.driver.DeviceFault;
import org.virtualwindow.kiosk.driver.Settings;
import org.virtualwindow.kiosk.driver.card.CardSamples;
import org.virtualwindow.kiosk.driver.card.CardText;
import org.virtualwindow.kiosk.driver.rig.RecordedUse;
import org.virtualwindow.protocol.DeviceResult.CardWasRead;
import org.virtualwindow.protocol.DeviceTask.ReadIdCard;
import org.virtualwindow.protocol.IdentityDocument;
import org.virtualwindow.protocol.values.Trouble;

/** Reads a simulated card without pcscd. */
class PcscReaderTest {
    private static final ReadIdCard READ = new ReadIdCard(Optional.empty());

    private final CardSimulator card = VirtualCard.simulator();
    private final CardTerminal terminal = CardTerminalSimulator.terminal(card);
    private final RecordedUse use = new RecordedUse();

    private PcscReader reader(Map<String, String> settings) {
        return new PcscReader(terminal, CardFormat.of(new Settings(settings)));
    }

    @Test
    void theTextIsReadInParts() throws Exception {
        assertThat(reader(Map.of()).run(READ, use))
                .isEqualTo(new CardWasRead(CardText.parse(CardSamples.resident("20380101"))));
        assertThat(use.waits).isEmpty();
    }

    @Test
    void theConfigurationSaysWhereEachItemStands() throws Exception {
        String items = "name=0:30 number=122:36 sex=30:2 birth=36:16 validFrom=188:16 address=52:70";
        CardWasRead read = (CardWasRead) reader(Map.of("items", items)).run(READ, use);
        IdentityDocument document = read.document();
        assertThat(document.name()).isEqualTo("张三");
        assertThat(document.number()).isEqualTo("11010119900307000X");
        assertThat(document.birth()).isEqualTo("1990-03-07");
        assertThat(document.issuer()).isEmpty();
    }

    @Test
    void aCardWithoutTheApplicationIsUnreadable() {
        DeviceFault fault = catchThrowableOfType(
                DeviceFault.class, () -> reader(Map.of("aid", "F0000000000001")).run(READ, use));
        assertThat(fault.why()).isEqualTo(Trouble.CARD_UNREADABLE);
        assertThat(fault.detail()).contains("SELECT: 6999");
    }

    @Test
    void aCardThatKnowsNoSuchQuestionIsUnreadable() {
        DeviceFault fault = catchThrowableOfType(
                DeviceFault.class, () -> reader(Map.of("read", "00B1")).run(READ, use));
        assertThat(fault.detail()).contains("READ: 6d00");
    }
}
