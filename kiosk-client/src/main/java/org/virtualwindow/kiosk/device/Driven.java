package org.virtualwindow.kiosk.device;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.virtualwindow.kiosk.driver.Device;
import org.virtualwindow.kiosk.driver.DeviceFault;
import org.virtualwindow.kiosk.driver.Found;
import org.virtualwindow.protocol.ids.DeviceId;

/**
 * One driver and what it found. A thread of its own asks it again and again, because a driver that hangs or spins must keep nobody
 * else waiting; the thread is never replaced while it is inside the driver, so that at most one is lost.
 */
final class Driven {
    private static final Logger LOG = LoggerFactory.getLogger(Driven.class);
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{1,30}");
    private static final int LONGEST_ID = 40;
    private static final int MOST_DEVICES = 20;
    private static final long NOT_INSIDE = 0;

    private final Configured configured;
    private final Pace pace;
    private final Supplier<Set<String>> unended;
    private final Runnable changed;
    private final Map<String, Attached> attached = new ConcurrentSkipListMap<>();
    private final Thread thread;
    private volatile long insideSince = NOT_INSIDE;
    private volatile boolean broken;
    private volatile boolean closed;
    private String complaint = "";

    Driven(Configured configured, Pace pace, Supplier<Set<String>> unended, Runnable changed) {
        this.configured = configured;
        this.pace = pace;
        this.unended = unended;
        this.changed = changed;
        thread = Thread.ofPlatform().daemon().name("driver " + name()).unstarted(this::watch);
    }

    void start() {
        thread.start();
    }

    String name() {
        return configured.driver().id();
    }

    Collection<Attached> attached() {
        return attached.values();
    }

    /** It threw, or does not come back. */
    boolean isBroken() {
        return broken;
    }

    /** Called again and again by somebody else than its own thread. */
    void checkThatItComesBack(long nanos) {
        long since = insideSince;
        if (since != NOT_INSIDE && nanos - since > pace.patience().toNanos()) {
            insideSince = nanos;
            say("hangs");
            broken = true;
            changed.run();
            thread.interrupt();
        }
    }

    void forget() {
        configured.driver().forget();
    }

    void close() {
        closed = true;
        thread.interrupt();
        attached.values().forEach(Attached::closeAside);
    }

    private void watch() {
        while (!closed) {
            try {
                String wrong = look();
                broken = false;
                say(wrong);
            } catch (InterruptedException calledBack) {
                LOG.debug("{} was called back", name());
            } catch (Throwable anything) { // a driver may come with any jar, and die of any error
                broken = true;
                say("threw " + anything.getClass().getName());
            } finally {
                insideSince = NOT_INSIDE;
            }
            changed.run();
            rest();
        }
    }

    private void rest() {
        try {
            Thread.sleep(pace.between());
        } catch (InterruptedException goesOnAtOnce) {
            LOG.trace("{} goes on", name());
        }
    }

    /** Returns what is to be complained of, or nothing. */
    private String look() throws InterruptedException {
        inside();
        List<Found> said = configured.driver().find(configured.settings());
        Map<String, Found> found = sound(said);
        for (Attached device : List.copyOf(attached.values())) {
            Found now = found.get(device.found().key());
            // A device at work may not be seen by who looks for it.
            if (!device.isBusy() && (now == null || !now.equals(device.found()))) {
                attached.remove(device.found().key());
                device.closeAside();
                LOG.info("{} is gone", device.id());
            }
        }
        for (Found each : found.values()) {
            Attached device = attached.computeIfAbsent(each.key(), _ -> {
                LOG.info("{}-{} is there: {}", name(), each.key(), each.name());
                return new Attached(id(each.key()), each, changed);
            });
            if (device.isLeft()) {
                open(device);
            }
        }
        for (Attached device : attached.values()) {
            var open = device.device();
            if (open.isPresent()) {
                inside();
                device.is(open.get().status());
            }
        }
        return found.size() == said.size() ? "" : "found what no device can be";
    }

    private void open(Attached device) throws InterruptedException {
        inside();
        try {
            Device opened = configured.driver().open(device.found(), configured.settings());
            Set<String> names = unended.get();
            if (!names.isEmpty()) {
                opened.takeBack(names);
            }
            device.opened(opened);
        } catch (DeviceFault fault) {
            device.failed(fault);
        }
    }

    /** By their keys, without what no device can be. */
    private Map<String, Found> sound(List<Found> said) {
        Map<String, Found> found = new HashMap<>();
        for (Found each : said) {
            if (isSound(each) && found.size() < MOST_DEVICES) {
                found.put(
                        each.key(), new Found(each.key(), each.name(), Attached.sorted(each.can()), each.simulated()));
            }
        }
        return found;
    }

    private boolean isSound(@Nullable Found found) {
        return found != null
                && found.key() != null
                && KEY.matcher(found.key()).matches()
                && name().length() + 1 + found.key().length() <= LONGEST_ID
                && found.name() != null
                && found.can() != null
                && !found.can().isEmpty();
    }

    private DeviceId id(String key) {
        return new DeviceId(name() + "-" + key);
    }

    private void inside() {
        insideSince = Math.max(1, System.nanoTime());
    }

    /** Says each thing once, not every few seconds. */
    private synchronized void say(String what) {
        if (!what.equals(complaint)) {
            complaint = what;
            LOG.warn("The driver {} {}", name(), what.isEmpty() ? "works again" : what);
        }
    }

    static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
