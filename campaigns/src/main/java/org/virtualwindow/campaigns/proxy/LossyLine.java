package org.virtualwindow.campaigns.proxy;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A line to a server that breaks with the one WebSocket message it is told to lose: that is not delivered, and both ends see the
 * connection reset, as where a network goes in just that moment. Everything else is passed on, other requests too.
 */
public final class LossyLine implements AutoCloseable {
    private final InetSocketAddress server;
    private final ServerSocket listener;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Loss next;

    private record Loss(Way way, Predicate<String> which, CompletableFuture<Void> happened) {}

    private LossyLine(InetSocketAddress server, ServerSocket listener) {
        this.server = server;
        this.listener = listener;
    }

    public static LossyLine to(InetSocketAddress server) throws IOException {
        var line = new LossyLine(server, new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        Thread.ofVirtual().name("lossy-line").start(line::accept);
        return line;
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** From now on, instead of whatever was to be lost before. @return done when it was lost */
    public CompletableFuture<Void> loses(Way way, Predicate<String> which) {
        Loss loss = new Loss(way, which, new CompletableFuture<>());
        next = loss;
        return loss.happened;
    }

    @Override
    public void close() throws IOException {
        listener.close();
        sockets.forEach(TcpLink::reset);
    }

    private void accept() {
        while (true) {
            try {
                Socket comer = listener.accept();
                Thread.ofVirtual().start(() -> connect(comer));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket comer) {
        Socket behind = new Socket();
        try {
            behind.connect(server);
        } catch (IOException nobodyListens) {
            TcpLink.reset(comer);
            return;
        }
        sockets.add(comer);
        sockets.add(behind);
        Thread.ofVirtual().start(() -> pump(Way.UP, comer, behind));
        pump(Way.DOWN, behind, comer);
        sockets.remove(comer);
        sockets.remove(behind);
    }

    /** Where one way ends both do: nobody here half-closes. */
    private void pump(Way way, Socket from, Socket to) {
        try {
            from.setTcpNoDelay(true);
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            String head = head(in);
            boolean opensWebSocket = opensWebSocket(head);
            String passedOn = way == Way.UP && !opensWebSocket ? withoutAnother(head) : head;
            out.write(passedOn.getBytes(StandardCharsets.ISO_8859_1));
            if (opensWebSocket) {
                passMessages(way, new DataInputStream(in), out);
            } else {
                in.transferTo(out);
            }
        } catch (IOException broken) {
            // then it is broken for the other side, too
        }
        TcpLink.reset(from);
        TcpLink.reset(to);
    }

    private static String head(InputStream in) throws IOException {
        var head = new StringBuilder();
        for (int next = in.read(); next != -1; next = in.read()) {
            head.append((char) next);
            if (next == '\n' && head.toString().endsWith("\r\n\r\n")) {
                break;
            }
        }
        return head.toString();
    }

    /** Of a request, or of the answer to it. */
    private static boolean opensWebSocket(String head) {
        return head.startsWith("HTTP/1.1 101 ")
                || head.lines()
                        .anyMatch(line -> line.equalsIgnoreCase("upgrade: websocket") && !head.startsWith("HTTP/"));
    }

    /** So that no WebSocket is opened later where a request went before. */
    private static String withoutAnother(String request) {
        return request.replaceAll("(?im)^(connection|upgrade|http2-settings): .*\r\n", "")
                .replaceFirst("\r\n", "\r\nConnection: close\r\n");
    }

    /** Returns once one was lost. */
    private void passMessages(Way way, DataInputStream in, OutputStream out) throws IOException {
        while (true) {
            Frame frame = Frame.read(in);
            Loss loss = next;
            if (loss != null && loss.way == way && loss.which.test(frame.text())) {
                next = null;
                loss.happened.complete(null);
                return;
            }
            out.write(frame.bytes());
            out.flush();
        }
    }
}
