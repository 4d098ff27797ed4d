package org.virtualwindow.kiosk.driver.pcsc;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import javax.smartcardio.Card;
import javax.smartcardio.CardChannel;
import javax.smartcardio.CardException;
import javax.smartcardio.CardNotPresentException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.CommandAPDU;
import javax.smartcardio.ResponseAPDU;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.virtualwindow.kiosk.driver.Device;
import org.virtualwindow.kiosk.driver.DeviceFault;
import org.virtualwindow.kiosk.driver.Status;
import org.virtualwindow.kiosk.driver.Use;
import org.virtualwindow.protocol.DeviceResult;
import org.virtualwindow.protocol.DeviceTask;
import org.virtualwindow.protocol.DeviceTask.ReadIdCard;
import org.virtualwindow.protocol.IdentityDocument;
import org.virtualwindow.protocol.values.DeviceCondition;
import org.virtualwindow.protocol.values.Trouble;

/** One slot into which a card is put, or on which it is laid. */
final class PcscReader implements Device {
    private static final Logger LOG = LoggerFactory.getLogger(PcscReader.class);
    private static final int LOOK_MILLIS = 300;
    private static final int OK = 0x9000;

    private final CardTerminal terminal;
    private final CardFormat format;

    PcscReader(CardTerminal terminal, CardFormat format) {
        this.terminal = terminal;
        this.format = format;
    }

    @Override
    public Status status() {
        try {
            terminal.isCardPresent();
            return Status.OK;
        } catch (CardException gone) {
            return Status.of(DeviceCondition.FAULT, Trouble.OFFLINE);
        }
    }

    @Override
    public DeviceResult run(DeviceTask task, Use use) throws DeviceFault, InterruptedException {
        if (!(task instanceof ReadIdCard)) {
            throw new DeviceFault(Trouble.NOT_PRESENT);
        }
        waitForCard(use);
        Card card = connect();
        try {
            return new DeviceResult.CardWasRead(read(card.getBasicChannel()));
        } catch (CardException | IllegalStateException | IllegalArgumentException lifted) {
            // which of them, depends on the reader: some then answer with nothing
            throw new DeviceFault(Trouble.CARD_UNREADABLE, words(lifted));
        } finally {
            disconnect(card);
        }
    }

    private void waitForCard(Use use) throws DeviceFault, InterruptedException {
        try {
            if (terminal.isCardPresent()) {
                return;
            }
            use.waitsFor(Trouble.NO_CARD);
            while (!terminal.waitForCardPresent(LOOK_MILLIS)) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
            }
        } catch (CardException unplugged) {
            throw new DeviceFault(Trouble.OFFLINE, words(unplugged));
        }
    }

    private Card connect() throws DeviceFault {
        try {
            return terminal.connect("*");
        } catch (CardNotPresentException lifted) {
            throw new DeviceFault(Trouble.CARD_UNREADABLE, "it was taken away too soon");
        } catch (CardException mute) {
            throw new DeviceFault(Trouble.CARD_UNREADABLE, words(mute));
        }
    }

    private IdentityDocument read(CardChannel channel) throws CardException, DeviceFault {
        ask(channel, format.select(), "SELECT");
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        while (text.size() < format.length()) {
            byte[] part = ask(channel, format.readFrom(text.size()), "READ");
            if (part.length == 0) {
                throw new DeviceFault(Trouble.CARD_UNREADABLE, "READ gave nothing after " + text.size() + " bytes");
            }
            text.writeBytes(part);
        }
        byte[] all = text.toByteArray();
        try {
            return format.document(all);
        } finally {
            Arrays.fill(all, (byte) 0);
        }
    }

    private static byte[] ask(CardChannel channel, CommandAPDU question, String name)
            throws CardException, DeviceFault {
        ResponseAPDU answer = channel.transmit(question);
        if (answer.getSW() != OK) {
            throw new DeviceFault(Trouble.CARD_UNREADABLE, name + ": " + Integer.toHexString(answer.getSW()));
        }
        return answer.getData();
    }

    private static void disconnect(Card card) {
        try {
            card.disconnect(true);
        } catch (CardException | IllegalStateException gone) {
            LOG.debug("The card was gone before it was let go", gone);
        }
    }

    /** What PC/SC calls it, like SCARD_W_UNRESPONSIVE_CARD. */
    private static String words(Exception why) {
        Throwable cause = why.getCause() == null ? why : why.getCause();
        return String.valueOf(cause.getMessage());
    }

    @Override
    public void close() {
        // nothing is held between two cards
    }
}
