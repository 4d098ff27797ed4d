package org.virtualwindow.campaigns.proxy;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * One frame of a WebSocket (RFC 6455, 5.2), neither compressed nor a part of a message.
 *
 * @param bytes all of it, as it came
 * @param payload where in them its content begins
 */
record Frame(byte[] bytes, int payload) {
    private static final int TEXT = 0x81;
    private static final int MASKED = 0x80;
    private static final int MASK_BYTES = 4;
    private static final int TWO_BYTES = 126;
    private static final int EIGHT_BYTES = 127;

    static Frame read(DataInputStream in) throws IOException {
        int first = in.readUnsignedByte();
        int second = in.readUnsignedByte();
        int mask = (second & MASKED) == 0 ? 0 : MASK_BYTES;
        byte[] more = switch (second & ~MASKED) {
            case TWO_BYTES -> in.readNBytes(Short.BYTES);
            case EIGHT_BYTES -> in.readNBytes(Long.BYTES);
            default -> new byte[0];
        };
        long length = switch (more.length) {
            case 0 -> second & ~MASKED;
            case Short.BYTES -> ByteBuffer.wrap(more).getShort() & 0xFFFF;
            default -> ByteBuffer.wrap(more).getLong();
        };
        int payload = 2 + more.length + mask;
        byte[] bytes = new byte[Math.toIntExact(payload + length)];
        bytes[0] = (byte) first;
        bytes[1] = (byte) second;
        System.arraycopy(more, 0, bytes, 2, more.length);
        in.readFully(bytes, 2 + more.length, mask + (int) length);
        return new Frame(bytes, payload);
    }

    /** Empty where it is no text. */
    String text() {
        if ((bytes[0] & 0xFF) != TEXT) {
            return "";
        }
        byte[] text = new byte[bytes.length - payload];
        boolean masked = (bytes[1] & MASKED) != 0;
        for (int i = 0; i < text.length; i++) {
            text[i] = (byte) (bytes[payload + i] ^ (masked ? bytes[payload - MASK_BYTES + i % MASK_BYTES] : 0));
        }
        return new String(text, StandardCharsets.UTF_8);
    }
}
