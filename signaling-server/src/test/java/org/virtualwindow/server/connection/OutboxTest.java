package org.virtualwindow.server.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class OutboxTest {
    private static final Session NOBODY = (Session) Proxy.newProxyInstance(
            OutboxTest.class.getClassLoader(), new Class<?>[] {Session.class}, (proxy, method, arguments) -> {
                throw new UnsupportedOperationException(method.getName());
            });

    private Instant now = Instant.parse("2026-03-02T04:00:00Z");
    private final Wire wire = new Wire();
    private final List<String> gaveUp = new ArrayList<>();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Outbox outbox =
            new Outbox(wire.remote(), new Traffic(registry), () -> now, () -> gaveUp.add("too slow"));

    @Test
    void oneMessageIsWrittenAtATimeAndTheRestWaitsInOrder() {
        List.of("a", "b", "c").forEach(outbox::add);
        assertThat(wire.sent).containsExactly("a");
        assertThat(waiting()).isEqualTo(2);
        wire.finishesOne();
        assertThat(wire.sent).containsExactly("a", "b");
        wire.finishesOne();
        wire.finishesOne();
        outbox.add("d");
        assertThat(wire.sent).containsExactly("a", "b", "c", "d");
    }

    @Test
    void whoReadsTooSlowlyIsGivenUpOnceAndHoldsNothing() {
        IntStream.rangeClosed(0, Outbox.MOST_MESSAGES).forEach(number -> outbox.add("m" + number));
        assertThat(gaveUp).isEmpty();
        outbox.add("one more");
        outbox.add("and another");
        assertThat(gaveUp).containsExactly("too slow");
        assertThat(waiting()).as("of whoever is given up nothing waits").isZero();
        wire.finishesOne();
        assertThat(wire.sent).as("nothing follows what was being written").containsExactly("m0");
    }

    @Test
    void fewLargeMessagesAreTooMuchToo() {
        String large = "字".repeat(Outbox.MOST_CHARACTERS / 4);
        IntStream.range(0, 5).forEach(number -> outbox.add(large));
        assertThat(gaveUp).isEmpty();
        outbox.add(large);
        assertThat(gaveUp).hasSize(1);
    }

    @Test
    void nothingIsSentAfterAFailureOrAClose() {
        outbox.add("a");
        outbox.add("b");
        wire.failsOne();
        outbox.add("c");
        assertThat(wire.sent).containsExactly("a");
        outbox.close();
        outbox.add("d");
        assertThat(wire.sent).containsExactly("a");
        assertThat(gaveUp).isEmpty();
    }

    @Test
    void oneWriteMayTakeFiveSeconds() {
        assertThat(outbox.stuck(now)).as("nothing was ever written").isFalse();
        outbox.add("a");
        outbox.add("b");
        now = now.plus(Outbox.LONGEST_WRITE);
        assertThat(outbox.stuck(now)).isFalse();
        wire.finishesOne();
        now = now.plusMillis(1);
        assertThat(outbox.stuck(now)).as("the next one has just begun").isFalse();
        now = now.plus(Outbox.LONGEST_WRITE);
        assertThat(outbox.stuck(now)).isTrue();
        wire.finishesOne();
        assertThat(outbox.stuck(now)).as("nothing is left").isFalse();
    }

    private double waiting() {
        return registry.get("virtualwindow.outbox.waiting").gauge().value();
    }

    @Test
    @Timeout(20)
    void manyWhoSendAtOnceNeverWriteAtOnce() throws InterruptedException {
        Queue<String> written = new ConcurrentLinkedQueue<>();
        List<String> twoAtOnce = Collections.synchronizedList(new ArrayList<>());
        boolean[] writing = new boolean[1];
        RemoteEndpoint.Async remote = Wire.remote((text, handler) -> {
            synchronized (writing) {
                if (writing[0]) {
                    twoAtOnce.add(text);
                }
                writing[0] = true;
            }
            written.add(text);
            Thread.startVirtualThread(() -> {
                synchronized (writing) {
                    writing[0] = false;
                }
                handler.onResult(new SendResult(NOBODY));
            });
        });
        Outbox busy =
                new Outbox(remote, new Traffic(new SimpleMeterRegistry()), () -> now, () -> twoAtOnce.add("given up"));
        List<Thread> senders = IntStream.range(0, 8)
                .mapToObj(sender -> Thread.startVirtualThread(
                        () -> IntStream.range(0, 50).forEach(number -> busy.add(sender + ":" + number))))
                .toList();
        for (Thread sender : senders) {
            sender.join();
        }
        while (written.size() < 400 && twoAtOnce.isEmpty()) {
            Thread.onSpinWait();
        }
        assertThat(twoAtOnce).isEmpty();
        for (int sender = 0; sender < 8; sender++) {
            String mine = sender + ":";
            assertThat(written.stream().filter(text -> text.startsWith(mine)))
                    .containsExactlyElementsOf(IntStream.range(0, 50)
                            .mapToObj(number -> mine + number)
                            .toList());
        }
    }

    /** A socket whose writes end when the test says so. */
    private static final class Wire {
        private final List<String> sent = new ArrayList<>();
        private final Queue<SendHandler> unfinished = new ArrayDeque<>();

        interface Write {
            void text(String text, SendHandler handler);
        }

        RemoteEndpoint.Async remote() {
            return remote((text, handler) -> {
                sent.add(text);
                unfinished.add(handler);
            });
        }

        static RemoteEndpoint.Async remote(Write write) {
            return (RemoteEndpoint.Async) Proxy.newProxyInstance(
                    Wire.class.getClassLoader(),
                    new Class<?>[] {RemoteEndpoint.Async.class},
                    (proxy, method, arguments) -> {
                        if (!method.getName().equals("sendText")) {
                            throw new UnsupportedOperationException(method.getName());
                        }
                        write.text((String) arguments[0], (SendHandler) arguments[1]);
                        return null;
                    });
        }

        void finishesOne() {
            unfinished.remove().onResult(new SendResult(NOBODY));
        }

        void failsOne() {
            unfinished.remove().onResult(new SendResult(NOBODY, new IllegalStateException("gone")));
        }
    }
}
