package org.virtualwindow.benchmarks;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** One WebSocket of a {@link Reactor}. Everything but {@link #say} and {@link #reset} happens on its thread. */
final class Wire {
    private static final int TEXT = 1;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;
    private static final int FINAL = 0x80;
    private static final int MASKED = 0x80;

    private final Reactor reactor;
    private final URI uri;
    private final Map<String, String> headers;
    private final Queue<ByteBuffer> waiting = new ArrayDeque<>();
    private Ear ear;
    private @Nullable SocketChannel channel;
    private @Nullable SelectionKey key;
    private ByteBuffer unread = ByteBuffer.allocate(0);
    private boolean upgraded;
    private boolean over;

    /** Hears what comes in. Must not wait. */
    interface Ear {
        void opened(Wire wire);

        /** A whole text; the bytes are gone when this returns. */
        void hears(Wire wire, ByteBuffer text);

        /** Nothing comes after this. */
        void closed(Wire wire, String why);
    }

    Wire(Reactor reactor, URI uri, Map<String, String> headers, Ear ear) {
        this.reactor = reactor;
        this.uri = uri;
        this.headers = headers;
        this.ear = ear;
    }

    /** The text as a frame. Its masking key is zero, which spares the load the masking and the server nothing. */
    static ByteBuffer frame(String text) {
        return frame(TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    private static ByteBuffer frame(int opcode, byte[] payload) {
        ByteBuffer frame = ByteBuffer.allocateDirect(14 + payload.length);
        frame.put((byte) (FINAL | opcode));
        if (payload.length < 126) {
            frame.put((byte) (MASKED | payload.length));
        } else if (payload.length < 65_536) {
            frame.put((byte) (MASKED | 126)).putShort((short) payload.length);
        } else {
            frame.put((byte) (MASKED | 127)).putLong(payload.length);
        }
        return frame.putInt(0).put(payload).flip();
    }

    /** Any thread. */
    void say(String text) {
        ByteBuffer frame = frame(text);
        reactor.execute(() -> send(frame));
    }

    /** Sends a frame that may be sent again. */
    void send(ByteBuffer frame) {
        try {
            write(frame.duplicate());
        } catch (IOException e) {
            lost(e);
        }
    }

    /** From now on another ear hears. */
    void hearWith(Ear other) {
        ear = other;
    }

    /** Cuts the connection as a power failure does: the server is sent a reset. Any thread. */
    void reset() {
        reactor.execute(() -> {
            try {
                if (channel != null) {
                    channel.setOption(StandardSocketOptions.SO_LINGER, 0);
                }
            } catch (IOException gone) {
                // Then there is nothing to reset.
            }
            end("reset");
        });
    }

    void begins(SocketChannel with, SelectionKey under) {
        channel = with;
        key = under;
    }

    void connected() throws IOException {
        if (channel == null || key == null) {
            return;
        }
        channel.finishConnect();
        key.interestOps(SelectionKey.OP_READ);
        StringBuilder request = new StringBuilder("GET " + uri.getRawPath() + "?" + uri.getRawQuery() + " HTTP/1.1\r\n"
                + "Host: " + uri.getRawAuthority() + "\r\n"
                + "Upgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n");
        headers.forEach(
                (name, value) -> request.append(name).append(": ").append(value).append("\r\n"));
        write(ByteBuffer.wrap(request.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1)));
    }

    void read(ByteBuffer input) throws IOException {
        if (channel == null) {
            return;
        }
        input.clear().put(unread);
        int count = channel.read(input);
        if (count < 0) {
            end("the server closed");
            return;
        }
        input.flip();
        while (!over && next(input)) {}
        unread = input.hasRemaining()
                ? ByteBuffer.allocate(input.remaining()).put(input).flip()
                : unread.capacity() == 0 ? unread : ByteBuffer.allocate(0);
    }

    /** Takes one answer or frame; false where it has not come whole. */
    private boolean next(ByteBuffer input) throws IOException {
        return upgraded ? frame(input) : answer(input);
    }

    private boolean answer(ByteBuffer input) {
        String text = StandardCharsets.ISO_8859_1.decode(input.duplicate()).toString();
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            return false;
        }
        if (!text.startsWith("HTTP/1.1 101")) {
            end(text.lines().findFirst().orElse(""));
            return false;
        }
        input.position(input.position() + end + 4);
        upgraded = true;
        ear.opened(this);
        return true;
    }

    private boolean frame(ByteBuffer input) throws IOException {
        int start = input.position();
        if (input.remaining() < 2) {
            return false;
        }
        int first = input.get() & 0xff;
        int length = input.get() & 0x7f;
        int more = length == 126 ? 2 : length == 127 ? 8 : 0;
        if (input.remaining() >= more) {
            length = more == 2 ? input.getShort() & 0xffff : more == 8 ? Math.toIntExact(input.getLong()) : length;
            if (input.remaining() >= length) {
                int end = input.position() + length;
                take(first, input.slice(input.position(), length));
                input.position(end);
                return true;
            }
        }
        input.position(start);
        return false;
    }

    private void take(int first, ByteBuffer payload) throws IOException {
        switch (first) {
            case FINAL | TEXT -> ear.hears(this, payload);
            case FINAL | PING -> {
                byte[] same = new byte[payload.remaining()];
                payload.get(same);
                write(frame(PONG, same));
            }
            case FINAL | PONG -> {}
            case FINAL | CLOSE ->
                end("closed with " + (payload.remaining() >= 2 ? payload.getShort() & 0xffff : "no code"));
            default -> throw new IOException("a frame this client does not read: " + first);
        }
    }

    private void write(ByteBuffer bytes) throws IOException {
        if (channel == null || key == null || over) {
            return;
        }
        if (waiting.isEmpty()) {
            channel.write(bytes);
        }
        if (bytes.hasRemaining()) {
            waiting.add(bytes);
            key.interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
        }
    }

    void flush() throws IOException {
        if (channel == null || key == null) {
            return;
        }
        for (ByteBuffer next = waiting.peek(); next != null; next = waiting.peek()) {
            channel.write(next);
            if (next.hasRemaining()) {
                return;
            }
            waiting.remove();
        }
        key.interestOps(SelectionKey.OP_READ);
    }

    void lost(IOException failure) {
        end(String.valueOf(failure.getMessage()));
    }

    private void end(String why) {
        if (over) {
            return;
        }
        over = true;
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException gone) {
            // It is closed all the same.
        }
        ear.closed(this, why);
    }
}
