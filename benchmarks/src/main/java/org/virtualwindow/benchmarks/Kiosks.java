package org.virtualwindow.benchmarks;

import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.virtualwindow.protocol.Beat;
import org.virtualwindow.protocol.json.WireCodec;

/** Kiosks that nobody stands at: they come, beat every ten seconds and may be cut off all at once. */
final class Kiosks implements AutoCloseable {
    private static final int SLICES = 100;
    private static final long SLICE_MILLIS = 100;
    private static final long AGAIN_MILLIS = 100;
    private static final int TYPE_AT = "{\"type\":\"".length();
    private static final ByteBuffer BEAT = Wire.frame(WireCodec.encode(new Beat(1L)));

    private final Reactor reactor = new Reactor("kiosks");
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("kiosk-beats").daemon().factory());
    private final List<Kiosk> all;
    // Touched by the reactor's thread alone.
    private String origin = "";
    private int next;
    private int served;
    private int failures;
    private CompletableFuture<Boolean> everybody = new CompletableFuture<>();
    private int slice;

    Kiosks(List<String> cookies) {
        List<Kiosk> made = new ArrayList<>();
        for (int i = 0; i < cookies.size(); i++) {
            made.add(new Kiosk(i, cookies.get(i)));
        }
        all = List.copyOf(made);
        clock.scheduleAtFixedRate(() -> reactor.execute(this::beat), SLICE_MILLIS, SLICE_MILLIS, TimeUnit.MILLISECONDS);
    }

    /**
     * All connect; returns when each shows what a kiosk shows. Who is turned away tries again after a tenth of a second.
     *
     * @param atOnce how many are on their way at any moment
     * @return how often one was turned away
     */
    int come(String to, int atOnce, Duration patience) throws InterruptedException {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        reactor.execute(() -> {
            origin = to;
            next = 0;
            served = 0;
            failures = 0;
            everybody = done;
            for (int i = 0; i < atOnce; i++) {
                comeNext();
            }
        });
        try {
            done.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IllegalStateException(
                    served + " of " + all.size() + " kiosks were served in " + patience.toSeconds() + " s", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
        return failures;
    }

    /** As when the hall's network dies: every connection is reset. */
    void cut() {
        all.forEach(Kiosk::cut);
    }

    int connected() {
        return (int)
                all.stream().filter(kiosk -> kiosk.shown == Kiosk.EVERYTHING).count();
    }

    private void comeNext() {
        if (next < all.size()) {
            all.get(next++).come();
        }
    }

    private void beat() {
        for (int i = slice++ % SLICES; i < all.size(); i += SLICES) {
            all.get(i).beat();
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
        reactor.close();
    }

    private final class Kiosk implements Wire.Ear {
        private static final int LOBBY = 1;
        private static final int CALL = 2;
        private static final int EVERYTHING = LOBBY | CALL;

        private final int number;
        private final String cookie;
        private @Nullable Wire wire;
        private volatile int shown;

        Kiosk(int number, String cookie) {
            this.number = number;
            this.cookie = cookie;
        }

        void come() {
            shown = 0;
            wire = reactor.connect(
                    URI.create(origin.replaceFirst("http", "ws") + "/ws/kiosk?page=bench-" + number),
                    Line.headers(origin, cookie),
                    this);
        }

        void cut() {
            if (wire != null) {
                wire.reset();
            }
        }

        void beat() {
            if (wire != null && shown == EVERYTHING) {
                wire.send(BEAT);
            }
        }

        @Override
        public void opened(Wire opened) {}

        @Override
        public void hears(Wire from, ByteBuffer text) {
            if (from != wire || shown == EVERYTHING) {
                return;
            }
            // Lobby: where one may go; KioskCallChanged: whether there is a call. Then the page is whole.
            int now = shown
                    | switch (text.get(TYPE_AT)) {
                        case 'L' -> LOBBY;
                        case 'K' -> CALL;
                        default -> 0;
                    };
            shown = now;
            if (now == EVERYTHING) {
                comeNext();
                if (++served == all.size()) {
                    everybody.complete(true);
                }
            }
        }

        @Override
        public void closed(Wire gone, String why) {
            if (gone != wire) {
                return;
            }
            boolean wasComing = shown != EVERYTHING && !everybody.isDone();
            shown = 0;
            if (wasComing) {
                failures++;
                clock.schedule(() -> reactor.execute(this::come), AGAIN_MILLIS, TimeUnit.MILLISECONDS);
            }
        }
    }
}
