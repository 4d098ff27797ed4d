package org.virtualwindow.server.connection;

import static jakarta.websocket.CloseReason.CloseCodes.GOING_AWAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.websocket.CloseReason;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.virtualwindow.protocol.Beat;
import org.virtualwindow.protocol.CallCommand.SetReady;
import org.virtualwindow.protocol.CloseCode;
import org.virtualwindow.protocol.FromClerk;
import org.virtualwindow.protocol.MediaMessage.MediaRestart;
import org.virtualwindow.protocol.ids.CallId;
import org.virtualwindow.protocol.ids.OpId;
import org.virtualwindow.protocol.json.WireCodec;
import org.virtualwindow.server.config.ConnectionLimits;

class ConnectionTest {
    private static final Session NOBODY = (Session) Proxy.newProxyInstance(
            ConnectionTest.class.getClassLoader(), new Class<?>[] {Session.class}, (proxy, method, arguments) -> {
                throw new UnsupportedOperationException(method.getName());
            });

    private static final int CUT = -1;
    private static final ConnectionLimits LIMITS = ConnectionLimits.USUAL;
    private static final String RESTART = WireCodec.encode(new MediaRestart(new CallId("call"), 1L));
    private static final String READY = WireCodec.encode(new SetReady(new OpId("op"), true));

    private volatile Instant now = Instant.parse("2026-03-02T04:00:00Z");
    private final List<String> sent = new ArrayList<>();
    private final BlockingQueue<Integer> closed = new LinkedBlockingQueue<>();
    private boolean inCall;
    private boolean reads = true;
    private final List<FromClerk> handled = new ArrayList<>();
    private Executor threads = Runnable::run;
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Connection<FromClerk> connection = new Connection<>(
            session(),
            FromClerk.class,
            LIMITS,
            new Traffic(registry),
            task -> threads.execute(task),
            () -> now,
            new Arrival("page", 0, 0),
            () -> closed.add(CUT));

    ConnectionTest() {
        connection.begin(new Conversation<>() {
            @Override
            public void handle(FromClerk message) {
                if (message instanceof SetReady set && !set.ready()) {
                    throw new IllegalStateException("a bug of ours");
                }
                handled.add(message);
            }

            @Override
            public boolean inCall() {
                return inCall;
            }

            @Override
            public void gone() {}
        });
    }

    @Test
    void aBucketFillsSteadilyAndNeverBeyondItsBrim() {
        RateLimit limit = new RateLimit(LIMITS, now);
        assertThat(IntStream.range(0, 1_000)
                        .filter(message -> limit.allows(now))
                        .count())
                .isEqualTo(LIMITS.burst());
        timePasses(Duration.ofSeconds(1));
        assertThat(IntStream.range(0, 1_000)
                        .filter(message -> limit.allows(now))
                        .count())
                .isEqualTo(LIMITS.messagesPerSecond());
        timePasses(Duration.ofHours(1));
        assertThat(IntStream.range(0, 1_000)
                        .filter(message -> limit.allows(now))
                        .count())
                .isEqualTo(LIMITS.burst());
        timePasses(Duration.ofHours(-1));
        assertThat(limit.allows(now))
                .as("a clock that was put back gives nothing")
                .isFalse();
    }

    @Test
    void whoSaysTooMuchIsClosedAndNotHeardAnyMore() throws InterruptedException {
        IntStream.range(0, 1_000).forEach(message -> connection.received(READY));
        assertThat(handled).hasSize(LIMITS.burst());
        assertThat(closeCode()).isEqualTo(CloseCode.TOO_MANY.code());
        assertThat(registry.get("virtualwindow.rate.limited").counter().count()).isEqualTo(1);
        assertThat(registry.get("virtualwindow.messages.received").counter().count())
                .isEqualTo(LIMITS.burst() + 1.0);
        timePasses(Duration.ofMinutes(1));
        connection.received(READY);
        assertThat(handled)
                .as("after the close, which the peer may leave unanswered")
                .hasSize(LIMITS.burst());
    }

    @Test
    void threeMissedBeatsOfTheSlowRhythmAreTooMany() throws InterruptedException {
        timePasses(Duration.ofSeconds(30));
        connection.check(now);
        assertThat(closed).isEmpty();
        timePasses(Duration.ofMillis(1));
        connection.check(now);
        assertThat(closeCode()).isEqualTo(GOING_AWAY.getCode());
        connection.check(now);
        assertThat(closeCode()).as("who does not answer the close").isEqualTo(CUT);
    }

    @Test
    void threeMissedBeatsOfTheFastRhythmAreTooMany() throws InterruptedException {
        inCall = true;
        beat();
        timePasses(Duration.ofSeconds(2));
        beat();
        timePasses(Duration.ofSeconds(6));
        connection.check(now);
        assertThat(closed).isEmpty();
        timePasses(Duration.ofMillis(1));
        connection.check(now);
        assertThat(closeCode()).isEqualTo(GOING_AWAY.getCode());
        assertThat(sent).as("each beat is answered").hasSize(2);
    }

    @Test
    void whoSaysAnythingIsHeard() {
        timePasses(Duration.ofSeconds(29));
        connection.received(READY);
        timePasses(Duration.ofSeconds(29));
        connection.check(now);
        assertThat(closed).isEmpty();
    }

    @Test
    void whoReadsNothingIsCutOffEvenWhileTheyAreHeard() throws InterruptedException {
        reads = false;
        beat();
        timePasses(Outbox.LONGEST_WRITE.plusMillis(1));
        beat();
        connection.check(now);
        assertThat(closeCode()).isEqualTo(CUT);
    }

    @Test
    void whatIsNoMessageOfTheirsIsAnsweredAndWhatIsNoJsonEndsIt() throws InterruptedException {
        connection.received("{\"type\":\"CancelCall\",\"opId\":\"a\",\"call\":\"b\"}"); // a kiosk's word
        assertThat(sent).singleElement().asString().contains("NotUnderstood", "unknown type");
        connection.received("{");
        assertThat(closeCode()).isEqualTo(CloseCode.UNREADABLE.code());
        assertThat(handled).isEmpty();
    }

    @Test
    void aBugOfOursAsksThePeerToComeBack() throws InterruptedException {
        connection.received(WireCodec.encode(new SetReady(new OpId("op"), false)));
        assertThat(closeCode()).isEqualTo(CloseCode.COME_BACK.code());
    }

    @Test
    void mediaIsPassedOnWhileEverythingElseWaitsForTheDatabaseAndTooMuchOfItEndsTheConnection()
            throws InterruptedException {
        List<Runnable> stuck = new ArrayList<>();
        threads = stuck::add;
        connection.received(READY);
        connection.received(RESTART);
        assertThat(handled).as("only media does not wait").singleElement().isInstanceOf(MediaRestart.class);
        for (int i = 1; i < LIMITS.burst(); i++) {
            timePasses(Duration.ofMillis(100));
            connection.received(READY);
        }
        assertThat(closed).isEmpty();
        timePasses(Duration.ofMillis(100));
        connection.received(READY);
        assertThat(closeCode()).isEqualTo(CloseCode.COME_BACK.code());
        stuck.getFirst().run();
        assertThat(handled).as("what was taken is still handled").hasSize(1 + LIMITS.burst());
    }

    @Test
    void anEndIsCountedByWhoWantedIt() throws InterruptedException {
        connection.ended(1001);
        assertThat(ends("1001")).as("the peer left").isEqualTo(1);
        reads = false;
        beat();
        timePasses(Outbox.LONGEST_WRITE.plusMillis(1));
        connection.check(now);
        assertThat(closeCode()).isEqualTo(CUT);
        connection.ended(1006);
        assertThat(ends("4408")).as("we gave up one who reads nothing").isEqualTo(1);
    }

    @Test
    void whoseOutboxIsFullIsCountedAsTooSlow() throws InterruptedException {
        reads = false;
        IntStream.rangeClosed(0, Outbox.MOST_MESSAGES + 1).forEach(number -> connection.send(new Beat(1L)));
        assertThat(closeCode()).isEqualTo(CloseCode.TOO_SLOW.code());
        connection.ended(1006);
        assertThat(ends("4408")).isEqualTo(1);
    }

    private double ends(String code) {
        return registry.get("virtualwindow.closed").tag("code", code).counter().count();
    }

    private void beat() {
        connection.received(WireCodec.encode(new Beat(1L)));
    }

    private void timePasses(Duration time) {
        now = now.plus(time);
    }

    private int closeCode() throws InterruptedException {
        Integer code = closed.poll(10, TimeUnit.SECONDS);
        return code == null ? 0 : code;
    }

    private Session session() {
        RemoteEndpoint.Async remote = (RemoteEndpoint.Async) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {RemoteEndpoint.Async.class},
                (proxy, method, arguments) -> {
                    sent.add((String) arguments[0]);
                    if (reads) {
                        ((SendHandler) arguments[1]).onResult(new SendResult(NOBODY));
                    }
                    return null;
                });
        return (Session) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Session.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getAsyncRemote" -> remote;
                    case "close" ->
                        closed.add(((CloseReason) arguments[0]).getCloseCode().getCode());
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
