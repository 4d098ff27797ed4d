package org.virtualwindow.kiosk.host;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.virtualwindow.protocol.json.WireCodec;
import org.virtualwindow.protocol.json.WireCodec.Decoded;

/**
 * Frames on a stream: each is a line of JSON with an empty line before it, because a native library may print whatever it likes between
 * them, also half a line. What is no frame is passed over.
 */
final class Frames {
    /** Of a page or document that one frame carries. */
    static final int PART = 256 * 1024;

    private static final int LONGEST_LINE = 1024 * 1024;

    private Frames() {}

    static void write(OutputStream out, Object frame) throws IOException {
        byte[] line = ("\n" + WireCodec.encode(frame) + "\n").getBytes(StandardCharsets.UTF_8);
        synchronized (out) {
            out.write(line);
            out.flush();
        }
        Arrays.fill(line, (byte) 0);
    }

    /**
     * The next frame; empty at the end of the stream.
     *
     * @throws IOException also where a line is longer than any frame
     */
    static <T> Optional<T> read(InputStream in, Class<T> root) throws IOException {
        while (true) {
            var line = new ByteArrayOutputStream();
            int next = in.read();
            while (next != '\n' && next != -1) {
                line.write(next);
                if (line.size() > LONGEST_LINE) {
                    throw new IOException("a line without an end");
                }
                next = in.read();
            }
            if (WireCodec.decode(line.toString(StandardCharsets.UTF_8), root, LONGEST_LINE)
                    instanceof Decoded.Message<T>(T frame)) {
                return Optional.of(frame);
            }
            if (next == -1) {
                return Optional.empty();
            }
        }
    }

    static String part(byte[] bytes, int from) {
        byte[] part = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + PART));
        String text = Base64.getEncoder().encodeToString(part);
        Arrays.fill(part, (byte) 0);
        return text;
    }

    static boolean isLast(byte[] bytes, int from) {
        return from + PART >= bytes.length;
    }

    static byte[] bytes(String part) {
        return Base64.getDecoder().decode(part);
    }
}
