package org.virtualwindow.campaigns.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A comer, the proxy, and what it stands in front of. Only how early something comes is asserted: a busy machine makes all late. */
class TcpProxyTest {
    private static final int LONG = 30_000;
    /** For showing that nothing comes. */
    private static final int A_MOMENT = 150;

    private ServerSocket behind;
    private TcpProxy proxy;
    private Socket comer;
    private Socket server;

    @BeforeEach
    void connect() throws IOException {
        behind = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        proxy = TcpProxy.to((InetSocketAddress) behind.getLocalSocketAddress(), 1);
        comes();
    }

    @AfterEach
    void close() throws IOException {
        comer.close();
        server.close();
        proxy.close();
        behind.close();
    }

    private void comes() throws IOException {
        comer = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
        server = behind.accept();
        comer.setSoTimeout(LONG);
        server.setSoTimeout(LONG);
    }

    @Test
    void whatIsSentArrivesUnchangedBothWays() throws IOException {
        assertThat(sent(comer, server, "hello")).isEqualTo("hello");
        assertThat(sent(server, comer, "good day")).isEqualTo("good day");
    }

    @Test
    void latencyDelaysOneWayAndEndsWhenItIsTakenAway() throws IOException {
        proxy.set(Way.UP, Weather.late(Duration.ofMillis(200), Duration.ZERO));
        long start = System.nanoTime();
        assertThat(sent(comer, server, "late")).isEqualTo("late");
        assertThat(millisSince(start)).isGreaterThanOrEqualTo(200);
        proxy.set(Way.UP, Weather.late(Duration.ofDays(1), Duration.ZERO));
        proxy.set(Way.UP, Weather.CLEAR);
        assertThat(sent(comer, server, "soon")).isEqualTo("soon");
    }

    @Test
    void jitterDelaysUnevenlyAndKeepsTheOrder() throws IOException {
        proxy.set(Way.UP, Weather.late(Duration.ofMillis(20), Duration.ofMillis(60)));
        long start = System.nanoTime();
        for (char letter = 'a'; letter <= 'j'; letter++) {
            comer.getOutputStream().write(letter);
            comer.getOutputStream().flush();
        }
        assertThat(read(server, 10)).isEqualTo("abcdefghij");
        assertThat(millisSince(start)).isGreaterThanOrEqualTo(20);
    }

    @Test
    void aRateLetsOnlySoMuchThroughInASecond() throws IOException {
        proxy.set(Way.DOWN, Weather.narrow(100_000));
        long start = System.nanoTime();
        sent(server, comer, "x".repeat(30_000));
        assertThat(millisSince(start)).isGreaterThanOrEqualTo(300);
    }

    @Test
    void slicesArriveOneAfterTheOtherAndNothingIsMissing() throws IOException {
        proxy.set(Way.UP, new Slices(3, Duration.ofMillis(50)));
        long start = System.nanoTime();
        assertThat(sent(comer, server, "abcdefghij")).isEqualTo("abcdefghij");
        assertThat(millisSince(start)).isGreaterThanOrEqualTo(3 * 50);
        proxy.set(Way.UP, new Slices(1, Duration.ZERO));
        String text = "一横一竖".repeat(2_000);
        assertThat(sent(comer, server, text)).isEqualTo(text);
    }

    @Test
    void aHoleSwallowsOneWayAndTellsNobody() throws IOException {
        proxy.set(Way.UP, Weather.HOLE);
        comer.getOutputStream().write('x');
        assertSilence(server);
        assertThat(sent(server, comer, "still heard")).isEqualTo("still heard");
    }

    @Test
    void aConnectionThatLostSomethingStaysDeafAndANewOneIsNot() throws IOException {
        proxy.set(Way.UP, Weather.HOLE);
        comer.getOutputStream().write('x');
        awaitHarm();
        proxy.set(Way.UP, Weather.CLEAR);
        comer.getOutputStream().write('y');
        assertSilence(server);
        comer.close();
        server.close();
        comes();
        assertThat(sent(comer, server, "new")).isEqualTo("new");
    }

    @Test
    void whatIsFrozenGoesOnWhereItStood() throws IOException {
        proxy.freeze();
        comer.getOutputStream().write("up".getBytes());
        server.getOutputStream().write("down".getBytes());
        assertSilence(server);
        assertSilence(comer);
        proxy.thaw();
        assertThat(read(server, 2)).isEqualTo("up");
        assertThat(read(comer, 4)).isEqualTo("down");
    }

    @Test
    void afterALateThawWhoHadSomethingToSayIsDeaf() throws IOException {
        proxy.freeze();
        comer.getOutputStream().write("up".getBytes());
        awaitHarm();
        proxy.thawLate();
        assertSilence(server);
    }

    @Test
    void aResetReachesBothSides() {
        proxy.reset();
        assertThatThrownBy(() -> comer.getInputStream().read()).isInstanceOf(SocketException.class);
        assertThatThrownBy(() -> server.getInputStream().read()).isInstanceOf(SocketException.class);
    }

    @Test
    void whileItRefusesNobodyGetsThrough() throws IOException {
        proxy.refuse(true);
        try (Socket refused = new Socket(InetAddress.getLoopbackAddress(), proxy.port())) {
            refused.setSoTimeout(LONG);
            assertThatThrownBy(() -> {
                        if (refused.getInputStream().read() < 0) {
                            throw new SocketException("closed");
                        }
                    })
                    .isInstanceOf(SocketException.class);
        }
        assertThat(sent(comer, server, "was there")).isEqualTo("was there");
    }

    @Test
    void oneSideMayFinishWhileTheOtherGoesOn() throws IOException {
        comer.shutdownOutput();
        assertThat(server.getInputStream().read()).isNegative();
        assertThat(sent(server, comer, "the rest")).isEqualTo("the rest");
    }

    private static String sent(Socket from, Socket to, String text) throws IOException {
        byte[] bytes = text.getBytes();
        from.getOutputStream().write(bytes);
        return read(to, bytes.length);
    }

    private static String read(Socket from, int bytes) throws IOException {
        return new String(from.getInputStream().readNBytes(bytes));
    }

    /** What was just said has come as far as the proxy lets it. */
    private void awaitHarm() {
        while (proxy.harmed() == 0) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    private static void assertSilence(Socket at) throws IOException {
        at.setSoTimeout(A_MOMENT);
        assertThatThrownBy(() -> at.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
        at.setSoTimeout(LONG);
    }

    private static long millisSince(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }
}
