package org.virtualwindow.server.desk;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.virtualwindow.server.call.CallState;

/** How long calls have kept a clerk lately. Measured since this server started; before that, what is typical. */
public final class TalkTimes implements DeskListener {
    private static final int ENOUGH = 5;
    private static final int MOST = 50;

    private final Deque<Duration> last = new ArrayDeque<>();
    private final Duration typical;
    private volatile double meanMinutes;

    public TalkTimes(Duration typical) {
        this.typical = typical;
        this.meanMinutes = minutes(typical);
    }

    /** Any thread. */
    public double meanMinutes() {
        return meanMinutes;
    }

    @Override
    public void changed(DeskState before, DeskState after) {
        after.calls().values().forEach(call -> {
            if (call.state() instanceof CallState.WrapUp over
                    && before.call(call.id()).map(Call::state).orElse(null) instanceof CallState.Talking talking) {
                add(Duration.between(talking.since(), over.since()));
            }
        });
    }

    private void add(Duration talked) {
        last.add(talked);
        if (last.size() > MOST) {
            last.remove();
        }
        if (last.size() >= ENOUGH) {
            meanMinutes =
                    last.stream().mapToDouble(TalkTimes::minutes).average().orElse(minutes(typical));
        }
    }

    private static double minutes(Duration duration) {
        return duration.toMillis() / 60_000.0;
    }
}
