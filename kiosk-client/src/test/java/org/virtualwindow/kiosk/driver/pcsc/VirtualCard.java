package org.virtualwindow.kiosk.driver.pcsc;

import com.licel.jcardsim.smartcardio.CardSimulator;
import com.licel.jcardsim.utils.AIDUtil;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.smartcardio.CommandAPDU;

/** A card in vpcd's reader, over the line that vpcd listens to: every message has two bytes of length before it. */
final class VirtualCard implements AutoCloseable {
    /** What kind of card it is. */
    enum Kind {
        /** Gives its text. */
        SOUND,
        /** Has another application. */
        OTHER,
        /** Is taken away when it is read. */
        LIFTED
    }

    private static final int GIVE_ATR = 4;
    private static final String APPLICATION = "F05657494401";

    private final Socket line;
    private final Kind kind;
    private final CardSimulator simulator = simulator();

    VirtualCard(int port, Kind kind) throws IOException {
        this.kind = kind;
        line = new Socket(InetAddress.getLoopbackAddress(), port);
        Thread.ofPlatform().daemon().start(this::serve);
    }

    static CardSimulator simulator() {
        CardSimulator simulator = new CardSimulator();
        simulator.installApplet(AIDUtil.create(APPLICATION), TextApplet.class);
        return simulator;
    }

    private void serve() {
        try (line) {
            DataInputStream in = new DataInputStream(line.getInputStream());
            DataOutputStream out = new DataOutputStream(line.getOutputStream());
            while (true) {
                byte[] asked = in.readNBytes(in.readUnsignedShort());
                if (asked.length == 1) {
                    if (asked[0] == GIVE_ATR) {
                        send(out, simulator.getATR());
                    }
                } else if (kind == Kind.LIFTED && asked[1] == (byte) 0xB0) {
                    return;
                } else {
                    send(out, answer(asked));
                }
            }
        } catch (IOException pulled) {
            // vpcd went, or the test took the card out
        }
    }

    private byte[] answer(byte[] asked) {
        return kind == Kind.OTHER
                ? new byte[] {0x6A, (byte) 0x82}
                : simulator.transmitCommand(new CommandAPDU(asked)).getBytes();
    }

    private static void send(DataOutputStream out, byte[] message) throws IOException {
        out.writeShort(message.length);
        out.write(message);
        out.flush();
    }

    @Override
    public void close() throws IOException {
        line.close();
    }
}
