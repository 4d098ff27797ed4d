package org.virtualwindow.server.connection;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Redraws a view at most twice a second, and only after something changed; and every ten seconds anyway, because what a view shows
 * of the time (opening hours) changes by itself.
 */
public final class Pulse {
    private static final Logger log = LoggerFactory.getLogger(Pulse.class);
    private static final long MILLIS = 500;
    private static final long UNASKED = 20;

    private final AtomicBoolean changed = new AtomicBoolean();
    private final Runnable redraw;
    private long ticks;

    public Pulse(ScheduledExecutorService timer, Runnable redraw) {
        this.redraw = redraw;
        timer.scheduleWithFixedDelay(this::tick, MILLIS, MILLIS, TimeUnit.MILLISECONDS);
    }

    public void changed() {
        changed.set(true);
    }

    private void tick() {
        ticks++;
        if (changed.getAndSet(false) || ticks % UNASKED == 0) {
            try {
                redraw.run();
            } catch (RuntimeException e) {
                log.error("A view was not redrawn", e); // a timer never runs again what threw
            }
        }
    }
}
