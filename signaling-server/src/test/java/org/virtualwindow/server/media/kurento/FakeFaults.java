package org.virtualwindow.server.media.kurento;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.virtualwindow.server.media.kurento.FakeKurento.Refused;

/** How {@link FakeKurento} was told to treat requests; what befalls its connections is the {@link Gate}'s. */
final class FakeFaults {
    /** What is asked to look after the server, not to build something. */
    private static final Set<String> HOUSEKEEPING =
            Set.of("ping", "getInfo", "getPipelines", "getTag", "ref", "unref", "release");

    private final AtomicInteger counted = new AtomicInteger();
    private final Map<String, Integer> errors = new ConcurrentHashMap<>();
    private final Map<String, Duration> delays = new ConcurrentHashMap<>();
    private volatile int failAt;
    private volatile int loseAt;
    private volatile boolean mute;

    void refuse(String request, int code) {
        errors.put(request, code);
    }

    void delay(String request, Duration by) {
        delays.put(request, by);
    }

    void refuseNth(int nth) {
        failAt = counted.get() + nth;
    }

    void loseAnswerOfNth(int nth) {
        loseAt = counted.get() + nth;
    }

    boolean nthCame() {
        return counted.get() >= Math.max(failAt, loseAt);
    }

    void mute(boolean now) {
        mute = now;
    }

    boolean isMute() {
        return mute;
    }

    /** Counts a request. Returns whether its answer is to be lost. @throws Refused where it is the one that is */
    boolean losesAnswer(String request) {
        if (HOUSEKEEPING.contains(request)) {
            return false;
        }
        int number = counted.incrementAndGet();
        if (number == failAt) {
            throw new Refused(40001, "Told to fail");
        }
        return number == loseAt;
    }

    /** What befalls each request of its name, before it is done. */
    void befall(String request) throws InterruptedException {
        Thread.sleep(delays.getOrDefault(request, Duration.ZERO)); // the fault itself, not a wait for something
        Integer code = errors.get(request);
        if (code != null) {
            throw new Refused(code, "Told to refuse " + request);
        }
    }

    void end() {
        errors.clear();
        delays.clear();
        failAt = 0;
        loseAt = 0;
        mute = false;
    }
}
