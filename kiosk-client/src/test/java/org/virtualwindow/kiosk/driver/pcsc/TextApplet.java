package org.virtualwindow.kiosk.driver.pcsc;

import javacard.framework.APDU;
import javacard.framework.Applet;
import javacard.framework.ISO7816;
import javacard.framework.ISOException;
import javacard.framework.Util;
import org.virtualwindow.kiosk.driver.card.CardSamples;

/** A card's application that gives its text to READ BINARY. */
public final class TextApplet extends Applet {
    private static final byte READ_BINARY = (byte) 0xB0;

    private final byte[] text = CardSamples.resident("20380101");

    private TextApplet() {
        register();
    }

    /** Called by the card. */
    public static void install(byte[] parameters, short offset, byte length) {
        new TextApplet();
    }

    @Override
    public void process(APDU apdu) {
        if (selectingApplet()) {
            return;
        }
        byte[] command = apdu.getBuffer();
        if (command[ISO7816.OFFSET_INS] != READ_BINARY) {
            ISOException.throwIt(ISO7816.SW_INS_NOT_SUPPORTED);
        }
        short from = Util.getShort(command, ISO7816.OFFSET_P1);
        short wanted = apdu.setOutgoing();
        short length = (short) Math.min(wanted, text.length - from);
        apdu.setOutgoingLength(length);
        apdu.sendBytesLong(text, from, length);
    }
}
