package org.virtualwindow.campaigns.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LossyLineTest {
    private static final byte[] MASK = {1, 2, 3, 4};

    private ServerSocket behind;
    private LossyLine line;
    private Socket comer;
    private Socket server;

    @BeforeEach
    void connect() throws IOException {
        behind = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        line = LossyLine.to((InetSocketAddress) behind.getLocalSocketAddress());
        comer = new Socket(InetAddress.getLoopbackAddress(), line.port());
        server = behind.accept();
        comer.setSoTimeout(30_000);
        server.setSoTimeout(30_000);
    }

    @AfterEach
    void close() throws IOException {
        comer.close();
        server.close();
        line.close();
        behind.close();
    }

    @Test
    void theOneMessageIsLostWithTheLineAndThoseBeforeItArrive() throws IOException {
        upgrade();
        CompletableFuture<Void> loss = line.loses(Way.UP, text -> text.contains("ended"));
        arrives(comer, server, masked("began"));
        arrives(server, comer, frame("the way down is another: ended"));
        assertThat(loss).isNotDone();
        comer.getOutputStream().write(masked("ended"));
        assertThatThrownBy(() -> server.getInputStream().read()).isInstanceOf(SocketException.class);
        assertThat(loss).isDone();
    }

    @Test
    void aLongMessageIsReadToItsEnd() throws IOException {
        upgrade();
        line.loses(Way.DOWN, text -> text.endsWith("noted"));
        arrives(server, comer, frame("x".repeat(70_000)));
        arrives(server, comer, frame("x".repeat(300)));
        server.getOutputStream().write(frame("x".repeat(70_000) + "noted"));
        assertThatThrownBy(() -> comer.getInputStream().read()).isInstanceOf(SocketException.class);
    }

    @Test
    void otherRequestsPassOneToAConnection() throws IOException {
        line.loses(Way.UP, text -> true);
        comer.getOutputStream().write(bytes("POST /api HTTP/1.1\r\nConnection: keep-alive\r\nHost: x\r\n\r\nwhatever"));
        byte[] once = bytes("POST /api HTTP/1.1\r\nConnection: close\r\nHost: x\r\n\r\nwhatever");
        assertThat(server.getInputStream().readNBytes(once.length)).isEqualTo(once);
        arrives(server, comer, bytes("HTTP/1.1 200 OK\r\n\r\nwhatever"));
    }

    private void upgrade() throws IOException {
        arrives(comer, server, bytes("GET /ws HTTP/1.1\r\nUpgrade: websocket\r\n\r\n"));
        arrives(server, comer, bytes("HTTP/1.1 101 Switching Protocols\r\n\r\n"));
    }

    private static void arrives(Socket from, Socket to, byte[] what) throws IOException {
        from.getOutputStream().write(what);
        assertThat(to.getInputStream().readNBytes(what.length)).isEqualTo(what);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] frame(String text) {
        return frame(bytes(text), 0, new byte[0]);
    }

    private static byte[] masked(String text) {
        byte[] payload = bytes(text);
        for (int i = 0; i < payload.length; i++) {
            payload[i] ^= MASK[i % MASK.length];
        }
        return frame(payload, 0x80, MASK);
    }

    private static byte[] frame(byte[] payload, int masked, byte[] mask) {
        var frame = new ByteArrayOutputStream();
        frame.write(0x81);
        if (payload.length < 126) {
            frame.write(masked | payload.length);
        } else if (payload.length <= 0xFFFF) {
            frame.write(masked | 126);
            frame.writeBytes(
                    ByteBuffer.allocate(2).putShort((short) payload.length).array());
        } else {
            frame.write(masked | 127);
            frame.writeBytes(ByteBuffer.allocate(8).putLong(payload.length).array());
        }
        frame.writeBytes(mask);
        frame.writeBytes(payload);
        return frame.toByteArray();
    }
}
