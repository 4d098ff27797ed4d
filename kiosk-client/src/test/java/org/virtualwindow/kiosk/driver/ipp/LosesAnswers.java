package org.virtualwindow.kiosk.driver.ipp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A line to a server on this machine that is cut when the server answers to what must not be heard. */
final class LosesAnswers implements AutoCloseable {
    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final int port;
    private final AtomicInteger lost = new AtomicInteger();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private volatile @Nullable String word;
    private volatile boolean cut;

    LosesAnswers(int port) throws IOException {
        this.port = port;
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    /** Of connections over which this was sent. */
    void loseAnswersAfter(String word) {
        this.word = word;
    }

    /** No question arrives until {@link #mend}. */
    void cut() throws IOException {
        cut = true;
        for (Socket each : open) {
            each.close();
        }
    }

    void mend() {
        cut = false;
    }

    int lost() {
        return lost.get();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket near = door.accept();
                if (cut) {
                    near.close();
                    continue;
                }
                open.add(near);
                Socket far = new Socket(InetAddress.getLoopbackAddress(), port);
                AtomicInteger doomed = new AtomicInteger();
                Thread.ofVirtual().start(() -> carry(near, far, doomed, true));
                Thread.ofVirtual().start(() -> carry(far, near, doomed, false));
            } catch (IOException closed) {
                // the test is over, or the server
            }
        }
    }

    private void carry(Socket from, Socket to, AtomicInteger doomed, boolean asks) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] some = new byte[8192];
            for (int many = in.read(some); many > 0; many = in.read(some)) {
                String fatal = word;
                if (asks && fatal != null && new String(some, 0, many, ISO_8859_1).contains(fatal)) {
                    doomed.set(1);
                }
                // "100 Continue" is no answer yet
                if (!asks && doomed.get() == 1 && !new String(some, 0, many, ISO_8859_1).startsWith("HTTP/1.1 100")) {
                    lost.incrementAndGet();
                    return;
                }
                out.write(some, 0, many);
            }
        } catch (IOException cut) {
            // either side closed
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
