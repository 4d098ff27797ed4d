package org.virtualwindow.system;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A proxy of an office as there are many: pages pass, and a connection that wants to become a WebSocket is turned away. */
final class NoUpgrades implements AutoCloseable {
    private static final String REFUSAL = "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

    private final ServerSocket listener;
    private final int server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private NoUpgrades(ServerSocket listener, int server) {
        this.listener = listener;
        this.server = server;
    }

    static NoUpgrades to(String origin) throws IOException {
        var proxy = new NoUpgrades(
                new ServerSocket(0, 50, InetAddress.getLoopbackAddress()),
                URI.create(origin).getPort());
        Thread.ofVirtual().start(proxy::accept);
        return proxy;
    }

    String origin() {
        return "http://127.0.0.1:" + listener.getLocalPort();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket comer = listener.accept();
                open.add(comer);
                Thread.ofVirtual().start(() -> serve(comer));
            } catch (IOException closed) {
                return;
            }
        }
    }

    /** What a connection is for is seen in its first request: browsers never reuse one for a WebSocket. */
    private void serve(Socket comer) {
        try (comer) {
            byte[] head = head(comer.getInputStream());
            String words = new String(head, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
            if (words.contains("\r\nupgrade: websocket")) {
                comer.getOutputStream().write(REFUSAL.getBytes(StandardCharsets.ISO_8859_1));
                return;
            }
            try (Socket beyond = new Socket(InetAddress.getLoopbackAddress(), server)) {
                open.add(beyond);
                beyond.getOutputStream().write(head);
                Thread.ofVirtual().start(() -> pass(beyond, comer));
                comer.getInputStream().transferTo(beyond.getOutputStream());
            }
        } catch (IOException ended) {
            // as connections do
        }
    }

    private static void pass(Socket from, Socket to) {
        try (to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException ended) {
            // as connections do
        }
    }

    private static byte[] head(InputStream in) throws IOException {
        var head = new ByteArrayOutputStream();
        byte[] buffer = new byte[4096];
        for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
            head.write(buffer, 0, read);
            if (head.toString(StandardCharsets.ISO_8859_1).contains("\r\n\r\n")) {
                break;
            }
        }
        return head.toByteArray();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket each : open) {
            each.close();
        }
    }
}
