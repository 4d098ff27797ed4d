package org.virtualwindow.server.media.kurento;

import com.google.gson.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.virtualwindow.protocol.ids.CallId;

/**
 * Watches one media server from a thread of its own: connects, has it prove that it works, asks it every second whether it is
 * alive, sweeps away what nobody owns, and begins again with a new link after any doubt.
 */
final class KurentoServer implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(KurentoServer.class);

    private final URI uri;
    private final Patience patience;
    private final Tag proof;
    private final Predicate<Tag.Plan> needed;
    private final AtomicInteger passages = new AtomicInteger();
    private final AtomicInteger swept = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);
    private @Nullable Link link;
    private boolean knownDown;

    /** @param needed whether a plan's pipeline is still somebody's */
    KurentoServer(URI uri, String installation, long fence, Patience patience, Predicate<Tag.Plan> needed) {
        this.uri = uri;
        this.patience = patience;
        this.proof = new Tag(installation, fence, new CallId("proof"), 0);
        this.needed = needed;
        Thread.ofVirtual().name("kurento-watch").start(this::watch);
    }

    URI uri() {
        return uri;
    }

    /** A link that is not known to be lost. */
    synchronized Optional<Link> link() {
        return Optional.ofNullable(link).filter(each -> !each.isLost());
    }

    /** Waits for a link. */
    synchronized Link linkWithin(Duration time) throws InterruptedException {
        long until = System.nanoTime() + time.toNanos();
        while (link().isEmpty()) {
            long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
            if (left <= 0) {
                throw new Trouble.Lost("no link");
            }
            wait(left);
        }
        return link().orElseThrow();
    }

    /** How many passages of ours are on it. */
    AtomicInteger passages() {
        return passages;
    }

    int swept() {
        return swept.get();
    }

    private void watch() {
        try {
            Duration retry = patience.retryFirst();
            while (!closed.await(0, TimeUnit.MILLISECONDS)) {
                if (stays()) {
                    retry = patience.retryFirst();
                }
                closed.await(retry.toMillis(), TimeUnit.MILLISECONDS);
                retry = retry.multipliedBy(2).compareTo(patience.retryLongest()) < 0
                        ? retry.multipliedBy(2)
                        : patience.retryLongest();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Connects and stays connected as long as the link is good. Tells whether there was one. */
    private boolean stays() throws InterruptedException {
        Link next;
        try {
            next = Link.open(uri, patience);
        } catch (Trouble unreachable) {
            down(unreachable.getMessage());
            return false;
        }
        try {
            next.call("its version", () -> next.client().getServerManager().getInfo());
            Pipelines.release(next, Pipelines.create(next, proof).getId());
            publish(next);
            knownDown = false;
            log.info("Media server {} is up", uri);
            stay(next);
            return true;
        } catch (Trouble trouble) {
            next.lose(String.valueOf(trouble.getMessage()));
            return false;
        } finally {
            publish(null);
            next.lose("it is given up");
            down(next.reason());
        }
    }

    /** Said once, however often it is tried again. */
    private void down(@Nullable String why) {
        if (!knownDown && closed.getCount() > 0) {
            log.warn("Media server {} is down: {}", uri, why);
        }
        knownDown = true;
    }

    private void stay(Link now) throws InterruptedException {
        long sweepAt = System.nanoTime();
        while (closed.getCount() > 0 && !now.isLost()) {
            if (System.nanoTime() >= sweepAt) {
                swept.addAndGet(Pipelines.sweep(now, proof.installation(), needed));
                sweepAt = System.nanoTime() + patience.sweepEvery().toNanos();
            }
            if (!now.lostWithin(patience.probeEvery())) {
                now.ask("ping", new JsonObject(), patience.probe());
            }
        }
    }

    private synchronized void publish(@Nullable Link next) {
        link = next;
        notifyAll();
    }

    /** What is open at the server stays open, for the server after this one. */
    @Override
    public void close() {
        closed.countDown();
        link().ifPresent(now -> now.lose("this server stops"));
    }
}
