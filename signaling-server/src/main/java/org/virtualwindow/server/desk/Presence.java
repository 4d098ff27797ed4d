package org.virtualwindow.server.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import org.virtualwindow.protocol.ids.ClerkId;
import org.virtualwindow.protocol.ids.KioskId;

/**
 * Whose connection is there, and who has been cut off for too long. Used in the desk's mailbox, but for {@link #tell}.
 *
 * <p>Whether somebody is here is asked when the desk gets to it: of two news that overtake each other the later one is right.
 */
final class Presence {
    private final Grace<KioskId> kiosks;
    private final Grace<ClerkId> clerks;
    /** Kiosks that came or went since the desk last looked: where thousands do at once, that is a few changes and not thousands. */
    private final Queue<KioskNews> told = new ConcurrentLinkedQueue<>();

    private record KioskNews(KioskId kiosk, BooleanSupplier here) {}

    Presence(Duration grace) {
        this.kiosks = new Grace<>(grace);
        this.clerks = new Grace<>(grace);
    }

    /** After a restart nobody in a call is connected, and every time that was running begins anew. */
    void nobodyIn(Calls calls, Instant now) {
        calls.values().forEach(call -> {
            kiosks.isGone(call.kiosk(), now);
            call.clerk().ifPresent(clerk -> clerks.isGone(clerk, now));
        });
    }

    /** A kiosk's page came or went. Any thread. */
    void tell(KioskId kiosk, BooleanSupplier here) {
        told.add(new KioskNews(kiosk, here));
    }

    /** Which kiosks came or went since this was asked last. */
    Map<KioskId, Boolean> news(Instant now) {
        Map<KioskId, Boolean> news = new LinkedHashMap<>();
        for (KioskNews next = told.poll(); next != null; next = told.poll()) {
            news.put(next.kiosk, next.here.getAsBoolean());
        }
        news.forEach((kiosk, here) -> kiosks.isHere(kiosk, here, now));
        return news;
    }

    /** A clerk's console came or went. */
    void clerk(ClerkId clerk, boolean here, Instant now) {
        clerks.isHere(clerk, here, now);
    }

    boolean isLost(KioskId kiosk, Instant now) {
        return kiosks.isOver(kiosk, now);
    }

    boolean isLost(ClerkId clerk, Instant now) {
        return clerks.isOver(clerk, now);
    }
}
