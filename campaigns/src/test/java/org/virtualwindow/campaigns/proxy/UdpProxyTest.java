package org.virtualwindow.campaigns.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a number of datagrams becomes; a last one, sent when the weather is good again, says that no more will come. */
class UdpProxyTest {
    private static final int MANY = 120;
    private static final int A_MOMENT = 150;
    private static final int LONG = 30_000;
    private static final String LAST = "last";

    private DatagramSocket comer;
    private DatagramSocket server;
    private UdpProxy proxy;

    @BeforeEach
    void open() throws IOException {
        server = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        comer = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        server.setSoTimeout(LONG);
        comer.setSoTimeout(LONG);
        proxy = UdpProxy.to(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getLocalPort()), 7);
    }

    @AfterEach
    void close() {
        proxy.close();
        comer.close();
        server.close();
    }

    @Test
    void inGoodWeatherEverythingArrivesOnceInOrderAndAnswersComeBack() throws IOException {
        assertThat(arrivals(proxy)).isEqualTo(numbers());
        say("question");
        DatagramPacket question = receive(server);
        server.send(new DatagramPacket("answer".getBytes(), 6, question.getSocketAddress()));
        assertThat(text(receive(comer))).isEqualTo("answer");
    }

    @Test
    void someAreLostAndTheSameSeedLosesTheSame() throws IOException {
        proxy.set(Way.UP, Luck.losing(0.3));
        List<String> arrived = arrivals(proxy);
        assertThat(arrived)
                .hasSizeBetween(MANY / 2, MANY * 9 / 10)
                .isSubsetOf(numbers())
                .doesNotHaveDuplicates();
        proxy.close();
        proxy = UdpProxy.to(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getLocalPort()), 7);
        proxy.set(Way.UP, Luck.losing(0.3));
        assertThat(arrivals(proxy)).isEqualTo(arrived);
    }

    @Test
    void aBurstLosesSeveralInARow() throws IOException {
        proxy.set(Way.UP, Luck.losingInBursts(0.03, 4));
        List<String> arrived = arrivals(proxy);
        assertThat(runsOfMissing(arrived)).isNotEmpty().allMatch(length -> length >= 5);
        assertThat(arrived).isSubsetOf(numbers()).doesNotHaveDuplicates().hasSizeGreaterThan(MANY / 2);
    }

    @Test
    void someArriveTwice() throws IOException {
        proxy.set(Way.UP, Luck.doubling(0.3));
        List<String> arrived = arrivals(proxy);
        assertThat(arrived).containsAll(numbers()).hasSizeBetween(MANY * 11 / 10, MANY * 3 / 2);
    }

    @Test
    void someAreOvertakenAndNoneIsMissing() throws IOException {
        proxy.set(Way.UP, Luck.overtaking(0.3));
        List<String> arrived = arrivals(proxy);
        assertThat(arrived).containsExactlyInAnyOrderElementsOf(numbers()).isNotEqualTo(numbers());
    }

    @Test
    void latencyAndRateDelay() throws IOException {
        proxy.set(Way.UP, Weather.late(Duration.ofMillis(200), Duration.ofMillis(50)));
        long start = System.nanoTime();
        say("late");
        receive(server);
        assertThat(millisSince(start)).isGreaterThanOrEqualTo(200);
        proxy.set(Way.UP, Weather.narrow(10_000));
        start = System.nanoTime();
        say("x".repeat(1_000));
        say("x".repeat(1_000));
        receive(server);
        receive(server);
        assertThat(millisSince(start)).isGreaterThanOrEqualTo(200);
    }

    @Test
    void jitterMayChangeTheOrder() throws IOException {
        proxy.set(Way.UP, Weather.late(Duration.ZERO, Duration.ofMillis(300)));
        assertThat(arrivals(proxy))
                .containsExactlyInAnyOrderElementsOf(numbers())
                .isNotEqualTo(numbers());
    }

    @Test
    void aHoleSwallowsOneWayOnly() throws IOException {
        say("first");
        SocketAddress back = receive(server).getSocketAddress();
        proxy.set(Way.UP, Weather.HOLE);
        say("lost");
        server.setSoTimeout(A_MOMENT);
        assertThatThrownBy(() -> receive(server)).isInstanceOf(SocketTimeoutException.class);
        server.send(new DatagramPacket("heard".getBytes(), 5, back));
        assertThat(text(receive(comer))).isEqualTo("heard");
    }

    @Test
    void whatIsFrozenArrivesAfterwards() throws IOException {
        proxy.freeze();
        say("waits");
        server.setSoTimeout(A_MOMENT);
        assertThatThrownBy(() -> receive(server)).isInstanceOf(SocketTimeoutException.class);
        server.setSoTimeout(LONG);
        proxy.thaw();
        assertThat(text(receive(server))).isEqualTo("waits");
    }

    @Test
    void afterARebindingTheServerSeesAnotherPortAndStillReachesTheComer() throws IOException {
        say("before");
        SocketAddress before = receive(server).getSocketAddress();
        proxy.rebind();
        say("after");
        SocketAddress after = receive(server).getSocketAddress();
        assertThat(after).isNotEqualTo(before);
        server.send(new DatagramPacket("found".getBytes(), 5, after));
        assertThat(text(receive(comer))).isEqualTo("found");
    }

    /** Fewer than a socket holds, so that the machine itself loses none; what arrived before the last. */
    private List<String> arrivals(UdpProxy through) throws IOException {
        List<String> arrived = new ArrayList<>();
        for (String number : numbers()) {
            say(number);
        }
        while (through.taken() < MANY) {
            LockSupport.parkNanos(1_000_000);
        }
        through.set(Way.UP, Luck.GOOD);
        through.set(Way.UP, Weather.late(Duration.ofMillis(500), Duration.ZERO));
        say(LAST);
        for (String next = text(receive(server)); !next.equals(LAST); next = text(receive(server))) {
            arrived.add(next);
        }
        return arrived;
    }

    /** How long each is that something follows on. */
    private static List<Integer> runsOfMissing(List<String> arrived) {
        List<Integer> runs = new ArrayList<>();
        int next = 0;
        for (String number : arrived) {
            int missing = Integer.parseInt(number) - next;
            if (missing > 0) {
                runs.add(missing);
            }
            next += missing + 1;
        }
        return runs;
    }

    private static List<String> numbers() {
        return IntStream.range(0, MANY).mapToObj(Integer::toString).toList();
    }

    private void say(String text) throws IOException {
        byte[] bytes = text.getBytes();
        comer.send(new DatagramPacket(bytes, bytes.length, InetAddress.getLoopbackAddress(), proxy.port()));
    }

    private static DatagramPacket receive(DatagramSocket at) throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[2_000], 2_000);
        at.receive(packet);
        return packet;
    }

    private static String text(DatagramPacket packet) {
        return new String(packet.getData(), 0, packet.getLength());
    }

    private static long millisSince(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }
}
